#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "find/finders.h"
#include "find/speech_sources.h"

namespace attest {

// A word or phrase of lang/en/statements.toml where it stands. Private to the statement_*.cpp files.
struct ActWord {
  Range at;
  const Rule* rule = nullptr;
};

// What a word of lang/en/statement_words.toml tells of an act near it.
enum class Around : std::uint8_t {
  kNone,
  kLight,
  kReceive,
  kWithheld,
  kUnreal,
  kCarries,
  kStrong,
  kWeak,
  kVenue,
  kDue,
  kMoney,
  kAbstract,
  kNobody,
  kActor
};

// One report's tokens with the words of acts and the words around them: computed once, then only read. It refers to its input,
// which must outlive it.
class StatementText {
 public:
  StatementText(const FindInput& in, const Speech& speech, const std::vector<Mention>& dates, const std::vector<Mention>& places);

  const SpeechText& speech() const { return speech_text_; }
  const std::vector<ActWord>& acts() const { return acts_; }
  const std::vector<Quote>& quotes() const { return quotes_; }
  // The mentions of days that begin within a span.
  std::span<const Mention> dates_in(Span span) const;
  const std::vector<NumberMatch>& numbers() const { return numbers_; }

  bool is(std::uint32_t token, Around kind) const;
  // The rule of statement_words.toml that covers a token, or nullptr; the whole phrase stands in `at`.
  const Rule* around(std::uint32_t token, Range* at = nullptr) const;
  // The place mention that begins at or covers a token, or nullptr.
  const Mention* place_at(std::uint32_t token) const;
  // The innermost quotation (direct, mixed or indirect) whose content holds a token, or nullptr; `longer_than`: one around that
  // one.
  const Quote* quote_around(std::uint32_t token, const Quote* inside = nullptr) const;
  // The quotations that begin within a few thousand bytes before a span or a little after it, in text order: the longest speech
  // is shorter.
  std::span<const Quote> quotes_near(Span span) const;
  Range tokens_of(Span span) const;
  // Could the phrase do an act: a pronoun, a name, a country, a word for people or bodies; never "the blast".
  bool can_act(Range phrase) const;
  // The phrase without what stands before a verb in it, as the parse reads it: "the head follows | the council".
  Range after_verb(Range phrase) const;

 private:
  void find_acts();
  void find_around();

  SpeechText speech_text_;
  const std::vector<Quote>& quotes_;
  const std::vector<Mention>& dates_;
  std::vector<NumberMatch> numbers_;
  std::vector<ActWord> acts_;
  void find_known_names();

  struct Word {
    Range at;
    const Rule* rule;
    Around kind;
  };
  std::vector<Word> words_;
  std::vector<std::int32_t> word_at_;
  std::set<std::string, std::less<>> known_names_;  // words with a capital inside a sentence
  std::vector<const Mention*> place_at_;
  std::vector<std::int32_t> quote_at_;  // index of the innermost quote, -1
};

// An act on the way to a Statement.
struct Draft {
  ActWord word;
  Range clause;                 // where its parts may stand
  Range group;                  // verb with auxiliaries, or the noun
  Range actor;                  // empty: `actor_of`, the quote's speaker, or nobody
  Range patient;                // the subject of a passive
  int actor_of = -1;            // the draft whose actor goes on acting
  const Quote* said = nullptr;  // an act told in what is said: its speaker is the actor
  bool speaks_for = false;      // `said`'s speaker's organisation acts ("the commission's spokesman said an invite was sent")
  bool withheld = false;
  std::uint32_t end = 0;  // first token after the act's words
};

// statement_verbs.cpp, statement_nouns.cpp: who does the act; false: the words tell no act that was done.
bool read_verb_act(const StatementText& t, const std::vector<Draft>& before, Draft& draft);
bool read_noun_act(const StatementText& t, const std::vector<Draft>& before, Draft& draft);
// The subject of the clause's main verb before a token; empty where none is found.
Range main_subject(const StatementText& t, Range clause, std::uint32_t before);
// Whose … it is: the owner before "'s" or "of" around a noun ("the council's decision"), or empty.
Range owner_before(const StatementText& t, std::uint32_t noun, std::uint32_t low);

// statement_content.cpp: acts done by what somebody is quoted as saying.
void add_content_acts(const StatementText& t, std::vector<Draft>& drafts);

// statement_parts.cpp: everything of a statement but its actor.
void fill_parts(const StatementText& t, const Draft& draft, Statement& out);

}  // namespace attest
