#include "find/finders.h"

namespace attest {

std::vector<Claim> date_claims(const FindInput&, const ReportDates&, const std::vector<Mention>&, std::vector<Claim> claims) { return claims; }

}  // namespace attest
