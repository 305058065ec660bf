// Each folder of tests/cli/cases is one run of the program: `cmd` (a line of shell, $ATTEST is the program, the folder a fresh copy), `out` (standard
// output), and where they are there `err` (a part of standard error) and `status` (0 unless given).
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {
namespace fs = std::filesystem;

std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

std::vector<std::string> cases() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(ATTEST_SOURCE "/tests/cli/cases")) out.push_back(entry.path().filename().string());
  std::sort(out.begin(), out.end());
  return out;
}

class Case : public testing::TestWithParam<std::string> {};

TEST_P(Case, Runs) {
  const fs::path given = fs::path(ATTEST_SOURCE "/tests/cli/cases") / GetParam();
  const fs::path scratch = fs::temp_directory_path() / ("attest-case-" + GetParam() + "-" + std::to_string(::getpid()));
  fs::remove_all(scratch);
  fs::copy(given, scratch, fs::copy_options::recursive);
  const std::string command = "cd '" + scratch.string() + "' && export ATTEST='" ATTEST_BUILD "/bin/attest' && { " + slurp(given / "cmd") + "\n} > .out 2> .err";
  const int status = std::system(command.c_str());
  EXPECT_EQ(slurp(scratch / ".out"), slurp(given / "out"));
  const std::string err = slurp(given / "err"), said = slurp(scratch / ".err");
  const std::string part = err.empty() ? err : err.substr(0, err.size() - 1);
  EXPECT_NE(said.find(part), std::string::npos) << said;
  const std::string wanted = fs::exists(given / "status") ? slurp(given / "status") : "0";
  EXPECT_EQ(WEXITSTATUS(status), std::stoi(wanted)) << said;
  fs::remove_all(scratch);
}

INSTANTIATE_TEST_SUITE_P(Cli, Case, testing::ValuesIn(cases()), [](const testing::TestParamInfo<std::string>& given) {
  std::string name = given.param;
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return name;
});

}  // namespace
