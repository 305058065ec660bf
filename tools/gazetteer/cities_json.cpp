#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

#include "sources.h"

namespace attest {
namespace {

Error bad_json(const std::string& path, const char* what) {
  return {"bad_json", std::string(what) + "; is the npm package whole? npm ci --prefix tools/npm", path};
}

double number(std::string_view text) {
  double out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

using Regions = std::map<std::string, std::string, std::less<>>;  // "SY.05", "US.KY.125" → name

Result<Regions> read_regions(const std::string& path) {
  simdjson::dom::parser parser;
  simdjson::dom::array items;
  if (parser.load(path).get(items)) return bad_json(path, "not a JSON array");
  Regions out;
  for (const auto item : items) {
    std::string_view code, name;
    if (item["code"].get(code) || item["name"].get(name)) return bad_json(path, "an entry without code and name");
    out.emplace(code, name);
  }
  return out;
}

// The mean of the half-degree cells that hold a settlement: nearer to a region's middle than the mean of its settlements.
class Middle {
 public:
  void add(double latitude, double longitude) { cells_.emplace(std::lround(latitude * 2), std::lround(longitude * 2)); }
  double latitude() const { return mean(&Cell::first); }
  double longitude() const { return mean(&Cell::second); }

 private:
  using Cell = std::pair<long, long>;
  double mean(long Cell::*part) const {
    double sum = 0;
    for (const auto& cell : cells_) sum += static_cast<double>(cell.*part) / 2;
    return cells_.empty() ? 0 : sum / static_cast<double>(cells_.size());
  }
  std::set<Cell> cells_;
};

// A region's name without the word for what it is: "Laghman Province", "Damascus Governorate", "State of Hesse".
std::vector<std::string> plain_names(const std::string& name) {
  static constexpr std::array<std::string_view, 14> kAfter = {" Governorate", " Province",   " Region",   " Oblast", " Krai", " Prefecture", " Department",
                                                              " State",       " Voivodeship", " District", " Emirate", " Canton", " Republic", " Division"};
  static constexpr std::array<std::string_view, 8> kBefore = {"State of ", "Region of ", "Province of ", "Republic of ", "Governorate of ", "Department of ", "Departamento de ", "Provincia de "};
  std::vector<std::string> out;
  for (const auto word : kAfter)
    if (name.size() > word.size() && name.ends_with(word)) out.push_back(name.substr(0, name.size() - word.size()));
  for (const auto word : kBefore)
    if (name.size() > word.size() && name.starts_with(word)) out.push_back(name.substr(word.size()));
  return out;
}

std::vector<PlaceRow> region_rows(const Regions& names, const std::map<std::string, Middle>& middles, const Regions* parents) {
  std::vector<PlaceRow> out;
  for (const auto& [code, name] : names) {
    const auto middle = middles.find(code);
    if (middle == middles.end()) continue;  // without a settlement there is nothing to weigh it by
    PlaceRow row;
    row.name = name;
    row.country = code.substr(0, code.find('.'));
    row.latitude = middle->second.latitude();
    row.longitude = middle->second.longitude();
    row.precision = parents ? Precision::kDistrict : Precision::kProvince;
    row.id = (parents ? "admin2:" : "admin1:") + code;
    if (parents) {
      const auto parent = parents->find(code.substr(0, code.rfind('.')));
      if (parent != parents->end()) row.admin1 = parent->second;
    } else {
      row.admin1 = name;
      row.aliases = plain_names(name);
      if (row.country == "US") row.aliases.push_back(code.substr(3));
    }
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace

Result<CitiesRows> read_cities_json(const CitiesPaths& paths) {
  const auto admin1 = read_regions(paths.admin1);
  if (!admin1) return admin1.error();
  const auto admin2 = read_regions(paths.admin2);
  if (!admin2) return admin2.error();
  simdjson::dom::parser parser;
  simdjson::dom::array items;
  if (parser.load(paths.cities).get(items)) return bad_json(paths.cities, "not a JSON array");
  CitiesRows out;
  std::map<std::string, Middle> middle1, middle2;
  for (const auto item : items) {
    std::string_view name, latitude, longitude, country, one, two;
    if (item["name"].get(name) || item["lat"].get(latitude) || item["lng"].get(longitude) || item["country"].get(country) ||
        item["admin1"].get(one) || item["admin2"].get(two))
      return bad_json(paths.cities, "an entry without name, lat, lng, country, admin1 and admin2");
    PlaceRow row;
    row.name = name;
    row.country = country;
    row.latitude = number(latitude);
    row.longitude = number(longitude);
    row.rank = PlaceRank::kSettlement;
    const auto code = row.country + "." + std::string(one);
    if (const auto found = admin1->find(code); found != admin1->end()) row.admin1 = found->second;
    middle1[code].add(row.latitude, row.longitude);
    if (!two.empty()) middle2[code + "." + std::string(two)].add(row.latitude, row.longitude);
    out.settlements.push_back(std::move(row));
  }
  out.regions = region_rows(*admin1, middle1, nullptr);
  auto second = region_rows(*admin2, middle2, &*admin1);
  out.regions.insert(out.regions.end(), std::make_move_iterator(second.begin()), std::make_move_iterator(second.end()));
  return out;
}

Result<void> add_country_names(const std::string& iso_path, std::vector<PlaceRow>& countries) {
  simdjson::dom::parser parser;
  simdjson::dom::array items;
  if (parser.load(iso_path)["3166-1"].get(items)) return Error{"bad_json", "no list 3166-1; install the Debian package iso-codes", iso_path};
  for (const auto item : items) {
    std::string_view code;
    if (item["alpha_2"].get(code)) continue;
    const auto row = std::find_if(countries.begin(), countries.end(), [&](const PlaceRow& r) { return r.country == code; });
    if (row == countries.end()) continue;
    for (const char* field : {"name", "common_name", "official_name"})
      if (std::string_view name; !item[field].get(name)) row->aliases.emplace_back(name.substr(0, name.find(',')));
  }
  return {};
}

}  // namespace attest
