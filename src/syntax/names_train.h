#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "syntax/names.h"

namespace attest::syntax {

// One sentence to learn from: a word's features, and which classes it may have (a bit a class). One bit a word where names are annotated; more
// where only their extent, or nothing, is known: then whatever agrees with the bits counts as right.
struct NameExample {
  std::vector<std::uint32_t> features;  // all words' features, one after the other
  std::vector<std::uint32_t> ends;      // of each word's features
  std::vector<std::uint32_t> allowed;
};

struct NameTraining {
  int epochs = 4;
  int epochs_pruned = 3;            // rounds after the weakest rows are gone; the weights at the end of each are averaged
  std::size_t rows = 165'000;       // rows kept
  float rate = 0.15f;
  float decay = 20;               // of a feature's weights in one round, shared among its words
};

struct TrainedNames {
  std::vector<std::uint32_t> keys;  // as NameModel reads them
  std::vector<NameRow> rows;
  std::vector<std::int16_t> links;
};

// A conditional random field (Lafferty et al. 2001), trained by adaptive gradient steps (Duchi et al. 2011) over sentences in a fixed order; the
// rows with the smallest weights are dropped and the rest trained on. Consumes the examples.
TrainedNames train_names(std::vector<NameExample> examples, const NameTraining& training, const std::function<void(const std::string&)>& say);

}  // namespace attest::syntax
