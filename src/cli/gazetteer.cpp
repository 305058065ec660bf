// attest gazetteer add FILE... | list | remove NAME...: places that every later run reads beside those that ship.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "cli/run.h"
#include "know/gazetteer_build.h"

namespace attest {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kCompiled = ".bin";

std::string name_of(const std::string& path) { return fs::path(path).stem().string(); }

Error cannot_write(const std::string& path) { return {"unreadable", "cannot be written; choose another folder with ATTEST_PLACES", path}; }

// All or nothing: a reader sees the file of before or the whole new one.
Result<void> write_whole(const std::string& path, std::string_view bytes) {
  const std::string fresh = path + "." + std::to_string(::getpid()) + ".new";
  std::ofstream out(fresh, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code failed;
  if (out) fs::rename(fresh, path, failed);
  if (out && !failed) return {};
  fs::remove(fresh, failed);
  return cannot_write(path);
}

std::set<std::string> countries_of(const Gazetteer& gazetteer) {
  std::set<std::string> out;
  gazetteer.each([&](const Place& place) {
    if (place.id.starts_with("geonames:")) out.emplace(place.country);
  });
  return out;
}

// Two dumps of one country would tell every place twice.
Result<void> no_country_twice(const std::string& folder, const std::string& path, const Gazetteer& fresh) {
  const auto countries = countries_of(fresh);
  for (const auto& file : added_places(folder)) {
    if (name_of(file) == name_of(path)) continue;
    const auto other = Gazetteer::open(file);
    if (!other) continue;
    for (const auto& country : countries_of(*other))
      if (countries.count(country))
        return Error{"bad_gazetteer", "has places of " + country + ", as \"" + name_of(file) + "\" has; remove that first (attest gazetteer remove " + name_of(file) + ")", path};
  }
  return {};
}

Result<std::size_t> add_file(const std::string& folder, const std::string& path, const Gazetteer& shipped, bool replace) {
  const auto target = join_path(folder, name_of(path) + std::string(kCompiled));
  if (!replace && fs::exists(target))
    return Error{"bad_gazetteer", "\"" + name_of(path) + "\" has been added before; add it with --replace, or remove it", path};
  auto bytes = compile_place_file(SystemFiles(), path, shipped);
  if (!bytes) return bytes.error();
  const auto fresh = Gazetteer::from_bytes(*bytes);
  if (!fresh) return fresh.error();
  if (auto once = no_country_twice(folder, path, *fresh); !once) return once.error();
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) return cannot_write(folder);
  if (auto written = write_whole(target, *bytes); !written) return written.error();
  return fresh->size();
}

int add(const Args& args, const std::string& folder) {
  if (args.inputs.size() < 2) return usage_error("gazetteer add needs FILE...: a CSV of places, or a country dump of GeoNames (.txt)");
  const auto shipped = Gazetteer::open(join_path(find_data_folder(), "gazetteer.bin"));
  if (!shipped) return failed(shipped.error());
  int status = 0;
  for (auto path = args.inputs.begin() + 1; path != args.inputs.end(); ++path) {
    const auto count = add_file(folder, *path, *shipped, args.has("--replace"));
    if (count) {
      std::printf("%s: %zu places added\n", name_of(*path).c_str(), *count);
    } else {
      std::fprintf(stderr, "attest: %s\n", count.error().text().c_str());
      status = 1;
    }
  }
  return status;
}

int list(const std::string& folder) {
  int status = 0;
  for (const auto& file : added_places(folder)) {
    const auto layer = Gazetteer::open(file);
    if (layer) {
      std::printf("%s\t%zu places\t%s\n", name_of(file).c_str(), layer->size(), file.c_str());
    } else {
      std::fprintf(stderr, "attest: %s\n", layer.error().text().c_str());
      status = 1;
    }
  }
  return status;
}

int remove(const Args& args, const std::string& folder) {
  if (args.inputs.size() < 2) return usage_error("gazetteer remove needs NAME...; attest gazetteer list names them");
  int status = 0;
  for (auto name = args.inputs.begin() + 1; name != args.inputs.end(); ++name) {
    std::error_code failed;
    const bool plain = name->find('/') == std::string::npos;
    if (plain && fs::remove(join_path(folder, *name + std::string(kCompiled)), failed) && !failed) continue;
    std::fprintf(stderr, "attest: nothing of this name has been added: %s (attest gazetteer list names all)\n", name->c_str());
    status = 1;
  }
  return status;
}

}  // namespace

int run_gazetteer(const Args& args) {
  const auto folder = added_places_folder();
  if (folder.empty()) return usage_error("no folder for added places; set ATTEST_PLACES or HOME");
  const std::string_view what = args.inputs.empty() ? std::string_view() : std::string_view(args.inputs.front());
  if (what == "add") return add(args, folder);
  if (what == "list") return list(folder);
  if (what == "remove") return remove(args, folder);
  return usage_error("gazetteer takes add FILE..., list or remove NAME...");
}

}  // namespace attest
