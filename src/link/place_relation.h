#pragma once
#include <string>
#include <unordered_set>
#include <vector>

#include "model/model.h"

namespace attest {

// How two places, or two sets of them, lie to each other. kNear: settlements so close that one report may name either (20 km).
enum class PlaceRelation { kUnknown, kSame, kInside, kContains, kNear, kCountryOnly, kApart };

// The places of a claim, reduced to the finest ones: ["Khan Sheikhoun", "Idlib"] is one town, not two places.
struct PlaceSet {
  struct Place {
    std::string key;     // folded name
    std::string detail;  // folded name of a finer place in it that the gazetteer does not have, "" none
    Located at;          // precision unknown where the gazetteer has none
  };
  std::vector<const Place*> finest;  // kept by a PlacePool
  bool located = false;              // at least one is in the gazetteer
  bool country_only = false;         // nothing finer than a country is known
};

// Every place of a case once. What it gives stays where it is.
class PlacePool {
 public:
  const PlaceSet::Place* keep(PlaceSet::Place place);

 private:
  struct Hash {
    std::size_t operator()(const PlaceSet::Place& p) const;
  };
  struct Same {
    bool operator()(const PlaceSet::Place& p, const PlaceSet::Place& q) const;
  };
  std::unordered_set<PlaceSet::Place, Hash, Same> all_;
};

PlaceSet place_set(const Claim& claim, PlacePool& pool);
PlaceRelation relate(const PlaceSet::Place& a, const PlaceSet::Place& b);
// The relation of the sets: shared members make them the same, or one inside the other where it has more.
PlaceRelation relate(const PlaceSet& a, const PlaceSet& b);

}  // namespace attest
