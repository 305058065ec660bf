#pragma once
// Names of people inside a sentence, in mixed case and in capitals, with what stands aside of them: ages and second names.
#include "find/harm_groups.h"
#include "know/given_names.h"

namespace attest {

// Whether the token can be a word of a person's name. In capitals the parse has to say so, for every word looks like a name there.
bool is_name_word(const HarmReading& r, std::uint32_t token);

// Where the name that begins at `token` ends; `token` itself where none begins.
std::uint32_t name_end(const HarmReading& r, std::uint32_t token, std::uint32_t limit);

// Whether the parse takes the words for an organisation or a place, and for no person.
bool names_no_person(const HarmReading& r, std::uint32_t first, std::uint32_t last);

// The pairs of dashes and brackets in a sentence, tokens [first, last). A dash that only closes a dateline or opens a last clause has no pair.
std::vector<AsideMarks> read_aside_marks(const HarmReading& r, std::uint32_t first, std::uint32_t last);

// What follows a name or noun and tells of the same person: "(41)", ", 42,", "(Abu Salma)", "aged nine".
struct Aside {
  std::uint32_t last = 0;  // the first token after it; where nothing stands aside, the token given
  std::optional<int> age;  // in years
  std::int16_t noun = -1;  // of the people's nouns: "(his nephew, aged nine)", "(41, female)"
};
Aside read_asides(const HarmReading& r, std::uint32_t token, std::uint32_t limit);

// The name that a group of one person holds: its words without particles and titles, none where it is told by a noun alone; and whether a woman
// or a man bears it, as far as a word before it ("Mrs") or the given name tells.
struct PersonName {
  std::vector<std::string_view> words;
  NameSex sex = NameSex::kUnknown;
};
PersonName read_person_name(const HarmReading& r, const PeopleGroup& g);

}  // namespace attest
