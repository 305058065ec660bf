#include <algorithm>

#include "reconcile/policies.h"
#include "reconcile/said.h"

namespace attest {
namespace {

// The three ranks in which readings decide: reliable ones; else counted ones that are unsourced or a belligerent's count of its enemy's
// dead; else vague words. Where a better rank has any, the others decide only `high`.
int rank(const Reading& r) {
  if (is_vague(r.count)) return 2;
  return r.origin.empty() || r.interest == "enemy_losses" ? 1 : 0;
}

std::string why_weak(const Reading& r) {
  if (is_vague(r.count)) return "vague words; they decide only the high end where a counted figure stands";
  if (r.origin.empty()) return "unsourced; decides only the high end where a sourced figure stands";
  return "a party's count of its enemy's dead; decides only the high end where another figure stands";
}

// Latest as-of day, then the lower number (the tie-break is our proposal).
bool better(const Reading& a, const Reading& b) {
  if (a.as_of != b.as_of) return a.as_of && (!b.as_of || *a.as_of > *b.as_of);
  return number(a.count) < number(b.count);
}

std::optional<std::int64_t> floor_of(const Count& c) { return c.low ? c.low : c.modifier == Modifier::kAbout ? c.point : std::nullopt; }
std::optional<std::int64_t> ceiling_of(const Count& c) { return c.high ? c.high : c.modifier == Modifier::kAbout ? c.point : std::nullopt; }

const Reading& decide(Estimate& e, const std::vector<const Reading*>& pool) {
  const Reading* best = *std::min_element(pool.begin(), pool.end(), [](auto a, auto b) { return better(*a, *b); });
  e.best = number(best->count);
  bool open = false, unbounded = false;
  for (const Reading* r : pool) {
    e.used.push_back(r->id);
    const auto low = floor_of(r->count), high = ceiling_of(r->count);
    if (low) e.low = e.low ? std::min(*e.low, *low) : *low;
    else unbounded = unbounded || number(r->count) < e.best;
    if (high) e.high = e.high ? std::max(*e.high, *high) : *high;
    else open = true;
  }
  if (open) e.high.reset();
  if (unbounded) e.low.reset();
  if (e.low && *e.low > *e.best) e.low.reset();
  if (e.high && *e.high < *e.best) e.high.reset();
  return *best;
}

// A weak reading above the high end raises it; an open one opens it.
void widen(Estimate& e, const Reading& r, bool closed) {
  const auto n = number(r.count);
  if (!closed || !e.high || !n || *n <= *e.high || is_vague(r.count)) {
    e.set_aside.push_back({r.id, why_weak(r)});
    return;
  }
  e.high = ceiling_of(r.count);
  if (e.high && *e.high < *n) e.high = n;
  e.used.push_back(r.id);
}

// The best figure split by what the same origin says of its parts as of about the same day. Parts that exceed it split nothing.
void by_side(Estimate& e, const PolicyInput& in, const Reading& best) {
  if (in.toll.scope == "civilian") e.civilians = e.best;
  if (in.toll.scope != "all") return;
  e.unknown = e.best;
  if (!in.siblings) return;
  static constexpr std::string_view kStates[] = {"soldiers", "police"}, kOthers[] = {"rebels", "militants", "insurgents", "kurdish_fighters"};
  std::optional<std::int64_t> a, b, civilians;
  std::int64_t known = 0;
  for (const Toll* t : *in.siblings) {
    const bool state = std::find(std::begin(kStates), std::end(kStates), t->scope) != std::end(kStates);
    const bool other = std::find(std::begin(kOthers), std::end(kOthers), t->scope) != std::end(kOthers);
    if (!state && !other && t->scope != "civilian") continue;
    for (const Reading& r : t->readings) {
      const bool latest = std::find(t->latest.begin(), t->latest.end(), r.id) != t->latest.end();
      if (!latest || r.origin != best.origin || is_vague(r.count) || !in_window(r, best.as_of)) continue;
      const std::int64_t n = number(r.count).value_or(0);
      auto& side = state ? a : other ? b : civilians;
      side = side.value_or(0) + n;
      known += n;
    }
  }
  if (best.origin.empty() || known == 0 || known > *e.best) return;
  e.side_a = a, e.side_b = b, e.civilians = civilians, e.unknown = *e.best - known;
}

}  // namespace

std::span<const PolicyRule> rules_ucdp() {
  static constexpr std::string_view kCodebook = "UCDP GED Codebook, on the estimates of fatalities", kOurs = "our own proposal";
  static constexpr PolicyRule kRules[] = {
      {"All dead of the event count, attackers included.", kCodebook},
      {"Low and high are the lowest and the highest reliable figures; best is the most likely one.", kCodebook},
      {"Which origins are reliable is the recorder's list for the case, never computed from wording; without a list all are alike.", "METHOD 7"},
      {"Figures without a source, and vague words, decide only the high end where another figure stands.", kOurs},
      {"A belligerent's count of its enemy's dead decides only the high end where another figure stands.", "UCDP GED Codebook, on claims by the warring parties; the use for the high end is our own proposal"},
      {"Best: the latest as-of day, then the lower figure.", kOurs},
      {"A figure more than two days older than the latest one bounds nothing: early tolls fall as well as rise.", kOurs},
      {"Deaths are split into side a (the state's forces, police and officials), side b, civilians and unknown; \"people\" are unknown.", kCodebook},
  };
  return kRules;
}

// UCDP Georeferenced Event Dataset codebook: "best", "low" and "high" estimates of all fatalities of an event.
Estimate estimate_ucdp(const PolicyInput& in) {
  Estimate e;
  e.policy = "ucdp";
  std::vector<const Reading*> ranks[3];
  for (const Reading& r : in.toll.readings) {
    if (const std::string why = out_of_play(in, r); !why.empty()) e.set_aside.push_back({r.id, why});
    else ranks[rank(r)].push_back(&r);
  }
  const int top = !ranks[0].empty() ? 0 : !ranks[1].empty() ? 1 : 2;
  const auto latest = latest_day(ranks[top]);
  std::vector<const Reading*> pool;
  for (const Reading* r : ranks[top]) {
    if (in_window(*r, latest)) pool.push_back(r);
    else e.set_aside.push_back({r->id, "holds as of " + r->as_of->iso() + "; an older figure bounds nothing"});
  }
  if (!pool.empty()) {
    const Reading& best = decide(e, pool);
    const bool closed = e.high.has_value();
    for (int weak = top + 1; weak < 3; ++weak)
      for (const Reading* r : ranks[weak]) widen(e, *r, closed);
    by_side(e, in, best);
  }
  keep_order(e);
  return e;
}

}  // namespace attest
