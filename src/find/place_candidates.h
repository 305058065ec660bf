#pragma once
// Words of a report that may name a place, with what their surroundings tell. Used by places.cpp only.
#include <optional>
#include <vector>

#include "find/finders.h"

namespace attest {

// Tokens [first, last) as a name. `weight` says how likely the words name a place here (above 0: taken for one).
struct PlaceCandidate {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::vector<NamedPlace> places;   // all that the gazetteer has under the name; empty: known by its surroundings only
  double weight = 0;
  bool adjective = false;           // "Syrian": tells of a country, is no place of an event
  bool in_name = false;             // inside the name of an organisation: "the Damascus Bar Association"
  bool region = false;              // "the coastal region": known by its words alone
  bool doubtful = false;            // a place only if another romanisation of it is known here
  std::uint32_t cut = 0;            // bytes of the last token that are no part of the name ("Syrias" for "Syria's")
  bool located_by_words = false;    // "in", "town of" … stands before it
  Precision wanted = Precision::kUnknown;   // of the class word beside it ("Homs province")
  std::optional<std::size_t> container;     // the candidate after a comma that holds it ("Jableh, Latakia")
  std::optional<PlaceRef> chosen;
};

// Every candidate in text order, not overlapping.
std::vector<PlaceCandidate> place_candidates(const FindInput& in);

// Chooses for each candidate the place that its report most likely means; sets `chosen`. Also sets `places` of names that only another
// romanisation of the gazetteer has, within the country that the report speaks of.
void resolve_places(const FindInput& in, std::vector<PlaceCandidate>& candidates);

}  // namespace attest
