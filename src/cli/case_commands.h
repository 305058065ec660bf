#pragma once
#include <span>

#include "cli/command.h"

namespace attest {

// The rows of the commands on a case.
std::span<const Command> case_commands();

}  // namespace attest
