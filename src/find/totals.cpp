#include "find/finders.h"

namespace attest {

std::vector<Total> find_totals(const FindInput&, const std::vector<Claim>&, const std::vector<Claim>&) { return {}; }

}  // namespace attest
