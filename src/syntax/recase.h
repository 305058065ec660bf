#pragma once
#include <string>
#include <vector>

#include "syntax/conllu.h"
#include "syntax/sentence.h"

namespace attest::syntax {

// A sentence as the trainer shows it to the models: its forms, and how they are read (nothing: as their letters say).
struct CasedForms {
  std::vector<std::string> forms;
  std::optional<Casing> as;
};

// One sentence in so many gets a copy as in capitals (which read as small letters do), one in so many a copy as a title.
struct Copies {
  std::size_t folded_every = 4, title_every = 8;
};

// The sentence as it is written and, by its number, its copies. `tags` are the Penn tags of the words: titles leave short prepositions and articles small.
std::vector<CasedForms> recased(const std::vector<std::string>& forms, const std::vector<std::string>& tags, std::size_t number, Copies copies = {});

// Words of such forms; they do not own them.
Words words_of(const CasedForms& forms);

}  // namespace attest::syntax
