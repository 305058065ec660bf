#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "know/confidence.h"
#include "know/phrase_table.h"
#include "know/rules.h"

namespace attest {

// How a harm word takes its victims (lang/en/harm.toml, `form`).
enum class HarmForm : std::uint8_t {
  kVerb,          // participle or past: "killed"; victims before it (passive) or after it (active)
  kActive,        // victims after it only: "kills", "killing", "claimed the lives of"
  kIntransitive,  // victims before it only: "died", "fled their homes"
  kState,         // "dead", "missing": before it ("left 5 dead", "5 dead") or inside the noun phrase ("3 dead soldiers")
  kNoun,          // itself counted: "12 deaths", "bodies"; or with "of" its victims
  kNominal,       // with "of" or a possessive only: "the murder of two"
  kToll,          // "the death toll rose to 12"
  kHarmless       // a phrase that only sounds like harm: "killed off"
};

struct HarmWord {
  std::string id;
  Effect effect = Effect::kKilled;
  HarmForm form = HarmForm::kVerb;
  Means means = Means::kNone;
  std::optional<Effect> may_be;  // what the word tells as well: "shot" may be dead
  bool weak = false;        // harm only where a count or a person stands beside it ("hit", "lost", "taken")
  bool object_only = false; // a passive reading is not harm ("forced … to flee")
  bool bodies = false;      // counts bodies: dated by their finding
  bool of_one = false;      // befalls one person each time ("killings", not "massacres")
};

// What a noun tells about the people it names (lang/en/victims.toml) or that it names no people (not_harm.toml).
struct NounWord {
  enum class Number : std::uint8_t { kOne, kMany, kAny };
  std::string id;
  bool person = true;
  bool family = false;   // a unit of families, never converted to persons
  bool title = false;    // stands before a name: "Sergeant"
  bool female = false;   // names a woman or a girl: the age tells which
  bool male = false;     // names a man or a boy
  bool offspring = false;  // names somebody's child, of whatever age
  bool modifier = false; // tells about the people without naming them: "elderly", "wounded"
  Number number = Number::kAny;
  VictimStatus status = VictimStatus::kUnknown;
  std::vector<std::string> groups;
  std::string condition;
  std::string identity;
};

// Words about who did it (lang/en/perpetrators.toml).
enum class ActorWord : std::uint8_t { kActor, kAlleged, kClaimed, kDeed, kBlame, kTie };

// The small words that hold a clause together (lang/en/clause.toml).
enum class ClauseWord : std::uint8_t {
  kNone, kPassive, kPassiveOne, kPassiveAny, kHave, kNot, kMaybe, kTo, kPreposition, kBy, kOf, kAnd, kPart, kAmong, kBoundary, kRelative, kOne, kThe, kAnother,
  kPossessive, kMore, kAdverb, kSay, kLeave, kLives, kAge, kThose, kMostly, kNorm
};

// What a figure measures (lang/en/measures.toml).
enum class MeasureWord : std::uint8_t { kSince, kRunning, kStock, kFlow, kSuperlative };

// The harm lexicon of a language, compiled for look-up at a token. Read from any thread.
struct HarmWords {
  PhraseTable harm_at, noun_at, clause_at, means_at, background_at, actor_at, more_at, elsewhere_at, all_at, early_at, particle_at, months_at, identified_at, measure_at, zero_killed_at, zero_all_at;
  std::vector<HarmWord> harm;
  std::vector<NounWord> nouns;
  std::vector<ClauseWord> clause;
  std::vector<Means> means;
  enum class Background : std::uint8_t { kTotal, kEarlier, kReason, kOften };  // a war's total; an earlier event; the reason for what is told; more than once
  std::vector<Background> background;
  std::vector<ActorWord> actors;
  std::vector<Tie> ties;  // one an actor word; kNone where it tells no tie
  std::vector<MeasureWord> measures;
  Confidence confidence;
};

// An id that the lexicon lacks or a value outside its vocabulary is an error with file and line.
Result<HarmWords> compile_harm_words(const Lexicon& lexicon);

}  // namespace attest
