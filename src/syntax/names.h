#pragma once
#include <array>
#include <string_view>

#include "syntax/linear.h"
#include "syntax/sentence.h"

namespace attest::syntax {

// Classes of the name finder: 0 outside, then B and I for each label.
inline constexpr std::array<std::string_view, 4> kEntityLabels = {"PER", "ORG", "LOC", "NORP"};
inline constexpr std::size_t kEntityClasses = 1 + 2 * kEntityLabels.size();

// "O", "B-PER", "I-PER" …
std::string entity_tag(std::size_t index);
bool entity_may_follow(std::size_t before, std::size_t index);  // I-X only after B-X or I-X

void entity_features(const Words& s, const std::vector<std::uint16_t>& tags, std::size_t i, const std::vector<std::uint8_t>& before, Features& out);

template <class Model, class Score>
std::vector<std::uint8_t> find_names(const Model& model, const Words& s, const std::vector<std::uint16_t>& tags, std::vector<Score>& scores) {
  std::vector<std::uint8_t> out;
  Features features;
  for (std::size_t i = 0; i < s.words.size(); ++i) {
    entity_features(s, tags, i, out, features);
    model.score(features, scores.data());
    std::size_t best = 0;
    const std::size_t before = out.empty() ? 0 : out.back();
    for (std::size_t c = 1; c < kEntityClasses; ++c)
      if (entity_may_follow(before, c) && scores[c] > scores[best]) best = c;
    out.push_back(static_cast<std::uint8_t>(best));
  }
  return out;
}

}  // namespace attest::syntax
