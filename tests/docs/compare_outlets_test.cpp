// The worked example of docs/howto/compare-outlets.md runs on the shipped samples and gives the lines that it shows.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

std::string run(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  if (!pipe) return out;
  std::array<char, 4096> buffer{};
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) out.append(buffer.data(), n);
  pclose(pipe);
  return out;
}

// Runs of white space as one space: lines of the terminal wrap.
std::string flat(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

TEST(CompareOutlets, TheExampleHolds) {
  std::ifstream guide(ATTEST_SOURCE "/docs/howto/compare-outlets.md");
  std::string output;
  int commands = 0, shown = 0;
  for (std::string line; std::getline(guide, line);) {
    if (!line.starts_with("       ")) continue;
    line.erase(0, 7);
    if (line.starts_with("attest ")) {
      if (line.find("--output") != std::string::npos) continue;  // writes files: the same commands otherwise
      const auto s = line.find(" S");
      ASSERT_NE(s, std::string::npos) << line;
      line.replace(s, 2, " samples/reports --gazetteer samples/places.csv --lists samples/sources.csv --quiet --columns 200");
      output = flat(run("cd '" ATTEST_SOURCE "' && '" ATTEST_BUILD "/bin/" + line.insert(6, "'") + " 2>&1"));
      ASSERT_FALSE(output.empty()) << line;
      ++commands;
    } else {
      EXPECT_NE(output.find(flat(line)), std::string::npos) << "the guide shows: " << line << "\nthe program gives:\n" << output;
      ++shown;
    }
  }
  EXPECT_GE(commands, 3);
  EXPECT_GE(shown, 3);
}

}  // namespace
