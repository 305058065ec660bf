// One report's findings for a terminal: restricted.
#include "export/export.h"
#include "export/text_layout.h"
#include "export/words.h"

namespace attest {
namespace {

using Look = TextLayout::Look;
using Row = std::vector<TextLayout::Cell>;

std::string sources_of(const Claim& c) {
  if (c.attribution.empty()) return "the outlet's own voice";
  std::string out;
  for (const auto& s : c.attribution) out += (out.empty() ? "" : " ← ") + s.text;
  return out;
}

std::string places_of(const Claim& c) {
  std::string out;
  for (const auto& p : c.places) out += (out.empty() ? "" : ", ") + p;
  return out.empty() ? "–" : out;
}

Row claim_row(const Claim& c) {
  const bool dated = c.time.days.start || c.time.days.end;
  return {{c.id, Look::kPlain},
          {std::string(name(c.effect)), Look::kPlain},
          {c.count ? count_words(*c.count) : "not stated", Look::kStrong},
          {c.victims.text + (c.background ? " (background)" : ""), Look::kPlain},
          {places_of(c), Look::kPlain},
          {dated ? days_words(c.time.days) : "–", Look::kPlain},
          {sources_of(c), Look::kPlain},
          {std::string(name(c.certainty)), Look::kPlain}};
}

}  // namespace

std::string analysis_text(const Analysis& a, const TextStyle& style) {
  TextLayout out(style);
  out.heading(a.report.title ? *a.report.title : a.report.input);
  out.item("Input", a.report.input);
  if (a.report.outlet) out.item("Outlet", *a.report.outlet);
  const auto& dates = a.findings.dates;
  out.item("Published", dates.published ? *dates.published + (dates.published_from.empty() ? "" : " (from its " + dates.published_from + ")") : "not said");
  if (!a.findings.note.empty()) out.item("Note", spaced(a.findings.note));
  std::vector<Row> rows;
  for (const auto& c : a.findings.claims) rows.push_back(claim_row(c));
  out.subheading(plural(static_cast<std::int64_t>(rows.size()), "claim", "claims") + ", " + std::string(kTollNotice));
  if (!rows.empty()) out.table({"Id", "Harm", "Figure", "Victims", "Place", "When", "Source", "Standing"}, rows);
  if (!a.findings.totals.empty()) out.subheading("In all");
  for (const auto& t : a.findings.totals) out.paragraph(capitalised(spaced(name(t.effect))) + " (" + t.incident + "): " + range_words(t.low, t.high) + (t.point ? ", best supported " + number_words(*t.point) : ""), 0, 2);
  if (!a.findings.quotes.empty()) out.subheading("Who said what");
  for (const auto& q : a.findings.quotes) out.paragraph((q.speaker.empty() ? "somebody" : q.speaker) + (q.cue.empty() ? "" : " " + q.cue) + ": " + std::string(q.span.in(a.report.text)), 0, 2);
  return std::move(out).str();
}

}  // namespace attest
