#pragma once
#include <map>
#include <string>
#include <vector>

#include "reconcile/said.h"

namespace attest {

// Scopes that begin so take no part in the others of their harm (METHOD 1, 5): "part: in Tarsk" one place inside the incident's,
// "part: single people" one person beside a larger figure, "part: workers" a breakdown by a word that is no category, "part" a
// breakdown without one. They are shown and never rival a total.
inline constexpr std::string_view kPart = "part";
bool is_part(std::string_view scope);
// Parts whose figures count different people, so that they are not set against each other either.
bool is_mixed_part(std::string_view scope);

// Ends of a scope: a figure that counts only what one alleged perpetrator did where the same origin also gives an unlimited one;
// and a figure of a time much longer than the incident's.
inline constexpr std::string_view kByPerpetrator = ", by an alleged perpetrator";
inline constexpr std::string_view kLonger = ", over a longer time";

// A reading's note that begins so: its origin counts one group alone ("names only: civilian") and stands under "all" for want of
// a figure of all.
inline constexpr std::string_view kNamesOnly = "names only: ";

// Sorts what is said of one harm into tolls by scope (METHOD 1): all, civilian, combatant, children …, families, bodies, part ….
// Where no origin counts all the dead, an origin that names a single group has its figure under "all" too, with a note saying so;
// where some do, an origin that tells of civilians or of fighters alone does, and policies leave it aside where somebody counts
// more. What an origin says of "people" is a part where it is less than what the same origin says of some of them on the same
// day.
std::map<std::string, std::vector<Said>> by_scope(std::vector<Said> said, const LinkedIncident& incident);

// Whether two scopes can hold no person in common, so that their figures may be added: civilians and fighters of any kind.
bool disjoint_scopes(std::string_view a, std::string_view b);

}  // namespace attest
