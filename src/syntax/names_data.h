#pragma once
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "syntax/conllu.h"
#include "syntax/names_train.h"
#include "syntax/phrases.h"

namespace attest::syntax {

// A sentence for the name finder: words, their Penn tags, and which classes each may have.
struct NamedSentence {
  std::vector<std::string> forms, tags;
  std::vector<std::uint32_t> allowed;
};

// From a corpus with names in MISC. The second sentence, where there is one, has its words split at hyphens, as Universal Dependencies do.
std::vector<NamedSentence> named_sentences(const ConlluSentence& s);

// Words that the corpus mostly marks as times: proper nouns of a treebank that are no names here.
std::set<std::string> time_words(const std::vector<ConlluSentence>& corpus);

// From a treebank without names: a run of proper nouns is a name of some kind, and what is none is no name. A person's name is a flat run; titles stand
// outside. `known` tells which kinds (bits) a run, folded and joined by spaces, was seen as elsewhere.
NamedSentence named_by_tree(const ConlluSentence& s, const std::set<std::string>& times, const std::function<std::uint32_t(const std::vector<std::string>&)>& known);

// The names among classes that leave no choice.
std::vector<PhraseTable::Name> names_of(const std::vector<std::uint32_t>& allowed);

}  // namespace attest::syntax
