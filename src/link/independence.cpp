#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include "link/dependencies.h"
#include "link/sources.h"

namespace attest {
namespace {

bool unnamed(const std::string& origin) { return origin.rfind("unnamed-", 0) == 0; }

// Origins of one figure; the unsourced is no origin.
struct Figure {
  std::set<std::uint32_t> reports;
  std::set<std::string> origins;
};

std::optional<std::int64_t> figure_of(const Claim& c) {
  if (!c.count || c.count->modifier == Modifier::kVague) return std::nullopt;
  return c.count->point ? c.count->point : c.count->low ? c.count->low : c.count->high;
}

using ClaimsById = std::unordered_map<std::string, const Claim*>;

ClaimsById claims_of(const Analysis& a) {
  ClaimsById out;
  for (const Claim& c : a.findings.claims) out.emplace(c.id, &c);
  return out;
}

FigureClasses classes_of(const Figure& figure, const std::map<std::string, const DossierSource*>& sources) {
  FigureClasses out;
  out.reports.assign(figure.reports.begin(), figure.reports.end());
  std::map<std::string, std::vector<std::string>> sure;  // party, or the origin itself
  std::set<std::string> possible;                        // kinds of unnamed informants, parties, origins
  for (const std::string& o : figure.origins) {
    const auto at = sources.find(o);
    const DossierSource* source = at == sources.end() ? nullptr : at->second;
    const std::string own = source && source->party ? "party:" + source->party->name : o;
    sure[own].push_back(o);
    possible.insert(unnamed(o) ? o.substr(0, o.find('@')) : own);
  }
  for (auto& [key, origins] : sure) out.origins.push_back(std::move(origins));
  out.fewest = static_cast<int>(possible.size());
  return out;
}

}  // namespace

void link_classes(const CaseView& view, Links& links) {
  std::map<std::string, const DossierSource*> sources;
  for (const DossierSource& s : links.sources) sources[s.id] = &s;
  for (std::uint32_t i = 0; i < links.incidents.size(); ++i) {
    std::map<std::pair<Effect, std::int64_t>, Figure> figures;
    std::uint32_t report = 0;
    ClaimsById claims;
    for (const Member& m : links.incidents[i].members) {
      if (claims.empty() || report != m.claim.report) report = m.claim.report, claims = claims_of(view.analysis(report));
      const auto claim = claims.find(m.claim.claim);
      const auto figure = claim == claims.end() ? std::nullopt : figure_of(*claim->second);
      if (!figure) continue;
      Figure& f = figures[{claim->second->effect, *figure}];
      f.reports.insert(view.same_as(report));
      if (const auto origin = links.origins.find(m.claim); origin != links.origins.end() && !origin->second.source.empty())
        for_each_source(origin->second, [&](const std::string& id) { f.origins.insert(id); });
    }
    for (const auto& [key, figure] : figures) {
      if (figure.reports.size() < 2) continue;
      FigureClasses out = classes_of(figure, sources);
      out.incident = i, out.effect = key.first, out.figure = key.second;
      std::sort(out.reports.begin(), out.reports.end(), [&](auto a, auto b) { return view.rank[a] < view.rank[b]; });
      links.classes.push_back(std::move(out));
    }
  }
}

void link_reuse(const CaseView& view, Links& links) {
  std::unordered_map<std::string, std::uint32_t> by_id;
  for (const std::uint32_t r : view.order) by_id.emplace(view.report(r).id, r);
  std::map<std::tuple<std::string, std::string, std::string>, std::set<std::uint32_t>> reports;
  for (const Dependency& d : links.dependencies) {
    if (view.is_copy(d.from)) continue;
    const auto to = by_id.find(d.to);
    const std::string from = outlet_key(view.report(d.from)), of = to == by_id.end() ? d.to : outlet_key(view.report(to->second));
    if (from != of) reports[{from, of, d.signal}].insert(d.from);
  }
  for (const auto& [key, all] : reports) links.reuse.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), static_cast<int>(all.size())});
  std::stable_sort(links.reuse.begin(), links.reuse.end(), [](const Reuse& a, const Reuse& b) { return a.reports > b.reports; });
}

}  // namespace attest
