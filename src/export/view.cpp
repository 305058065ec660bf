#include "export/view.h"

#include <algorithm>
#include <set>

#include "export/view_context.h"
#include "export/words.h"

namespace attest {
namespace {

// Outlets other than the source itself that give its figures, the busiest first: who relays whom.
std::vector<ViewLink> relaying_outlets(const ViewContext& context, const std::set<std::uint32_t>& reports, const std::string& source) {
  struct Outlet {
    std::string name;
    std::uint32_t first = 0;
    int reports = 0;
  };
  std::map<std::string, Outlet> outlets;
  for (const auto r : reports) {
    const auto& outlet = context.analyses[r].report.outlet;
    const std::string name = outlet && !outlet->empty() ? context.redactor.label(*outlet) : context.report_label(r);
    if (name == source) continue;
    auto& o = outlets.try_emplace(name, Outlet{name, r, 0}).first->second;
    ++o.reports;
  }
  std::vector<Outlet> order;
  for (auto& [name, o] : outlets) order.push_back(std::move(o));
  std::stable_sort(order.begin(), order.end(), [](const Outlet& a, const Outlet& b) { return a.reports > b.reports; });
  std::vector<ViewLink> out;
  for (const auto& o : order) out.push_back({o.name + (o.reports > 1 ? ", " + plural(o.reports, "report", "reports") : ""), context.report_anchor(o.first)});
  return out;
}

std::vector<ViewSource> view_sources(const ViewContext& context) {
  std::map<std::string, std::set<std::uint32_t>> relays;
  for (const auto& incident : context.dossier.incidents)
    for (const auto& toll : incident.tolls)
      for (const auto& r : toll.readings) relays[r.origin].insert(r.relayed_by.begin(), r.relayed_by.end());
  std::vector<ViewSource> out;
  for (const auto& s : context.dossier.sources) {
    ViewSource source;
    source.name = context.source_name(s.id);
    source.kind = spaced(s.kind);
    if (s.party) {
      source.party = context.redactor.label(s.party->name);
      if (!s.party->from.empty()) source.party += ", from " + s.party->from;
      if (!s.party->to.empty()) source.party += " to " + s.party->to;
      if (!s.party->reference.empty()) source.party += " (" + s.party->reference + ")";
    }
    std::set<std::string> aliases;
    if (!context.redactor.is_shared() || context.redactor.source(s) == s.name)
      for (const auto& alias : s.aliases) aliases.insert(context.redactor.label(alias));
    aliases.erase(source.name);
    for (const auto& alias : aliases) source.aliases += (source.aliases.empty() ? "" : ", ") + alias;
    source.figures = s.figures, source.reports = s.reports;
    source.relayed_by = relaying_outlets(context, relays[s.id], source.name);
    out.push_back(std::move(source));
  }
  std::stable_sort(out.begin(), out.end(), [](const ViewSource& a, const ViewSource& b) { return a.name < b.name; });
  return out;
}

std::vector<ViewConflict> view_conflicts(ViewContext& context) {
  std::vector<ViewConflict> out;
  for (const auto& c : context.dossier.contradictions) {
    ViewConflict conflict{context.redactor.label(spaced(c.about)), context.redactor.label(c.reason), "conflict", {}};
    for (const auto& side : c.between) {
      ViewConflictSide shown;
      shown.label = context.report_label(side.report);
      if (side.report < context.analyses.size())
        for (const auto& s : context.analyses[side.report].findings.statements)
          if (s.id == side.statement) {
            shown.link = context.span_link({side.report, s.span});
            shown.sentence = context.sentence_of(side.report, s.span);
          }
      conflict.sides.push_back(std::move(shown));
    }
    out.push_back(std::move(conflict));
  }
  return out;
}

std::vector<ViewDependency> view_dependencies(ViewContext& context) {
  std::map<std::string, std::uint32_t> reports;
  for (std::uint32_t r = 0; r < context.analyses.size(); ++r) reports.emplace(context.analyses[r].report.id, r);
  const auto endpoint = [&](const std::string& id) {
    const auto it = reports.find(id);
    return it == reports.end() ? context.source_name(id) : context.report_label(it->second);
  };
  std::vector<ViewDependency> out;
  for (const auto& d : context.dossier.dependencies) {
    if (d.signal == "named") continue;  // the table of sources tells who relays whom
    ViewDependency row{context.report_link(d.from), endpoint(d.to), signal_words(d.signal), {}};
    for (const auto& e : d.evidence) row.evidence.push_back(context.span_link(e));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<std::string> missing_in(const View& view, std::span<const Analysis> analyses) {
  std::vector<std::string> out;
  const auto list = [&](std::string_view what, auto lacks) {
    std::string names;
    int n = 0;
    for (std::size_t i = 0; i < analyses.size(); ++i)
      if (lacks(analyses[i])) names += (n++ ? "; " : "") + view.reports[i].label;
    if (n > 0) out.push_back(plural(n, "report", "reports") + " " + std::string(what) + ": " + names + ".");
  };
  list("without a day of its own", [](const Analysis& a) { return !a.findings.dates.published; });
  list("without a named outlet", [](const Analysis& a) { return !a.report.outlet || a.report.outlet->empty(); });
  list("without any figure that was found", [](const Analysis& a) { return a.findings.claims.empty(); });
  return out;
}

std::string days_of_reports(std::span<const Analysis> analyses) {
  Interval days;
  int undated = 0;
  for (const auto& a : analyses) {
    if (const auto day = a.findings.dates.published ? Date::parse(*a.findings.dates.published) : std::nullopt) {
      if (!days.start || *day < *days.start) days.start = day;
      if (!days.end || *day > *days.end) days.end = day;
    } else {
      ++undated;
    }
  }
  return days_words(days) + (undated > 0 && days.start ? ", " + std::to_string(undated) + " of them undated" : "");
}

std::string made_by_words(const MadeBy& m) {
  std::string out = "attest " + m.version;
  if (!m.rules.empty()) out += ", rules " + m.rules;
  if (!m.model.empty()) out += ", model " + m.model;
  if (!m.gazetteer.empty()) out += ", gazetteer " + m.gazetteer;
  return out;
}

}  // namespace

View build_view(const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor) {
  ViewContext context(dossier, analyses, redactor);
  View out;
  out.shared = redactor.is_shared();
  out.title = dossier.incidents.size() == 1 ? context.incident_link(dossier.incidents.front().id).text : "What " + plural(static_cast<std::int64_t>(analyses.size()), "report says", "reports say");
  out.as_of = dossier.as_of ? day_words(*dossier.as_of) : "day unknown";
  out.policy = dossier.policy.empty() ? "ucdp" : dossier.policy;
  out.own_policy = redactor.label(dossier.own_policy);
  out.made_by = made_by_words(dossier.made_by);
  out.span_of_reports = days_of_reports(analyses);
  out.incidents = view_incidents(context);
  // What most reports speak of comes first; tolls of months or a whole war last.
  std::stable_sort(out.incidents.begin(), out.incidents.end(), [](const ViewIncident& a, const ViewIncident& b) {
    return a.wide != b.wide ? b.wide : a.reports.size() > b.reports.size();
  });
  for (const auto& incident : dossier.incidents)
    for (const auto& toll : incident.tolls)
      for (const auto& e : toll.estimates)
        if (std::find(out.policies.begin(), out.policies.end(), e.policy) == out.policies.end()) out.policies.push_back(e.policy);
  for (const auto* p : {"ucdp", "ibc", "acled", "two_origins"})
    if (std::find(out.policies.begin(), out.policies.end(), p) == out.policies.end()) out.policies.emplace_back(p);
  if (std::find(out.policies.begin(), out.policies.end(), out.policy) == out.policies.end()) out.policy = "ucdp";
  for (const auto& i : out.incidents)
    out.reviewed = out.reviewed || i.reviewed || !i.overruled.empty() || std::any_of(i.tolls.begin(), i.tolls.end(), [](const ViewToll& t) { return !t.overruled.empty(); });
  out.conflicts = view_conflicts(context);
  out.dependencies = view_dependencies(context);
  out.reports = view_reports(context);  // last of those that link: it shows what the others referred to
  out.sources = view_sources(context);
  out.missing = missing_in(out, analyses);
  for (const auto& s : dossier.skipped) out.skipped.emplace_back(redactor.file(s.input), spaced(s.error.code));
  out.redactions = redactor.edits();
  return out;
}

const ViewEstimate* estimate_of(const ViewToll& toll, std::string_view policy) {
  for (const auto& e : toll.estimates)
    if (e.policy == policy) return &e;
  return nullptr;
}

std::string grades(const ViewToll& toll) { return toll.happened.empty() ? toll.how_many : toll.happened + " " + toll.how_many; }

const ViewToll* main_toll(const ViewIncident& incident) {
  for (const auto& toll : incident.tolls)
    if (toll.effect == "killed" && toll.scope == "all") return &toll;
  for (const auto& toll : incident.tolls)
    if (toll.effect == "killed") return &toll;
  return incident.tolls.empty() ? nullptr : &incident.tolls.front();
}

}  // namespace attest
