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

}  // namespace

IncidentTolls incident_tolls(const LinkedIncident& incident, const std::vector<Said>& said, const CaseFacts& facts, const OwnPolicy* own,
                             int& next_reading, std::vector<Dependency>& dependencies) {
  std::map<Effect, std::vector<Said>> counted;
  std::map<Effect, bool> unnumbered;
  for (const Said& s : said) {
    if (s.claim->count) counted[s.claim->effect].push_back(s);
    else unnumbered[s.claim->effect] = true;
  }
  std::vector<Built> built;
  for (const auto& [effect, claims] : counted)
    for (const auto& [scope, in_scope] : by_scope(claims, incident))
      built.push_back(build(effect, scope, in_scope, facts, next_reading));
  for (const auto& [effect, yes] : unnumbered)
    if (effect == Effect::kKilled && counted.count(effect) == 0) built.push_back(build(effect, "all", {}, facts, next_reading));
  IncidentTolls out;
  for (Built& b : built) {
    dependencies.insert(dependencies.end(), b.series.dependencies.begin(), b.series.dependencies.end());
    const auto civilians = std::find_if(
        built.begin(), built.end(), [&](const Built& c) { return c.toll.effect == b.toll.effect && c.toll.scope == "civilian"; });
    const int days = incident.days.start && incident.days.end
                         ? static_cast<int>(incident.days.end->days() - incident.days.start->days()) + 1
                         : 0;
    std::vector<const Toll*> siblings;
    for (const Built& c : built)
      if (&c != &b && c.toll.effect == b.toll.effect) siblings.push_back(&c.toll);
    const PolicyInput in{b.toll,
                         civilians == built.end() ? nullptr : &civilians->toll,
                         b.independent,
                         incident.war_total,
                         days,
                         incident.place ? 1 : incident.places.size(),
                         unnumbered[b.toll.effect],
                         &siblings,
                         &facts.sources};
    std::vector<Estimate> estimates;
    for (const Policy& p : policies()) estimates.push_back(is_mixed_part(b.toll.scope) ? of_different_people(b.toll, std::string(p.name)) : p.estimate(in));
    if (own) estimates.push_back(is_mixed_part(b.toll.scope) ? of_different_people(b.toll, own->name) : estimate_own(in, *own));
    const auto conflicts = is_part(b.toll.scope) ? std::vector<FigureConflict>{} : figure_conflicts(in);
    out.conflicts.insert(out.conflicts.end(), conflicts.begin(), conflicts.end());
    b.toll.how_many = grade_how_many(in);
    // Who names some of the dead says that it happened; where no origin gives the whole figure, those are the origins there are.
    if (b.toll.scope == "all" && b.toll.origins_max == 0) {
      const Independence n = all_origins(built, b.toll.effect, facts);
      b.toll.origins_count = b.toll.origins_min = n.least;
      b.toll.origins_max = n.most;
    }
    // Whoever counts a part of the dead says that some died; nobody who counts all of them says who they were. Hence the grade of
    // all asks every origin of this harm, and that of a part its own alone.
    const int independent = b.toll.scope == "all" ? all_origins(built, b.toll.effect, facts).least : b.toll.origins_min;
    b.toll.happened = grade_happened(independent, harm_denied(said, facts));
    b.toll.estimates = std::move(estimates);
  }
  for (Built& b : built) out.tolls.push_back(std::move(b.toll));
  derive_sums(out.tolls, facts, dependencies);
  out.transitions = type_changes(out.tolls, incident, facts);
  return out;
}

}  // namespace attest
