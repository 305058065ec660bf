#include "find/measures.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::uint32_t kDateWithin = 5;  // tokens between "since" and the day
constexpr std::uint32_t kStateWithin = 4; // tokens between the people and "are missing"

// Those harmed so may be so now: a figure may say how many are, or how many became so.
bool can_last(Effect e) {
  return e == Effect::kMissing || e == Effect::kDetained || e == Effect::kAbducted || e == Effect::kDisplaced || e == Effect::kAffected;
}

bool date_follows(const HarmReading& r, const Sentence& s, std::uint32_t k) {
  for (auto i = k; i < std::min(s.last, k + kDateWithin); ++i)
    if (r.roles[i].date) return true;
  return false;
}

// No other clause of saying or of another happening between the claim and the word.
bool same_clause(const HarmReading& r, std::uint32_t from, std::uint32_t to) {
  for (auto k = from; k < to; ++k)
    if (r.in.tokens.norm(k) == ";" || r.clause(k) == ClauseWord::kRelative) return false;
  return true;
}

}  // namespace

Measure measure_of(const HarmReading& r, const Sentence& s, Effect effect, std::uint32_t first, std::uint32_t last) {
  bool flow = false, superlative = false;  // "the deadliest attack since May" counts nothing since May
  for (auto k = s.first; k < s.last; ++k) {
    const auto match = r.words.measure_at.longest_at(r.in.tokens, k);
    if (!match) continue;
    const auto kind = r.words.measures[match.value];
    const bool after = k >= first && same_clause(r, last, k), before = k < first && same_clause(r, k, first);
    superlative |= kind == MeasureWord::kSuperlative;
    if (kind == MeasureWord::kSince && !superlative && (after || before) && date_follows(r, s, k)) return Measure::kRunningTotal;
    if (kind == MeasureWord::kRunning && (after || before)) return Measure::kRunningTotal;
    const bool own = k >= first && k <= last + kStateWithin;
    if (kind == MeasureWord::kStock && own && can_last(effect)) return Measure::kStock;
    flow |= kind == MeasureWord::kFlow && k >= first && k <= last && effect == Effect::kDisplaced;
  }
  return flow ? Measure::kFlow : Measure::kEvent;
}

}  // namespace attest
