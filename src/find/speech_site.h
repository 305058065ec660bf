#pragma once
#include "find/speech_relations.h"

namespace attest {

// One cue with what every way of reading it needs, and the small questions the ways ask. Private to the speech_*.cpp files of the
// sieves.
struct Site {
  const SpeechText& s;
  const CueWord& cue;
  const std::vector<SpeechAct>& found;  // of the cues before it
  Range limits;                         // clause_limits of the cue
  Range group;                          // the verb group
};

// The ways, in the order in which relation_of_cue tries them. Each fills `out` and says whether it read the cue.
bool read_noun_cue(const Site& at, SpeechAct& out);       // allegations by X that … (speech_noun_cues.cpp)
bool read_according(const Site& at, SpeechAct& out);      // …, according to X (speech_source_after.cpp)
bool read_cited(const Site& at, SpeechAct& out);          // X quoted Y as saying … (speech_source_after.cpp)
bool read_participle(const Site& at, SpeechAct& out);     // …, adding that … (speech_participles.cpp)
bool read_passive(const Site& at, SpeechAct& out);        // … reported by X (speech_source_after.cpp)
bool read_infinitive(const Site& at, SpeechAct& out);     // X chose to condemn "…" (speech_infinitives.cpp)
bool read_inverted(const Site& at, SpeechAct& out);       // "…", said X (speech_inverted.cpp)
bool read_subject_first(const Site& at, SpeechAct& out);  // X said …; …, X said (speech_subject_first.cpp)

// ", which", ", a claim that" before `at`: where the comma stands behind which the clause before is taken up again; 0 where it is
// not.
std::uint32_t taken_up_at(const SpeechText& s, std::uint32_t at);
bool ends_clause(const SpeechText& s, std::uint32_t i, std::uint32_t high);
bool is_spaced_dash(const SpeechText& s, std::uint32_t i);  // " - ", " — "
// Does the kind of cue take a quotation on either side of it.
bool speaks(CueKind kind);
// The closing mark directly before `at` (a comma between is fine): the index of its quotation, or -1. Where the mark closed a
// sentence of its own ("Who?" he asked), what follows must go on with a small letter or be no more than speaker and cue.
int quotation_before(const Site& site, std::uint32_t at);
// The quotation whose opening mark stands at `at`, or -1.
int quotation_at(const SpeechText& s, std::uint32_t at);
Range quoted_words(const SpeechText& s, int quotation);
// Without commas, colons and stops at its ends.
Range trimmed(const SpeechText& s, Range r);
// speech_unmarked.cpp. Where speech without marks ends that goes on behind a sentence: those after it in the paragraph that begin
// with a pronoun and hold no cue.
std::uint32_t run_on_end(const SpeechText& s, std::uint32_t sentence_end);
// The same for words behind a colon: also those that go on in the voice of the first ("We …", or in the present), for the report
// tells in the past and names people.
std::uint32_t unmarked_end(const SpeechText& s, Range first);
bool has_verb(const SpeechText& s, Range r);
// "We", "my" outside quotation marks.
bool speaks_of_itself(const SpeechText& s, Range r);
// The content before a final cue: the quotation that ends there, or the clause from the limits' begin.
void take_left(const Site& at, std::uint32_t end, SpeechAct& out);
// The content after an initial cue: the quotation that begins there, or the clause to its end.
void take_right(const Site& at, std::uint32_t begin, SpeechAct& out);
// One clause as the content, mixed where it holds quoted words.
void take_clause(const SpeechText& s, Range clause, SpeechAct& out);
// speech_bounds.cpp: ends a content behind its cue where the parse and a mark or small word agree that the sentence goes on
// without it; takes in the whole of a quotation that begins in it.
void bound_content(const SpeechText& s, SpeechAct& act);
// ", citing concerns for the region": reasons, not somebody's words (speech_cues.cpp).
bool cites_reasons(const SpeechText& s, const CueWord& cue, std::uint32_t high);
void set_tail(SpeechAct& out, const CueTail& tail);
// The last relation before the cue in its sentence and at its level of quotation, or -1.
int previous_act(const Site& at);
// The subject that the sentence opens with.
Range opening_subject(const Site& at);

}  // namespace attest
