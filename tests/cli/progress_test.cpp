#include "cli/progress.h"

#include <gtest/gtest.h>

#include <set>

#include "cli/command.h"
#include "cli/manual.h"

namespace attest {
namespace {

TEST(Progress, SaysShareRateAndTimeLeft) {
  FixedClock clock(*Date::make(2031, 5, 1));
  Progress progress(nullptr, true, true, 1000, clock);
  clock.seconds = 2;
  for (int i = 0; i < 5; ++i) progress.add(50, i == 4);
  EXPECT_EQ(progress.line(2), "[######..................] 25 %, 4 reports, 2/s, 1 not read, 6 s left");
}

TEST(Progress, GivesNoTimeWhereTheTotalIsUnknown) {
  FixedClock clock(*Date::make(2031, 5, 1));
  Progress progress(nullptr, true, true, 0, clock);
  progress.add(50, false);
  EXPECT_EQ(progress.line(1), "1 report, 1/s");
}

TEST(Progress, SumsFilesInFolders) {
  MemoryFiles files;
  files.files = {{"a/x", "12345"}, {"a/b/y", "12"}, {"z", "1"}};
  EXPECT_EQ(total_bytes({"a", "z", "absent"}, files), 8u);
}

TEST(Manual, NamesEveryCommandAndFlag) {
  const auto page = manual_page(), completion = bash_completion();
  for (const Command& command : commands()) {
    EXPECT_NE(page.find(".SS " + std::string(command.name)), std::string::npos) << command.name;
    EXPECT_NE(completion.find(std::string(command.name) + ")"), std::string::npos) << command.name;
    std::set<std::string_view> names;
    for (const Flag& flag : command.flags) {
      EXPECT_TRUE(names.insert(flag.name).second) << command.name << " has " << flag.name << " twice";
      EXPECT_NE(completion.find(flag.name), std::string::npos) << flag.name;
      EXPECT_FALSE(flag.doc.empty()) << flag.name;
    }
  }
}

}  // namespace
}  // namespace attest
