#pragma once
// How every form of the account says what contradicts and what only looks so.
#include <string>
#include <string_view>

#include "export/words.h"

namespace attest {

inline constexpr std::string_view kNoContradiction =
    "Nothing in these reports contradicts once scope, day and wording are told apart.";

// "2 differences that are no contradiction: of scope, of day or of wording"
inline std::string apparent_heading(std::size_t n) {
  return plural(static_cast<std::int64_t>(n), "difference that is", "differences that are") +
         " no contradiction: of scope, of day or of wording";
}

}  // namespace attest
