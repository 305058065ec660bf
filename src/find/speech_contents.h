#pragma once
#include <algorithm>
#include <vector>

#include "find/speech_relations.h"

namespace attest {

// The contents of relations by their first token, so that those around a quotation are found without looking at all.
class Contents {
 public:
  explicit Contents(const std::vector<SpeechAct>& relations) {
    for (std::size_t i = 0; i < relations.size(); ++i)
      for (Range c : relations[i].content) pieces_.push_back({c, i});
    std::stable_sort(pieces_.begin(), pieces_.end(), [](const Piece& a, const Piece& b) { return a.at.begin < b.at.begin; });
  }
  // Calls `each` with the relations that have a content which holds all of `inner`.
  template <class Each>
  void holding(Range inner, Each each) const {
    const auto low = inner.begin > kLongestContent ? inner.begin - kLongestContent : 0;
    auto it = std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& p) { return p.at.begin < low; });
    for (; it != pieces_.end() && it->at.begin <= inner.begin; ++it)
      if (it->at.contains(inner)) each(it->relation);
  }
  bool hold(Range inner) const {
    bool found = false;
    holding(inner, [&](std::size_t) { found = true; });
    return found;
  }

 private:
  static constexpr std::uint32_t kLongestContent = 600;  // tokens; longer ones are looked into by no quotation
  struct Piece {
    Range at;
    std::size_t relation;
  };
  std::vector<Piece> pieces_;
};

}  // namespace attest
