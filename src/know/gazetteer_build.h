#pragma once
// Compiles rows of places into the bytes that Gazetteer reads.
#include <string>
#include <vector>

#include "know/gazetteer.h"

namespace attest {

struct PlaceRow {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> adjectives;  // of a country or region: "Syrian", "Syrians"
  std::string country;
  std::string admin1;
  std::string id;
  double latitude = 0;
  double longitude = 0;
  std::uint32_t population = 0;
  Precision precision = Precision::kSettlement;
  PlaceRank rank = PlaceRank::kNone;
};

// too_large above 16 M places; the same rows give the same bytes.
Result<std::string> compile_gazetteer(const std::vector<PlaceRow>& rows);

// A user's CSV with a header line: name,latitude,longitude and, in any order, aliases (separated by ';'), country, admin1, adjectives
// (likewise), class (settlement | district | province | country | region | point; none: settlement); other columns are the user's own. A bad
// row is an error with its line; nothing is half read. The id of a row is a geo address (RFC 5870), of a country "iso:CODE".
Result<std::vector<PlaceRow>> read_place_csv(std::string_view csv, const std::string& path);

// A country dump of GeoNames (19 columns, tabs between): its settlements, regions, airports, bases, prisons and camps. A line that is not
// one of a dump, an id twice or impossible coordinates are an error with the line; nothing is half read.
Result<std::vector<PlaceRow>> read_geonames_dump(std::string_view text, const std::string& path);

}  // namespace attest
