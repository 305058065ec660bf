#pragma once
#include <vector>

#include "reconcile/said.h"

namespace attest {

// What does not agree within one incident, heaviest first, each with both sentences: figures, places, days, perpetrators. True conflicts
// (kind `conflict`) stand before what only looks like one: differences of scope (METHOD 1: most published "contradictions"), of day, of wording.
// Rebuilds `found` (the conflicts between figures of one toll that the grades saw) and adds the rest. At most kMostDifferences of those that
// are no conflicts are kept, and those that matter most.
inline constexpr std::size_t kMostDifferences = 8;
std::vector<FigureConflict> contradictions(std::vector<FigureConflict> found, const std::vector<Said>& said, const std::vector<Toll>& tolls,
                                           const std::vector<Responsibility>& responsibility, const LinkedIncident& incident, const CaseFacts& facts);

// The scope relations between the latest figures of each harm; of at most kMostRelated figures of a harm.
inline constexpr std::size_t kMostRelated = 24;
std::vector<ScopeRelation> relations(const std::vector<Toll>& tolls, const LinkedIncident& incident, const CaseFacts& facts);

}  // namespace attest
