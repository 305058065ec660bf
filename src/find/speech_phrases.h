#pragma once
#include "find/speech_text.h"

namespace attest {

// Phrases around a cue, found without a parser: by small words, capitals, source nouns and the names of the lists. Every function
// looks only within [low, high) and at a bounded number of tokens; an empty range says that there is none.

// The noun phrase that ends before `end`: "Observatory director Rami Adel", "a doctor at the clinic". `final_place`: it closes a
// sentence whose commas may be lost ("… in the city the monitor said"), so nothing is taken in that might belong to the clause
// before it.
Range phrase_before(const SpeechText& s, std::uint32_t end, std::uint32_t low, bool final_place);

// The subject before a cue whose verb group begins at `end`, with an apposition between commas ("Rami Adel, head of the monitor,
// said").
Range subject_before(const SpeechText& s, std::uint32_t end, std::uint32_t low, bool final_place);

// The noun phrase that begins at `begin`, with what tells who it is ("a doctor at the clinic", "Rami Adel, head of the monitor").
Range phrase_after(const SpeechText& s, std::uint32_t begin, std::uint32_t high);

// The verb group of a cue: the auxiliaries and adverbs directly before it taken in ("has also said").
Range verb_group(const SpeechText& s, Range cue, std::uint32_t low);

// Is the verb group passive ("were reported"), or ruled by "to" ("to say")?
bool is_passive(const SpeechText& s, Range group, Range cue);

// Does the phrase name somebody who can speak: a source noun, a name, a pronoun, a word with a capital.
bool can_speak(const SpeechText& s, Range phrase);
// The head of a phrase that is not empty: its last word before a preposition or comma.
std::uint32_t head_of(const SpeechText& s, Range phrase);

// What stands between a cue and what is said: the addressee ("told AFP"), time and setting ("on Monday", "in a statement carried
// by SANA").
struct CueTail {
  std::uint32_t end = 0;  // first token after it
  Range told;             // the addressee
  Range cited;            // "said, citing a doctor, that"
  Range carrier;          // who carried the statement
};
CueTail cue_tail(const SpeechText& s, const CueWord& cue, std::uint32_t high);
// "In a call with AFP, …", "Speaking to AFP, …": the outlet that a sentence names before its speaker as the one spoken to; empty
// where none.
Range opening_addressee(const SpeechText& s, Range before);
// "In a statement carried by state television, …": who carries what the speaker says; empty where none.
Range opening_carrier(const SpeechText& s, Range before);
// Does the phrase name an outlet or agency.
bool is_outlet(const SpeechText& s, Range who);
// "Citing local doctors, …": whom a sentence names before its speaker as the speaker's source; empty where none.
Range opening_cited(const SpeechText& s, Range before);

}  // namespace attest
