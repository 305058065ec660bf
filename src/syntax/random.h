#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace attest::syntax {

// xorshift64*: the same everywhere, unlike the library's distributions.
class Random {
 public:
  std::uint32_t below(std::uint32_t n) {
    state_ ^= state_ >> 12, state_ ^= state_ << 25, state_ ^= state_ >> 27;
    return static_cast<std::uint32_t>((state_ * 0x2545F4914F6CDD1Dull) >> 32) % n;
  }

 private:
  std::uint64_t state_ = 0x9E3779B97F4A7C15ull;
};

inline std::vector<std::size_t> shuffled(std::size_t n, Random& random) {
  std::vector<std::size_t> order(n);
  for (std::size_t i = 0; i < n; ++i) order[i] = i;
  for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
  return order;
}

}  // namespace attest::syntax
