// GeoNames country dumps (download.geonames.org/export/dump, readme.txt: 19 columns, tabs between, UTF-8).
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "know/gazetteer_build.h"

namespace attest {
namespace {

constexpr std::size_t kColumns = 19;
constexpr std::size_t kMaxLine = 1 << 20;

enum Column : std::size_t { kId, kName, kAscii, kAliases, kLatitude, kLongitude, kClass, kCode, kCountry, kOtherCountries, kAdmin1, kPopulation = 14 };
using Cells = std::array<std::string_view, kColumns>;

// False unless the line has exactly the columns of a dump.
bool split(std::string_view line, Cells& out) {
  for (std::size_t i = 0; i < kColumns; ++i) {
    const auto tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == kColumns)) return false;
    out[i] = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  return true;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number out{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

// What a row is, or nothing where no report would name it as the place of an event (streams, trees, single farms).
std::optional<Precision> precision_of(const Cells& cells) {
  const auto kind = cells[kClass], code = cells[kCode];
  if (kind == "P") return Precision::kSettlement;
  if (kind == "A" && code == "ADM1") return Precision::kProvince;
  if (kind == "A" && (code == "ADM2" || code == "ADM3")) return Precision::kDistrict;
  if (kind == "A" && code.starts_with("PCL")) return Precision::kCountry;
  if (kind == "L" && (code == "RGN" || code == "AREA" || code == "LCTY")) return Precision::kDistrict;
  if (kind == "S" && (code == "AIRB" || code == "AIRP" || code == "CMPRF" || code == "PRN" || code == "MILB")) return Precision::kPoint;
  if (kind == "T" && (code == "MTS" || code == "ISL" || code == "PEN" || code == "VAL")) return Precision::kDistrict;
  return std::nullopt;
}

PlaceRank rank_of(std::string_view code) {
  if (code == "PPLC") return PlaceRank::kCapital;
  if (code == "PPLA") return PlaceRank::kSeat1;
  if (code == "PPLA2") return PlaceRank::kSeat2;
  if (code.starts_with("PPLA")) return PlaceRank::kSeat3;
  return code == "PPLX" ? PlaceRank::kSection : PlaceRank::kSettlement;
}

PlaceRow row_of(const Cells& cells, Precision precision, double latitude, double longitude) {
  PlaceRow row;
  row.name = cells[kName];
  row.country = cells[kCountry];
  row.id = "geonames:" + std::string(cells[kId]);
  row.latitude = latitude;
  row.longitude = longitude;
  row.precision = precision;
  row.rank = precision == Precision::kSettlement ? rank_of(cells[kCode]) : PlaceRank::kNone;
  const auto people = number<std::uint64_t>(cells[kPopulation]).value_or(0);
  row.population = static_cast<std::uint32_t>(std::min<std::uint64_t>(people, std::numeric_limits<std::uint32_t>::max()));
  if (cells[kAscii] != cells[kName]) row.aliases.emplace_back(cells[kAscii]);
  for (auto rest = cells[kAliases]; !rest.empty();) {
    const auto comma = std::min(rest.find(','), rest.size());
    if (comma > 0) row.aliases.emplace_back(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return row;
}

}  // namespace

Result<std::vector<PlaceRow>> read_geonames_dump(std::string_view text, const std::string& path) {
  std::vector<PlaceRow> out;
  std::vector<std::string> admin_codes;                        // of each row, "SY.05"
  std::unordered_map<std::string, std::string> admin_names;    // looked up only
  std::unordered_set<std::string> ids;                         // likewise
  std::size_t line_number = 0;
  const auto bad = [&](std::string message) { return Error{"bad_gazetteer", std::move(message), path + ":" + std::to_string(line_number)}; };
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (line.size() > kMaxLine) return bad("a line of more than 1 MB; this is no GeoNames dump");
    Cells cells;
    if (!split(line, cells)) return bad("not the 19 columns of a GeoNames dump");
    if (!number<std::uint64_t>(cells[kId])) return bad("the first column is no GeoNames id");
    if (!ids.emplace(cells[kId]).second) return bad("the id " + std::string(cells[kId]) + " stands twice");
    const auto latitude = number<double>(cells[kLatitude]), longitude = number<double>(cells[kLongitude]);
    if (!latitude || !longitude || !(std::abs(*latitude) <= 90) || !(std::abs(*longitude) <= 180)) return bad("coordinates that are no place on earth");
    const auto precision = precision_of(cells);
    if (!precision) continue;
    out.push_back(row_of(cells, *precision, *latitude, *longitude));
    admin_codes.push_back(std::string(cells[kCountry]) + "." + std::string(cells[kAdmin1]));
    if (*precision == Precision::kProvince) admin_names.emplace(admin_codes.back(), cells[kName]);
  }
  for (std::size_t i = 0; i < out.size(); ++i)
    if (const auto found = admin_names.find(admin_codes[i]); found != admin_names.end()) out[i].admin1 = found->second;
  return out;
}

}  // namespace attest
