#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "know/know.h"
#include "model/model.h"

namespace attest {

// A sentence or a quotation reduced to its content words, in order, and to the keys under which passages like it are met.
struct Passage {
  Span span;
  std::uint32_t first = 0, last = 0;  // its words in Passages::words
};

// All passages of one kind in one report. Words are hashes of stems; keys are hashes that equal or similar passages share.
struct Passages {
  std::uint64_t report = 0;  // hash of the report's id: an order that does not depend on arrival
  std::int32_t day = 0;      // of the report; the undated come last
  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> keys;        // sorted
  std::vector<std::uint16_t> of_passage;  // for each key the index of a passage that has it
  std::vector<Passage> all;

  std::uint32_t size(const Passage& p) const { return p.last - p.first; }
};

// The words of a language that carry no content ("function_words" of the language's data); what the two readers below need of it.
class ContentWords {
 public:
  explicit ContentWords(const Lexicon& lexicon);
  // The hash of a content word's stem; 0 for a function word, a mark, a single letter.
  std::uint32_t word(const Tokens& tokens, std::size_t token) const;

 private:
  std::vector<std::uint64_t> function_words_;  // hashes, sorted
};

// Sentences of six content words or more, without what stands in direct quotation: two reporters may quote one speech. Keys:
// MinHash (Broder 1997) of the set of content words in bands (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4), so
// that a sentence of which a fifth was replaced still meets its source under one band or another.
Passages sentence_passages(const Analysis& analysis, const ContentWords& content);

// Direct and mixed quotations of four content words or more. Keys: each two neighbouring content words, so that a trimmed
// quotation meets the whole one.
Passages quote_passages(const Analysis& analysis, const ContentWords& content);

// How many content words of two passages stand in the same order in both: their longest common subsequence.
std::uint32_t aligned_words(const Passages& a, const Passage& x, const Passages& b, const Passage& y);

}  // namespace attest
