#include "reconcile/policies.h"

#include <algorithm>
#include <array>

#include "reconcile/reconcile.h"
#include "reconcile/said.h"
#include "reconcile/scope.h"

namespace attest {

std::span<const Policy> policies() {
  static const std::array<Policy, 4> kPolicies = {{
      {"ucdp", "UCDP", "lowest reliable, most likely and highest reliable total of all dead, attackers included",
       "UCDP GED Codebook, Uppsala Conflict Data Program", rules_ucdp(), estimate_ucdp},
      {"acled", "ACLED", "the lowest of the latest figures; vague words by fixed numbers",
       "ACLED Codebook and ACLED's notes on fatalities", rules_acled(), estimate_acled},
      {"ibc", "IBC", "civilians killed by violence: minimum and maximum over independent origins",
       "Iraq Body Count, rationale and methodology", rules_ibc(), estimate_ibc},
      {"two_origins", "Two origins", "the highest floor that at least two independent origins support", "our own proposal",
       rules_two_origins(), estimate_two_origins},
  }};
  return kPolicies;
}

std::vector<PolicyInfo> policy_infos() {
  std::vector<PolicyInfo> out;
  for (const Policy& p : policies()) {
    PolicyInfo info{std::string(p.name), std::string(p.title), std::string(p.summary), std::string(p.source), {}};
    for (const PolicyRule& r : p.rules) info.rules.emplace_back(r.text, r.source);
    out.push_back(std::move(info));
  }
  return out;
}

const DossierSource* PolicyInput::source(const std::string& id) const {
  if (!sources) return nullptr;
  const auto found = sources->find(id);
  return found == sources->end() ? nullptr : found->second;
}

const Reading* PolicyInput::reading(std::string_view id) const {
  const auto found = std::find_if(toll.readings.begin(), toll.readings.end(), [&](const Reading& r) { return r.id == id; });
  return found == toll.readings.end() ? nullptr : &*found;
}

bool PolicyInput::is_latest(const Reading& r) const {
  return std::find(toll.latest.begin(), toll.latest.end(), r.id) != toll.latest.end();
}

namespace {

bool names_only(const Reading& r) { return r.note.rfind(kNamesOnly, 0) == 0; }

// A figure of civilians or fighters alone is less than somebody's figure of all: a part of it, not a rival.
bool part_of_all(const PolicyInput& in, const Reading& r) {
  if (!names_only(r)) return false;
  return std::any_of(in.toll.readings.begin(), in.toll.readings.end(), [&](const Reading& all) {
    return !names_only(all) && !all.origin.empty() && !is_vague(all.count) && in.is_latest(all) &&
           number(all.count) > number(r.count);
  });
}

}  // namespace

std::string out_of_play(const PolicyInput& in, const Reading& r) {
  if (r.status == "withdrawn") return "withdrawn by its origin";
  if (r.status == "superseded") {
    for (const Reading& later : in.toll.readings)
      if (later.supersedes == r.id) return "superseded by " + later.id;
    return r.note.empty() ? "superseded by a later figure of the same origin" : r.note;
  }
  if (r.status == "stale") return "an old figure repeated";
  if (r.status != "unsourced" && !in.is_latest(r)) return r.note.empty() ? "not the latest figure of its origin" : r.note;
  if (part_of_all(in, r))
    return "counts one group alone (" + r.note.substr(kNamesOnly.size()) + "), fewer than another origin counts in all";
  return "";
}

std::optional<Date> latest_day(const std::vector<const Reading*>& readings) {
  std::optional<Date> out;
  for (const Reading* r : readings)
    if (r->as_of && (!out || *out < *r->as_of)) out = r->as_of;
  return out;
}

bool in_window(const Reading& r, const std::optional<Date>& latest) {
  return !latest || !r.as_of || r.as_of->days() + kSameWindowDays >= latest->days();
}

void keep_order(Estimate& e) {
  if (e.best && e.low && *e.low > *e.best) e.low.reset();
  if (e.best && e.high && *e.high < *e.best) e.high.reset();
  if (e.low && e.high && *e.low > *e.high) e.high.reset();
}

}  // namespace attest
