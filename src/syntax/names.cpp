#include "syntax/names.h"

namespace attest::syntax {

std::string entity_tag(std::size_t index) {
  if (index == 0) return "O";
  return (index % 2 == 1 ? "B-" : "I-") + std::string(kEntityLabels[(index - 1) / 2]);
}

bool entity_may_follow(std::size_t before, std::size_t index) {
  return index == 0 || index % 2 == 1 || before == index || before + 1 == index;
}

void entity_features(const Words& s, const std::vector<std::uint16_t>& tags, std::size_t i, const std::vector<std::uint8_t>& before, Features& out) {
  const auto n = static_cast<std::ptrdiff_t>(s.words.size());
  static const Words::Word kNone{{}, {}, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, false};
  const auto at = [&](int by) -> const Words::Word& {
    const auto k = static_cast<std::ptrdiff_t>(i) + by;
    return k < 0 || k >= n ? kNone : s.words[static_cast<std::size_t>(k)];
  };
  const auto tag = [&](int by) -> std::uint32_t {
    const auto k = static_cast<std::ptrdiff_t>(i) + by;
    return k < 0 || k >= n ? 0 : tags[static_cast<std::size_t>(k)] + 1u;
  };
  const std::uint32_t e1 = i > 0 ? before[i - 1] + 1u : 0, e2 = i > 1 ? before[i - 2] + 1u : 0;
  const auto& w = at(0);
  out.clear();
  std::uint32_t k = 300;
  for (const int by : {-2, -1, 0, 1, 2}) {
    const auto& v = at(by);
    out.add(k, v.lower_hash), out.add(k + 1, v.shape), out.add(k + 2, tag(by)), out.add(k + 3, v.suffix3), out.add(k + 4, v.prefix3);
    k += 5;
  }
  out.add(330, w.form_hash), out.add(331, w.suffix2), out.add(332, w.suffix4), out.add(333, w.prefix2);
  out.add(334, e1), out.add(335, e1, e2), out.add(336, e1, w.lower_hash), out.add(337, e1, w.shape), out.add(338, e1, tag(0), tag(1)), out.add(339, e1, w.suffix3);
  out.add(340, at(-1).lower_hash, w.lower_hash), out.add(341, w.lower_hash, at(1).lower_hash), out.add(342, at(-1).shape, w.shape, at(1).shape);
  out.add(343, w.shape, w.first), out.add(344, at(-1).lower_hash, w.shape), out.add(345, at(1).lower_hash, w.shape), out.add(346, tag(-1), tag(0), tag(1));
  out.add(347, e1, at(-1).lower_hash, w.shape), out.add(348, e1, at(1).lower_hash), out.add(349, at(1).lower_hash, at(2).lower_hash), out.add(350, at(-2).lower_hash, at(-1).lower_hash);
}

}  // namespace attest::syntax
