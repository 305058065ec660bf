#pragma once
// The scope algebra of METHOD 1: what two figures are to each other as sets of people, in four dimensions, with a reason for each. Two figures
// may be compared as numbers only where this says that they can be.
#include <string>
#include <string_view>
#include <vector>

#include "reconcile/said.h"

namespace attest {

// Read from the first to the second: kSubset means that the first is inside the second.
enum class Relation : std::uint8_t { kEqual, kSubset, kSuperset, kOverlapping, kDisjoint, kUnknown };
std::string_view name(Relation relation);
Relation reversed(Relation relation);

// What a figure counts. Built from a claim; what the words leave out is taken from the incident that the claim speaks of.
struct FigureScope {
  Effect effect = Effect::kKilled;
  std::string victims;              // the scope of its toll: all | civilian | children …
  std::vector<Located> places;      // empty: unknown
  bool part_of_place = false;       // inside its incident's place (see Member::narrower_place)
  bool of_incident = false;         // the figure names no place: these are its incident's
  Interval days;                    // both ends absent: unknown
  std::vector<std::string> limited; // counts only what these are said to have done; empty: whoever did it
};
FigureScope figure_scope(const Said& said, const LinkedIncident& incident);

// One dimension each.
Relation relate_harm(Effect a, Effect b);
Relation relate_victims(std::string_view a, std::string_view b);
Relation relate_places(const std::vector<Located>& a, const std::vector<Located>& b);
Relation relate_days(const Interval& a, const Interval& b);

// Of independent dimensions: disjoint in one is disjoint in all; unknown in one leaves the rest unknown; subsets of which some are equal are a
// subset; a subset in one and a superset in another overlap.
Relation combine(const std::vector<Relation>& dimensions);

struct Compared {
  Relation relation = Relation::kUnknown;
  std::vector<std::string> why;  // one a dimension that is not equal; in plain words
};
Compared relate(const FigureScope& a, const FigureScope& b);

}  // namespace attest
