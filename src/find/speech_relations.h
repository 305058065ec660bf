#pragma once
#include <string_view>
#include <vector>

#include "find/speech_phrases.h"
#include "find/speech_text.h"

namespace attest {

// Source, cue and content of one act of speech, as token ranges: before anybody asks who the source is.
struct SpeechAct {
  Range source;                // empty: the words name none, or `speaker_of` tells
  Range cue;                   // empty: a quotation that runs on without one
  std::vector<Range> content;  // its parts in text order; at least one
  QuoteKind kind = QuoteKind::kIndirect;
  const CueWord* word = nullptr;
  Range told;             // the addressee
  Range carrier;          // who stands between the report and the source: "quoted by state television"
  Range cited;            // the source's own source: "citing a doctor"
  int speaker_of = -1;    // the relation whose speaker goes on speaking
  std::string_view rule;  // the sieve that found it
  Range whole() const { return {content.front().begin, content.back().end}; }
};

// speech_cues.cpp: the relation that a cue introduces, tried in order: inverted ("…" said X), final (…, X said), initial (X said
// …), participle (…, adding …), passive (reported by X), according to. `found` are the relations of the cues before it. No
// content: none.
SpeechAct relation_of_cue(const SpeechText& s, const CueWord& cue, const std::vector<SpeechAct>& found);

// speech_content.cpp: where the content that begins at `begin` ends within [begin, high).
std::uint32_t content_end(const SpeechText& s, std::uint32_t begin, std::uint32_t high);
// The stretch of text in which a token's clause may look for its parts: its sentence, cut at the quotation marks around or beside
// it.
Range clause_limits(const SpeechText& s, std::uint32_t token);

// speech_labels.cpp: speech whose speaker stands before a colon or, behind the quotation, after a dash; the turns of a transcript.
void add_labelled_speech(const SpeechText& s, std::vector<SpeechAct>& acts);
// speech_runs.cpp: quotations that no cue claimed, while a speaker holds the floor; the quoted words inside an indirect clause.
void add_running_quotations(const SpeechText& s, std::vector<SpeechAct>& relations);
// speech_unmarked.cpp: the rest of speech whose marks are lost, in texts that lost their commas too: the sentences between two cues of one
// speaker, and those behind a cue in which "we" speak.
void add_unmarked_speech(const SpeechText& s, std::vector<SpeechAct>& relations);
void add_quoted_parts(const SpeechText& s, std::vector<SpeechAct>& relations);

// All relations of a text, in text order of their contents.
std::vector<SpeechAct> find_relations(const SpeechText& s);

}  // namespace attest
