#include "find/finders.h"

namespace attest {

std::vector<Claim> place_claims(const FindInput&, const std::vector<Mention>&, std::vector<Claim> claims) { return claims; }

}  // namespace attest
