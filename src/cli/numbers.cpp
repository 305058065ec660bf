#include "cli/run.h"

namespace attest {

int run_numbers(const Args& args) {
  (void)args;
  return usage_error("numbers: not built yet");
}

}  // namespace attest
