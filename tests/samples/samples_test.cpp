// The whole pipeline on the samples, against what a careful reader finds. What the program does not get right stands in known_gaps.txt with a
// reason; the list may only shrink: a gap that is closed must leave it, a new one fails.
#include <gtest/gtest.h>

#include <set>

#include "tests/samples/compare_account.h"
#include "tests/samples/compare_claims.h"

namespace attest::samples {
namespace {

const Run& samples_run() {
  static const Run run = run_samples();
  return run;
}

element expected(simdjson::dom::parser& parser, const std::string& name) { return parser.load(kFolder + "expected/" + name); }

// Every difference is a known gap, and every known gap of this part (its first word) is a difference still.
void check(const Differences& differences, const std::string& part) {
  const auto gaps = known_gaps();
  std::set<std::string> open;
  for (const auto& difference : differences) {
    open.insert(difference.name);
    EXPECT_TRUE(gaps.count(difference.name)) << "not as expected, and no known gap (found: " << difference.found << "); if it has to be one, add with a reason:\n"
                                             << difference.name << " | ";
  }
  for (const auto& [name, reason] : gaps) {
    const bool of_this_part = name.rfind(part, 0) == 0;
    EXPECT_TRUE(!of_this_part || open.count(name)) << "right now; take it out of tests/samples/known_gaps.txt:\n" << name;
  }
}

TEST(Samples, EveryReportIsRead) {
  for (const auto& problem : samples_run().problems) ADD_FAILURE() << problem;
  EXPECT_EQ(samples_run().account.analyses.size(), 14u);
}

TEST(Samples, EachSaysThatItIsInvented) {
  for (const auto& analysis : samples_run().account.analyses)
    EXPECT_TRUE(contains(analysis.report.text, "Invented sample report for Attest")) << analysis.report.input;
}

TEST(Samples, ClaimsAreAsACarefulReaderHasThem) {
  ASSERT_TRUE(samples_run().know);
  simdjson::dom::parser parser;
  check(ClaimComparison(samples_run()).compare(expected(parser, "claims.json")), "claims");
}

TEST(Samples, AccountIsAsACarefulReaderHasIt) {
  ASSERT_TRUE(samples_run().know);
  simdjson::dom::parser parser;
  check(AccountComparison(samples_run()).compare(expected(parser, "account.json")), "account");
}

TEST(Samples, EveryGapHasAReason) {
  for (const auto& [name, reason] : known_gaps()) EXPECT_GE(reason.size(), 8u) << name;
}

}  // namespace
}  // namespace attest::samples
