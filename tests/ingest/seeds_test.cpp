// The seeds of the fuzz targets hold what the targets check.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "../../fuzz/reading.h"

namespace attest {
namespace {

TEST(FuzzSeeds, AreReadWithoutAFault) {
  const std::pair<const char*, const char*> targets[] = {
      {"html", "a.html"}, {"json", "a.json"},        {"json_lines", "a.jsonl"}, {"csv", "a.csv"},      {"packed", "a.gz"},
      {"sniff", "-"},     {"web_archive", "a.warc"}, {"feed", "a.rss"},         {"mail", "a.eml"},     {"arc", "a.arc"},
      {"zip", "a.zip"},   {"wacz", "a.wacz"},        {"json_feed", "a.rss"},    {"brotli", "a.txt.br"}};
  for (const auto& [folder, name] : targets) {
    std::size_t seeds = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ATTEST_SOURCE) / "fuzz/seeds" / folder)) {
      std::stringstream bytes;
      bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      const std::string text = bytes.str();
      read_as(name, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
      ++seeds;
    }
    EXPECT_GT(seeds, 0u) << folder;
  }
}

}  // namespace
}  // namespace attest
