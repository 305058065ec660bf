#pragma once
#include <tuple>
#include <unordered_map>
#include <vector>

#include "link/case_view.h"
#include "link/group.h"

namespace attest {

// For each report the others that share text or quotations with it, sorted.
using LinkedReports = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;
bool linked(const LinkedReports& reports, std::uint32_t a, std::uint32_t b);
inline constexpr double kLinkedScore = 1.2;

// What orders happenings without regard to arrival: the well dated and placed first, then the day, then report and place in it.
bool before(const CaseView& view, const Group& a, const Group& b);
// The part of it that is no report's: weakly dated or placed, background, day.
std::tuple<bool, bool, std::int64_t> happening_order(const Group& g);

// Joins the happenings of all reports into incidents (METHOD 5). Candidates come from blocking keys only (days × place, day ×
// figure, linked reports, source × province), so nothing compares all pairs; buckets are bounded. Happenings are taken in an
// order that depends on their content alone, the well dated and placed first, so the order of arrival changes nothing.
std::vector<Group> join_happenings(const CaseView& view, std::vector<Group> all, const LinkedReports& reports);

// Names, places and nests the incidents; the result is ordered by day and id, totals of the war last.
std::vector<LinkedIncident> finish_incidents(const CaseView& view, const std::vector<const Group*>& groups);

// The country whose war a total is of, "" unknown.
std::string war_key(const Group& g);

}  // namespace attest
