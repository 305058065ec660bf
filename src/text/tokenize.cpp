#include "text/text.h"

namespace attest {

Tokens tokenize(std::string_view) { return {}; }

}  // namespace attest
