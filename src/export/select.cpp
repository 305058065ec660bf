#include <algorithm>
#include <set>

#include "export/export.h"

namespace attest {

std::optional<Dossier> one_incident(const Dossier& dossier, std::string_view wanted) {
  const auto fits = [&](const DossierIncident& i) { return i.id == wanted || (wanted.size() >= 4 && std::string_view(i.id).substr(0, wanted.size()) == wanted) || i.title == wanted; };
  const auto found = std::find_if(dossier.incidents.begin(), dossier.incidents.end(), fits);
  if (found == dossier.incidents.end()) return std::nullopt;
  Dossier out = dossier;
  out.incidents = {*found};
  const std::set<std::uint32_t> reports(found->reports.begin(), found->reports.end());
  const auto elsewhere = [&](const Dependency& d) { return reports.count(d.from) == 0; };
  out.dependencies.erase(std::remove_if(out.dependencies.begin(), out.dependencies.end(), elsewhere), out.dependencies.end());
  std::set<std::string> named;
  for (const auto& t : found->tolls)
    for (const auto& r : t.readings) named.insert(r.origin);
  for (const auto& r : found->responsibility) {
    for (const auto& a : r.accusers) named.insert(a.source);
    for (const auto& d : r.denials) named.insert(d.source);
  }
  const auto unnamed = [&](const DossierSource& s) { return named.count(s.id) == 0; };
  out.sources.erase(std::remove_if(out.sources.begin(), out.sources.end(), unnamed), out.sources.end());
  const auto other = [&](const Contradiction& c) {
    return std::none_of(c.between.begin(), c.between.end(), [&](const auto& side) { return reports.count(side.report) > 0; });
  };
  out.contradictions.erase(std::remove_if(out.contradictions.begin(), out.contradictions.end(), other), out.contradictions.end());
  return out;
}

}  // namespace attest
