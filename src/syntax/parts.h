#pragma once
#include <string>
#include <vector>

#include "syntax/lemmas.h"
#include "syntax/linear.h"
#include "syntax/model_file.h"
#include "syntax/sentence.h"

namespace attest::syntax {

// The tag dictionary: for a folded word the hash of the set of tags it usually has. Rows sorted by key.
struct DictionaryRow {
  std::uint64_t key;
  std::uint32_t tags;
  std::uint32_t reserved;
};

void look_up_dictionary(const DictionaryRow* rows, std::size_t count, Words& sentence);

// Names of a model's classes: one tag a line as "UPOS\tXPOS", one relation a line.
std::vector<std::string> lines_of(std::string_view text);

}  // namespace attest::syntax
