#pragma once
#include <map>
#include <vector>

#include "link/group.h"

namespace attest {

// Tells which figures of an incident count only what happened at a part of its place, beside larger ones of the same harm: parts, no rivals
// (METHOD 5). Of one day's happening different reports name now the town, now its province; there only one report that gives both tells
// part and whole. In violence of several days any report does.
class NarrowerPlaces {
 public:
  // `main`: the place most claims name; a figure for it is never narrower. The group must outlive this.
  NarrowerPlaces(const Group& group, const Located* main);
  bool holds(const ClaimFacts& f) const;

 private:
  struct Wide {
    const PlaceSet* where;
    std::int64_t most;
  };
  // By harm, and by report where only the same report counts: one entry for each set of places.
  std::map<std::pair<Effect, std::uint32_t>, std::vector<Wide>> wide_;
  std::map<std::pair<Effect, std::uint32_t>, std::vector<const ClaimFacts*>> of_report_;
  std::map<Effect, std::int64_t> most_;
  const Located* main_ = nullptr;
  bool container_ = false, none_ = false;

  std::uint32_t scope(const ClaimFacts& f) const { return container_ ? 0 : f.report; }
  bool listed(const ClaimFacts& f) const;
};

}  // namespace attest
