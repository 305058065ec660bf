#include "link/marks.h"

#include "link/sources.h"

namespace attest {
namespace {

// An agency's name in the byline, in the dateline, or alone in brackets at the head or the end of the text (METHOD 4 e).
std::vector<std::pair<std::string, Span>> agency_credits(const Analysis& analysis, const Knowledge& know) {
  constexpr std::size_t kHead = 30;
  std::vector<std::pair<std::string, Span>> out;
  const auto is_agency = [](const KnownActor* a) { return a && (a->kind == "agency" || a->kind == "state_media"); };
  const Tokens& t = analysis.tokens;
  const std::string own = outlet_key(analysis.report);
  const auto credit = [&](const KnownActor& agency, Span span) {
    const bool self = agency.id == own || know.actors.find_name(analysis.report.outlet.value_or("")) == &agency;
    if (!self) out.emplace_back(agency.id, span);
  };
  if (analysis.report.byline)
    if (const KnownActor* agency = know.actors.find_name(*analysis.report.byline); is_agency(agency)) credit(*agency, {});
  for (std::size_t i = 0; i < t.size(); ++i) {
    if (i == kHead && t.size() > 2 * kHead) i = t.size() - kHead;
    const auto match = know.actors.longest_at(t, i);
    if (!match || !is_agency(match.actor)) continue;
    const Span span{t.tokens[i].span.begin, t.tokens[i + match.length - 1].span.end};
    const std::string_view text = analysis.report.text;
    const char before = span.begin > 0 ? text[span.begin - 1] : ' ';
    const char after = span.end < text.size() ? text[span.end] : ' ';
    const bool dateline = analysis.findings.dates.dateline.find(span.in(text)) != std::string::npos;
    if ((before == '(' && after == ')') || dateline) credit(*match.actor, span);
  }
  return out;
}

}  // namespace

ReportMarks MarkReader::read(const Analysis& analysis) const {
  return {sentence_passages(analysis, content_), quote_passages(analysis, content_), agency_credits(analysis, know_),
          names_in_report(analysis, know_)};
}

void compact(Analysis& analysis) {
  Findings kept;
  kept.dates = std::move(analysis.findings.dates);
  kept.claims = std::move(analysis.findings.claims);
  kept.unquantified = std::move(analysis.findings.unquantified);
  for (auto* claims : {&kept.claims, &kept.unquantified}) {
    for (Claim& c : *claims) c.hedges = {}, c.victims.identity = {}, c.victims.groups = {};
    claims->shrink_to_fit();
  }
  kept.note = std::move(analysis.findings.note);
  analysis.findings = std::move(kept);
  analysis.tokens = {};
}

void strip_claims(Analysis& analysis) {
  for (auto* claims : {&analysis.findings.claims, &analysis.findings.unquantified})
    for (Claim& c : *claims) {
      c.places = {}, c.place_spans = {}, c.located = {}, c.perpetrators = {}, c.alternatives = {};
      c.place_rule = {}, c.time = {}, c.rule = {};
      for (Source& s : c.attribution) s.rule = {}, s.cue = {};
      c.attribution.shrink_to_fit();
    }
}

}  // namespace attest
