#include "find/finders.h"

namespace attest {

Casualties find_casualties(const FindInput&, const std::vector<Mention>&, const std::vector<Mention>&) { return {}; }

}  // namespace attest
