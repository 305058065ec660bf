// Sheets to print and carry: one page an incident, with the sentences behind its standing figures and room for notes and initials.
#include "export/html.h"
#include "export/export.h"
#include "export/words.h"

namespace attest {
namespace {

constexpr const char* kSheetStyle = R"css(
@page{size:A4;margin:15mm 14mm}*{box-sizing:border-box}body{font:10pt/1.4 "Liberation Sans",system-ui,sans-serif;color:#000;background:#fff;margin:0 auto;max-width:182mm;font-variant-numeric:tabular-nums}
.sheet{break-after:page;padding:6mm 0}.sheet:last-child{break-after:auto}h1{font:600 17pt/1.2 "Liberation Serif",Georgia,serif;margin:0 0 1mm}.id{color:#444;font-size:8.5pt;margin:0 0 3mm}
dl{display:grid;grid-template-columns:24mm 1fr;gap:1mm 3mm;margin:0 0 3mm;border-top:1px solid #000;border-bottom:1px solid #000;padding:2mm 0}dt{color:#444}dd{margin:0}
h2{font-size:10.5pt;margin:4mm 0 1mm}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-top:1px solid #bbb;padding:1mm 2mm 1mm 0;font-weight:400}thead th{color:#444;font-size:8.5pt;border-top:0}
td.n{font-weight:600;white-space:nowrap}ul{margin:0;padding-left:4mm}blockquote{margin:1mm 0 2mm;padding-left:3mm;border-left:2px solid #999}.where{color:#444;font-size:8.5pt}
.boxes{display:grid;grid-template-columns:1fr 32mm 32mm;gap:3mm;margin-top:5mm}.box{border:1px solid #000;min-height:22mm;padding:1mm 2mm;color:#444;font-size:8.5pt}
@media screen{body{padding:5mm;background:#fff}.sheet{border-bottom:1px dashed #999}}
)css";

void range_rows(Markup& out, const ViewIncident& i, const std::string& policy) {
  out.open("table").open("thead").open("tr");
  for (const auto* h : {"Count", "Low", "Best", "High", "Reports and origins"}) out.element("th", h, {{"scope", "col"}});
  out.close("tr").close("thead").open("tbody");
  for (const auto& t : i.tolls) {
    const auto* e = estimate_of(t, policy);
    if (t.mixed) continue;
    const auto cell = [&](const std::optional<std::int64_t>& n, const char* none) { out.element("td", t.coarse ? "<5" : n ? number_words(*n) : none, {{"class", "n"}}); };
    out.open("tr").element("th", t.heading, {{"scope", "row"}});
    cell(e ? e->low : std::nullopt, "unknown");
    cell(e ? e->best : std::nullopt, "unknown");
    cell(e ? e->high : std::nullopt, e && e->low ? "open" : "unknown");
    out.element("td", t.counts).close("tr").line();
  }
  out.close("tbody").close("table");
}

// The sentence behind a reading, as the reports' part of the page has it.
const ViewSentence* sentence_at(const View& view, const std::string& anchor) {
  const auto end = anchor.find_first_of("-");
  for (const auto& r : view.reports) {
    if (r.anchor != anchor.substr(0, end)) continue;
    for (const auto& s : r.sentences) {
      if (s.anchor == anchor) return &s;
      for (const auto c : s.claims)
        if (r.anchor + "-c" + std::to_string(c + 1) == anchor) return &s;
    }
  }
  return nullptr;
}

void sentences(Markup& out, const View& view, const ViewIncident& i) {
  const auto* toll = main_toll(i);
  if (!toll) return;
  out.element("h2", "The sentences of the figures that stand");
  int shown = 0;
  for (const auto& r : toll->readings) {
    if (!(r.latest || r.status == "unsourced") || r.evidence.empty() || shown == 6) continue;
    const auto* s = sentence_at(view, r.evidence.front().anchor);
    if (!s) continue;
    ++shown;
    out.open("blockquote");
    html_passage(out, s->text);
    out.element("div", (r.origin.empty() ? std::string("no source given") : r.origin) + ", in " + r.evidence.front().text, {{"class", "where"}}).close("blockquote").line();
  }
}

void sheet(Markup& out, const View& view, const ViewIncident& i) {
  out.open("article", {{"class", "sheet"}}).element("h1", i.title);
  out.element("p", "Incident " + i.id + " · as of " + view.as_of + " · numbers by " + policy_title(view.policy) + ": " + std::string(kTollNotice) + " · " + (i.reviewed ? "reviewed" : "unreviewed"), {{"class", "id"}});
  out.open("dl");
  for (const auto& [label, text] : i.summary)
    if (label == "What" || label == "Who" || label == "How sure") out.element("dt", label).element("dd", text);
  out.close("dl").line();
  range_rows(out, i, view.policy);
  sentences(out, view, i);
  if (!i.questions.empty()) {
    std::vector<std::string> list;
    for (const auto& q : i.questions) list.push_back(q.text);
    out.element("h2", "Open questions");
    html_list(out, list);
  }
  out.open("div", {{"class", "boxes"}}).element("div", "Notes", {{"class", "box"}}).element("div", "Checked by (role)", {{"class", "box"}}).element("div", "Day", {{"class", "box"}}).close("div");
  out.close("article").line();
}

}  // namespace

std::string register_sheets(const Dossier& dossier, std::span<const Analysis> analyses, const Lexicon& lexicon) {
  const View view = build_view(dossier, analyses, Redactor::shared(dossier, analyses, lexicon));
  Markup out;
  out.constant("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).line().open("head").empty("meta", {{"charset", "utf-8"}});
  out.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"}});
  out.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}).empty("meta", {{"name", "robots"}, {"content", "noindex"}});
  out.element("title", "Incident sheets – as of " + view.as_of).open("style").constant(kSheetStyle).close("style").close("head").line().open("body").line();
  for (const auto& i : view.incidents) sheet(out, view, i);
  if (view.incidents.empty()) out.element("p", "No incident.");
  out.close("body").close("html").line();
  return out.str();
}

}  // namespace attest
