#include "syntax/tagger.h"

namespace attest::syntax {
namespace {

constexpr std::uint32_t kEdge = 0xEDu;

}  // namespace

void tag_features(const Words& s, std::size_t i, const std::vector<std::uint16_t>& before, const std::vector<std::uint16_t>* guess, Features& out) {
  const auto n = s.words.size();
  static const Words::Word kNone{{}, {}, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, kEdge, false};
  const auto at = [&](std::size_t j, int by) -> const Words::Word& {
    const auto k = static_cast<std::ptrdiff_t>(j) + by;
    return k < 0 || k >= static_cast<std::ptrdiff_t>(n) ? kNone : s.words[static_cast<std::size_t>(k)];
  };
  const auto &w = s.words[i], &l1 = at(i, -1), &l2 = at(i, -2), &r1 = at(i, 1), &r2 = at(i, 2);
  const std::uint32_t t1 = i > 0 ? before[i - 1] + 1u : 0, t2 = i > 1 ? before[i - 2] + 1u : 0;
  out.clear();
  out.add(0, w.first);
  out.add(1, w.form_hash);
  out.add(2, w.lower_hash);
  out.add(3, w.suffix1), out.add(4, w.suffix2), out.add(5, w.suffix3), out.add(6, w.suffix4);
  out.add(7, w.prefix1), out.add(8, w.prefix2), out.add(9, w.prefix3);
  out.add(10, w.shape), out.add(11, w.shape, w.first), out.add(12, w.shape, w.suffix2);
  out.add(13, l1.lower_hash), out.add(14, r1.lower_hash), out.add(15, l2.lower_hash), out.add(16, r2.lower_hash);
  out.add(17, l1.lower_hash, w.lower_hash), out.add(18, w.lower_hash, r1.lower_hash);
  out.add(19, l1.suffix3), out.add(20, r1.suffix3), out.add(21, r1.suffix2, w.suffix2), out.add(22, l1.shape), out.add(23, r1.shape);
  out.add(24, w.dictionary), out.add(25, w.dictionary, r1.dictionary), out.add(26, r1.dictionary), out.add(27, r1.dictionary, r2.dictionary);
  out.add(28, w.dictionary, w.suffix3), out.add(29, w.dictionary, w.shape);
  if (!guess) {
    out.add(30, t1), out.add(31, t1, t2), out.add(32, t1, w.lower_hash), out.add(33, t1, w.suffix3), out.add(34, t1, w.dictionary, r1.dictionary);
    out.add(35, t1, r1.lower_hash), out.add(36, t1, t2, w.dictionary), out.add(37, t2, l1.lower_hash, w.suffix2);
    return;
  }
  const auto tag = [&](int by) -> std::uint32_t {
    const auto k = static_cast<std::ptrdiff_t>(i) + by;
    return k < 0 || k >= static_cast<std::ptrdiff_t>(n) ? 0 : (*guess)[static_cast<std::size_t>(k)] + 1u;
  };
  const std::uint32_t g0 = tag(0), r = tag(1), rr = tag(2);
  out.add(40, g0), out.add(41, t1), out.add(42, r), out.add(43, t1, r), out.add(44, t1, t2), out.add(45, r, rr);
  out.add(46, g0, w.lower_hash), out.add(47, t1, w.lower_hash), out.add(48, r, w.lower_hash), out.add(49, t1, r, w.lower_hash);
  out.add(50, t1, r, w.suffix3), out.add(51, t1, t2, r), out.add(52, t1, r, rr), out.add(53, g0, t1, r), out.add(54, t1, g0, w.dictionary);
  out.add(55, g0, r, w.suffix2), out.add(56, l1.lower_hash, r, g0), out.add(57, r1.lower_hash, t1, g0);
}

}  // namespace attest::syntax
