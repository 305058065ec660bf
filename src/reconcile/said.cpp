#include "reconcile/said.h"

#include <algorithm>

namespace attest {
namespace {

const Claim* find_claim(const Findings& findings, const std::string& id) {
  for (const auto* list : {&findings.claims, &findings.unquantified})
    for (const Claim& c : *list)
      if (c.id == id) return &c;
  return nullptr;
}

// A denial of a figure by the very source that it is from takes it back (METHOD 6); anybody else's disputes it.
bool taken_back(const Analysis& analysis, const Claim& claim) {
  const std::string by = claim.attribution.empty() ? analysis.report.outlet.value_or("") : claim.attribution.back().text;
  return std::any_of(analysis.findings.denials.begin(), analysis.findings.denials.end(),
                     [&](const Denial& d) { return d.type == "figure" && d.of == claim.id && !by.empty() && d.by == by; });
}

}  // namespace

std::optional<std::int64_t> number(const Count& count) {
  return count.point ? count.point : count.low ? count.low : count.high;
}

std::vector<Said> said_of(const LinkedIncident& incident, const CaseFacts& facts, const std::optional<Date>& known_by) {
  std::vector<Said> out;
  for (const Member& member : incident.members) {
    const Analysis& analysis = facts.analyses[member.claim.report];
    const Claim* claim = find_claim(analysis.findings, member.claim.claim);
    if (!claim) continue;
    Said s{member.claim, claim, facts.rank[member.claim.report], facts.links.same_as[member.claim.report], "", member.narrower_place, {}, false, {}, "", "", taken_back(analysis, *claim)};
    if (const auto origin = facts.links.origins.find(member.claim); origin != facts.links.origins.end()) s.origin = origin->second.source;
    s.stated_on = analysis.findings.dates.reference;
    s.day_stated = claim->as_of && claim->as_of_basis == "stated";
    s.day = claim->as_of ? claim->as_of : s.stated_on;
    if (known_by && s.stated_on && *s.stated_on > *known_by) continue;
    if (facts.as_of && s.day && *s.day > *facts.as_of) continue;
    out.push_back(std::move(s));
  }
  std::stable_sort(out.begin(), out.end(), [](const Said& a, const Said& b) {
    return std::tuple(a.day.has_value(), a.day, a.rank, a.claim->span) < std::tuple(b.day.has_value(), b.day, b.rank, b.claim->span);
  });
  return out;
}

}  // namespace attest
