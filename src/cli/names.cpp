#include "cli/run.h"

namespace attest {

int run_names(const Args& args) {
  (void)args;
  return usage_error("names: not built yet");
}

}  // namespace attest
