#include <gtest/gtest.h>

#include "find/finders.h"

namespace attest {
namespace {

// One claim told by a source of this kind at bytes 0 to 10, with a perpetrator at these bytes.
std::size_t perpetrators_left(std::string kind, Span perpetrator) {
  Claim claim;
  Source source;
  source.span = {0, 10};
  source.kind = std::move(kind);
  claim.attribution.push_back(source);
  Perpetrator p;
  p.span = perpetrator;
  claim.perpetrators.push_back(p);
  return check_claims({claim}).front().perpetrators.size();
}

TEST(ClaimChecks, WhoOnlyTellsIsNeverThePerpetrator) {
  struct Row {
    const char* kind;
    Span perpetrator;
    std::size_t left;
  };
  const Row rows[] = {{"witness", {3, 8}, 0},   {"", {0, 10}, 0},        {"monitor", {5, 20}, 0}, {"witness", {20, 30}, 1},
                      {"military", {0, 10}, 1}, {"armed_group", {2, 6}, 1}, {"government", {2, 6}, 1}};
  for (const auto& row : rows) EXPECT_EQ(perpetrators_left(row.kind, row.perpetrator), row.left) << row.kind;
}

}  // namespace
}  // namespace attest
