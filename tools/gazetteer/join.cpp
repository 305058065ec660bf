#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "know/names.h"
#include "sources.h"

namespace attest {
namespace {

constexpr double kSamePlaceKm = 12;     // one place in two editions of GeoNames
constexpr double kOwnRowKm = 15;        // own rows have rounded points
constexpr double kMovedPlaceKm = 1;     // a place that was renamed between the editions

PlaceRank rank_of(std::string_view feature) {
  if (feature == "PPLC") return PlaceRank::kCapital;
  if (feature == "PPLA") return PlaceRank::kSeat1;
  if (feature == "PPLA2") return PlaceRank::kSeat2;
  if (feature.starts_with("PPLA")) return PlaceRank::kSeat3;
  if (feature == "PPLX") return PlaceRank::kSection;
  return PlaceRank::kSettlement;
}

std::int64_t cell_key(double latitude, double longitude) {
  return std::lround(std::floor(latitude * 5)) * 10000 + std::lround(std::floor(longitude * 5));
}

// Rows by cells of 0.2 degrees, to find what is near.
class Grid {
 public:
  explicit Grid(const std::vector<PlaceRow>& rows) : rows_(rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) cells_[cell_key(rows[i].latitude, rows[i].longitude)].push_back(i);
  }
  template <class Visit>
  void near(double latitude, double longitude, double km, const Visit& visit) const {
    for (int north = -1; north <= 1; ++north)
      for (int east = -1; east <= 1; ++east) {
        const auto cell = cells_.find(cell_key(latitude + north * 0.2, longitude + east * 0.2));
        if (cell == cells_.end()) continue;
        for (const auto i : cell->second) {
          const double d = distance_km(latitude, longitude, rows_[i].latitude, rows_[i].longitude);
          if (d <= km) visit(i, d);
        }
      }
  }

 private:
  const std::vector<PlaceRow>& rows_;
  std::unordered_map<std::int64_t, std::vector<std::size_t>> cells_;
};

void take(PlaceRow& row, const PopulatedPlace& place) {
  row.id = "geonames:" + std::to_string(place.geonames_id);
  row.population = static_cast<std::uint32_t>(std::min<std::uint64_t>(place.population, std::numeric_limits<std::uint32_t>::max()));
  row.rank = rank_of(place.feature);
  if (place.name != row.name) row.aliases.push_back(place.name);
  if (!place.alias.empty() && place.alias != row.name) row.aliases.push_back(place.alias);
}

PlaceRow row_of(const PopulatedPlace& place) {
  PlaceRow row;
  row.name = place.name;
  row.country = place.country;
  row.latitude = place.latitude;
  row.longitude = place.longitude;
  take(row, place);
  return row;
}

std::string geo_id(const PlaceRow& row) {
  char id[64];
  std::snprintf(id, sizeof id, "geo:%.5f,%.5f", row.latitude, row.longitude);
  return id;
}

// The settlement of `rows` that an own row with its rounded point means; rows.size() where there is none.
std::size_t settlement_at(const PlaceRow& row, const std::vector<PlaceRow>& rows, const Grid& grid) {
  std::size_t best = rows.size();
  double best_score = -1;
  grid.near(row.latitude, row.longitude, kOwnRowKm, [&](std::size_t i, double km) {
    const PlaceRow& other = rows[i];
    if (other.precision != Precision::kSettlement || other.country != row.country) return;
    const double score = 3 * name_similarity(row.name, other.name) + std::log10(other.population + 10.0) + static_cast<double>(other.rank) - km / 5;
    if (score > best_score) best = i, best_score = score;
  });
  return best;
}

// The region of the same country, level and name.
std::size_t region_named(const PlaceRow& row, const std::vector<PlaceRow>& rows) {
  const auto key = name_key(row.name);
  const auto same = [&](const PlaceRow& r) { return r.precision == row.precision && r.country == row.country && name_key(r.name) == key; };
  return static_cast<std::size_t>(std::find_if(rows.begin(), rows.end(), same) - rows.begin());
}

}  // namespace

std::vector<PlaceRow> join_places(std::vector<PlaceRow> settlements, const std::vector<PopulatedPlace>& places) {
  const std::vector<PlaceRow> before = settlements;
  const Grid grid(before);
  for (const auto& place : places) {
    const auto skeleton = name_skeleton(place.name);
    std::size_t best = settlements.size();
    double best_cost = 1e9;
    grid.near(place.latitude, place.longitude, kSamePlaceKm, [&](std::size_t i, double km) {
      const auto& row = settlements[i];
      if (row.country != place.country || !row.id.empty()) return;
      const bool same_name = before[i].name == place.name;
      const bool alike = same_name || (km <= kMovedPlaceKm && name_skeleton(before[i].name) == skeleton) || km < 0.05;
      const double cost = km + (same_name ? 0 : 100);
      if (alike && cost < best_cost) best = i, best_cost = cost;
    });
    if (best < settlements.size()) take(settlements[best], place);
    else settlements.push_back(row_of(place));
  }
  for (auto& row : settlements)
    if (row.id.empty()) row.id = geo_id(row);
  return settlements;
}

void add_own_rows(const std::vector<PlaceRow>& own, std::vector<PlaceRow>& rows) {
  std::vector<PlaceRow> added;
  const Grid grid(rows);
  for (const auto& row : own) {
    const auto best = row.precision == Precision::kSettlement ? settlement_at(row, rows, grid) : region_named(row, rows);
    if (best == rows.size()) {
      added.push_back(row);
      continue;
    }
    PlaceRow& known = rows[best];
    known.aliases.push_back(row.name);
    known.aliases.insert(known.aliases.end(), row.aliases.begin(), row.aliases.end());
    known.adjectives.insert(known.adjectives.end(), row.adjectives.begin(), row.adjectives.end());
    if (known.precision != Precision::kSettlement) known.latitude = row.latitude, known.longitude = row.longitude;
  }
  rows.insert(rows.end(), added.begin(), added.end());
}

}  // namespace attest
