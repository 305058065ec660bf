#include "cli/cli.h"

namespace attest {

int run_command_line(int, const char* const*) { return 2; }

}  // namespace attest
