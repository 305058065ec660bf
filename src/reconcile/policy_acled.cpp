#include <algorithm>

#include "reconcile/policies.h"
#include "reconcile/said.h"

namespace attest {
namespace {

// ACLED's numbers for words (codebook, "Fatalities"): unnumbered plural, several, few, many 3; dozens 12; hundreds 100.
std::int64_t coded(const Count& c) {
  const std::int64_t low = c.low.value_or(3);
  if (low < 12) return 3;
  if (low < 200) return 12;
  return low / 2;
}

std::int64_t value(const Count& c) { return is_vague(c) ? coded(c) : c.low ? *c.low : number(c).value_or(0); }

}  // namespace

std::span<const PolicyRule> rules_acled() {
  static constexpr std::string_view kCodebook = "ACLED Codebook, on fatalities";
  static constexpr PolicyRule kRules[] = {
      {"The most conservative of the latest figures stands; it is revised up and down as reports are.", kCodebook},
      {"All dead together; the wounded are not counted.", kCodebook},
      {"Unnumbered plural, several, few and many count as 3 (10 in open warfare: a setting of the case), dozens as 12, hundreds "
       "as 100.",
       kCodebook},
      {"\"Casualties\" alone, or no word of deaths, counts as 0: the one place where unknown becomes 0, and it is printed so.",
       kCodebook},
      {"Totals of a country or a war are not used.", kCodebook},
      {"A total of several days or places is divided among them; here it is only said that it would be.",
       "ACLED Codebook; that we do not divide is our own proposal"},
      {"A vague word says nothing where a number stands, nor a figure without a source where a sourced one does.",
       "our own proposal"},
  };
  return kRules;
}

// ACLED codebook: the most conservative of the latest reports; figures are revised up and down. All dead together, no wounded.
Estimate estimate_acled(const PolicyInput& in) {
  Estimate e;
  e.policy = "acled";
  if (in.war_total) {
    e.note = "no totals of a country or a war under this policy";
    return e;
  }
  if (in.toll.effect == Effect::kKilledOrWounded) {
    e.low = e.best = e.high = 0;
    e.note = "unknown, coded 0 by this policy";
    return e;
  }
  if (in.toll.effect != Effect::kKilled) {
    e.note = "this policy counts the dead only";
    return e;
  }
  std::vector<const Reading*> pool;
  for (const Reading& r : in.toll.readings) {
    if (const std::string why = out_of_play(in, r); !why.empty()) e.set_aside.push_back({r.id, why});
    else pool.push_back(&r);
  }
  // A vague word says nothing where a number stands; an older figure is not the latest.
  const bool counted = std::any_of(pool.begin(), pool.end(), [](const Reading* r) { return !is_vague(r->count); });
  const bool sourced = std::any_of(pool.begin(), pool.end(),
                                   [&](const Reading* r) { return !r->origin.empty() && is_vague(r->count) != counted; });
  std::vector<const Reading*> deciding;
  for (const Reading* r : pool)
    if (!(counted && is_vague(r->count)) && !(sourced && r->origin.empty())) deciding.push_back(r);
  const auto latest = latest_day(deciding);
  const Reading* lowest = nullptr;
  for (const Reading* r : pool) {
    if (counted && is_vague(r->count)) e.set_aside.push_back({r->id, "vague words beside a counted figure"});
    else if (sourced && r->origin.empty())
      e.set_aside.push_back({r->id, "unsourced; never decides where a sourced figure stands"});
    else if (!in_window(*r, latest)) e.set_aside.push_back({r->id, "holds as of " + r->as_of->iso() + "; not the latest"});
    else if (!lowest || value(r->count) < value(lowest->count)) {
      if (lowest) e.set_aside.push_back({lowest->id, "not the lowest of the latest figures"});
      lowest = r;
    } else {
      e.set_aside.push_back({r->id, "not the lowest of the latest figures"});
    }
  }
  if (!lowest && !in.unnumbered) return e;
  e.low = e.best = e.high = lowest ? value(lowest->count) : 3;
  if (lowest) e.used.push_back(lowest->id);
  if (!lowest || is_vague(lowest->count))
    e.note = "vague or unnumbered words are coded " + std::to_string(*e.best) + " by this policy";
  if (in.days > 1 || in.places > 1)
    e.note += std::string(e.note.empty() ? "" : "; ") + "this policy divides a total of several days or places among them";
  return e;
}

}  // namespace attest
