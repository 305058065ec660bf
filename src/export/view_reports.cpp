#include <algorithm>

#include "export/view_context.h"
#include "export/words.h"

namespace attest {
namespace {

// The sentences that something refers to, and one on each side.
std::vector<std::size_t> shown_sentences(const ViewContext& context, std::uint32_t report) {
  const auto count = context.sentences(report).size();
  std::vector<std::size_t> out;
  for (const auto s : context.referred(report))
    for (std::size_t n = s == 0 ? 0 : s - 1; n <= s + 1 && n < count; ++n)
      if (out.empty() || out.back() < n) out.push_back(n);
  return out;
}

std::vector<ViewSentence> view_sentences(const ViewContext& context, std::uint32_t report) {
  const auto& claims = context.analyses[report].findings.claims;
  std::vector<ViewSentence> out;
  std::size_t next = 0;
  for (const auto s : shown_sentences(context, report)) {
    const Span span = context.sentences(report)[s];
    ViewSentence sentence;
    sentence.anchor = context.sentence_anchor(report, s);
    sentence.gap_before = s != next;
    next = s + 1;
    std::vector<int> marks;
    for (std::size_t c = 0; c < claims.size(); ++c)
      if (claims[c].span.overlaps(span)) {
        marks.push_back(static_cast<int>(c));
        sentence.claims.push_back(static_cast<std::uint32_t>(c));
      }
    sentence.text = context.redactor.passage(report, span, marks);
    // A withheld sentence follows itself only once.
    if (!out.empty() && sentence.text == out.back().text && context.redactor.withheld(report, span) && !sentence.gap_before)
      sentence.text = {Piece{"[withheld]", -1, false, true}};
    out.push_back(std::move(sentence));
  }
  return out;
}

ViewReport view_report(const ViewContext& context, std::uint32_t report) {
  const auto& a = context.analyses[report];
  const auto& redactor = context.redactor;
  ViewReport out;
  out.number = static_cast<int>(report) + 1;
  out.anchor = context.report_anchor(report);
  out.label = context.report_label(report);
  out.title = a.report.title ? redactor.label(*a.report.title) : "";
  const auto& dates = a.findings.dates;
  out.dated = dates.published.has_value() || dates.reference.has_value();
  if (dates.published) out.published = Date::parse(*dates.published) ? day_words(*Date::parse(*dates.published)) : redactor.label(*dates.published);
  out.published_from = spaced(dates.published_from);
  out.url = a.report.url ? redactor.address(*a.report.url) : "";
  out.input = redactor.file(a.report.input);
  out.hash = a.report.id;
  out.note = a.findings.note == "unsupported_language" ? "This report's language is not read yet: it is listed, not analysed." : redactor.label(a.findings.note);
  out.claims = static_cast<int>(a.findings.claims.size());
  out.sentences = view_sentences(context, report);
  return out;
}

}  // namespace

std::vector<ViewReport> view_reports(const ViewContext& context) {
  std::vector<ViewReport> out;
  for (std::uint32_t r = 0; r < context.analyses.size(); ++r) out.push_back(view_report(context, r));
  return out;
}

}  // namespace attest
