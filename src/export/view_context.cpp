#include "export/view_context.h"

#include <algorithm>

#include "export/sentences.h"
#include "export/words.h"

namespace attest {

ViewContext::ViewContext(const Dossier& d, std::span<const Analysis> a, const Redactor& r)
    : dossier(d), analyses(a), redactor(r), claims_(a.size()), sentences_(a.size()), referred_(a.size()) {
  for (const auto& source : d.sources) source_names_[source.id] = r.source(source);
  for (std::size_t i = 0; i < d.incidents.size(); ++i)
    incidents_[d.incidents[i].id] = {r.label(d.incidents[i].title), "i" + std::to_string(i + 1)};
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto& claims = a[i].findings.claims;
    for (std::size_t c = 0; c < claims.size(); ++c) claims_[i].emplace(claims[c].id, static_cast<std::uint32_t>(c));
    sentences_[i] = sentence_spans(a[i]);
  }
}

std::string ViewContext::report_label(std::uint32_t report) const {
  if (report >= analyses.size()) return "a report that is not in the case";
  const auto& a = analyses[report];
  std::string label = a.report.outlet && !a.report.outlet->empty() ? redactor.label(*a.report.outlet) : "Report " + std::to_string(report + 1);
  const auto day = a.findings.dates.published ? Date::parse(*a.findings.dates.published) : a.findings.dates.reference;
  return label + ", " + (day ? day_words(*day) : "undated");
}

ViewLink ViewContext::report_link(std::uint32_t report) const {
  return {report_label(report), report < analyses.size() ? report_anchor(report) : std::string()};
}

std::string ViewContext::source_name(const std::string& id) const {
  if (id.empty()) return {};
  const auto it = source_names_.find(id);
  return it == source_names_.end() ? redactor.label(id) : it->second;
}

const Claim* ViewContext::claim(const ClaimRef& ref) const {
  if (ref.report >= analyses.size()) return nullptr;
  const auto it = claims_[ref.report].find(ref.claim);
  return it == claims_[ref.report].end() ? nullptr : &analyses[ref.report].findings.claims[it->second];
}

std::string ViewContext::sentence_anchor(std::uint32_t report, std::size_t sentence) const {
  return report_anchor(report) + "-s" + std::to_string(sentence + 1);
}

std::size_t ViewContext::sentence_index(std::uint32_t report, Span span) const {
  const auto& all = sentences_[report];
  const auto it = std::upper_bound(all.begin(), all.end(), span.begin, [](std::uint32_t b, Span s) { return b < s.begin; });
  return it == all.begin() ? 0 : static_cast<std::size_t>(it - all.begin()) - 1;
}

ViewLink ViewContext::claim_link(const ClaimRef& ref, std::string text) {
  const Claim* c = claim(ref);
  if (!c || sentences_[ref.report].empty()) return {std::move(text), ref.report < analyses.size() ? report_anchor(ref.report) : std::string()};
  const Span at = c->count ? c->count->span : c->span;
  const auto sentence = sentence_index(ref.report, at);
  referred_[ref.report].insert(sentence);
  const bool hidden = redactor.withheld(ref.report, sentences_[ref.report][sentence]);
  const auto index = claims_[ref.report].at(ref.claim);
  return {std::move(text), hidden ? sentence_anchor(ref.report, sentence) : report_anchor(ref.report) + "-c" + std::to_string(index + 1)};
}

ViewLink ViewContext::span_link(const SpanRef& at) {
  if (at.report >= analyses.size()) return {};
  if (sentences_[at.report].empty()) return report_link(at.report);
  const auto sentence = sentence_index(at.report, at.span);
  referred_[at.report].insert(sentence);
  return {report_label(at.report), sentence_anchor(at.report, sentence)};
}

Passage ViewContext::sentence_of(std::uint32_t report, Span span) const {
  if (report >= analyses.size() || sentences_[report].empty()) return {};
  return redactor.passage(report, sentences_[report][sentence_index(report, span)]);
}

ViewLink ViewContext::incident_link(const std::string& id) const {
  const auto it = incidents_.find(id);
  return it == incidents_.end() ? ViewLink{"an incident that is not shown", ""} : it->second;
}

}  // namespace attest
