#pragma once
#include <map>
#include <string>
#include <vector>

#include "reconcile/said.h"

namespace attest {

// The scope of a toll that takes no part in the others of its harm: figures of single people, of one place inside the incident's, of a
// breakdown without category. They are shown and never rival a total (METHOD 1, 5).
inline constexpr std::string_view kPart = "part";

// Sorts what is said of one harm into tolls by scope (METHOD 1): all, civilian, combatant, children …, families, bodies, part.
// A figure that counts only what one alleged perpetrator did is a scope of its own where the same origin also gives an unlimited one.
// Where nobody counts all the dead, an origin that names a single group has its figure under "all" too, with a note saying so.
std::map<std::string, std::vector<Said>> by_scope(std::vector<Said> said, bool container);

// Whether two scopes can hold no person in common, so that their figures may be added: civilians and fighters of any kind.
bool disjoint_scopes(std::string_view a, std::string_view b);

}  // namespace attest
