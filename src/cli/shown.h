#pragma once
#include <string>
#include <string_view>

namespace attest {

// Words of a case on one line of a terminal: a case may come from a stranger, and what stands in it must not move the cursor, change
// colours or turn the direction of writing. Control characters become spaces, invalid bytes U+FFFD.
std::string shown(std::string_view text);

// The first digits of a report's hash, as lists print it; "?" where a case holds none.
std::string short_id(std::string_view id);

}  // namespace attest
