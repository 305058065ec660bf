#include <gtest/gtest.h>

#include "pipeline/pipeline.h"

namespace attest {
namespace {

Analysis published(const std::string& input, const std::string& day) {
  Analysis a;
  a.report.id = a.report.input = input;
  if (!day.empty()) a.findings.dates.published = day;
  a.findings.dates.reference = Date::parse("2031-04-01");  // a day that the text names tells nothing of when it came out
  return a;
}

// What was not public by the day takes no part in linking; what has no day is told.
TEST(KnownBy, LeavesOutWhatNobodyCouldRead) {
  std::vector<Analysis> all = {published("a", "2031-04-02"), published("b", "2031-04-05T10:00"), published("c", "")};
  std::vector<Skipped> left_out;
  keep_known(all, left_out, *Date::parse("2031-04-04"));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].report.input, "a");
  ASSERT_EQ(left_out.size(), 1u);
  EXPECT_EQ(left_out[0].input, "c");
  EXPECT_EQ(left_out[0].error.code, "day_of_publication_unknown");
}

}  // namespace
}  // namespace attest
