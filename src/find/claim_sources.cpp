#include "find/finders.h"

namespace attest {

std::vector<Claim> attribute_claims(const FindInput&, const Speech&, std::vector<Claim> claims) { return claims; }

}  // namespace attest
