#include <algorithm>

#include "reconcile/policies.h"
#include "reconcile/said.h"

namespace attest {

std::span<const PolicyRule> rules_two_origins() {
  static constexpr std::string_view kOurs = "our own proposal, after the two-source rule of Every Casualty Counts, Standards for Casualty Recording (2016)";
  static constexpr PolicyRule kRules[] = {
      {"The highest number of which two origins that are independent for sure both say \"at least so many\".", kOurs},
      {"Vague words support the order of size only and decide nothing.", kOurs},
      {"Nothing is added above that number: high stays open.", kOurs},
      {"With one independent origin the answer is unknown.", kOurs},
      {"A figure more than two days older than the latest one bounds nothing.", kOurs},
  };
  return kRules;
}

// Our own proposal (METHOD 7): the highest number of which two origins that are independent for sure both say "at least so many".
Estimate estimate_two_origins(const PolicyInput& in) {
  Estimate e;
  e.policy = "two_origins";
  std::vector<std::pair<std::int64_t, const Reading*>> floors;
  std::vector<const Reading*> pool;
  for (const Reading& r : in.toll.readings) {
    std::string why = out_of_play(in, r);
    if (why.empty() && r.origin.empty()) why = "unsourced";
    if (why.empty() && is_vague(r.count)) why = "vague words support the order of size only";
    if (why.empty() && !r.count.low) why = "gives no floor";
    if (why.empty() && std::find(in.independent.begin(), in.independent.end(), r.id) == in.independent.end())
      why = "not independent of another origin for sure";
    if (!why.empty()) e.set_aside.push_back({r.id, why});
    else pool.push_back(&r);
  }
  const auto latest = latest_day(pool);
  for (const Reading* r : pool) {
    if (in_window(*r, latest)) floors.emplace_back(*r->count.low, r);
    else e.set_aside.push_back({r->id, "holds as of " + r->as_of->iso() + "; an older figure bounds nothing"});
  }
  std::stable_sort(floors.begin(), floors.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (floors.size() < 2) {
    for (const auto& [floor, r] : floors) e.set_aside.push_back({r->id, "only one independent origin gives a figure"});
    return e;
  }
  e.low = e.best = floors[1].first;
  for (std::size_t i = 0; i < floors.size(); ++i) {
    if (floors[i].first >= *e.best) e.used.push_back(floors[i].second->id);
    else e.set_aside.push_back({floors[i].second->id, "its floor is lower"});
  }
  return e;
}

}  // namespace attest
