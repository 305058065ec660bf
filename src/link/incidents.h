#pragma once
#include <vector>

#include "link/dependencies.h"
#include "link/group.h"

namespace attest {

// Joins the happenings of all reports into incidents (METHOD 5). Candidates come from blocking keys only (days × place, day × figure,
// linked reports, source × province), so nothing compares all pairs; buckets are bounded. Happenings are taken in an order that depends
// on their content alone, the well dated and placed first, so the order of arrival changes nothing.
std::vector<Group> join_happenings(const CaseView& view, std::vector<Group> all, const ReportPairs& linked);

// Names, places and nests the incidents; the result is ordered by day and id, totals of the war last.
std::vector<LinkedIncident> finish_incidents(const CaseView& view, const std::vector<Group>& groups);

}  // namespace attest
