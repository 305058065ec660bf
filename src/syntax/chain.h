#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "syntax/names.h"

namespace attest::syntax {

// The probabilities of a chain of classes: of each class at each word, and how often each class follows each, summed over the sentence. Buffers are
// kept from sentence to sentence.
class Chain {
 public:
  using Links = std::array<float, kNameClasses * kNameClasses>;  // logarithms

  // `scores`: kNameScores a word. `allowed`: classes a word may have, a bit a class; empty: all.
  void run(std::span<const float> scores, std::size_t words, const Links& links, std::span<const std::uint32_t> allowed);

  float probability(std::size_t word, std::size_t name_class) const { return forward_[word * kNameClasses + name_class]; }
  const Links& pairs() const { return pairs_; }

 private:
  void weigh(std::span<const float> scores, std::size_t words, std::span<const std::uint32_t> allowed);
  std::vector<float> weight_, forward_, backward_;
  Links exp_links_{}, pairs_{};
};

// e to the x by a polynomial: the same bits on every machine, which the C library does not promise. Relative error below 1e-6.
float exponential(float x);

}  // namespace attest::syntax
