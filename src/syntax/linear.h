#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/base.h"

namespace attest::syntax {

// Features are 32-bit hashes; each names a row of one weight a class, and rows overlap in one table (the hashing trick), so that a table has the
// size we choose and a score is a few contiguous additions. Rows are padded to kLanes classes for the vector unit.
inline constexpr std::uint32_t kLanes = 16;
inline std::uint32_t padded(std::size_t classes) { return (static_cast<std::uint32_t>(classes) + kLanes - 1) / kLanes * kLanes; }

inline std::uint32_t mix(std::uint32_t hash, std::uint32_t value) {
  hash ^= value + 0x9E3779B9u + (hash << 6) + (hash >> 2);
  hash *= 0x85EBCA6Bu;
  return hash ^ (hash >> 15);
}
inline std::uint32_t word_hash(std::string_view text) { return static_cast<std::uint32_t>(hash64(text)); }

// Collects the features of one decision; template numbers keep features of different kinds apart.
class Features {
 public:
  static constexpr std::size_t kMax = 128;
  void clear() { size_ = 0; }
  void add(std::uint32_t kind, std::uint32_t a) { push(mix(mix(0x51ED27u, kind), a)); }
  void add(std::uint32_t kind, std::uint32_t a, std::uint32_t b) { push(mix(mix(mix(0x51ED27u, kind), a), b)); }
  void add(std::uint32_t kind, std::uint32_t a, std::uint32_t b, std::uint32_t c) { push(mix(mix(mix(mix(0x51ED27u, kind), a), b), c)); }
  std::span<const std::uint32_t> all() const { return {hashes_, size_}; }

 private:
  void push(std::uint32_t hash) {
    if (size_ < kMax) hashes_[size_++] = hash;
  }
  std::uint32_t hashes_[kMax];
  std::size_t size_ = 0;
};

// Where a feature's row begins in a table of `size` weights.
inline std::size_t row_of(std::uint32_t feature, std::size_t size, std::uint32_t width) {
  return static_cast<std::size_t>((static_cast<std::uint64_t>(feature) * (size - width)) >> 32);
}

// A trained table of weights of 8 or 16 bits, not owned (they lie in the mapped model file).
template <class Weight>
struct LinearTable {
  using Sum = std::conditional_t<sizeof(Weight) == 1, std::int16_t, std::int32_t>;
  std::span<const Weight> weights;
  std::uint32_t width = 0;

  // A block of classes at a time, so that its sums stay in registers. 128 features of at most 127 each fit 16 bits.
  void score(const Features& features, std::int32_t* out) const {
    std::size_t rows[Features::kMax];
    const auto all = features.all();
    for (std::size_t f = 0; f < all.size(); ++f) rows[f] = row_of(all[f], weights.size(), width);
    for (std::uint32_t first = 0; first < width; first += kLanes) {
      Sum sums[kLanes] = {};
      const Weight* block = weights.data() + first;
      for (std::size_t f = 0; f < all.size(); ++f)
        for (std::uint32_t c = 0; c < kLanes; ++c) sums[c] = static_cast<Sum>(sums[c] + block[rows[f] + c]);
      for (std::uint32_t c = 0; c < kLanes; ++c) out[first + c] = sums[c];
    }
  }
};

// An averaged perceptron over the same layout (Freund and Schapire 1999; averaging after Daumé).
class LinearTrainer {
 public:
  using Score = float;
  LinearTrainer(std::size_t size, std::size_t classes) : width_(padded(classes)), now_(size), sum_(size) {}

  std::uint32_t width() const { return width_; }
  void score(const Features& features, Score* out) const {
    for (std::uint32_t c = 0; c < width_; ++c) out[c] = 0;
    for (const auto feature : features.all()) {
      const float* row = now_.data() + row_of(feature, now_.size(), width_);
      for (std::uint32_t c = 0; c < width_; ++c) out[c] += row[c];
    }
  }
  void tick() { ++time_; }
  void update(const Features& features, std::size_t right, std::size_t wrong) {
    for (const auto feature : features.all()) {
      const auto row = row_of(feature, now_.size(), width_);
      change(row + right, 1);
      change(row + wrong, -1);
    }
  }
  // Averaged weights, rounded. The few weights of frequent features are the largest and decide most: they are clipped only far out.
  template <class Weight>
  std::vector<Weight> quantised() const {
    std::vector<float> average(now_.size());
    double square = 0;
    std::size_t used = 0;
    for (std::size_t i = 0; i < now_.size(); ++i) {
      average[i] = static_cast<float>(now_[i] - sum_[i] / static_cast<double>(time_ + 1));
      if (average[i] != 0) square += static_cast<double>(average[i]) * average[i], ++used;
    }
    const double deviation = used ? std::sqrt(square / static_cast<double>(used)) : 1;
    float largest = 0;
    for (const float w : average) largest = std::max(largest, std::abs(w));
    constexpr double kLimit = std::numeric_limits<Weight>::max();
    const double scale = kLimit / std::max(1e-9, std::min<double>(largest, (sizeof(Weight) == 1 ? kClip : kClip * 64) * deviation));
    std::vector<Weight> out(average.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      const double value = std::round(average[i] * scale);
      out[i] = static_cast<Weight>(std::clamp(value, -kLimit, kLimit));
    }
    return out;
  }

 private:
  static constexpr double kClip = 60;  // standard deviations
  void change(std::size_t at, float by) {
    now_[at] += by;
    sum_[at] += by * static_cast<double>(time_);
  }
  std::uint32_t width_;
  std::vector<float> now_;
  std::vector<double> sum_;
  std::uint64_t time_ = 0;
};

template <class S>
std::size_t best_class(const S* scores, std::size_t classes) {
  std::size_t best = 0;
  for (std::size_t c = 1; c < classes; ++c)
    if (scores[c] > scores[best]) best = c;
  return best;
}

}  // namespace attest::syntax
