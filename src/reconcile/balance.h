#pragma once
#include <vector>

#include "reconcile/said.h"

namespace attest {

// Parts and wholes as constraints on intervals (METHOD 5): what one origin says as of one day is set on the lattice of harms and victims, and
// two rules are applied until nothing changes: a part never exceeds its whole, and parts that share nobody never exceed it together.
//
// Bounds that follow and that the origin did not give itself are Attest's arithmetic: they are no readings and no policy reads them. Where a
// floor passes a ceiling the fewest figures that show it are given as an inconsistency, once, and nothing more is drawn from them.
struct Balance {
  std::vector<DerivedBound> bounds;
  std::vector<Inconsistency> inconsistencies;
};
Balance balance(const std::vector<Toll>& tolls);

}  // namespace attest
