#include <algorithm>

#include "reconcile/policies.h"
#include "reconcile/said.h"
#include "reconcile/scope.h"

namespace attest {
namespace {

bool of_civilians(std::string_view scope) {
  static constexpr std::string_view kScopes[] = {"civilian", "children", "women", "medics", "journalists", "aid_workers", "police"};
  return std::find(std::begin(kScopes), std::end(kScopes), scope) != std::end(kScopes);
}

// Fighters who stand for all the dead where nobody counts all of them are still fighters.
bool fighters_only(const Reading& r) {
  static constexpr std::string_view kNames = "names only: ";
  if (r.note.rfind(kNames, 0) != 0) return false;
  return r.note.substr(kNames.size()) == "combatant" || disjoint_scopes("civilian", std::string_view(r.note).substr(kNames.size()));
}

std::vector<const Reading*> in_play(const PolicyInput& in, Estimate* e) {
  std::vector<const Reading*> out, pool;
  for (const Reading& r : in.toll.readings) {
    std::string why = out_of_play(in, r);
    if (why.empty() && r.origin.empty()) why = "unsourced";
    if (why.empty() && fighters_only(r)) why = "counts fighters only; this policy counts civilians";
    if (why.empty() && is_vague(r.count)) why = "vague words";
    if (why.empty()) pool.push_back(&r);
    else if (e) e->set_aside.push_back({r.id, why});
  }
  const auto latest = latest_day(pool);
  for (const Reading* r : pool) {
    if (in_window(*r, latest)) out.push_back(r);
    else if (e) e->set_aside.push_back({r->id, "an older figure bounds nothing"});
  }
  return out;
}

}  // namespace

std::span<const PolicyRule> rules_ibc() {
  static constexpr std::string_view kMethod = "Iraq Body Count, rationale and methodology";
  static constexpr PolicyRule kRules[] = {
      {"Civilians killed by violence count: ordinary police in, army and fighters out.", kMethod},
      {"A minimum and a maximum over the sources, and no best.", kMethod},
      {"Where only a part of the people killed are called civilians, that part is the minimum and the total the maximum.", kMethod},
      {"The minimum is 0 only where an origin says that no civilian died.", kMethod},
      {"Aggregates (of a morgue, a month, a war) are taken out.", kMethod},
      {"Sources are independent origins, not articles; figures without a source do not count.", "METHOD 4: our own reading of the method's two sources"},
      {"A floor in use leaves the maximum open: \"or more\".", "our own proposal"},
  };
  return kRules;
}

// Iraq Body Count, "Methods": civilians killed by violence, minimum and maximum over sources. It gives a range and no best.
Estimate estimate_ibc(const PolicyInput& in) {
  Estimate e;
  e.policy = "ibc";
  if (in.toll.effect != Effect::kKilled || in.war_total || !(in.toll.scope == "all" || of_civilians(in.toll.scope))) {
    const bool part = in.toll.scope.starts_with("civilian");
    e.note = in.war_total ? "aggregates are left out under this policy"
             : part       ? "this policy counts all civilians killed, not a part of them"
                          : "this policy counts civilians killed only";
    return e;
  }
  const auto readings = in_play(in, &e);
  bool open = false;
  for (const Reading* r : readings) {
    const auto low = r->count.low ? r->count.low : r->count.point, high = r->count.high ? r->count.high : r->count.point;
    if (low) e.low = e.low ? std::min(*e.low, *low) : *low;
    if (high) e.high = e.high ? std::max(*e.high, *high) : *high;
    open = open || !r->count.high;
    e.used.push_back(r->id);
  }
  // Where only a part of the dead is called civilian, that part is the minimum and the total the maximum.
  if (in.toll.scope == "all" && in.civilians) {
    const PolicyInput part{*in.civilians, nullptr, {}, in.war_total, in.days, in.places, false, nullptr, nullptr};
    for (const Reading* r : in_play(part, nullptr)) {
      const auto low = r->count.low ? r->count.low : r->count.point;
      if (!low || (e.low && *low >= *e.low)) continue;
      e.low = low;
      e.used.push_back(r->id);
      e.note = "the minimum is the part that is called civilian";
    }
  }
  if (open && e.high) e.note += std::string(e.note.empty() ? "" : "; ") + "a figure in use is a floor: or more";
  if (open) e.high.reset();
  keep_order(e);
  return e;
}

}  // namespace attest
