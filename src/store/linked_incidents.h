#pragma once
#include "store/interface.h"

namespace attest {

// Linking kept in a case, an incident a row, so that one incident can be told without reading and linking all reports again: the incident,
// the origins of its claims, their sources, and what its reports depend on, as far as that is a source or another report of the incident: in
// a large case a report shares words with hundreds of others.
struct LinkedReport {
  std::uint64_t number = 0;  // in the case
  std::string id;
};
std::vector<IncidentRow> incident_rows(const Links& links, const std::vector<LinkedReport>& reports);  // in the order of the linking

// The part of a linking that a row keeps; reports are counted in the order of row.reports.
Result<Links> read_links(const IncidentRow& row);

}  // namespace attest
