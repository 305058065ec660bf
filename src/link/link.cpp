#include "link/link.h"

namespace attest {

Links link_reports(std::span<const Analysis>, const Knowledge&) { return {}; }

}  // namespace attest
