#pragma once
#include <vector>

#include "reconcile/said.h"

namespace attest {

// A toll's readings in the making: `latest` as indices, ids not yet given.
struct Series {
  struct Draft {
    Reading reading;
    std::vector<Said> said;             // in order
    std::optional<std::size_t> superseded_by;
    bool relay = false;
  };
  std::vector<Draft> drafts;            // sourced ones by origin and day, then the unsourced by day
  std::vector<std::size_t> latest;      // one a standing origin
  std::vector<Dependency> dependencies; // same_figure
};

// The readings of one toll (METHOD 3, 6). Equal figures of one origin are one reading, rounded and vaguer repeats are relays of it, a later
// as-of day supersedes, an older figure repeated later keeps its day. An unsourced figure that equals a sourced one is a relay of it.
// `different_people`: the figures are of parts that have nothing to do with each other; none replaces another and each is a latest one.
Series read_series(const std::vector<Said>& said, const CaseFacts& facts, bool different_people = false);

}  // namespace attest
