// GeoNames country dumps (download.geonames.org/export/dump, readme.txt: 19 columns, tabs between, UTF-8).
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

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

std::optional<std::pair<double, double>> coordinates(const Cells& cells) {
  const auto latitude = number<double>(cells[kLatitude]), longitude = number<double>(cells[kLongitude]);
  if (!latitude || !longitude || !(std::abs(*latitude) <= 90) || !(std::abs(*longitude) <= 180)) return std::nullopt;
  return std::pair(*latitude, *longitude);
}

std::string region_code(const Cells& cells) { return std::string(cells[kCountry]) + "." + std::string(cells[kAdmin1]); }

}  // namespace

RegionNames region_names(const Gazetteer& gazetteer) {
  static constexpr std::string_view kCode = "admin1:";
  RegionNames out;
  gazetteer.each([&](const Place& place) {
    if (place.id.starts_with(kCode)) out.emplace(place.id.substr(kCode.size()), place.name);
  });
  return out;
}

Result<void> GeonamesReader::check(std::string_view line, const std::string& path, std::size_t line_number) {
  const auto bad = [&](std::string message) { return Error{"bad_gazetteer", std::move(message), path + ":" + std::to_string(line_number)}; };
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.empty()) return {};
  if (line.size() > kMaxLine) return bad("a line of more than 1 MB; this is no GeoNames dump");
  Cells cells;
  if (!split(line, cells)) return bad("not the 19 columns of a GeoNames dump");
  const auto id = number<std::uint64_t>(cells[kId]);
  if (!id) return bad("the first column is no GeoNames id");
  if (!coordinates(cells)) return bad("coordinates that are no place on earth");
  if (find_invalid_utf8(line) != std::string_view::npos) return bad("the line is not UTF-8");
  if (files_.empty() || files_.back() != path) files_.push_back(path);
  seen_.push_back({*id, static_cast<std::uint32_t>(line_number), static_cast<std::uint32_t>(files_.size() - 1)});
  if (precision_of(cells) == Precision::kProvince) regions_.emplace(region_code(cells), cells[kName]);
  return {};
}

Result<void> GeonamesReader::finish_check() {
  std::stable_sort(seen_.begin(), seen_.end(), [](const Seen& a, const Seen& b) { return a.id < b.id; });
  const auto twice = std::adjacent_find(seen_.begin(), seen_.end(), [](const Seen& a, const Seen& b) { return a.id == b.id; });
  if (twice == seen_.end()) return {};
  const auto where = [&](const Seen& seen) { return files_[seen.file] + ":" + std::to_string(seen.line); };
  return Error{"bad_gazetteer", "the id " + std::to_string(twice->id) + " stands twice, first at " + where(*twice), where(*(twice + 1))};
}

std::optional<PlaceRow> GeonamesReader::row(std::string_view line) const {
  if (line.ends_with('\r')) line.remove_suffix(1);
  Cells cells;
  if (!split(line, cells)) return std::nullopt;
  const auto precision = precision_of(cells);
  const auto at = coordinates(cells);
  if (!precision || !at) return std::nullopt;
  auto out = row_of(cells, *precision, at->first, at->second);
  if (const auto found = regions_.find(region_code(cells)); found != regions_.end()) out.admin1 = found->second;
  return out;
}

Result<std::vector<PlaceRow>> read_geonames_dump(std::string_view text, const std::string& path, const RegionNames& shipped) {
  GeonamesReader reader(shipped);
  const auto each_line = [text](auto&& visit) {
    std::size_t number = 0;
    for (auto rest = text; !rest.empty();) {
      const auto end = std::min(rest.find('\n'), rest.size());
      if (!visit(rest.substr(0, end), ++number)) return;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  };
  Result<void> checked;
  each_line([&](std::string_view line, std::size_t number) { return (checked = reader.check(line, path, number)).has_value(); });
  if (checked) checked = reader.finish_check();
  if (!checked) return checked.error();
  std::vector<PlaceRow> out;
  each_line([&](std::string_view line, std::size_t) {
    if (auto row = reader.row(line)) out.push_back(std::move(*row));
    return true;
  });
  return out;
}

}  // namespace attest
