#pragma once
#include <functional>
#include <string>
#include <vector>

#include "syntax/conllu.h"
#include "syntax/model_file.h"
#include "syntax/syntax.h"

namespace attest::syntax {

// The sections of a model that hold the name finder, learnt from `names` and, where `training` says so, from the proper nouns of the treebank. Words are
// tagged by the taggers of `base`, as they will be when the model is used.
Result<std::vector<Section>> make_name_sections(const std::vector<Section>& base, const std::vector<ConlluSentence>& treebank, const std::vector<ConlluSentence>& names,
                                                const SyntaxTraining& training, const std::function<void(const std::string&)>& say);

}  // namespace attest::syntax
