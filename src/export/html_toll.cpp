#include <algorithm>

#include "export/html.h"
#include "export/svg_toll_chart.h"
#include "export/words.h"

namespace attest {
namespace {

std::string days_of(const ViewReading& r) {
  if (r.as_of && r.stated_on && *r.as_of != *r.stated_on) return day_words(*r.as_of) + " (said on " + day_words(*r.stated_on) + ")";
  if (r.as_of) return day_words(*r.as_of);
  if (r.stated_on) return "said on " + day_words(*r.stated_on);
  return "";
}

std::string status_of(const ViewReading& r) {
  std::string out = capitalised(status_words(r.status));
  if (!r.supersedes.empty()) out += "; replaces " + r.supersedes + (r.change.empty() ? "" : " and " + r.change);
  if (!r.derived_from.empty()) {
    out += "; the sum of ";
    for (std::size_t i = 0; i < r.derived_from.size(); ++i) out += (i ? " + " : "") + r.derived_from[i];
  }
  if (!r.note.empty()) out += ". " + capitalised(r.note);
  return out;
}

// Which columns a table needs beyond the common ones.
struct Columns {
  bool marks = false;   // a chart above uses the origins' marks
  bool relays = false;
};

void reading_row(Markup& out, const ViewReading& r, bool first_of_origin, std::size_t rows, Columns columns) {
  out.open("tr", {{"id", r.anchor}, {"class", r.status == "standing" ? "stands" : "past"}});
  if (first_of_origin) {
    out.open("th", {{"scope", "rowgroup"}, {"rowspan", std::to_string(rows)}});
    if (columns.marks) out.raw(chart_mark(r.origin_order, true)).text(" ");
    out.text(r.origin.empty() ? "No source given" : r.origin);
    if (!r.chain.empty()) out.element("small", " " + r.chain);
    out.close("th");
  }
  out.open("td", {{"data-label", "Figure"}, {"class", "figure"}});
  if (r.evidence.empty()) out.text(r.figure);
  else html_link(out, {r.figure, r.evidence.front().anchor});
  if (!r.words.empty()) out.element("span", " worded “" + r.words + "”", {{"class", "worded"}});
  out.close("td");
  html_cell(out, "As of", days_of(r));
  std::string status = status_of(r);
  if (!r.interest.empty()) status += " (" + r.interest + ")";
  out.open("td", {{"data-label", "Status"}}).open("span");
  if (r.status == "standing") out.element("strong", status);
  else out.text(status);
  out.close("span").close("td");
  out.open("td", {{"data-label", "First in"}});
  html_links(out, r.evidence, 3);
  out.close("td");
  if (columns.relays) {
    out.open("td", {{"data-label", "Relayed by"}, {"class", r.relays.empty() ? "none" : ""}});
    if (r.relays.empty()) out.text("–");
    html_links(out, r.relays, 2);
    out.close("td");
  }
  out.close("tr").line();
}

void readings_table(Markup& out, const ViewToll& toll, bool charted) {
  Columns columns{charted, false};
  for (const auto& r : toll.readings) columns.relays = columns.relays || !r.relays.empty();
  out.open("table", {{"class", "cards"}}).element("caption", "Readings by origin: " + toll.heading);
  out.open("thead").open("tr");
  for (const auto* head : {"Origin", "Figure", "As of", "Status", "First in"}) out.element("th", head, {{"scope", "col"}});
  if (columns.relays) out.element("th", "Relayed by", {{"scope", "col"}});
  out.close("tr").close("thead").line();
  for (std::size_t i = 0; i < toll.readings.size();) {
    std::size_t end = i;
    while (end < toll.readings.size() && toll.readings[end].origin_order == toll.readings[i].origin_order) ++end;
    out.open("tbody");
    for (std::size_t k = i; k < end; ++k) reading_row(out, toll.readings[k], k == i, end - i, columns);
    out.close("tbody");
    i = end;
  }
  out.close("table").line();
}

void estimate_reasons(Markup& out, const ViewToll& toll, const ViewEstimate& e) {
  out.open("div", {{"class", "why"}}).open("h5").text(e.title).close("h5");
  out.element("p", toll.coarse ? "Fewer than 5." : "Range " + range_words(e.low, e.high) + (e.best ? ", best " + number_words(*e.best) : ", best unknown") + "." + (e.sides.empty() ? "" : " Split: " + e.sides + "."));
  if (!e.note.empty()) out.element("p", capitalised(e.note) + ".");
  if (!e.used.empty()) {
    out.element("p", "Decided by:", {{"class", "label"}});
    html_links(out, e.used, 12);
  }
  if (!e.set_aside.empty()) {
    out.element("p", "Set aside:", {{"class", "label"}}).open("ul");
    for (const auto& aside : e.set_aside) {
      out.open("li");
      html_link(out, {aside.figure + ", " + aside.origin, aside.anchor});
      out.text(": " + aside.reason).close("li");
    }
    out.close("ul");
  }
  out.close("div").line();
}

// Whether there was something to draw.
bool chart(Markup& out, const ViewToll& toll) {
  const auto wide = toll_chart(toll, {760, true, toll.anchor + "-w"});
  const auto narrow = toll_chart(toll, {350, false, toll.anchor + "-n"});
  if (!wide || !narrow) return false;
  out.open("figure", {{"class", "toll-chart"}}).raw(*wide).raw(*narrow).open("figcaption").open("ul", {{"class", "key"}});
  for (std::size_t o = 0; o < toll.origins.size(); ++o)
    out.open("li").raw(chart_mark(static_cast<int>(o), true)).text(" ").text(toll.origins[o].empty() ? "no source given" : toll.origins[o]).close("li");
  out.open("li").raw(chart_mark(0, false)).text(" hollow: no longer stands").close("li");
  out.element("li", "↑ ↓ the words leave that end open").element("li", "band: the policy's range").close("ul").close("figcaption").close("figure").line();
  return true;
}

}  // namespace

void html_toll(Markup& out, const ViewToll& toll, bool in_summary) {
  out.open("section", {{"class", "toll"}, {"id", toll.anchor}});
  out.open("h3").text(toll.heading).text(" ").element("small", toll.counts).close("h3");
  if (!in_summary) html_range(out, toll);
  out.open("p", {{"class", "grades"}}).text(grades(toll)).text(" ").element("em", capitalised(std::string(kTollNotice)) + ".", {{"class", "notice"}}).close("p");
  readings_table(out, toll, chart(out, toll));
  for (const auto& o : toll.overruled) out.element("p", o.text, {{"class", "decided"}});
  const bool asides = !toll.mixed && std::any_of(toll.estimates.begin(), toll.estimates.end(), [](const ViewEstimate& e) { return !e.set_aside.empty() || !e.note.empty(); });
  if (!toll.mixed && (toll.readings.size() > 1 || asides)) {
    out.open("details", {{"class", "reasons"}}).element("summary", "Why these numbers: readings used and set aside, by policy");
    out.open("div", {{"class", "columns"}});
    for (const auto& e : toll.estimates)
      if (!toll.mixed) estimate_reasons(out, toll, e);
    out.close("div").close("details");
  }
  out.close("section").line();
}

}  // namespace attest
