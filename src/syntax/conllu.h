#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace attest::syntax {

// A sentence of a CoNLL-U file: its comment lines, its words (columns as written), and lines between words that are not words (multi-word
// tokens "3-4", empty nodes "5.1"), each with the number of words before it.
struct ConlluSentence {
  struct Word {
    std::string form, lemma, upos, xpos, feats, relation, deps, misc;
    std::int32_t head = -1;  // word index from 0; -1 the root or unset
    bool has_head = false;
  };
  std::vector<std::string> comments;
  std::vector<Word> words;
  std::vector<std::pair<std::size_t, std::string>> others;
};

// Reads a whole file; an error names file and line. Limits: 10,000 words a sentence, 1 MiB a line.
Result<std::vector<ConlluSentence>> read_conllu(std::string_view text, const std::string& path);

std::string write_conllu(const ConlluSentence& sentence);

}  // namespace attest::syntax
