#pragma once
#include <vector>

#include "reconcile/readings.h"

namespace attest {

// How many origins of a toll are independent (METHOD 4): `least` for sure, `most` if nothing possible is true.
struct Independence {
  int least = 0;
  int most = 0;
  std::vector<std::size_t> representatives;  // drafts: one for each class that is independent for sure
};

// Counts the origins whose latest figures `drafts` (indices into the series) are. Organs of one party are one class, and so are unnamed
// informants of one kind in reports that share text; unnamed informants of one kind, or an unnamed one beside a named one of its kind, are
// possibly one.
Independence independent_origins(const Series& series, const std::vector<std::size_t>& drafts, const CaseFacts& facts);

}  // namespace attest
