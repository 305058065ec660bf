#pragma once
#include <cstdint>
#include <string_view>

namespace attest {

enum class NameSex : std::uint8_t { kUnknown, kFemale, kMale };

// Whether a given name (lower case without diacritics) is borne by women or by men, as far as its spelling tells; a spelling that both bear
// is unknown. The table (data/names/given_names.tsv, in the program) holds endings, and the longest that fits decides. What it gives is a
// presumption about a count, never about a person: nothing of it is kept or shown with a name.
NameSex sex_by_given_name(std::string_view folded);

}  // namespace attest
