#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "find/finders.h"
#include "find/speech_sources.h"

namespace attest {

// What a word of lang/en/naming.toml is to the finder of names. Private to the naming_*.cpp files.
enum class NamingWord : std::uint8_t {
  kNone,
  kGovernment,  // regime, government, rulers
  kStateForce,  // soldiers, security forces
  kArmed,       // militants, gangs, rebels
  kLoyal,       // loyalists, remnants, supporters
  kGeneric,     // perpetrators, killers, armed men
  kLeader,      // president, dictator: a label where a name stands beside it
  kOffice,      // minister, spokesman: a title where a name stands beside it
  kVictims,     // loved ones
  kRelation,    // ally, puppet
  kEvent,       // massacre, clashes
  kTie,         // aligned with, loyal to
  kFormer,      // former, ousted
  kFall,        // the ouster of, toppled: whose government ended
  kRules,       // currently ruling
  kLoaded,      // an adjective with a tone ("radical", "so-called")
  kSoCalled
};

// A noun phrase that names somebody or something.
struct NamingPhrase {
  Range whole;
  Range head;
  const Rule* rule = nullptr;
};

// One report's tokens with the words of naming.toml, its places by country, and who in it was overthrown.
class NamingText {
 public:
  NamingText(const FindInput& in, const Speech& speech, const std::vector<Mention>& places);

  const SpeechText& speech() const { return speech_text_; }
  NamingWord word(std::uint32_t token) const;
  const Rule* rule(std::uint32_t token, Range* at = nullptr) const;
  const Mention* place_at(std::uint32_t token) const { return token < place_at_.size() ? place_at_[token] : nullptr; }
  // The country most spoken of; "" where none or two are.
  const std::string& country() const { return country_; }
  // The country named in a phrase, by itself or as an adjective; "" none.
  std::string country_in(Range phrase) const;
  // An organised group of the lists named in a phrase (its id), "" none.
  std::string group_in(Range phrase) const;
  // Does the report call the group the ruling one ("the X regime", "X is ruling").
  bool rules(const std::string& group) const { return ruling_.count(group) > 0; }
  // Was the person, by the last word of the name, driven from office in this report.
  bool fallen(std::string_view surname) const { return fallen_.count(std::string(surname)) > 0; }
  // A direct quotation of somebody, or an accusation or call of theirs: whose voice the words are; nullptr the outlet's own.
  const Quote* voice(Span span) const;
  // Does somebody say these words.
  bool spoken(Span span) const;
  Range tokens_of(Span span) const;

 private:
  void find_words();
  void find_country(const std::vector<Mention>& places);
  void find_rulers();
  void find_fallen();

  SpeechText speech_text_;
  const std::vector<Quote>& quotes_;
  struct Word {
    Range at;
    const Rule* rule;
    NamingWord kind;
  };
  std::vector<Word> words_;
  std::vector<std::int32_t> word_at_;
  std::vector<const Mention*> place_at_;
  std::vector<std::uint8_t> object_cue_;  // one a quote
  std::string country_;
  std::set<std::string> ruling_;
  std::set<std::string> fallen_;
};

// naming_phrases.cpp: the phrases around the heads of naming.toml, in text order, none inside another of the same kind.
std::vector<NamingPhrase> find_naming_phrases(const NamingText& t);

// naming_referents.cpp: what a phrase stands for, as an id that other reports' phrases get too, and its name for people.
struct Referent {
  std::string id, name;
};
Referent referent_of(const NamingText& t, const NamingPhrase& phrase);

// naming_people.cpp: names of persons with their titles, and titles alone that stand for them.
std::vector<NamingUse> find_people_names(const NamingText& t, const Speech& speech, const std::vector<NamingPhrase>& phrases);

// The tone of a phrase by the word lists: the head's, or that of a loaded word in it (a heuristic; METHOD 12).
std::string tone_of(const NamingText& t, Range phrase, const Rule* head);
// Voice and speaker of a use.
void set_voice(const NamingText& t, NamingUse& use);

}  // namespace attest
