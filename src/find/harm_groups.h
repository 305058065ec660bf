#pragma once
// The people that a sentence speaks of and its harm words, read from tokens and word lists alone (no syntax model).
#include <cstdint>
#include <optional>
#include <vector>

#include "find/finders.h"

namespace attest {

constexpr std::uint32_t kNoToken = 0xFFFFFFFF;

// What the lists say of one token. A phrase of several tokens marks all of them with its role; `harm` and `noun` stand at its first token.
struct TokenRole {
  ClauseWord clause = ClauseWord::kNone;
  std::int16_t harm = -1;
  std::int16_t noun = -1;
  std::int16_t number = -1;  // index of the number expression that begins here
  std::uint8_t harm_length = 0;
  std::uint8_t noun_length = 0;
  bool in_harm = false;      // inside a harm phrase
  bool in_number = false;
  bool place = false;
  bool date = false;
};

// A noun phrase that names or counts people (or, with `thing`, what is not people).
struct PeopleGroup {
  enum class Kind : std::uint8_t { kNumbered, kSingle, kDefinite, kName, kBare };
  Kind kind = Kind::kBare;
  std::uint32_t first = 0, last = 0;       // tokens
  std::uint32_t head = kNoToken, head_last = kNoToken;
  std::int16_t noun = -1;                  // the head's entry
  std::vector<std::int16_t> modifiers;     // other entries inside the phrase
  std::int16_t member_noun = -1;           // of a name: the noun in the plural that stands before the list of names
  std::int16_t harm = -1;                  // a harm word inside it: "3 dead soldiers", "12 deaths"
  std::uint32_t harm_token = kNoToken;
  std::optional<Count> count;
  std::uint32_t count_first = kNoToken, count_last = kNoToken;
  ClauseWord intro = ClauseWord::kNone;    // what stands before it: a preposition, "and", "including" …
  bool comma_before = false;
  bool bracket_before = false;
  bool named = false;                      // holds a person's name
  std::optional<int> age;                  // years, of one person
  std::uint32_t words_last = 0;            // the end without what stands aside: ages, second names
  std::uint32_t name_first = kNoToken, name_last = kNoToken;  // the name that stands aside: "his son, Hadi Merro"
  bool more = false;                       // "others", "another", "more"
  bool owned = false;                      // behind a name: "Hadi Merro's wife"; the name is no part of the group
  std::uint32_t owner_first = kNoToken;    // where that name begins
  bool subset = false;                     // "two of them", "15 of the wounded"
  bool of_them = false;                    // "many of them"
  bool of_family = false;                  // "a family of six": counts persons
  bool definite = false;                   // with "the", "these": spoken of before
  bool thing = false;
  bool negated = false;                    // "no civilians"
  bool together = false;                   // after "along with"
  // Where the phrase begins with its owner.
  std::uint32_t begin() const { return owned ? owner_first : first; }
  bool names_follow = false;               // uncounted, and the names of its members come next: "engineers Hadi Merro and Sami Odeh"
};

// A harm word that is no part of a noun phrase.
struct Trigger {
  std::uint32_t first = 0, last = 0;
  std::int16_t harm = -1;
};

// What stands between two dashes, or between brackets: the tokens of its two marks.
struct AsideMarks {
  std::uint32_t open = 0, close = 0;
};

struct HarmSentence {
  std::uint32_t first = 0, last = 0;
  std::vector<AsideMarks> asides;   // in text order, none inside another
  std::vector<PeopleGroup> groups;  // in text order
  std::vector<Trigger> triggers;    // in text order
  // The aside that holds the token or is opened or closed by it; null outside.
  const AsideMarks* aside_at(std::uint32_t token) const {
    for (const auto& a : asides)
      if (a.open <= token && token <= a.close) return &a;
    return nullptr;
  }
};

// Everything that the harm finder looks at in a report.
struct HarmReading {
  const FindInput& in;
  const HarmWords& words;
  std::vector<NumberMatch> numbers;
  std::vector<TokenRole> roles;  // one a token
  bool capitals = false;         // the text is written in capitals

  const HarmWord& harm(std::int16_t i) const { return words.harm[static_cast<std::size_t>(i)]; }
  const NounWord& noun(std::int16_t i) const { return words.nouns[static_cast<std::size_t>(i)]; }
  ClauseWord clause(std::uint32_t token) const { return token < roles.size() ? roles[token].clause : ClauseWord::kNone; }  // none past the end
  // Keeps what a step said of tokens [first, last); `text` is called only where somebody listens.
  template <class Text>
  void note(std::uint32_t first, std::uint32_t last, std::string_view step, Text text) const {
    if (!in.trace || last <= first) return;
    in.trace->notes.push_back({{in.tokens.tokens[first].span.begin, in.tokens.tokens[last - 1].span.end}, step, text()});
  }
  bool has_and(std::uint32_t first, std::uint32_t last) const {
    for (auto k = first; k < last; ++k)
      if (clause(k) == ClauseWord::kAnd) return true;
    return false;
  }
};

HarmReading read_roles(const FindInput& in, const std::vector<Mention>& dates, const std::vector<Mention>& places);
HarmSentence read_groups(const HarmReading& reading, const Sentence& sentence);

}  // namespace attest
