#include "syntax/chain.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace attest::syntax {
namespace {

constexpr std::size_t kN = kNameClasses;

struct Follows {
  std::array<std::array<std::uint8_t, kN>, kN> before{};  // classes that may come before one
  std::array<std::size_t, kN> count{};
};

constexpr Follows follows() {
  Follows out;
  for (std::size_t c = 0; c < kN; ++c)
    for (std::size_t b = 0; b < kN; ++b) {
      const bool inner = c != kNoName && (c % 4 == 1 || c % 4 == 2), on = b != kNoName && b % 4 < 2;
      if (on ? inner && b / 4 == c / 4 : !inner) out.before[c][out.count[c]++] = static_cast<std::uint8_t>(b);
    }
  return out;
}
constexpr Follows kFollows = follows();

void normalise(float* values) {
  float sum = 0;
  for (std::size_t c = 0; c < kN; ++c) sum += values[c];
  if (!(sum > 0)) return;
  for (std::size_t c = 0; c < kN; ++c) values[c] /= sum;
}

}  // namespace

float exponential(float x) {
  if (x < -80) return 0;
  const float scaled = std::min(x, 80.0f) * 1.44269504f;
  const float whole = std::floor(scaled);
  const float f = (scaled - whole) * 0.69314718f;
  const float value = 1 + f * (1 + f * (0.5f + f * (0.16666667f + f * (0.04166667f + f * (0.00833333f + f * 0.00138889f)))));
  const auto power = static_cast<std::uint32_t>(static_cast<std::int32_t>(whole) + 127) << 23;
  return value * std::bit_cast<float>(power);
}

void Chain::weigh(std::span<const float> scores, std::size_t words, std::span<const std::uint32_t> allowed) {
  weight_.resize(words * kN);
  for (std::size_t i = 0; i < words; ++i) {
    const float* row = scores.data() + i * kNameScores;
    float largest = 0;
    for (std::size_t c = 0; c < kNameScores; ++c) largest = std::max(largest, row[c]);
    for (std::size_t c = 0; c < kN; ++c) weight_[i * kN + c] = exponential((c == kNoName ? 0 : row[c]) - largest);
    if (allowed.empty()) continue;
    for (std::size_t c = 0; c < kN; ++c) {
      float& weight = weight_[i * kN + c];
      weight = allowed[i] >> c & 1 ? std::max(weight, 1e-30f) : 0;
    }
  }
}

void Chain::run(std::span<const float> scores, std::size_t words, const Links& links, std::span<const std::uint32_t> allowed) {
  weigh(scores, words, allowed);
  for (std::size_t k = 0; k < links.size(); ++k) exp_links_[k] = exponential(links[k]);
  forward_.assign(words * kN, 0), backward_.assign(words * kN, 0);
  for (std::size_t i = 0; i < words; ++i) {
    float* now = forward_.data() + i * kN;
    for (std::size_t c = 0; c < kN; ++c) {
      float sum = 0;
      if (i == 0) sum = may_follow(kNoName, c) ? exp_links_[kNoName * kN + c] : 0;
      else
        for (std::size_t k = 0; k < kFollows.count[c]; ++k) sum += now[static_cast<std::ptrdiff_t>(kFollows.before[c][k]) - static_cast<std::ptrdiff_t>(kN)] * exp_links_[kFollows.before[c][k] * kN + c];
      now[c] = sum * weight_[i * kN + c];
    }
    normalise(now);
  }
  pairs_.fill(0);
  for (std::size_t i = words; i > 0; --i) {
    float* now = backward_.data() + (i - 1) * kN;
    if (i == words) {
      for (std::size_t c = 0; c < kN; ++c) now[c] = goes_on(c) ? 0.0f : 1.0f;
    } else {
      const float *after = backward_.data() + i * kN, *weight = weight_.data() + i * kN, *before = forward_.data() + (i - 1) * kN;
      Links expected{};
      float sum = 0;
      for (std::size_t c = 0; c < kN; ++c)
        for (std::size_t k = 0; k < kFollows.count[c]; ++k) {
          const std::size_t b = kFollows.before[c][k];
          const float value = exp_links_[b * kN + c] * weight[c] * after[c];
          now[b] += value;
          expected[b * kN + c] = before[b] * value;
          sum += before[b] * value;
        }
      if (sum > 0)
        for (std::size_t k = 0; k < expected.size(); ++k) pairs_[k] += expected[k] / sum;
    }
    normalise(now);
  }
  for (std::size_t i = 0; i < words; ++i) {
    for (std::size_t c = 0; c < kN; ++c) forward_[i * kN + c] *= backward_[i * kN + c];
    normalise(forward_.data() + i * kN);
    if (i == 0)
      for (std::size_t c = 0; c < kN; ++c) pairs_[kNoName * kN + c] += forward_[c];
  }
}

}  // namespace attest::syntax
