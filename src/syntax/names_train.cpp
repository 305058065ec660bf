#include "syntax/names_train.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "syntax/chain.h"
#include "syntax/random.h"

namespace attest::syntax {
namespace {

constexpr std::uint32_t kGone = 0xFFFFFFFF;
constexpr std::uint8_t kLeast = 2;  // a feature seen less often is not learnt
constexpr std::size_t kCounters = std::size_t{1} << 27;

using Row = std::array<float, kNameScores>;

class NameTrainer {
 public:
  NameTrainer(std::vector<NameExample> examples, const NameTraining& training, const std::function<void(const std::string&)>& say)
      : examples_(std::move(examples)), training_(training), say_(say) {}

  TrainedNames run() {
    number_features();
    for (int epoch = 0; epoch < training_.epochs; ++epoch) round("names, round " + std::to_string(epoch + 1));
    prune();
    for (int epoch = 0; epoch < training_.epochs_pruned; ++epoch) {
      round("names, pruned, round " + std::to_string(epoch + 1));
      add_to_average();
    }
    return packed();
  }

 private:
  // Gives features that are frequent enough numbers from 0 and puts those in their place; the others go.
  void number_features() {
    std::vector<std::uint8_t> counters(kCounters);
    const auto counter = [&](std::uint32_t f) -> std::uint8_t& { return counters[(f * 0x9E3779B1u) >> 5]; };
    for (const auto& e : examples_)
      for (const auto f : e.features)
        if (auto& n = counter(f); n < 255) ++n;
    std::vector<std::uint64_t> frequent(std::size_t{1} << 26);  // a bit a feature
    for (const auto& e : examples_)
      for (const auto f : e.features)
        if (counter(f) >= kLeast && f != 0) frequent[f >> 6] |= std::uint64_t{1} << (f & 63);
    for (std::size_t block = 0; block < frequent.size(); ++block)
      for (auto bits = frequent[block]; bits != 0; bits &= bits - 1) keys_.push_back(static_cast<std::uint32_t>(block * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
    // A table of where each value of the upper bits begins makes the search short.
    std::vector<std::uint32_t> begins((1u << 20) + 1);
    for (std::size_t i = 0, b = 0; b <= (1u << 20); ++b) {
      while (i < keys_.size() && (keys_[i] >> 12) < b) ++i;
      begins[b] = static_cast<std::uint32_t>(i);
    }
    for (auto& e : examples_) {
      std::size_t out = 0, from = 0;
      for (auto& end : e.ends) {
        for (; from < end; ++from) {
          const auto f = e.features[from];
          const auto last = keys_.begin() + begins[(f >> 12) + 1];
          const auto at = std::lower_bound(keys_.begin() + begins[f >> 12], last, f);
          if (at != last && *at == f) e.features[out++] = static_cast<std::uint32_t>(at - keys_.begin());
        }
        end = static_cast<std::uint32_t>(out);
      }
      e.features.resize(out);
    }
    decay_.assign(keys_.size(), 0);
    for (const auto& e : examples_)
      for (const auto f : e.features) ++decay_[f];
    for (auto& d : decay_) d = training_.decay / d;
    weights_.assign(keys_.size(), Row{});
    squares_.assign(keys_.size(), Row{});
    say_("names: " + std::to_string(keys_.size()) + " features of " + std::to_string(examples_.size()) + " sentences");
  }

  void round(const std::string& title) {
    wrong_ = words_ = 0;
    for (const auto k : shuffled(examples_.size(), random_)) learn(examples_[k]);
    say_(title + ": " + std::to_string(wrong_ / std::max(1.0, words_)) + " of probability is wrong");
  }

  void learn(const NameExample& e) {
    const auto words = e.ends.size();
    if (words == 0) return;
    scores_.assign(words * kNameScores, 0);
    for (std::size_t i = 0, f = 0; i < words; ++i)
      for (; f < e.ends[i]; ++f)
        for (std::size_t c = 0; c < kNameScores; ++c) scores_[i * kNameScores + c] += weights_[e.features[f]][c];
    free_.run(scores_, words, links_, {});
    bound_.run(scores_, words, links_, e.allowed);
    for (std::size_t i = 0, f = 0; i < words; ++i) {
      Row slope;
      float size = 0, off = 0;
      for (std::size_t c = 0; c < kNameScores; ++c) {
        slope[c] = free_.probability(i, c) - bound_.probability(i, c);
        size = std::max(size, std::abs(slope[c]));
      }
      for (std::size_t c = 0; c < kNameClasses; ++c) off += std::max(0.0f, bound_.probability(i, c) - free_.probability(i, c));
      wrong_ += off, words_ += 1;
      if (size < 1e-3f) {
        f = e.ends[i];
        continue;
      }
      for (; f < e.ends[i]; ++f) step(e.features[f], slope);
    }
    for (std::size_t k = 0; k < links_.size(); ++k) {
      const float slope = free_.pairs()[k] - bound_.pairs()[k];
      if (slope == 0) continue;
      link_squares_[k] += slope * slope;
      links_[k] -= training_.rate * slope / std::sqrt(link_squares_[k] + 1e-2f);
    }
  }

  void step(std::uint32_t feature, const Row& slope) {
    Row &weights = weights_[feature], &squares = squares_[feature];
    for (std::size_t c = 0; c < kNameScores; ++c) {
      const float g = slope[c] + decay_[feature] * weights[c];
      squares[c] += g * g;
      weights[c] -= training_.rate * g / std::sqrt(squares[c] + 1e-2f);
    }
  }

  static float size_of(const Row& row) {
    float sum = 0;
    for (const float w : row) sum += w * w;
    return sum;
  }

  // Keeps the rows with the largest weights.
  void prune() {
    if (keys_.size() <= training_.rows) return;
    std::vector<float> sizes;
    for (const auto& row : weights_) sizes.push_back(size_of(row));
    auto sorted = sizes;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(training_.rows), sorted.end(), std::greater<>());
    const float least = sorted[training_.rows];
    std::vector<std::uint32_t> to(keys_.size(), kGone);
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      if (sizes[i] <= least) continue;
      keys_[n] = keys_[i], weights_[n] = weights_[i], squares_[n] = squares_[i], decay_[n] = decay_[i];
      to[i] = n++;
    }
    keys_.resize(n), weights_.resize(n), squares_.resize(n), decay_.resize(n);
    for (auto& e : examples_) {
      std::size_t out = 0, from = 0;
      for (auto& end : e.ends) {
        for (; from < end; ++from)
          if (to[e.features[from]] != kGone) e.features[out++] = to[e.features[from]];
        end = static_cast<std::uint32_t>(out);
      }
      e.features.resize(out);
    }
  }

