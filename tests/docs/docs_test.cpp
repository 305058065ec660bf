// Documents stay true: every file that they name is there, decisions keep to a page's half, guides to a page.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path kRoot = ATTEST_SOURCE;

constexpr std::array<std::string_view, 13> kFolders = {"src/",   "tests/", "docs/", "lang/",      "samples/", "tools/", "cmake/",
                                                       "bench/", "fuzz/",  "data/", "packaging/", "models/",  "web/"};

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream in(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::vector<fs::path> documents() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(kRoot))
    if (entry.path().extension() == ".md") out.push_back(entry.path());
  for (const char* folder : {"docs", "bench", "fuzz", "tools", "tests"}) {
    if (!fs::exists(kRoot / folder)) continue;
    for (auto it = fs::recursive_directory_iterator(kRoot / folder); it != fs::recursive_directory_iterator(); ++it) {
      if (it->path().filename() == "node_modules") it.disable_recursion_pending();
      else if (it->path().extension() == ".md") out.push_back(it->path());
    }
  }
  if (fs::exists(kRoot / "samples/README.md")) out.push_back(kRoot / "samples/README.md");
  std::sort(out.begin(), out.end());
  return out;
}

// A path that stands for many (src/FOLDER/NAME.cpp, lang/en/*.toml, 0001…) is no file to look for.
bool is_pattern(std::string_view text) {
  if (text.find_first_of("*<>{}$ ") != std::string_view::npos || text.find("…") != std::string_view::npos || text.find("...") != std::string_view::npos) return true;
  for (std::size_t i = 0, run = 0; i < text.size(); ++i) {
    run = std::isupper(static_cast<unsigned char>(text[i])) ? run + 1 : 0;
    const bool document = text.ends_with(".md") || text.ends_with("LICENSE") || text.ends_with("CMakeLists.txt");
    if (run >= 2 && !document) return true;
  }
  return false;
}

// What a line names as a file of this repository: `path` in backticks below a known folder, and (path) of a link.
std::vector<std::string> named_files(const std::string& line) {
  std::vector<std::string> out;
  for (std::size_t at = line.find('`'); at != std::string::npos;) {
    const auto end = line.find('`', at + 1);
    if (end == std::string::npos) break;
    const auto text = line.substr(at + 1, end - at - 1);
    if (std::any_of(kFolders.begin(), kFolders.end(), [&](auto f) { return text.starts_with(f); })) out.push_back(text);
    at = line.find('`', end + 1);
  }
  for (auto at = line.find("]("); at != std::string::npos; at = line.find("](", at + 2)) {
    const auto end = line.find(')', at);
    if (end == std::string::npos) break;
    auto text = line.substr(at + 2, end - at - 2);
    text = text.substr(0, text.find('#'));
    if (!text.empty() && text.find("://") == std::string::npos && !text.starts_with("mailto:")) out.push_back(text);
  }
  return out;
}

TEST(Docs, NamedFilesExist) {
  for (const auto& document : documents()) {
    int number = 0;
    for (const auto& line : lines_of(document)) {
      ++number;
      for (const auto& name : named_files(line))
        EXPECT_TRUE(is_pattern(name) || fs::exists(kRoot / name) || fs::exists(document.parent_path() / name))
            << document.string() << ":" << number << " names " << name;
    }
  }
}

TEST(Docs, DecisionsAreShortAndNumberedOnce) {
  std::map<std::string, fs::path> seen;
  for (const auto& entry : fs::directory_iterator(kRoot / "docs" / "adr")) {
    const auto name = entry.path().filename().string();
    ASSERT_GE(name.size(), 5u) << name;
    EXPECT_TRUE(std::all_of(name.begin(), name.begin() + 4, [](unsigned char c) { return std::isdigit(c); }) && name[4] == '-') << name << ": NNNN-title.md";
    EXPECT_TRUE(seen.emplace(name.substr(0, 4), entry.path()).second) << name << " has the number of " << seen[name.substr(0, 4)];
    EXPECT_LE(lines_of(entry.path()).size(), 30u) << name;
  }
}

TEST(Docs, GuidesAreAPage) {
  for (const auto& entry : fs::directory_iterator(kRoot / "docs" / "howto")) EXPECT_LE(lines_of(entry.path()).size(), 60u) << entry.path();
  for (const char* name : {"docs/architecture.md", "docs/tutorial.md"}) EXPECT_LE(lines_of(kRoot / name).size(), 80u) << name;
}

}  // namespace
