#include "store/linked_incidents.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/decode.h"
#include "store/encode.h"

namespace attest {
namespace {

struct KeptOrigin {
  ClaimRef claim;
  Origin origin;
};

template <class V, Is<KeptOrigin> T>
void visit_fields(V& v, T& x) {
  auto& [claim, origin] = x;
  v("claim", claim), v("origin", origin);
}

struct KeptLinks {
  LinkedIncident incident;
  std::vector<std::uint32_t> same_as;
  std::vector<KeptOrigin> origins;
  std::vector<DossierSource> sources;
  std::vector<Dependency> dependencies;
};

template <class V, Is<KeptLinks> T>
void visit_fields(V& v, T& x) {
  auto& [incident, same_as, origins, sources, dependencies] = x;
  v("incident", incident), v("same_as", same_as), v("origins", origins), v("sources", sources), v("dependencies", dependencies);
}

// What rows look up, once for all of them.
struct Lookup {
  std::map<std::uint32_t, std::vector<const Dependency*>> dependencies;  // by report
  std::map<std::string, const DossierSource*> sources;
  std::set<std::string_view> reports;
};

class Row {
 public:
  Row(const Links& links, const LinkedIncident& incident, const std::vector<LinkedReport>& all, const Lookup& lookup)
      : links_(links), incident_(incident), all_(all), lookup_(lookup) {}

  IncidentRow build() {
    for (const Member& m : incident_.members) add_report(m.claim.report);
    // Reports that repeat another keep that one beside them, so that both count as one.
    for (std::size_t i = 0; i < reports_.size(); ++i) add_report(links_.same_as[reports_[i]]);
    kept_.incident = incident_;
    kept_.incident.parents.clear();
    for (Member& m : kept_.incident.members) {
      const auto origin = links_.origins.find(m.claim);
      m.claim.report = local_.at(m.claim.report);
      if (origin == links_.origins.end()) continue;
      kept_.origins.push_back({m.claim, origin->second});
      for_each_source(origin->second, [&](const std::string& id) { add_source(id); });
    }
    for (const auto report : reports_) {
      kept_.same_as.push_back(local_.at(links_.same_as[report]));
      add_dependencies(report);
    }
    std::sort(kept_.sources.begin(), kept_.sources.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return row();
  }

 private:
  void add_report(std::uint32_t report) {
    if (!local_.emplace(report, static_cast<std::uint32_t>(reports_.size())).second) return;
    reports_.push_back(report);
    ids_.insert(all_[report].id);
  }

  void add_source(const std::string& id) {
    const auto source = lookup_.sources.find(id);
    if (source == lookup_.sources.end() || !sources_.insert(id).second) return;
    kept_.sources.push_back(*source->second);
    kept_.sources.back().aliases.clear();  // of the whole case; one incident's account goes without
  }

  void add_dependencies(std::uint32_t report) {
    const auto all = lookup_.dependencies.find(report);
    if (all == lookup_.dependencies.end()) return;
    for (const Dependency* d : all->second) {
      if (lookup_.reports.contains(d->to) && !ids_.contains(d->to)) continue;  // what ties it to reports of other incidents is told by the whole account
      Dependency own = *d;
      own.from = local_.at(d->from);
      own.evidence.clear();
      for (SpanRef at : d->evidence) {
        const auto known = local_.find(at.report);
        if (known == local_.end()) continue;
        at.report = known->second;
        own.evidence.push_back(at);
      }
      add_source(d->to);
      kept_.dependencies.push_back(std::move(own));
    }
  }

  IncidentRow row() const {
    IncidentRow out;
    out.id = incident_.id;
    out.kind = incident_.kind;
    if (incident_.place) out.place = incident_.place->name, out.country = incident_.place->country;
    out.days = incident_.days;
    for (const auto report : reports_) out.reports.push_back(all_[report].number);
    out.links = encode(kept_);
    return out;
  }

  const Links& links_;
  const LinkedIncident& incident_;
  const std::vector<LinkedReport>& all_;
  const Lookup& lookup_;
  KeptLinks kept_;
  std::vector<std::uint32_t> reports_;
  std::map<std::uint32_t, std::uint32_t> local_;
  std::set<std::string> sources_;
  std::set<std::string_view> ids_;
};

}  // namespace

std::vector<IncidentRow> incident_rows(const Links& links, const std::vector<LinkedReport>& reports) {
  Lookup lookup;
  for (const LinkedReport& r : reports) lookup.reports.insert(r.id);
  for (const Dependency& d : links.dependencies) lookup.dependencies[d.from].push_back(&d);
  for (const DossierSource& s : links.sources) lookup.sources[s.id] = &s;
  std::vector<IncidentRow> out;
  for (const LinkedIncident& incident : links.incidents) out.push_back(Row(links, incident, reports, lookup).build());
  return out;
}

Result<Links> read_links(const IncidentRow& row) {
  const std::string where = "incident " + row.id;
  auto kept = decode<KeptLinks>(row.links, where);
  if (!kept) return kept.error();
  const auto known = [&](std::uint32_t report) { return report < row.reports.size(); };
  bool whole = kept->same_as.size() == row.reports.size();
  for (const auto same : kept->same_as) whole = whole && known(same);
  for (const Member& m : kept->incident.members) whole = whole && known(m.claim.report);
  for (const auto& o : kept->origins) whole = whole && known(o.claim.report);
  for (const auto& d : kept->dependencies) {
    whole = whole && known(d.from);
    for (const auto& at : d.evidence) whole = whole && known(at.report);
  }
  if (!whole || !kept->incident.parents.empty()) return Error{"broken", "names reports that it has not", where};
  Links out;
  out.same_as = std::move(kept->same_as);
  out.sources = std::move(kept->sources);
  out.incidents.push_back(std::move(kept->incident));
  for (auto& o : kept->origins) out.origins.emplace(std::move(o.claim), std::move(o.origin));
  out.dependencies = std::move(kept->dependencies);
  return out;
}

}  // namespace attest
