#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "link/case_view.h"

namespace attest {

// One sampled run of words of a text.
struct Shingle {
  std::uint64_t hash = 0;
  Span span;
};

// Fingerprints of the words [first, last) of a text: hashes of every run of `words` words, of which winnowing (Schleimer, Wilkerson,
// Aiken 2003) keeps the smallest of each `window` runs. So copies that were cut, reordered or slightly edited still share many, and a
// shared run of words + window - 1 words always shares one.
std::vector<Shingle> shingles(const Tokens& tokens, std::size_t first, std::size_t last, std::size_t words, std::size_t window);

// Two texts that share runs of words: their numbers (a < b) and the shared runs in both.
struct SharedRuns {
  std::uint32_t a = 0, b = 0;
  std::vector<std::pair<Span, Span>> runs;
};

// All pairs of texts that share at least `least` runs. A run that stands in more than `common` texts is boilerplate and joins nobody, so
// the work grows with the number of texts, not with its square.
std::vector<SharedRuns> shared_runs(const std::vector<std::vector<Shingle>>& texts, std::size_t least, std::size_t common);

}  // namespace attest
