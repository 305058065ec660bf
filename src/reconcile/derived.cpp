#include <algorithm>

#include "reconcile/rounding.h"
#include "reconcile/scope.h"
#include "reconcile/tolls.h"

namespace attest {
namespace {

struct Sum {
  std::string origin;
  std::vector<const Reading*> parts;
  std::int64_t total = 0;
};

std::string grouped(std::int64_t n) {
  std::string out = std::to_string(n);
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(out.size()) - 3; at > 0; at -= 3) out.insert(static_cast<std::size_t>(at), ",");
  return out;
}

bool share_report(const Reading& a, const Reading& b) {
  return std::any_of(a.relayed_by.begin(), a.relayed_by.end(),
                     [&](std::uint32_t r) { return std::find(b.relayed_by.begin(), b.relayed_by.end(), r) != b.relayed_by.end(); });
}

// The disjoint parts that one origin gave in one report for one day: a greedy choice in the order of the tolls, which are few.
std::vector<Sum> sums_of(const std::vector<Toll>& tolls, Effect effect) {
  std::vector<std::pair<std::string, const Reading*>> parts;  // scope, reading
  for (const Toll& t : tolls)
    for (const Reading& r : t.readings)
      if (t.effect == effect && t.scope != "all" && !is_part(t.scope) && !r.origin.empty() && !is_vague(r.count) && r.status != "withdrawn")
        parts.emplace_back(t.scope, &r);
  std::vector<Sum> out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::vector<std::size_t> chosen = {i};
    for (std::size_t j = i + 1; j < parts.size(); ++j) {
      const bool fits = std::all_of(chosen.begin(), chosen.end(), [&](std::size_t k) {
        const Reading &a = *parts[k].second, &b = *parts[j].second;
        return a.origin == b.origin && a.as_of == b.as_of && share_report(a, b) && disjoint_scopes(parts[k].first, parts[j].first);
      });
      if (fits) chosen.push_back(j);
    }
    if (chosen.size() < 2) continue;
    Sum sum{parts[i].second->origin, {}, 0};
    for (const std::size_t k : chosen) sum.parts.push_back(parts[k].second), sum.total += number(parts[k].second->count).value_or(0);
    const bool part_of_other = std::any_of(out.begin(), out.end(), [&](const Sum& s) {
      return std::all_of(sum.parts.begin(), sum.parts.end(), [&](const Reading* p) { return std::find(s.parts.begin(), s.parts.end(), p) != s.parts.end(); });
    });
    if (!part_of_other) out.push_back(std::move(sum));
  }
  return out;
}

void mark_derived(Toll& total, const Sum& sum, std::vector<Dependency>& dependencies) {
  for (Reading& r : total.readings) {
    if (!r.origin.empty() || is_vague(r.count) || !r.derived_from.empty()) continue;
    if (number(r.count) != sum.total && !may_round(r.count, sum.total)) continue;
    std::string terms;
    for (const Reading* p : sum.parts) {
      r.derived_from.push_back(p->id);
      terms += (terms.empty() ? "" : " + ") + grouped(number(p->count).value_or(0));
    }
    r.note = "derived: " + terms + " = " + grouped(sum.total) + ", parts that another source gave";
    for (const ClaimRef& c : r.claims) dependencies.push_back({c.report, sum.origin, "derived_sum", {}});
  }
}

}  // namespace

void derive_sums(std::vector<Toll>& tolls, const CaseFacts&, std::vector<Dependency>& dependencies) {
  std::vector<Effect> effects;
  for (const Toll& t : tolls)
    if (std::find(effects.begin(), effects.end(), t.effect) == effects.end()) effects.push_back(t.effect);
  for (const Effect effect : effects) {
    const auto sums = sums_of(tolls, effect);
    const auto total = std::find_if(tolls.begin(), tolls.end(), [&](const Toll& t) { return t.effect == effect && t.scope == "all"; });
    if (total == tolls.end()) continue;
    for (const Sum& sum : sums) {
      mark_derived(*total, sum, dependencies);
      std::string terms;
      for (const Reading* p : sum.parts) terms += (terms.empty() ? "" : " + ") + grouped(number(p->count).value_or(0));
      const std::string day = sum.parts.front()->as_of ? " as of " + sum.parts.front()->as_of->iso() : "";
      for (Estimate& e : total->estimates)
        e.note += std::string(e.note.empty() ? "" : "; ") + "Attest's arithmetic: " + terms + " = " + grouped(sum.total) + " by one origin" + day;
    }
  }
}

}  // namespace attest
