#include <set>

#include "export/html.h"
#include "export/words.h"

namespace attest {
namespace {

// The claims' numbers are marked; the first piece of each claim carries its anchor.
void marked(Markup& out, const ViewReport& report, const Passage& passage, std::set<int>& anchored) {
  for (const auto& piece : passage) {
    if (piece.mark < 0) {
      html_passage(out, {piece});
      continue;
    }
    const auto anchor = report.anchor + "-c" + std::to_string(piece.mark + 1);
    const std::string look = piece.number ? "number" : "clause";
    if (piece.number && anchored.insert(piece.mark).second) out.open("mark", {{"id", anchor}, {"class", look}});
    else out.open("mark", {{"class", look}});
    html_passage(out, {piece});
    out.close("mark");
  }
}

void head(Markup& out, const ViewReport& report) {
  out.open("h3").text(report.label).close("h3");
  if (!report.title.empty()) out.element("p", report.title, {{"class", "title"}});
  std::string line = report.dated ? "Dated " + (report.published.empty() ? "in its text" : report.published) : "No day of its own";
  if (!report.published_from.empty()) line += " (from its " + report.published_from + ")";
  line += " · " + plural(report.claims, "figure", "figures") + " · " + report.input;
  out.open("p", {{"class", "meta"}}).text(line);
  if (!report.url.empty()) out.text(" · ").element("a", "published here", {{"href", report.url}, {"rel", "noreferrer noopener nofollow"}});
  out.close("p");
  out.element("p", report.hash, {{"class", "hash"}});
  if (!report.note.empty()) out.element("p", report.note, {{"class", "notice"}});
}

void sentences(Markup& out, const ViewReport& report) {
  if (report.sentences.empty()) {
    out.element("p", "Nothing in this page refers to its sentences.", {{"class", "none"}});
    return;
  }
  out.open("div", {{"class", "text"}});
  std::set<int> anchored;
  for (const auto& s : report.sentences) {
    if (s.gap_before) out.element("p", "[…]", {{"class", "gap"}});
    out.open("p", {{"id", s.anchor}});
    marked(out, report, s.text, anchored);
    for (const auto claim : s.claims)  // whose words are withheld: the link to it leads here all the same
      if (anchored.insert(static_cast<int>(claim)).second)
        out.open("span", {{"id", report.anchor + "-c" + std::to_string(claim + 1)}}).close("span");
    out.close("p");
  }
  out.close("div");
}

}  // namespace

void html_reports(Markup& out, const View& view) {
  out.open("section", {{"class", "reports"}, {"id", "reports"}}).element("h2", "The sentences behind the figures");
  out.element("p", "Of each report only the sentences that something above refers to, with one on each side. Marked: the words that carry a figure.", {{"class", "lead"}});
  for (const auto& report : view.reports) {
    if (view.incidents.size() == 1 && report.sentences.empty()) continue;  // of another incident
    out.open("article", {{"class", "report"}, {"id", report.anchor}});
    head(out, report);
    sentences(out, report);
    out.close("article").line();
  }
  out.close("section").line();
}

void html_sources(Markup& out, const View& view) {
  out.open("section", {{"id", "sources"}}).element("h2", "Sources, and who relays them");
  if (view.sources.empty()) out.element("p", "No source was found in these reports.");
  else {
    out.open("table", {{"class", "cards"}}).element("caption", "Origins of figures in these reports, by name").open("thead").open("tr");
    for (const auto* h : {"Source", "Kind", "Organ of", "Figures", "Reports", "Relayed by", "Also called"}) out.element("th", h, {{"scope", "col"}});
    out.close("tr").close("thead").open("tbody");
    for (const auto& s : view.sources) {
      out.open("tr").element("th", s.name, {{"scope", "row"}});
      html_cell(out, "Kind", s.kind);
      html_cell(out, "Organ of", s.party);
      html_cell(out, "Figures", number_words(s.figures));
      html_cell(out, "Reports", number_words(s.reports));
      out.open("td", {{"data-label", "Relayed by"}});
      if (s.relayed_by.empty()) out.text("–");
      html_links(out, s.relayed_by, 3);
      out.close("td");
      html_cell(out, "Also called", s.aliases);
      out.close("tr").line();
    }
    out.close("tbody").close("table");
  }
  if (!view.dependencies.empty()) {
    out.open("details").element("summary", "What ties reports to each other: " + plural(static_cast<std::int64_t>(view.dependencies.size()), "signal", "signals")).open("ul");
    for (const auto& d : view.dependencies) {
      out.open("li");
      html_link(out, d.from);
      out.text(" " + d.signal + ": " + d.to);
      if (!d.evidence.empty()) {
        out.text(" (");
        html_link(out, {"sentence", d.evidence.front().anchor});
        out.text(")");
      }
      out.close("li");
    }
    out.close("ul").close("details");
  }
  out.close("section").line();
}

void html_method(Markup& out, const View& view) {
  out.open("section", {{"id", "method"}}).element("h2", "How this was made, and what it is not");
  out.open("ul");
  out.element("li", "Attest does not decide who is right. It records what each report says, works out whose figure it is, and computes ranges under published policies that can be switched and checked.");
  out.element("li", "A figure is counted once for its origin, however many reports repeat it. A figure without a source is shown and never counted as an origin.");
  out.element("li", "A later figure replaces only an earlier one of the same origin. Figures are added only where they are shown not to overlap; missing people are never added to the dead.");
  out.element("li", "“Says” is used for everyone alike. Silence, here or in a report, is not zero and not assent.");
  if (view.shared)
    out.element("li", "Private people's names, handles, ages and words are replaced by roles in brackets; where that would not hide a person the sentence reads [withheld]. This hides them here, not in the public source. " +
                          plural(view.redactions, "place was", "places were") + " changed. In doubt, words were taken out.");
  out.element("li", "No person has reviewed this account. Reading by rules makes mistakes: open the sentence before you use a figure.");
  out.close("ul").element("h3", "Policies").open("dl", {{"class", "policies"}});
  for (const auto& p : view.policies)
    if (p != "reviewed") out.element("dt", policy_title(p) + (p == view.policy ? " (shown first here)" : "")).element("dd", policy_class(p) == "own" ? view.own_policy : policy_rule(p));
  out.close("dl");
  out.element("p", "Made by " + view.made_by + ". As of " + view.as_of + ".", {{"class", "meta"}});
  out.close("section").line();
}

}  // namespace attest
