#pragma once
// The command line: one file a command, one row a command in commands.cpp, from which parser, help, man page and completion come.

namespace attest {

// Exit status: 0 all done, 1 something could not be read (the rest was done), 2 wrong usage or no data files.
int run_command_line(int argc, const char* const* argv);

}  // namespace attest
