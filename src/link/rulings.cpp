#include "link/rulings.h"

#include <algorithm>

namespace attest {

RuledIncidents::RuledIncidents(std::vector<const Group*> computed, const CaseView&, const Decisions* decisions)
    : all_(std::move(computed)) {
  if (!decisions) return;
  for (const IncidentRuling& r : decisions->incidents)
    if (r.together) merge(r);
  for (const IncidentRuling& r : decisions->incidents)
    if (!r.together) split(r);
}

const Group* RuledIncidents::own(Group group) {
  own_.push_back(std::move(group));
  return &own_.back();
}

std::size_t RuledIncidents::holding(const ClaimRef& claim) const {
  const auto is = [&](const Group::Entry& e) { return e.facts->report == claim.report && e.facts->claim->id == claim.claim; };
  const auto at = std::find_if(all_.begin(), all_.end(),
                               [&](const Group* g) { return std::any_of(g->entries().begin(), g->entries().end(), is); });
  return static_cast<std::size_t>(at - all_.begin());
}

void RuledIncidents::merge(const IncidentRuling& ruling) {
  const std::size_t a = holding(ruling.a), b = holding(ruling.b);
  if (a == all_.size() || b == all_.size() || a == b) return;
  Group both = *all_[a];
  both.absorb(*all_[b], {Reason::kDecision}, 0);
  all_[a] = own(std::move(both));
  all_.erase(all_.begin() + static_cast<std::ptrdiff_t>(b));
}

void RuledIncidents::split(const IncidentRuling& ruling) {
  const std::size_t a = holding(ruling.a), b = holding(ruling.b);
  if (a == all_.size() || a != b) return;
  Group rest, taken;
  for (const Group::Entry& e : all_[a]->entries()) {
    const Claim& c = *e.facts->claim;
    const bool goes = e.facts->report == ruling.b.report && (c.id == ruling.b.claim || c.part_of == ruling.b.claim);
    if (goes) taken.add(*e.facts, {Reason::kDecision});
    else rest.add(*e.facts, e.why, e.score);
  }
  if (rest.entries().empty() || taken.entries().empty()) return;
  all_[a] = own(std::move(rest));
  all_.push_back(own(std::move(taken)));
}

}  // namespace attest
