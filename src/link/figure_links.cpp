#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "link/dependencies.h"

namespace attest {
namespace {

constexpr std::int64_t kLeastSum = 20;  // a sum of few people says nothing: many lists add up to it

// A counted claim of an incident.
struct Said {
  ClaimRef ref;
  const Claim* claim = nullptr;
  std::string origin;  // "" unsourced
  std::int64_t figure = 0;
};

std::optional<std::int64_t> figure_of(const Claim& c) {
  if (!c.count || c.count->modifier == Modifier::kVague || c.count->modifier == Modifier::kRange) return std::nullopt;
  return c.count->point ? c.count->point : c.count->low ? c.count->low : c.count->high;
}

std::vector<Said> said_in(const CaseView& view, const LinkedIncident& incident, const Links& links) {
  std::vector<Said> out;
  for (const Member& m : incident.members) {
    if (view.is_copy(m.claim.report)) continue;
    const auto& claims = view.analysis(m.claim.report).findings.claims;
    const auto c = std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) { return claim.id == m.claim.claim; });
    const auto figure = c == claims.end() ? std::nullopt : figure_of(*c);
    if (!figure) continue;
    const auto origin = links.origins.find(m.claim);
    out.push_back({m.claim, &*c, origin == links.origins.end() ? std::string() : origin->second.source, *figure});
  }
  return out;
}

std::optional<Date> day(const CaseView& view, const Said& s) { return view.analysis(s.ref.report).findings.dates.reference; }
SpanRef at(const Said& s) { return {s.ref.report, s.claim->span}; }

// METHOD 4 b: an unsourced figure equals an earlier one of a named origin, of the same harm.
void same_figures(const CaseView& view, const std::vector<Said>& said, Links& links) {
  std::map<std::tuple<Effect, std::int64_t, bool>, const Said*> first;  // of a named origin, the earliest
  for (const Said& s : said) {
    if (s.origin.empty()) continue;
    const Said*& known = first[{s.claim->effect, s.figure, s.claim->part_of.has_value()}];
    if (!known || later(view, known->ref.report, s.ref.report)) known = &s;
  }
  for (const Said& s : said) {
    if (!s.origin.empty()) continue;
    const auto known = first.find({s.claim->effect, s.figure, s.claim->part_of.has_value()});
    if (known == first.end() || known->second->ref.report == s.ref.report) continue;
    const auto mine = day(view, s), theirs = day(view, *known->second);
    if (mine && theirs && *mine < *theirs) continue;
    links.figure_dependencies.push_back({s.ref.report, known->second->origin, "same_figure", {at(s), at(*known->second)}});
  }
}

// A figure that may be the sum as another wrote it: the sum itself, or its rounding down ("over 1,000" of 1,018).
bool may_be_sum(const Said& s, std::int64_t sum) {
  if (s.figure == sum) return true;
  const Modifier m = s.claim->count->modifier;
  if (m != Modifier::kAtLeast && m != Modifier::kMoreThan && m != Modifier::kAbout && m != Modifier::kNearly) return false;
  std::int64_t unit = 1;
  while (unit * 100 <= s.figure) unit *= 10;
  const bool round = s.figure % unit == 0;
  const std::int64_t gap = m == Modifier::kNearly  ? s.figure - sum
                           : m == Modifier::kAbout ? std::abs(sum - s.figure)
                                                   : sum - s.figure;
  return round && gap >= 0 && gap < unit;
}

// METHOD 4 f: a total that is the sum of the parts that one origin gives for different people, told side by side in one sentence.
void derived_sums(const std::vector<Said>& said, Links& links) {
  std::map<std::tuple<std::uint32_t, Span, Effect, std::string>, std::vector<const Said*>> lists;
  for (const Said& s : said)
    if (!s.origin.empty() && !s.claim->part_of) lists[{s.ref.report, s.claim->sentence, s.claim->effect, s.origin}].push_back(&s);
  std::map<Effect, std::vector<const Said*>> totals;
  for (const Said& s : said)
    if (s.origin.empty() && !s.claim->part_of) totals[s.claim->effect].push_back(&s);
  std::set<std::pair<std::uint32_t, std::string>> done;
  for (const auto& [key, parts] : lists) {
    std::set<std::string> people;
    std::int64_t sum = 0;
    for (const Said* p : parts) people.insert(p->claim->victims.text), sum += p->figure;
    if (parts.size() < 2 || people.size() != parts.size() || sum < kLeastSum) continue;
    for (const Said* total : totals[std::get<2>(key)]) {
      const Said& s = *total;
      if (!may_be_sum(s, sum) ||
          (s.ref.report == parts.front()->ref.report && s.claim->sentence == parts.front()->claim->sentence))
        continue;
      if (!done.emplace(s.ref.report, std::get<3>(key)).second) continue;
      Dependency d{s.ref.report, std::get<3>(key), "derived_sum", {at(s)}};
      for (const Said* p : parts) d.evidence.push_back(at(*p));
      links.figure_dependencies.push_back(std::move(d));
    }
  }
}

}  // namespace

void link_figures(const CaseView& view, Links& links) {
  for (const LinkedIncident& incident : links.incidents) {
    if (incident.war_total) continue;
    const std::vector<Said> said = said_in(view, incident, links);
    same_figures(view, said, links);
    derived_sums(said, links);
  }
  std::stable_sort(links.figure_dependencies.begin(), links.figure_dependencies.end(),
                   [&](const Dependency& a, const Dependency& b) {
                     return std::tie(view.rank[a.from], a.to, a.signal) < std::tie(view.rank[b.from], b.to, b.signal);
                   });
}

}  // namespace attest
