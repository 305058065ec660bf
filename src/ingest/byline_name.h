#pragma once
// What in a line of a page is a name of who wrote it.
#include <optional>
#include <string>
#include <string_view>

namespace attest {

// "By A. Writer | 5 April" -> "A. Writer"; none where the rest is no name: too long, an address, or with digits.
std::optional<std::string> name_in(std::string_view line);
// Whether each word begins as a name does; the rest of a sentence after a link does not.
bool is_all_names(std::string_view text);
// Two to four words that begin as names do, no figure and no month among them.
bool is_person(const std::string& name);
bool begins_name(std::string_view text);
bool starts_with_folded(std::string_view text, std::string_view lower_prefix);

}  // namespace attest
