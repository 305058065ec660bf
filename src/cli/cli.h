#pragma once
// The command line: one file a command, one row a command in the table of commands.cpp, from which help, man page and completion come.

namespace attest {

int run_command_line(int argc, const char* const* argv);

}  // namespace attest
