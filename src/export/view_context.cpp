#include "export/view_context.h"

#include <algorithm>

#include "export/sentences.h"
#include "export/words.h"

namespace attest {

ViewContext::ViewContext(const Dossier& d, std::span<const Analysis> a, const Redactor& r)
    : dossier(d), analyses(a), redactor(r), claims_(a.size()), sentences_(a.size()), referred_(a.size()) {
  for (std::size_t i = 0; i < a.size(); ++i) source_names_[a[i].report.id] = report_label(static_cast<std::uint32_t>(i));  // an outlet's own voice
  for (const auto& source : d.sources) source_names_[source.id] = with_numbers(r.source(source));
  for (const auto& incident : d.incidents)
    if (!incident.parents.empty()) parts_[incident.parents.front()].push_back(incident.id);
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto& claims = a[i].findings.claims;
    for (std::size_t c = 0; c < claims.size(); ++c) claims_[i].emplace(claims[c].id, static_cast<std::uint32_t>(c));
    sentences_[i] = sentence_spans(a[i]);
  }
  for (std::size_t i = 0; i < d.incidents.size(); ++i) incidents_[d.incidents[i].id] = {title(d.incidents[i]), "i" + std::to_string(i + 1)};
}

std::string month_of(const Interval& days) {
  const auto day = days.start ? days.start : days.end;
  if (!day) return "day not given";
  const auto words = day_words(*day);
  return words.substr(words.find(' ') + 1);
}

std::string ViewContext::title(const DossierIncident& incident) const {
  switch (care_for(incident)) {
    case Care::kNone: return redactor.label(incident.title);
    case Care::kProvince:
    case Care::kNoPlace: return capitalised(spaced(incident.kind.empty() ? "harm" : incident.kind)) + ", place withheld, " + days_words(incident.days);
    case Care::kMonthAndProvince: return "Withheld, " + month_of(incident.days);
  }
  return {};
}

const std::vector<std::string>& ViewContext::parts_of(const std::string& incident) const {
  static const std::vector<std::string> kNone;
  const auto it = parts_.find(incident);
  return it == parts_.end() ? kNone : it->second;
}

Care ViewContext::care_for(const DossierIncident& incident) const {
  bool all_sites = !incident.members.empty(), early = false;
  for (const auto& member : incident.members) {
    const Claim* c = claim(member.claim);
    if (!c) continue;
    if (redactor.tells_of_sexual_violence(member.claim.report, c->span)) return Care::kMonthAndProvince;
    all_sites = all_sites && redactor.sensitive_place(member.claim.report, c->span);
    early = early || redactor.place_too_early(member.claim.report);
  }
  if (!all_sites || !redactor.is_shared()) return Care::kNone;
  return early ? Care::kNoPlace : Care::kProvince;
}

// "an official, unnamed (report 5db46030)": the report goes by its number here.
std::string ViewContext::with_numbers(std::string name) const {
  constexpr std::string_view kReport = "(report ";
  const auto at = name.find(kReport);
  const auto end = at == std::string::npos ? at : name.find(')', at);
  if (end == std::string::npos) return name;
  const std::string digits = name.substr(at + kReport.size(), end - at - kReport.size());
  if (digits.size() < 6) return name;
  for (std::size_t i = 0; i < analyses.size(); ++i) {
    const std::string& id = analyses[i].report.id;
    if (id.compare(id.find(':') + 1, digits.size(), digits) == 0) return name.replace(at + 1, end - at - 1, "Report " + std::to_string(i + 1));
  }
  return name;
}

std::string ViewContext::report_label(std::uint32_t report) const {
  if (report >= analyses.size()) return "a report that is not in the case";
  const auto& a = analyses[report];
  std::string label = a.report.outlet && !a.report.outlet->empty() ? redactor.label(*a.report.outlet) : "Report " + std::to_string(report + 1);
  // A day that its text only speaks of anchors weekdays; it is not the day of the report.
  const auto day = a.findings.dates.published ? Date::parse(*a.findings.dates.published) : std::nullopt;
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

std::string ViewContext::scope_of(const Toll& toll) const {
  constexpr std::string_view kPartIn = "part: in ";
  if (!redactor.is_shared() || !toll.scope.starts_with(kPartIn)) return toll.scope;
  for (const Reading& r : toll.readings)
    for (const ClaimRef& ref : r.claims)
      if (const Claim* c = claim(ref); c && (redactor.sensitive_place(ref.report, c->span) || redactor.withheld(ref.report, c->sentence))) return std::string(kPartIn) + "a place withheld";
  return toll.scope;
}

std::uint32_t ViewContext::sentence_begin(std::uint32_t report, Span span) const {
  if (report >= analyses.size() || sentences_[report].empty()) return span.begin;
  return sentences_[report][sentence_index(report, span)].begin;
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
