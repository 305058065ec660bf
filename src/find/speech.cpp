#include "find/finders.h"

namespace attest {

Speech find_speech(const FindInput&) { return {}; }

}  // namespace attest
