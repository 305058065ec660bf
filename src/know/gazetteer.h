#pragma once
// Places by name. The compiled file is memory-mapped: nothing is parsed at start, and any number of threads read it.
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "model/model.h"

namespace attest {

// What a settlement is the seat of; it decides between places of one name. The order is the order of weight.
enum class PlaceRank : std::uint8_t { kNone, kSection, kSettlement, kSeat3, kSeat2, kSeat1, kCapital };

// How a name is tied to its place. An adjective ("Syrian") tells of a country, it is no place where something happened.
enum class NameKind : std::uint8_t { kPrimary, kAlias, kAdjective };

// One place; the words live as long as the gazetteer.
struct Place {
  std::string_view name;
  std::string_view country;  // ISO 3166-1 alpha-2, or what the row's author uses; "" unknown
  std::string_view admin1;
  std::string_view id;       // "geonames:N", "iso:SY", "geo:LAT,LON" …
  double latitude = 0;
  double longitude = 0;
  std::uint32_t population = 0;  // 0 unknown
  Precision precision = Precision::kSettlement;  // kUnknown: a region larger than a country
  PlaceRank rank = PlaceRank::kNone;
};

// A place of a Gazetteer: its file and row.
struct PlaceRef {
  std::uint32_t value = 0;  // 8 bits of layer, 24 of row
  friend bool operator==(PlaceRef, PlaceRef) = default;
  friend auto operator<=>(PlaceRef, PlaceRef) = default;
};

struct NamedPlace {
  PlaceRef place;
  NameKind kind = NameKind::kPrimary;
};

struct NearPlace {
  PlaceRef place;
  double similarity = 0;  // of the spellings, name_similarity
};

// One or more compiled files (layers): the shipped one and those that users add. Later layers come first among equals.
class Gazetteer {
 public:
  // Maps a compiled file; bad_gazetteer when it is cut, changed or of another version.
  static Result<Gazetteer> open(const std::string& path);
  // The same from bytes in memory (compile_gazetteer).
  static Result<Gazetteer> from_bytes(std::string bytes);
  void add(Gazetteer layer);

  bool empty() const { return layers_.empty(); }
  std::size_t size() const;
  const std::string& version() const { return version_; }  // of the content, for `made_by`

  Place at(PlaceRef ref) const;
  // Every row of every file, in order, as `at` gives it.
  void each(const std::function<void(const Place&)>& visit) const;
  // Whether the place stands in a list that its user means first (a CSV of their own, not a dump of a country).
  bool preferred(PlaceRef ref) const;
  // Every place that has this name_key, the latest layer first.
  void exact(std::string_view key, std::vector<NamedPlace>& out) const;
  // False means that no name begins with these words and goes on; true means that one may.
  bool may_continue(std::string_view key) const;
  // Places whose spelling may be another romanisation of `name`, best first; with `country` only those of that country.
  std::vector<NearPlace> near(std::string_view name, std::string_view country, double at_least = 0.5) const;

 private:
  struct Layer;
  std::vector<std::shared_ptr<const Layer>> layers_;
  std::string version_;
};

// Words of a text that are a name of the gazetteer.
struct NameMatch {
  std::uint32_t length = 0;  // tokens; 0: none
  std::vector<NamedPlace> places;
};

// The longest name at `token`, at most to `last`; hyphens in a text or in a name make no difference.
NameMatch longest_name_at(const Gazetteer& gazetteer, const Tokens& tokens, std::size_t token, std::size_t last);

double distance_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b);

}  // namespace attest
