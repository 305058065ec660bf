#pragma once
#include "reconcile/said.h"

namespace attest {

// What a person could still find out about an incident: a second origin, a missing field, an answer to an allegation, which of two figures.
std::vector<OpenQuestion> open_questions(const DossierIncident& incident, const CaseFacts& facts);

// Facts of an incident that were public at least 24 hours before a report of it and that the report does not mention (METHOD 12): an origin's
// figure that stood then, or an allegation. Days without an hour count as a whole day, so that nothing is said to have been public when it may
// not have been. Only reports whose main subject is the incident; at most kMostNotMentioned, the greatest figures first.
inline constexpr std::size_t kMostNotMentioned = 12;
std::vector<NotMentioned> not_mentioned(const DossierIncident& incident, const CaseFacts& facts);

}  // namespace attest
