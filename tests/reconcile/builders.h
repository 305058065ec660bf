#pragma once
// One incident from rows of what origins say; for the tests of reconciling. Outlets, origins and people are invented.
#include <algorithm>
#include <string>
#include <vector>

#include "reconcile/reconcile.h"

namespace attest::testing {

// One figure in one report. Several rows of one report follow each other with the same `report`.
struct Figure {
  std::string report;             // id; the first use gives its day
  std::string day;                // the report's
  std::string origin;             // "" unsourced
  Modifier modifier = Modifier::kExact;
  std::int64_t number = 0;        // kRange: the low end
  std::string as_of = "";         // stated day, "" none
  VictimStatus status = VictimStatus::kUnknown;
  std::vector<std::string> groups = {};
  std::string victims = "people";
  Effect effect = Effect::kKilled;
  std::string part_of = "";
  std::string perpetrator = "";
  bool narrower = false;
  std::int64_t high = 0;          // of a range
};

struct Case {
  std::vector<Analysis> analyses;
  Links links;
};

inline Count count_of(const Figure& f) {
  Count c;
  c.modifier = f.modifier;
  const std::int64_t n = f.number;
  switch (f.modifier) {
    case Modifier::kExact: c.low = c.high = c.point = n; break;
    case Modifier::kAtLeast:
    case Modifier::kMoreThan: c.low = c.point = n; break;
    case Modifier::kAtMost:
    case Modifier::kLessThan:
    case Modifier::kNearly: c.high = c.point = n; break;
    case Modifier::kAbout: c.point = n; break;
    case Modifier::kRange: c.low = n, c.high = f.high; break;
    case Modifier::kVague: c.low = n; break;
  }
  return c;
}

// Sources are monitors unless the id names another kind before a colon ("military:army"); "unnamed-…@…" are unnamed.
inline void add_source(Links& links, const std::string& id) {
  for (const DossierSource& s : links.sources)
    if (s.id == id) return;
  DossierSource s;
  s.id = s.name = id;
  const std::size_t colon = id.find(':');
  s.kind = colon == std::string::npos ? "monitor" : id.substr(0, colon);
  links.sources.push_back(std::move(s));
}

inline Case incident(const std::vector<Figure>& figures, bool container = false) {
  Case out;
  LinkedIncident i;
  i.id = "i1";
  i.container = container;
  i.days = {Date::parse("2031-04-01"), Date::parse(container ? "2031-04-09" : "2031-04-01")};
  for (const Figure& f : figures) {
    std::size_t at = 0;
    while (at < out.analyses.size() && out.analyses[at].report.id != f.report) ++at;
    if (at == out.analyses.size()) {
      Analysis a;
      a.report.id = a.report.input = f.report;
      a.report.outlet = "Outlet " + f.report;
      a.findings.dates.reference = Date::parse(f.day);
      a.findings.dates.published = f.day;
      out.analyses.push_back(std::move(a));
    }
    Findings& findings = out.analyses[at].findings;
    const auto begin = static_cast<std::uint32_t>(10 * findings.claims.size());
    Claim c;
    c.id = "c" + std::to_string(findings.claims.size() + 1);
    c.span = {begin, begin + 5};
    c.sentence = {0, 1000};
    c.effect = f.effect;
    c.count = count_of(f);
    c.victims.text = f.victims;
    c.victims.status = f.status;
    c.victims.groups = f.groups;
    if (!f.part_of.empty()) c.part_of = f.part_of;
    c.as_of = Date::parse(f.as_of);
    if (c.as_of) c.as_of_basis = "stated";
    if (!f.perpetrator.empty()) {
      Perpetrator p;
      p.text = f.perpetrator;
      c.perpetrators.push_back(p);
    }
    const ClaimRef ref{static_cast<std::uint32_t>(at), c.id};
    if (!f.origin.empty()) add_source(out.links, f.origin);
    out.links.origins[ref] = {f.origin, f.origin.rfind("unnamed-", 0) == 0};
    i.members.push_back({ref, {"test"}, f.narrower});
    findings.claims.push_back(std::move(c));
  }
  for (std::uint32_t r = 0; r < out.analyses.size(); ++r) out.links.same_as.push_back(r);
  out.links.incidents.push_back(std::move(i));
  return out;
}

inline Dossier dossier(const Case& c, const ReconcileOptions& options = {}) { return reconcile(c.analyses, c.links, options); }

inline const Toll* toll(const Dossier& d, std::string_view scope = "all", Effect effect = Effect::kKilled) {
  for (const DossierIncident& i : d.incidents)
    for (const Toll& t : i.tolls)
      if (t.scope == scope && t.effect == effect) return &t;
  return nullptr;
}

inline const Estimate& estimate(const Toll& t, std::string_view policy) {
  for (const Estimate& e : t.estimates)
    if (e.policy == policy) return e;
  static const Estimate kNone;
  return kNone;
}

inline std::string show(const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : "-"; }

// "16/16/- used 2": low, best, high and how many readings decided.
inline std::string show(const Estimate& e) {
  return show(e.low) + "/" + show(e.best) + "/" + show(e.high) + " used " + std::to_string(e.used.size());
}

// "cw 31 at_least 2031-04-02 standing": one reading a line, in order.
inline std::string show(const Toll& t) {
  std::string out;
  for (const Reading& r : t.readings) {
    const auto n = r.count.point ? r.count.point : r.count.low ? r.count.low : r.count.high;
    const bool latest = std::find(t.latest.begin(), t.latest.end(), r.id) != t.latest.end();
    out += (out.empty() ? "" : "; ") + (r.origin.empty() ? "-" : r.origin) + " " + show(n) + " " + (r.as_of ? r.as_of->iso().substr(5) : "?") + " " + r.status +
           (latest ? "*" : "") + " x" + std::to_string(r.claims.size()) + (r.derived_from.empty() ? "" : " derived");
  }
  return out;
}

}  // namespace attest::testing
