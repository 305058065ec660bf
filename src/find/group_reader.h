#pragma once
// How read_groups works. The methods stand in harm_groups.cpp (where a phrase begins and ends), harm_group_heads.cpp (up to its head)
// and harm_group_names.cpp (the names in it).
#include "find/harm_groups.h"

namespace attest {

// One use: make it, read one sentence.
class GroupReader {
 public:
  GroupReader(const HarmReading& r, const Sentence& sentence) : r_(r), tokens_(r.in.tokens), out_{sentence.first, sentence.last, {}, {}, {}} {}

  HarmSentence read();

 private:
  // harm_groups.cpp
  std::optional<PeopleGroup> read_group(std::uint32_t i);
  bool stops(std::uint32_t i) const;
  // The number expression at a token, unless its words say that it counts no people.
  const NumberMatch* number_at(std::uint32_t i) const;
  Count one(std::uint32_t first, std::uint32_t last) const;
  // Determiner and number. False where nothing at `k` begins a noun phrase about people.
  bool read_start(PeopleGroup& g, std::uint32_t& k);
  std::optional<int> age_in(const NumberMatch& number) const;
  // Four digits that can be a year, with no noun after them.
  bool bare_year(const NumberMatch& number) const;
  // "Hadi Merro, 32," and "Hadi Merro (32)": an age beside a name.
  bool age_aside(const NumberMatch& number) const;
  bool finish(PeopleGroup& g, std::uint32_t k);
  bool countable_as_one(const PeopleGroup& g) const;
  bool plural_looking(const PeopleGroup& g) const;
  // `from`: the group's first token, or that of the owner before it.
  void introduce(PeopleGroup& g, std::uint32_t from) const;
  // A word before a bare noun that belongs to it: "Syrian army soldiers".
  bool unknown_modifier(const PeopleGroup& g, std::uint32_t k) const;

  // harm_group_names.cpp
  // The first word of a sentence has a capital anyway: a name only with a second one.
  bool named_first(std::uint32_t k) const;
  bool starts_name(std::uint32_t k) const;
  // "KILLED MERRO AND", "THE MURDER OF MERRO": a single word in the place of a victim that no text uses as a word of the language.
  bool harmed_name(std::uint32_t k) const;
  // "MERRO, FORMER CONSUL IN ARVA, WAS": a single word with a description of a person behind it.
  bool described_name(std::uint32_t k) const;
  // The names behind a noun in the plural are those of its members: they have its noun.
  void take_members_noun(PeopleGroup& g);
  // "Hadi Merro": to the end of the name, unless a noun goes on from it ("Dorvan Front members").
  bool read_name(PeopleGroup& g, std::uint32_t& k) const;
  // Past "Hadi Merro's" before a noun of people, who alone are meant; the token itself where none stands there.
  std::uint32_t past_owner(std::uint32_t k) const;
  // A name after a singular head: "mayor Hadi Merro".
  bool continues_name(const PeopleGroup& g, std::uint32_t k) const;

  // harm_group_heads.cpp
  void read_body(PeopleGroup& g, std::uint32_t& k);
  // "6 TTP and LeI militants": "and" between words before the head.
  bool joins_modifiers(const PeopleGroup& g, std::uint32_t& k) const;
  // "2 staff (Ruman) of": what stands in brackets before the head is passed over.
  bool skip_bracket(const PeopleGroup& g, std::uint32_t& k) const;
  // "nine of them children": to the noun behind "of them".
  void skip_of_them(PeopleGroup& g, std::uint32_t& k) const;
  // "19 of them women and children": both.
  void take_second_head(PeopleGroup& g, std::uint32_t& k) const;
  // "of", "of the", "of his", "of them" after a number.
  void skip_of(PeopleGroup& g, std::uint32_t& k);
  // "two female international aid workers", "guard/escorts": the head is yet to come.
  bool head_ahead(std::uint32_t k) const;
  // "two of the minister's guards": who is counted stands after the owner.
  bool owned_head_ahead(const PeopleGroup& g, std::uint32_t k) const;
  // A harm word in the phrase: counted itself ("12 deaths") or before a noun of people ("3 wounded soldiers"). False: it ends the phrase.
  bool read_inner_harm(PeopleGroup& g, std::uint32_t& k);
  // "THE FRONT ABDUCTED BUSINESSMAN HADI MERRO": behind a name the word is the verb of a clause.
  bool verb_of_name(const PeopleGroup& g, std::uint32_t k) const;
  // "a battle": no known noun of people, but a word for the means of harm.
  bool names_means(const PeopleGroup& g) const;
  // "a family of six (members)": six people.
  bool read_family(PeopleGroup& g, std::uint32_t& k);
  bool people_follow(std::uint32_t k) const;
  void read_noun(PeopleGroup& g, std::uint32_t& k);

  const HarmReading& r_;
  const Tokens& tokens_;
  HarmSentence out_;
};

}  // namespace attest
