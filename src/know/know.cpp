#include "know/know.h"

#include <unistd.h>

#include <array>
#include <cstdlib>

namespace attest {

std::string find_data_folder() {
  if (const char* folder = std::getenv("ATTEST_DATA"); folder && *folder) return folder;
  std::array<char, 4096> buffer{};
  const auto size = ::readlink("/proc/self/exe", buffer.data(), buffer.size() - 1);
  std::string path(buffer.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  for (int up = 0; up < 2; ++up) path = path.substr(0, path.rfind('/') == std::string::npos ? 0 : path.rfind('/'));
  return path + "/share/attest";
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
  return std::shared_ptr<const Knowledge>(std::move(out));
}

}  // namespace attest
