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
    std::size_t best = rows.size();
    double best_score = -1;
    if (row.precision == Precision::kSettlement)
      grid.near(row.latitude, row.longitude, kOwnRowKm, [&](std::size_t i, double km) {
        if (rows[i].precision != Precision::kSettlement || rows[i].country != row.country) return;
        const double score = 3 * name_similarity(row.name, rows[i].name) + std::log10(rows[i].population + 10.0) + static_cast<double>(rows[i].rank) - km / 5;
        if (score > best_score) best = i, best_score = score;
      });
    if (best == rows.size()) {
      added.push_back(row);
      continue;
    }
    rows[best].aliases.push_back(row.name);
    rows[best].aliases.insert(rows[best].aliases.end(), row.aliases.begin(), row.aliases.end());
    rows[best].adjectives.insert(rows[best].adjectives.end(), row.adjectives.begin(), row.adjectives.end());
  }
  rows.insert(rows.end(), added.begin(), added.end());
}

}  // namespace attest
