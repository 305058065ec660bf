#include "know/know.h"

#include <unistd.h>

#include <array>
#include <cstdlib>

#include "know/gazetteer_build.h"

namespace attest {
namespace {

constexpr std::string_view kCompiled = ".bin";

Result<Gazetteer> compiled_now(const Files& files, const std::string& path, const Gazetteer& shipped) {
  auto bytes = compile_place_file(files, path, shipped);
  return bytes ? Gazetteer::from_bytes(std::move(*bytes)) : Result<Gazetteer>(bytes.error());
}

// The shipped gazetteer and, above it, each user's list: compiled before, or now in memory.
Result<Gazetteer> load_gazetteer(const Files& files, const std::string& path, const std::vector<std::string>& lists) {
  auto out = Gazetteer::open(path);
  if (!out) return out;
  for (const auto& list : lists) {
    auto layer = list.ends_with(kCompiled) ? Gazetteer::open(list) : compiled_now(files, list, *out);
    if (!layer) return layer.error();
    out->add(std::move(*layer));
  }
  return out;
}

}  // namespace

std::string find_data_folder() {
  if (const char* folder = std::getenv("ATTEST_DATA"); folder && *folder) return folder;
  std::array<char, 4096> buffer{};
  const auto size = ::readlink("/proc/self/exe", buffer.data(), buffer.size() - 1);
  std::string path(buffer.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  for (int up = 0; up < 2; ++up) path = path.substr(0, path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
  return path + "/share/attest";
}

std::string added_places_folder() {
  if (const char* folder = std::getenv("ATTEST_PLACES")) return folder;
  if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data) return std::string(data) + "/attest/places";
  const char* home = std::getenv("HOME");
  return home && *home ? std::string(home) + "/.local/share/attest/places" : "";
}

std::vector<std::string> added_places(const std::string& folder) {
  std::vector<std::string> out;
  const auto names = folder.empty() ? Result<std::vector<std::string>>(std::vector<std::string>()) : SystemFiles().list(folder);
  if (!names) return out;  // none has been added
  for (const auto& name : *names)
    if (name.ends_with(kCompiled)) out.push_back(join_path(folder, name));
  return out;
}

Result<std::shared_ptr<const Knowledge>> load_knowledge(const Files& files, const KnowledgeOptions& options) {
  const auto folder = options.data_folder.empty() ? find_data_folder() : options.data_folder;
  auto lexicon = load_lexicon(files, join_path(folder, "lang/en"));
  if (!lexicon) return lexicon.error();
  auto out = std::make_shared<Knowledge>();
  out->lexicon = std::move(*lexicon);
  auto actors = load_lists(files, join_path(folder, "lists"), options.extra_lists);
  if (!actors) return actors.error();
  out->actors = std::move(*actors);
  if (const auto* file = out->lexicon.find("places")) {
    auto words = PlaceWords::make(*file);
    if (!words) return words.error();
    out->place_words = std::move(*words);
  }
  auto gazetteer = load_gazetteer(files, join_path(folder, "gazetteer.bin"), options.extra_gazetteers);
  if (!gazetteer) return gazetteer.error();
  out->gazetteer = std::move(*gazetteer);
  if (const auto* rules = out->lexicon.find("numbers")) out->numbers = NumberScanner(*rules);
  if (out->lexicon.find("harm")) {
    auto harm = compile_harm_words(out->lexicon);
    if (!harm) return harm.error();
    out->harm = std::move(*harm);
  }
  out->syntax = options.syntax;
  if (const auto* rules = out->lexicon.find("dates")) out->dates = DateScanner(*rules);
  return std::shared_ptr<const Knowledge>(std::move(out));
}

}  // namespace attest