  void add_to_average() {
    average_.resize(weights_.size());
    for (std::size_t i = 0; i < weights_.size(); ++i)
      for (std::size_t c = 0; c < kNameScores; ++c) average_[i][c] += weights_[i][c] / static_cast<float>(training_.epochs_pruned);
    for (std::size_t k = 0; k < links_.size(); ++k) average_links_[k] += links_[k] / static_cast<float>(training_.epochs_pruned);
  }

  // Weights of 8 bits; the largest of all take the limit.
  TrainedNames packed() const {
    float largest = 0.01f;
    for (const auto& row : average_)
      for (const float w : row) largest = std::max(largest, std::abs(w));
    const float scale = 127 / largest;
    TrainedNames out;
    out.keys.resize(keys_.size() * 4 / 3 + 2);
    out.rows.resize(out.keys.size());
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      auto at = name_home(keys_[i], out.keys.size());
      while (out.keys[at] != 0) at = at + 1 == out.keys.size() ? 0 : at + 1;
      out.keys[at] = keys_[i];
      for (std::size_t c = 0; c < kNameScores; ++c) out.rows[at][c] = static_cast<std::int8_t>(std::lround(average_[i][c] * scale));
    }
    for (const float link : average_links_) out.links.push_back(static_cast<std::int16_t>(std::clamp(std::lround(link * scale), -30000l, 30000l)));
    say_("names: largest weight " + std::to_string(largest));
    return out;
  }

  std::vector<NameExample> examples_;
  const NameTraining& training_;
  const std::function<void(const std::string&)>& say_;
  std::vector<std::uint32_t> keys_;  // sorted
  std::vector<Row> weights_, squares_, average_;
  std::vector<float> decay_;  // of each feature: rare ones are held smaller
  Chain::Links links_{}, link_squares_{}, average_links_{};
  Chain free_, bound_;
  std::vector<float> scores_;
  Random random_;
  double wrong_ = 0, words_ = 0;
};

}  // namespace

TrainedNames train_names(std::vector<NameExample> examples, const NameTraining& training, const std::function<void(const std::string&)>& say) {
  return NameTrainer(std::move(examples), training, say).run();
}

}  // namespace attest::syntax
