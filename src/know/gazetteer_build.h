#pragma once
// Compiles rows of places into the bytes that Gazetteer reads.
#include <map>
#include <memory>
#include <optional>
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

// Whose rows these are: an own list comes before every other place of the same name; a dump is one more gazetteer.
enum class PlaceSource : std::uint8_t { kDump, kOwnList };

// Takes rows one by one, so that no more than the compiled file is held. The same rows in the same order give the same bytes.
class GazetteerBuilder {
 public:
  explicit GazetteerBuilder(PlaceSource source = PlaceSource::kDump);
  GazetteerBuilder(GazetteerBuilder&&) noexcept;
  ~GazetteerBuilder();

  void add(const PlaceRow& row);
  std::size_t size() const;
  // too_large above 16 M places or 4 GB of words. Call once.
  Result<std::string> finish();

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

Result<std::string> compile_gazetteer(const std::vector<PlaceRow>& rows, PlaceSource source = PlaceSource::kDump);

// A user's CSV with a header line: name,latitude,longitude and, in any order, aliases (separated by ';'), country, admin1, adjectives
// (likewise), class (settlement | district | province | country | region | point; none: settlement); other columns are the user's own. A bad
// row is an error with its line; nothing is half read. The id of a row is a geo address (RFC 5870), of a country "iso:CODE".
Result<std::vector<PlaceRow>> read_place_csv(std::string_view csv, const std::string& path);

// Names of first-level regions by code ("SY.05"), as another gazetteer spells them, so that regions of both are the same.
using RegionNames = std::map<std::string, std::string, std::less<>>;
RegionNames region_names(const Gazetteer& gazetteer);

// Rows of country dumps of GeoNames (19 columns, tabs between), line by line: settlements, regions, airports, bases, prisons and camps.
// Each file is read twice: `check` every line first, then `row` again, when the names of all regions are known.
class GeonamesReader {
 public:
  explicit GeonamesReader(RegionNames shipped) : regions_(std::move(shipped)) {}
  // An Error with the line where it is not one of a dump, has impossible coordinates or a line of over 1 MB.
  Result<void> check(std::string_view line, const std::string& path, std::size_t number);
  // An Error where an id stands twice in the lines that were checked.
  Result<void> finish_check();
  // What the line tells of a place; nullopt where no report would name it as one of an event (streams, trees, single farms).
  std::optional<PlaceRow> row(std::string_view line) const;

 private:
  struct Seen {
    std::uint64_t id = 0;
    std::uint32_t line = 0, file = 0;
  };
  RegionNames regions_;
  std::vector<Seen> seen_;
  std::vector<std::string> files_;
};

// A dump in memory; nothing is half read.
Result<std::vector<PlaceRow>> read_geonames_dump(std::string_view text, const std::string& path, const RegionNames& shipped = {});

// Compiles a user's file (CSV, or a GeoNames dump where the name ends in .txt) as a stream: bad_csv or bad_gazetteer with the line.
Result<std::string> compile_place_file(const Files& files, const std::string& path, const Gazetteer& shipped);

}  // namespace attest
