#pragma once
#include <string>
#include <vector>

#include "syntax/lemmas.h"
#include "syntax/linear.h"
#include "syntax/model_file.h"
#include "syntax/sentence.h"
#include "syntax/tagger.h"

namespace attest::syntax {

// The tag dictionary: for a folded word the hash of the set of tags it usually has. Rows sorted by key.
struct DictionaryRow {
  std::uint64_t key;
  std::uint32_t tags;
  std::uint32_t reserved;
};

void look_up_dictionary(const DictionaryRow* rows, std::size_t count, Words& sentence);

// The two passes of the tagger, as they lie in a model.
struct Tagging {
  LinearTable<std::int8_t> first, second;
  std::size_t classes = 0;
  // The words need their dictionary looked up; `scores` has room for the widest table.
  std::vector<std::uint16_t> tags(const Words& words, std::vector<std::int32_t>& scores) const {
    const auto guess = tag_sentence(first, classes, words, nullptr, scores);
    return tag_sentence(second, classes, words, &guess, scores);
  }
};

// Names of a model's classes: one tag a line as "UPOS\tXPOS", one relation a line.
std::vector<std::string> lines_of(std::string_view text);

}  // namespace attest::syntax
