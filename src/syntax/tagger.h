#pragma once
#include "syntax/linear.h"
#include "syntax/sentence.h"

namespace attest::syntax {

// The features of word i, given the tags of the words before it and, in the second pass, a first guess of all tags.
void tag_features(const Words& s, std::size_t i, const std::vector<std::uint16_t>& before, const std::vector<std::uint16_t>* guess, Features& out);

// Tags a sentence from left to right; `model` is a LinearTable or a LinearTrainer.
template <class Model, class Score>
std::vector<std::uint16_t> tag_sentence(const Model& model, std::size_t classes, const Words& s, const std::vector<std::uint16_t>* guess, std::vector<Score>& scores) {
  std::vector<std::uint16_t> tags;
  tags.reserve(s.words.size());
  Features features;
  for (std::size_t i = 0; i < s.words.size(); ++i) {
    tag_features(s, i, tags, guess, features);
    model.score(features, scores.data());
    tags.push_back(static_cast<std::uint16_t>(best_class(scores.data(), classes)));
  }
  return tags;
}

}  // namespace attest::syntax
