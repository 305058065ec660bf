#include <algorithm>

#include "store/apply_decisions.h"

namespace attest {
namespace {

DossierIncident* incident_of(const Anchor& at, const std::vector<Analysis>& analyses, Dossier& dossier) {
  for (std::uint32_t i = 0; i < analyses.size(); ++i) {
    if (analyses[i].report.id != at.report) continue;
    const Claim* claim = claim_at(analyses[i], at, std::nullopt);
    for (DossierIncident& incident : dossier.incidents)
      for (const Member& m : incident.members)
        if (claim && m.claim.report == i && m.claim.claim == claim->id) return &incident;
  }
  return nullptr;
}

void grade(AppliedDecision& d, const std::vector<Analysis>& analyses, Dossier& dossier) {
  const auto look = [&](const char* why) { d.applies = false, d.look = why; };
  DossierIncident* incident = incident_of(d.decision.at, analyses, dossier);
  if (!incident) return look("its incident has no claim left that the decision names");
  const std::string effect = d.decision.effect.empty() ? "killed" : d.decision.effect, scope = d.decision.scope.empty() ? "all" : d.decision.scope;
  bool set = false;
  for (const Slot& slot : d.decision.slots) {
    if (slot.name == "standing")
      for (Responsibility& r : incident->responsibility)
        if (d.decision.subject.empty() || r.alleged == d.decision.subject) r.standing = slot.value, set = true;
    for (Toll& toll : incident->tolls) {
      if (name(toll.effect) != effect || toll.scope != scope) continue;
      if (slot.name == "happened") toll.happened = slot.value, set = true;
      if (slot.name == "how_many") toll.how_many = slot.value, set = true;
    }
  }
  if (!set) look("the incident has no such toll, or nobody of that name is alleged, any more");
}

void mark_reviewed(const Review& review, Dossier& dossier) {
  for (DossierIncident& incident : dossier.incidents)
    for (Toll& toll : incident.tolls)
      for (Reading& r : toll.readings)
        r.reviewed = !r.claims.empty() && std::all_of(r.claims.begin(), r.claims.end(), [&](const ClaimRef& c) { return review.claims.contains(c); });
}

Ruling ruling_of(const AppliedDecision& d) {
  return {std::to_string(d.entry.seq), d.entry.by, Date::parse(d.entry.at), d.decision.why};
}

std::optional<ClaimRef> claim_ref(const Anchor& at, const std::vector<Analysis>& analyses) {
  for (std::uint32_t i = 0; i < analyses.size(); ++i) {
    if (analyses[i].report.id != at.report) continue;
    if (const Claim* claim = claim_at(analyses[i], at, std::nullopt)) return ClaimRef{i, claim->id};
  }
  return std::nullopt;
}

}  // namespace

Decisions rulings(const Review& review, const std::vector<Analysis>& analyses) {
  Decisions out;
  for (const auto& d : review.decisions) {
    const bool claim = d.decision.kind == "accept" || d.decision.kind == "correct";
    const auto ref = claim || d.decision.kind == "grade" ? claim_ref(d.decision.at, analyses) : std::nullopt;
    if (!ref || !d.applies) continue;
    // The claim stands corrected in the analyses already: linking needs it as well.
    if (claim && review.claims.contains(*ref)) out.claims.push_back({*ref, ClaimRuling::Act::kAccept, std::nullopt, std::nullopt, ruling_of(d)});
    if (claim) continue;
    for (const Slot& slot : d.decision.slots) {
      GradeRuling grade{*ref, parse_effect(d.decision.effect).value_or(Effect::kKilled), d.decision.scope.empty() ? "all" : d.decision.scope, "", "", slot.value, ruling_of(d)};
      grade.question = slot.name == "standing" ? "responsible" : slot.name;
      grade.alleged = d.decision.subject;
      out.grades.push_back(std::move(grade));
    }
  }
  return out;
}

void apply_to_dossier(Review& review, const std::vector<Analysis>& analyses, Dossier& dossier) {
  for (auto& d : review.decisions)
    if (d.decision.kind == "grade") grade(d, analyses, dossier);
  for (const auto& d : review.decisions)
    if (const auto days = delay_days(d.decision)) dossier.place_delay = *days;
  mark_reviewed(review, dossier);
}

}  // namespace attest
