#include <algorithm>

#include "export/differences.h"
#include "export/html.h"
#include "export/words.h"

namespace attest {
namespace {

void switch_labels(Markup& out, const ViewToll& toll) {
  out.open("p", {{"class", "switch"}}).element("span", "Count by", {{"class", "label"}});
  for (const auto& e : toll.estimates)
    if (e.policy != "reviewed")
      out.text(" ").element("label", e.title,
                            {{"for", "policy-" + policy_class(e.policy)}, {"class", "for-" + policy_class(e.policy)}});
  out.close("p");
}

std::string sure_line(const ViewIncident& incident) {
  const auto* toll = main_toll(incident);
  std::string out = toll ? toll->counts + ". " + grades(*toll) : "No figure.";
  const auto conflicts = std::count_if(incident.conflicts.begin(), incident.conflicts.end(),
                                       [](const ViewConflict& c) { return c.kind == "conflict"; });
  if (conflicts > 0) out += " " + plural(conflicts, "contradiction", "contradictions") + " below.";
  return capitalised(out);
}

void harm_line(Markup& out, const ViewIncident& incident, const ViewToll* shown) {
  bool any = false;
  for (const auto& toll : incident.tolls) {
    if (&toll == shown || toll.mixed || toll.scope.rfind("part", 0) == 0) continue;
    if (any) out.text(" · ");
    any = true;
    out.element("a", toll.heading, {{"href", "#" + toll.anchor}}).text(" ");
    if (toll.coarse) out.text("fewer than 5");
    else
      for (const auto& e : toll.estimates)
        if (e.policy != "reviewed")
          out.element("span",
                      range_words(e.low, e.high) + (e.best && e.low != e.high ? " (best " + number_words(*e.best) + ")" : ""),
                      {{"class", "policy " + policy_class(e.policy)}});
  }
  if (!any) out.text("Nothing else is counted in these reports.");
}

// What, how many, what else, who, how sure: in five lines.
void summary(Markup& out, const ViewIncident& incident) {
  const auto* toll = main_toll(incident);
  out.open("div", {{"class", "summary"}});
  if (toll) {
    out.open("div", {{"class", "headline"}}).element("p", toll->heading, {{"class", "label"}});
    html_range(out, *toll);
    out.element("p", kTollNotice, {{"class", "notice"}});
    if (!toll->coarse) switch_labels(out, *toll);
    out.close("div").line();
  }
  out.open("dl");
  const auto row = [&](const char* what, const std::string& text) { out.element("dt", what).element("dd", text); };
  row("What", capitalised(incident.kind.empty() ? "harm to people" : incident.kind) + ", " + incident.where +
                  (incident.precision.empty() ? "" : " (" + incident.precision + ")"));
  row("When", capitalised(incident.when) + "; " +
                  plural(static_cast<std::int64_t>(incident.reports.size()), "report", "reports") + " of it");
  out.element("dt", "Also").open("dd");
  harm_line(out, incident, toll);
  out.close("dd");
  row("Who", who_words(incident.responsibility));
  row("How sure", sure_line(incident));
  out.close("dl").close("div").line();
}

void parties(Markup& out, const std::string& label, const std::vector<ViewParty>& list, const std::string& none) {
  out.open("td", {{"data-label", label}});
  if (list.empty()) out.element("span", none, {{"class", "none"}});
  for (const auto& p : list) {
    out.open("div", {{"class", "party"}}).element("strong", p.name);
    if (!p.what.empty()) out.text(", " + p.what);
    html_links(out, p.evidence, 3);
    out.close("div");
  }
  out.close("td");
}

void responsibility(Markup& out, const ViewIncident& incident) {
  out.open("section").element("h3", "Who is said to be responsible");
  if (incident.responsibility.empty()) {
    out.element("p", "No report names anyone.").close("section");
    return;
  }
  out.open("table", {{"class", "cards"}})
      .element("caption", "Allegations and denials side by side; an allegation covers only the figures named with it");
  out.open("thead").open("tr");
  for (const auto* head : {"Alleged", "Who says so", "Who denies it", "Covers", "Standing"})
    out.element("th", head, {{"scope", "col"}});
  out.close("tr").close("thead").open("tbody");
  for (const auto& r : incident.responsibility) {
    out.open("tr").open("th", {{"scope", "row"}}).text(r.alleged.empty() ? "Nobody named" : capitalised(r.alleged));
    if (!r.tie.empty()) out.element("small", " " + r.tie);
    out.close("th");
    parties(out, "Who says so", r.accusers, "no claimant found");
    parties(out, "Who denies it", r.denials, "no denial of theirs in these reports");
    out.open("td", {{"data-label", "Covers"}});
    if (r.covers.empty()) out.element("span", "no figure", {{"class", "none"}});
    html_links(out, r.covers, 4);
    out.close("td");
    html_cell(out, "Standing", r.standing);
    out.close("tr").line();
  }
  out.close("tbody").close("table").close("section").line();
}

void claims(Markup& out, const ViewIncident& incident) {
  if (incident.claims.empty()) return;
  out.open("details", {{"class", "claims"}})
      .element("summary", "All " + plural(static_cast<std::int64_t>(incident.claims.size()), "figure", "figures") +
                              " as the reports word them");
  out.open("table", {{"class", "cards small"}}).element("caption", "Each figure opens its sentence").open("thead").open("tr");
  for (const auto* head : {"Report", "Figure", "Harm", "Victims as worded", "Place as worded", "When", "Source, nearest first",
                           "Standing", "Why here"})
    out.element("th", head, {{"scope", "col"}});
  out.close("tr").close("thead").open("tbody");
  for (const auto& c : incident.claims) {
    out.open("tr").open("th", {{"scope", "row"}});
    html_link(out, c.report);
    out.close("th").open("td", {{"data-label", "Figure"}, {"class", "figure"}});
    html_link(out, c.figure);
    out.close("td");
    html_cell(out, "Harm", c.effect);
    html_cell(out, "Victims", c.victims);
    html_cell(out, "Place", c.place);
    html_cell(out, "When", c.when);
    html_cell(out, "Source", c.source);
    html_cell(out, "Standing", c.certainty);
    html_cell(out, "Why here", c.why);
    out.close("tr").line();
  }
  out.close("tbody").close("table").close("details").line();
}

// Parts that are no rivals of a total are folded: there may be many, and none decides anything.
void tolls(Markup& out, const ViewIncident& incident) {
  const auto* main = main_toll(incident);
  std::vector<const ViewToll*> parts;
  for (const auto& toll : incident.tolls) {
    if (&toll != main && toll.scope.rfind("part", 0) == 0) parts.push_back(&toll);
    else html_toll(out, toll, &toll == main);
  }
  if (parts.empty()) return;
  out.open("details", {{"class", "parts"}})
      .element("summary", plural(static_cast<std::int64_t>(parts.size()), "count", "counts") +
                              " of parts: of one place, of single people, of a breakdown without category");
  for (const auto* toll : parts) html_toll(out, *toll, false);
  out.close("details").line();
}

void contradicting(Markup& out, const ViewIncident& incident) {
  if (incident.conflicts.empty()) return;
  std::vector<ViewConflict> real, apparent;
  for (const auto& c : incident.conflicts) (c.kind == "conflict" ? real : apparent).push_back(c);
  out.open("section").element("h3", "What contradicts");
  if (real.empty()) out.element("p", std::string(kNoContradiction));
  html_conflicts(out, real);
  if (!apparent.empty()) {
    out.open("details").element("summary", apparent_heading(apparent.size()));
    html_conflicts(out, apparent);
    out.close("details");
  }
  out.close("section").line();
}

void timeline(Markup& out, const ViewIncident& incident) {
  if (incident.timeline.size() < 2) return;
  out.open("details", {{"class", "timeline"}})
      .element("summary", "Timeline: who said what, by the day for which it holds")
      .open("ol");
  for (const auto& m : incident.timeline) {
    out.open("li").element("time", m.when, {{"datetime", m.day.iso()}}).text(" " + m.text + " ");
    if (!m.link.anchor.empty()) html_link(out, m.link);
    out.close("li").line();
  }
  out.close("ol").close("details").line();
}

void relations(Markup& out, const ViewIncident& incident) {
  const auto row = [&](const std::string& what, const std::vector<ViewLink>& links) {
    if (links.empty()) return;
    out.open("p", {{"class", "relations"}}).element("span", what, {{"class", "label"}}).text(" ");
    for (std::size_t i = 0; i < links.size() && i < 12; ++i) {
      if (i) out.text(" · ");
      html_link(out, links[i]);
    }
    if (links.size() > 12) out.text(" and " + number_words(static_cast<std::int64_t>(links.size() - 12)) + " more");
    out.close("p");
  };
  row("Part of", incident.parents);
  row("Holds", incident.parts);
  row("Related", incident.related);
}

}  // namespace

void html_incident(Markup& out, const View&, const ViewIncident& incident) {
  out.open("article", {{"class", "incident"}, {"id", incident.anchor}, {"aria-labelledby", incident.anchor + "-h"}});
  out.element("h2", incident.title, {{"id", incident.anchor + "-h"}});
  relations(out, incident);
  summary(out, incident);
  tolls(out, incident);
  responsibility(out, incident);
  contradicting(out, incident);
  html_findings(out, "Parts and wholes",
                "Parts never exceed the whole. What follows is arithmetic on one origin's figures and moves no estimate.",
                incident.arithmetic);
  html_findings(out, "People who moved from one count to another", "", incident.moves);
  if (!incident.missing.empty()) {
    out.open("section").element("h3", "What these reports do not say");
    html_list(out, incident.missing);
    out.close("section");
  }
  html_findings(out, "What a report does not mention",
                "Figures that were public at least a day before the report, on its own subject. Silence is no statement.",
                incident.not_mentioned);
  html_findings(out, "Open questions", "", incident.questions);
  html_findings(out, "What people decided", "", incident.overruled);
  timeline(out, incident);
  claims(out, incident);
  out.close("article").line();
}

}  // namespace attest
