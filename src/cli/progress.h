#pragma once
#include <cstdint>
#include <cstdio>
#include <string>

#include "base/base.h"

namespace attest {

// Progress of a run on standard error: on a terminal one line with bar, rate and time left, redrawn at most ten times a second; else a plain line
// every ten seconds and one at the end. `total` bytes of 0 is unknown: no bar, no time left.
class Progress {
 public:
  Progress(std::FILE* out, bool terminal, bool quiet, std::uint64_t total, const Clock& clock);
  void add(std::uint64_t bytes, bool skipped);
  void finish();

  // The line as it would stand now; for tests.
  std::string line(double now) const;

 private:
  std::FILE* out_;
  const bool terminal_, quiet_;
  const std::uint64_t total_;
  const Clock& clock_;
  const double start_;
  double last_;
  std::uint64_t bytes_ = 0, reports_ = 0, skipped_ = 0;
};

// The sum of the sizes of the files that the inputs name, folders taken in; what cannot be read counts nothing.
std::uint64_t total_bytes(const std::vector<std::string>& inputs, const Files& files);

}  // namespace attest
