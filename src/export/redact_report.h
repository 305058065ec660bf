#pragma once
// One report with what a shared page leaves out of it, and the same for short strings and sources.
#include <optional>
#include <string>
#include <vector>

#include "export/redact.h"
#include "export/redact_names.h"

namespace attest {

struct RedactedReport {
  std::vector<Edit> edits;     // in text order, without overlaps
  std::vector<Span> withheld;  // sentences that go as a whole
  std::vector<Span> sexual;    // sentences on sexual violence
  std::vector<Span> sites;     // sentences that tell of a refuge, hospital, prison or grave
  bool places_early = true;    // the case's delay has not passed: those places are not given at all
};

// The day from which places of refuge may be told by their province or district, counted in days from the report's own.
struct PlaceDelay {
  std::optional<Date> as_of;
  int days = 30;
};

RedactedReport redact_report(const Analysis& analysis, const PrivateNames& names, const PrivacyRules& rules, const PlaceDelay& delay,
                             ShownNames shown = ShownNames::kNone);

// In order; of overlapping edits the first in the text stands for the union, so nothing that one of them hides comes back.
std::vector<Edit> without_overlaps(std::vector<Edit> edits);

// The words of a span with edits made and the marked claims set apart.
Passage cut_passage(const Analysis& analysis, Span span, const std::vector<Edit>& edits, const std::vector<int>& marks);

std::string redact_names(std::string_view text, const PrivateNames& names);
std::string redact_label(std::string_view text, const PrivateNames& names, const PrivacyRules& rules);

// "witness" for a source who is a private person or a place that must not be found; "" for one that is named.
std::string private_source_role(const DossierSource& source, const PrivateNames& names, const PrivacyRules& rules);

}  // namespace attest
