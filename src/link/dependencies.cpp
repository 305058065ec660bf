#include "link/dependencies.h"

#include <algorithm>
#include <map>

namespace attest {
namespace {

constexpr std::size_t kEvidence = 8;

void add_shared(const CaseView& view, std::uint32_t a, std::uint32_t b, const std::vector<SharedPassage>& shared,
                const char* signal, Links& links) {
  const bool a_later = later(view, a, b);
  Dependency d{a_later ? a : b, view.report(a_later ? b : a).id, signal, {}};
  for (std::size_t i = 0; i < shared.size() && i < kEvidence / 2; ++i) {
    d.evidence.push_back({a, shared[i].a});
    d.evidence.push_back({b, shared[i].b});
  }
  links.dependencies.push_back(std::move(d));
}

}  // namespace

bool later(const CaseView& view, std::uint32_t a, std::uint32_t b) {
  const auto &x = view.analysis(a).findings.dates.reference, &y = view.analysis(b).findings.dates.reference;
  if (x && y && *x != *y) return *x > *y;
  return view.before(b, a);
}

void link_agency_credits(const CaseView& view, const std::deque<ReportMarks>& marks, Links& links) {
  for (const std::uint32_t index : view.order)
    for (const auto& [agency, span] : marks[index].credits)
      links.dependencies.push_back({index, agency, "agency_credit", {{index, span}}});
}

void link_shared(const CaseView& view, const SharedPassages& shared, const char* signal, Links& links) {
  for (const std::uint32_t a : view.order)
    for (const std::uint32_t b : shared.of(a))
      if (view.before(a, b)) add_shared(view, a, b, shared.between(a, b), signal, links);
}

void link_origins(const CaseView& view, Links& links) {
  std::map<std::string, const DossierSource*> by_id;
  for (const DossierSource& s : links.sources) by_id[s.id] = &s;
  for (const LinkedIncident& incident : links.incidents) {
    if (incident.war_total) continue;
    std::map<std::string, SpanRef> first;  // origin → where it is first used here, members being in order
    for (const Member& m : incident.members) {
      const auto origin = links.origins.find(m.claim);
      if (origin == links.origins.end() || origin->second.source.empty()) continue;
      const auto& findings = view.analysis(m.claim.report).findings;
      for (const auto* list : {&findings.claims, &findings.unquantified})
        for (const Claim& c : *list)
          if (c.id == m.claim.claim && !c.attribution.empty())
            for_each_source(origin->second, [&](const std::string& id) { first.emplace(id, SpanRef{m.claim.report, c.attribution.back().span}); });
    }
    for (auto a = first.begin(); a != first.end(); ++a) {
      for (auto b = std::next(a); b != first.end(); ++b) {
        const DossierSource &x = *by_id.at(a->first), &y = *by_id.at(b->first);
        const std::string kind_x = a->first.substr(0, a->first.find('@')), kind_y = b->first.substr(0, b->first.find('@'));
        if (x.party && y.party && x.party->name == y.party->name)
          links.dependencies.push_back({a->second.report, y.id, "same_party", {a->second, b->second}});
        else if (kind_x == kind_y && kind_x.rfind("unnamed-", 0) == 0)
          links.dependencies.push_back({a->second.report, y.id, "same_informants", {a->second, b->second}});
      }
    }
  }
}

void finish_dependencies(const CaseView& view, Links& links) {
  const auto key = [&](const Dependency& d) { return std::tie(view.rank[d.from], d.to, d.signal); };
  const auto at = [&](const SpanRef& e) { return std::pair(view.rank[e.report], e.span); };
  std::stable_sort(links.dependencies.begin(), links.dependencies.end(),
                   [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::vector<Dependency> out;
  for (Dependency& d : links.dependencies) {
    if (!out.empty() && key(out.back()) == key(d))
      out.back().evidence.insert(out.back().evidence.end(), d.evidence.begin(), d.evidence.end());
    else out.push_back(std::move(d));
  }
  for (Dependency& d : out) {
    std::sort(d.evidence.begin(), d.evidence.end(), [&](const SpanRef& a, const SpanRef& b) { return at(a) < at(b); });
    d.evidence.erase(
        std::unique(d.evidence.begin(), d.evidence.end(), [&](const auto& a, const auto& b) { return at(a) == at(b); }),
        d.evidence.end());
    if (d.evidence.size() > kEvidence) d.evidence.resize(kEvidence);
  }
  links.dependencies = std::move(out);
}

}  // namespace attest
