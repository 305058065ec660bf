#pragma once
#include <string>
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
    Located at;       // precision unknown where the gazetteer has none
  };
  std::vector<Place> finest;
  bool located = false;        // at least one is in the gazetteer
  bool country_only = false;   // nothing finer than a country is known
};

PlaceSet place_set(const Claim& claim);
PlaceRelation relate(const PlaceSet::Place& a, const PlaceSet::Place& b);
// The relation of the sets: shared members make them the same, or one inside the other where it has more.
PlaceRelation relate(const PlaceSet& a, const PlaceSet& b);

}  // namespace attest
