#include "find/finders.h"

#include <algorithm>

namespace attest {
namespace {

std::int64_t size_of(const Count& c) { return c.point ? *c.point : c.low ? *c.low : c.high.value_or(0); }

}  // namespace

std::vector<Total> find_totals(const FindInput&, const std::vector<Claim>& claims, const std::vector<Claim>& unquantified) {
  std::vector<Total> out;
  for (int e = 0; e < 8; ++e) {
    const auto effect = static_cast<Effect>(e);
    Total best;
    std::int64_t most = 0;
    std::uint32_t sentence = 0;
    Total current;
    std::int64_t sum = 0;
    const auto close = [&] {
      if (sum > most) best = current, most = sum;
      current = {};
      sum = 0;
    };
    for (const auto& c : claims) {
      if (c.effect != effect || c.background || c.part_of) continue;
      if (c.sentence.begin != sentence) close();
      sentence = c.sentence.begin;
      current.low = current.low.value_or(0) + c.count->low.value_or(size_of(*c.count));
      current.claims.push_back(c.id);
      sum += size_of(*c.count);
      current.point = sum;
    }
    close();
    if (most > 0) {
      best.effect = effect;
      best.incident = "main";
      if (best.low && best.point && *best.low == *best.point) best.high = best.point;
      out.push_back(best);
    } else if (std::any_of(unquantified.begin(), unquantified.end(), [&](const Claim& c) { return c.effect == effect && !c.background; })) {
      Total told;
      told.effect = effect;
      told.low = 1;
      told.incident = "main";
      out.push_back(told);
    }
  }
  return out;
}

}  // namespace attest
