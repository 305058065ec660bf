#pragma once
#include <string>

namespace attest {

// Both come from the table of commands.
std::string manual_page();      // roff, section 1
std::string bash_completion();

}  // namespace attest
