#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

// Why a claim is a member of an incident: words of a fixed list, each once, in the order in which they were found. A case holds
// one for each claim, so they are kept as numbers.
enum class Reason : std::uint8_t {
  kFirst,
  kDate,
  kPlace,
  kNearPlace,
  kFigure,
  kRoundedFigure,
  kMeans,
  kSource,
  kActor,
  kSharedText,
  kSentence,
  kPartOf,
  kReport,
  kWarTotal,
  kDecision
};

class Reasons {
 public:
  Reasons() = default;
  Reasons(std::initializer_list<Reason> all) {
    for (const Reason r : all) add(r);
  }
  void add(Reason reason) {
    if (std::find(begin(), end(), reason) == end()) all_[size_++] = reason;
  }
  const Reason* begin() const { return all_.data(); }
  const Reason* end() const { return all_.data() + size_; }

  std::vector<std::string> words() const {
    static constexpr std::array<std::string_view, kReasons> kWords = {
        "first",       "date",     "place",   "near place", "figure",    "rounded figure",     "means", "source", "actor",
        "shared text", "sentence", "part_of", "report",     "war total", "a person's decision"};
    std::vector<std::string> out;
    for (const Reason r : *this) out.emplace_back(kWords[static_cast<std::size_t>(r)]);
    return out;
  }

 private:
  static constexpr std::size_t kReasons = 15;
  std::array<Reason, kReasons> all_{};
  std::uint8_t size_ = 0;
};

}  // namespace attest
