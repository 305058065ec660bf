#include "reconcile/tolls.h"

#include <algorithm>

#include "reconcile/changes.h"
#include "reconcile/grades.h"
#include "reconcile/independence.h"
#include "reconcile/own_policy.h"
#include "reconcile/policies.h"
#include "reconcile/scope.h"

namespace attest {
namespace {

struct Built {
  Toll toll;
  Series series;
  std::vector<std::string> independent;  // reading ids
};

void give_ids(Built& b, int& next) {
  for (Series::Draft& d : b.series.drafts) d.reading.id = "r" + std::to_string(next++);
  for (Series::Draft& d : b.series.drafts)
    if (d.superseded_by && d.reading.status == "superseded") b.series.drafts[*d.superseded_by].reading.supersedes = d.reading.id;
  for (const Series::Draft& d : b.series.drafts) b.toll.readings.push_back(d.reading);
  for (const std::size_t i : b.series.latest) b.toll.latest.push_back(b.series.drafts[i].reading.id);
}

// Origins that give a number, or, where none does, those that give any word of size.
std::vector<std::size_t> counting(const Series& series) {
  std::vector<std::size_t> out;
  for (const std::size_t i : series.latest)
    if (!is_vague(series.drafts[i].reading.count)) out.push_back(i);
  return out.empty() ? series.latest : out;
}

Built build(Effect effect, const std::string& scope, const std::vector<Said>& said, const CaseFacts& facts, int& next) {
  Built out;
  out.toll.effect = effect;
  out.toll.scope = scope;
  out.series = read_series(said, facts, is_mixed_part(scope));
  give_ids(out, next);
  std::set<std::uint32_t> reports;
  for (const Said& s : said) reports.insert(s.report);
  out.toll.reports_count = static_cast<int>(reports.size());
  const Independence n = independent_origins(out.series, counting(out.series), facts);
  out.toll.origins_count = out.toll.origins_min = n.least;
  out.toll.origins_max = n.most;
  for (const std::size_t i : n.representatives) out.independent.push_back(out.series.drafts[i].reading.id);
  return out;
}

// Whether somebody denies that the harm happened at all.
bool harm_denied(const std::vector<Said>& said, const CaseFacts& facts) {
  for (const Said& s : said)
    for (const Denial& d : facts.analyses[s.ref.report].findings.denials)
      if (d.type == "harm" && d.of == s.ref.claim) return true;
  return false;
}

// Parts that have nothing to do with each other have no low, best and high together.
Estimate of_different_people(const Toll& toll, std::string policy) {
  Estimate e;
  e.policy = std::move(policy);
  e.note = "these figures count different people: none is set against another, and they are not added";
  for (const Reading& r : toll.readings) e.set_aside.push_back({r.id, "counts other people than the figures beside it"});
  return e;
}

// Parts of an incident have their origins too: they support that it happened though they give no total.
Independence all_origins(const std::vector<Built>& all, Effect effect, const CaseFacts& facts) {
  Series joined;
  std::vector<std::size_t> picks;
  for (const Built& b : all) {
    if (b.toll.effect != effect) continue;
    for (const std::size_t i : b.series.latest) {
      const auto& draft = b.series.drafts[i];
      const bool known = std::any_of(joined.drafts.begin(), joined.drafts.end(),
                                     [&](const auto& d) { return d.reading.origin == draft.reading.origin; });
      if (known) continue;
      picks.push_back(joined.drafts.size());
      joined.drafts.push_back(draft);
    }
  }
  return independent_origins(joined, picks, facts);
}

std::vector<Estimate> estimates(const PolicyInput& in, const OwnPolicy* own) {
  std::vector<Estimate> out;
  const bool mixed = is_mixed_part(in.toll.scope);
  for (const Policy& p : policies()) out.push_back(mixed ? of_different_people(in.toll, std::string(p.name)) : p.estimate(in));
  if (own) out.push_back(mixed ? of_different_people(in.toll, own->name) : estimate_own(in, *own));
  return out;
}

void count_and_grade(Built& b, const PolicyInput& in, const std::vector<Built>& all, const std::vector<Said>& said, const CaseFacts& facts) {
  b.toll.how_many = grade_how_many(in);
  int independent = b.toll.origins_min;
  if (b.toll.scope == "all") {
    // Whoever counts a part of the dead says that some died; nobody who counts all of them says who they were. Hence the grade of all asks
    // every origin of this harm, and that of a part its own alone.
    const Independence n = all_origins(all, b.toll.effect, facts);
    independent = n.least;
    // Where no origin gives the whole figure, those of the parts are the origins there are.
    if (b.toll.origins_max == 0) b.toll.origins_count = b.toll.origins_min = n.least, b.toll.origins_max = n.most;
  }
  b.toll.happened = grade_happened(independent, harm_denied(said, facts));
}

// The tolls of what is said, as yet without estimates. Deaths told without any number have a toll of their own.
std::vector<Built> built_tolls(const LinkedIncident& incident, const std::vector<Said>& said, const CaseFacts& facts, int& next_reading) {
  std::map<Effect, std::vector<Said>> counted;
  bool unnumbered_dead = false;
  for (const Said& s : said) {
    if (s.claim->count) counted[s.claim->effect].push_back(s);
    else unnumbered_dead = unnumbered_dead || s.claim->effect == Effect::kKilled;
  }
  std::vector<Built> out;
  for (const auto& [effect, claims] : counted)
    for (const auto& [scope, in_scope] : by_scope(claims, incident)) out.push_back(build(effect, scope, in_scope, facts, next_reading));
  if (unnumbered_dead && counted.count(Effect::kKilled) == 0) out.push_back(build(Effect::kKilled, "all", {}, facts, next_reading));
  return out;
}

}  // namespace

IncidentTolls incident_tolls(const LinkedIncident& incident, const std::vector<Said>& said, const CaseFacts& facts, const OwnPolicy* own,
                             int& next_reading, std::vector<Dependency>& dependencies) {
  std::vector<Built> built = built_tolls(incident, said, facts, next_reading);
  const Interval& window = incident.days;
  const int days = window.start && window.end ? static_cast<int>(window.end->days() - window.start->days()) + 1 : 0;
  IncidentTolls out;
  for (Built& b : built) {
    dependencies.insert(dependencies.end(), b.series.dependencies.begin(), b.series.dependencies.end());
    std::vector<const Toll*> siblings;
    const Toll* civilians = nullptr;
    for (const Built& c : built) {
      if (c.toll.effect != b.toll.effect) continue;
      if (c.toll.scope == "civilian") civilians = &c.toll;
      if (&c != &b) siblings.push_back(&c.toll);
    }
    const bool unnumbered = std::any_of(said.begin(), said.end(), [&](const Said& s) { return !s.claim->count && s.claim->effect == b.toll.effect; });
    const PolicyInput in{b.toll, civilians, b.independent, incident.war_total, days, incident.place ? 1 : incident.places.size(), unnumbered, &siblings, &facts.sources};
    std::vector<Estimate> computed = estimates(in, own);
    if (!is_part(b.toll.scope))
      for (FigureConflict& c : figure_conflicts(in)) out.conflicts.push_back(std::move(c));
    count_and_grade(b, in, built, said, facts);
    b.toll.estimates = std::move(computed);
  }
  for (Built& b : built) out.tolls.push_back(std::move(b.toll));
  derive_sums(out.tolls, facts, dependencies);
  out.transitions = type_changes(out.tolls, incident, facts);
  return out;
}

}  // namespace attest
