#pragma once
// What the parts of the view builder share: labels of reports, names of sources, and links into the reports' sentences. A link notes the
// sentence it points to, so that the reports' part shows exactly what something refers to.
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "export/redact.h"
#include "export/view.h"

namespace attest {

// How much of an incident's day and place a shared page gives (METHOD 10).
enum class Care {
  kNone,
  kProvince,          // all that tells of it tells of a refuge, hospital, prison or grave
  kNoPlace,           // so it does, and the case's delay has not passed
  kMonthAndProvince,  // sexual violence
};
std::string month_of(const Interval& days);

// What stands where a figure would: harm told without one (METHOD 7).
inline constexpr std::string_view kNotStated = "number not stated";

class ViewContext {
 public:
  ViewContext(const Dossier& dossier, std::span<const Analysis> analyses, const Redactor& redactor);

  const Dossier& dossier;
  std::span<const Analysis> analyses;
  const Redactor& redactor;

  std::string report_label(std::uint32_t report) const;
  ViewLink report_link(std::uint32_t report) const;
  std::string source_name(const std::string& id) const;  // "" for ""
  const Claim* claim(const ClaimRef& ref) const;         // nullptr where there is none
  ViewLink claim_link(const ClaimRef& ref, std::string text);
  ViewLink span_link(const SpanRef& at);
  // The sentence that holds a span, redacted.
  Passage sentence_of(std::uint32_t report, Span span) const;
  // The byte at which that sentence begins; that of the span where the report was not read.
  std::uint32_t sentence_begin(std::uint32_t report, Span span) const;
  // The scope of a toll as a page may tell it: of a refuge, hospital, prison or grave a shared one does not say in which place.
  std::string scope_of(const Toll& toll) const;
  ViewLink incident_link(const std::string& id) const;

  const std::vector<std::string>& parts_of(const std::string& incident) const;
  Care care_for(const DossierIncident& incident) const;

  const std::vector<Span>& sentences(std::uint32_t report) const { return sentences_[report]; }
  const std::set<std::size_t>& referred(std::uint32_t report) const { return referred_[report]; }
  std::string report_anchor(std::uint32_t report) const { return "r" + std::to_string(report + 1); }
  std::string sentence_anchor(std::uint32_t report, std::size_t sentence) const;

 private:
  std::string title(const DossierIncident& incident) const;
  std::string with_numbers(std::string name) const;
  std::size_t sentence_index(std::uint32_t report, Span span) const;

  std::map<std::string, std::string> source_names_;
  std::map<std::string, ViewLink> incidents_;
  std::map<std::string, std::vector<std::string>> parts_;
  std::vector<std::map<std::string, std::uint32_t>> claims_;  // by report: id -> index
  std::vector<std::vector<Span>> sentences_;
  std::vector<std::set<std::size_t>> referred_;
};

std::vector<ViewIncident> view_incidents(ViewContext& context);
std::vector<ViewReport> view_reports(const ViewContext& context);
// Adds what `view_findings.cpp` says; the tolls, conflicts and allegations stand already.
void view_findings(ViewContext& context, const DossierIncident& incident, Care care, ViewIncident& out);
ViewToll view_toll(ViewContext& context, const Toll& toll, std::string anchor);
// Whether a reading of a toll of special people, or of sexual violence, is so small that its number could point to one person (METHOD 10).
bool small_cell(const ViewContext& context, const Toll& toll, const Reading& reading);

}  // namespace attest
