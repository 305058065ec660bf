#pragma once
#include "store/interface.h"

namespace attest {

// Linking kept in a case, an incident a row, so that one incident can be told without reading and linking all reports again: the incident,
// the origins of its claims, their sources, and what its reports depend on. `numbers` gives for each report of the linking its number in the case.
std::vector<IncidentRow> incident_rows(const Links& links, const std::vector<std::uint64_t>& numbers);

// The part of a linking that a row keeps; reports are counted in the order of row.reports.
Result<Links> read_links(const IncidentRow& row);

}  // namespace attest
