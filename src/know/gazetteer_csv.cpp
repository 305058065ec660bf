#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

#include "know/csv_rows.h"
#include "know/gazetteer_build.h"

namespace attest {
namespace {

enum Column : std::size_t { kName, kLatitude, kLongitude, kAliases, kCountry, kAdmin1, kClass, kAdjectives, kColumns };
constexpr std::array<std::string_view, kColumns> kColumnNames = {"name",    "latitude", "longitude", "aliases",
                                                                 "country", "admin1",   "class",     "adjectives"};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::optional<double> degrees(std::string_view text, double limit) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value) || std::abs(value) > limit) return std::nullopt;
  return value;
}

std::optional<Precision> parse_class(std::string_view text) {
  if (text.empty() || text == "settlement") return Precision::kSettlement;
  if (text == "point") return Precision::kPoint;
  if (text == "district") return Precision::kDistrict;
  if (text == "province") return Precision::kProvince;
  if (text == "country") return Precision::kCountry;
  if (text == "region") return Precision::kUnknown;
  return std::nullopt;
}

std::vector<std::string> split_list(std::string_view rest) {
  std::vector<std::string> out;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    if (const auto item = trimmed(rest.substr(0, end)); !item.empty()) out.emplace_back(item);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

using Columns = std::array<std::optional<std::size_t>, kColumns>;

Result<Columns> read_header(const std::vector<std::string>& cells, const std::string& where) {
  Columns out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto it = std::find(kColumnNames.begin(), kColumnNames.end(), trimmed(cells[i]));
    if (it != kColumnNames.end()) out[static_cast<std::size_t>(it - kColumnNames.begin())] = i;
  }
  for (const auto needed : {kName, kLatitude, kLongitude})
    if (!out[needed]) return Error{"bad_csv", "no column \"" + std::string(kColumnNames[needed]) + "\" in the header line", where};
  return out;
}

Result<PlaceRow> read_row(const std::vector<std::string>& cells, const Columns& columns, const std::string& where) {
  const auto cell = [&](Column column) {
    return columns[column] && *columns[column] < cells.size() ? trimmed(cells[*columns[column]]) : std::string_view();
  };
  PlaceRow row;
  row.name = cell(kName);
  if (row.name.empty()) return Error{"bad_csv", "a row without a name", where};
  if (find_invalid_utf8(row.name) != std::string_view::npos) return Error{"bad_csv", "the name is not UTF-8", where};
  const auto latitude = degrees(cell(kLatitude), 90), longitude = degrees(cell(kLongitude), 180);
  if (!latitude) return Error{"bad_csv", "latitude \"" + std::string(cell(kLatitude)) + "\" is not a number from -90 to 90", where};
  if (!longitude) return Error{"bad_csv", "longitude \"" + std::string(cell(kLongitude)) + "\" is not a number from -180 to 180", where};
  const auto precision = parse_class(cell(kClass));
  if (!precision)
    return Error{"bad_csv", "class \"" + std::string(cell(kClass)) + "\" is none of settlement, district, province, country, region, point", where};
  row.latitude = *latitude;
  row.longitude = *longitude;
  row.precision = *precision;
  row.country = cell(kCountry);
  row.admin1 = cell(kAdmin1);
  row.aliases = split_list(cell(kAliases));
  row.adjectives = split_list(cell(kAdjectives));
  std::array<char, 64> id{};
  std::snprintf(id.data(), id.size(), "geo:%.5f,%.5f", row.latitude, row.longitude);
  row.id = row.precision == Precision::kCountry && !row.country.empty() ? "iso:" + row.country : std::string(id.data());
  return row;
}

}  // namespace

Result<std::vector<PlaceRow>> read_place_csv(std::string_view csv, const std::string& path) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  const auto rows = read_csv_rows(csv, path);
  if (!rows) return rows.error();
  const auto where = [&](const CsvRow& row) { return path + ":" + std::to_string(row.line); };
  if (rows->empty()) return Error{"empty", "no header line; wanted name,latitude,longitude", path + ":1"};
  const CsvRow& header = rows->front();
  const auto columns = read_header(header.cells, where(header));
  if (!columns) return columns.error();
  std::vector<PlaceRow> out;
  for (auto it = rows->begin() + 1; it != rows->end(); ++it) {
    if (it->cells.size() != header.cells.size())
      return Error{"bad_csv", std::to_string(it->cells.size()) + " cells where the header has " + std::to_string(header.cells.size()), where(*it)};
    auto row = read_row(it->cells, *columns, where(*it));
    if (!row) return row.error();
    out.push_back(std::move(*row));
  }
  return out;
}

}  // namespace attest
