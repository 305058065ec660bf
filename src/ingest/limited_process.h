#pragma once
// A helper program under limits of time, memory and output: for formats whose readers must not share our memory or licence.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace attest {

struct ProcessLimits {
  int seconds = 60;                         // of processor time, and of waiting for it
  std::uint64_t memory_bytes = 1ull << 30;  // address space
  std::uint64_t output_bytes = 256ull << 20;
};

struct ProcessOutput {
  int exit_status = 0;  // 128 + the signal where one ended it
  std::string output;
};

// Runs the program (found in PATH) with the input on its standard input; it may write no file. Errors: unsupported where it is
// not installed, timed_out, too_large.
Result<ProcessOutput> run_limited(const std::vector<std::string>& command, std::string_view input, const ProcessLimits& limits);

}  // namespace attest
