#pragma once
#include <vector>

#include "reconcile/said.h"

namespace attest {

struct OwnPolicy;

// The tolls of one incident, by harm and scope, with readings, estimates and grades. Reading ids run on from `next_reading`. Dependencies
// that show only here (equal figures, derived sums) are added to `dependencies`.
struct IncidentTolls {
  std::vector<Toll> tolls;
  std::vector<FigureConflict> conflicts;
  std::vector<Transition> transitions;
};
// `own`: a policy of the user's own, computed after the published ones; nullptr none.
IncidentTolls incident_tolls(const LinkedIncident& incident, const std::vector<Said>& said, const CaseFacts& facts, const OwnPolicy* own,
                             int& next_reading, std::vector<Dependency>& dependencies);

// METHOD 4 f: marks unsourced totals that are the sum of one origin's disjoint parts (or round it), and writes the sum of such parts as
// "Attest's arithmetic" into the estimates of the total: it is no reading and moves no best.
void derive_sums(std::vector<Toll>& tolls, const CaseFacts& facts, std::vector<Dependency>& dependencies);

}  // namespace attest
