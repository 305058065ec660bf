// The folders of src/ are layers: this fails on an include that points up, sideways or past a folder's public header.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path kRoot = ATTEST_SOURCE;

// Lower numbers lie below. Folders of one number never include each other.
const std::map<std::string, int, std::less<>> kLayers = {
    {"base", 0},   {"model", 1},     {"know", 2},  {"ingest", 3}, {"fetch", 3},  {"text", 3},     {"syntax", 3}, {"find", 3},
    {"link", 3},   {"reconcile", 3}, {"store", 3}, {"export", 3}, {"pipeline", 4}, {"serve", 5},  {"cli", 6},
};

// What the three lowest folders hold is for everybody, header by header; of the others only FOLDER/FOLDER.h is.
bool all_headers_public(std::string_view folder) { return folder == "base" || folder == "model" || folder == "know"; }

// A table that the build writes from data lies in no folder of src/.
bool is_generated(std::string_view header) { return header.ends_with(".inc") && header.find('/') == std::string_view::npos; }

// Why a file of `folder` may not include "`header`"; "" where it may.
std::string why_not(std::string_view folder, std::string_view header) {
  if (is_generated(header)) return "";
  const auto slash = header.find('/');
  if (slash == std::string_view::npos) return "name the folder: \"" + std::string(folder) + "/" + std::string(header) + "\"";
  const auto other = header.substr(0, slash);
  if (other == folder) return "";
  const auto mine = kLayers.find(folder), theirs = kLayers.find(other);
  if (mine == kLayers.end()) return "src/" + std::string(folder) + " is in no layer of tests/layers";
  if (theirs == kLayers.end()) return std::string(other) + " is no folder of src/";
  if (theirs->second > mine->second) return "points up, from " + std::string(folder) + " to " + std::string(other);
  if (theirs->second == mine->second) return "points sideways, from " + std::string(folder) + " to " + std::string(other);
  if (!all_headers_public(other) && header != std::string(other) + "/" + std::string(other) + ".h")
    return "reaches into " + std::string(other) + "; its public header is " + std::string(other) + "/" + std::string(other) + ".h";
  return "";
}

// The name in a line `#include "name"`.
std::optional<std::string> quoted_include(std::string_view line) {
  const auto at = line.find_first_not_of(" \t");
  if (at == std::string_view::npos || line[at] != '#') return std::nullopt;
  const auto word = line.find("include", at);
  const auto open = line.find('"', at), close = line.rfind('"');
  if (word == std::string_view::npos || open == std::string_view::npos || open < word || close <= open) return std::nullopt;
  return std::string(line.substr(open + 1, close - open - 1));
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<fs::path> sources_of(const fs::path& folder) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp") out.push_back(entry.path());
  return out;
}

TEST(Layers, RuleItself) {
  struct Row {
    std::string_view folder, header;
    bool allowed;
  };
  const Row rows[] = {
      {"find", "find/finders.h", true},        {"find", "know/know.h", true},       {"find", "know/lists.h", true},
      {"find", "base/base.h", true},           {"find", "model/findings.h", true},  {"find", "link/link.h", false},
      {"find", "text/text.h", false},          {"find", "pipeline/pipeline.h", false}, {"model", "know/know.h", false},
      {"base", "model/model.h", false},        {"know", "model/model.h", true},     {"pipeline", "find/find.h", true},
      {"pipeline", "find/finders.h", false},   {"cli", "pipeline/pipeline.h", true}, {"cli", "ingest/ingest.h", true},
      {"cli", "export/html.h", false},         {"pipeline", "cli/cli.h", false},    {"find", "casualties.h", false},
      {"know", "table.inc", true},             {"know", "find/table.inc", false},    {"unheard", "base/base.h", false},       {"find", "unheard/unheard.h", false},
  };
  for (const auto& row : rows) EXPECT_EQ(why_not(row.folder, row.header).empty(), row.allowed) << row.folder << " includes " << row.header;
}

TEST(Layers, EveryFolderHasALayer) {
  for (const auto& entry : fs::directory_iterator(kRoot / "src"))
    if (entry.is_directory()) {
      EXPECT_TRUE(kLayers.count(entry.path().filename().string())) << entry.path() << " is in no layer: add it above and to docs/architecture.md";
    }
}

TEST(Layers, IncludesPointDown) {
  for (const auto& folder : fs::directory_iterator(kRoot / "src")) {
    if (!folder.is_directory()) continue;
    for (const auto& path : sources_of(folder.path())) {
      std::istringstream lines(read(path));
      int number = 0;
      for (std::string line; std::getline(lines, line);) {
        ++number;
        const auto header = quoted_include(line);
        if (!header) continue;
        const auto why = why_not(folder.path().filename().string(), *header);
        EXPECT_TRUE(why.empty()) << path.string() << ":" << number << ": " << *header << ": " << why;
      }
    }
  }
}

// A file of rules that nothing reads is knowledge without effect.
TEST(Layers, EveryRuleFileIsRead) {
  const auto folder = kRoot / "lang" / "en";
  if (!fs::exists(folder)) GTEST_SKIP() << "no lang/en yet";
  std::string code;
  for (const auto& path : sources_of(kRoot / "src"))
    if (path.extension() == ".cpp") code += read(path);
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".toml") continue;
    const auto name = "\"" + entry.path().stem().string() + "\"";
    EXPECT_NE(code.find(name), std::string::npos) << entry.path().string() << " is read nowhere in src/ (looked for " << name << ")";
  }
}

}  // namespace
