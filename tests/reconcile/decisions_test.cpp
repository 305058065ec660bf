#include <gtest/gtest.h>

#include "builders.h"

namespace attest {
namespace {

using namespace testing;

Case two_figures() { return incident({{"a", "2031-04-02", "cw", Modifier::kExact, 31}, {"b", "2031-04-03", "vrg", Modifier::kExact, 20}}); }

Dossier decided(const Case& c, const Decisions& decisions) {
  ReconcileOptions options;
  options.decisions = &decisions;
  return dossier(c, options);
}

ClaimRuling on(std::uint32_t report, ClaimRuling::Act act) {
  ClaimRuling r;
  r.claim = {report, "c1"}, r.act = act, r.ruling = {"e1", "reviewer-1", Date::parse("2031-05-01"), "the number is of houses"};
  return r;
}

TEST(Decisions, ARejectedClaimTakesNoPart) {
  Decisions d;
  d.claims = {on(1, ClaimRuling::Act::kReject)};
  const Dossier got = decided(two_figures(), d);
  EXPECT_EQ(show(*toll(got)), "cw 31 04-02 standing* x1");
  ASSERT_EQ(got.incidents[0].overruled.size(), 1u);
  EXPECT_EQ(got.incidents[0].overruled[0].was, "20 killed");
  EXPECT_EQ(got.incidents[0].overruled[0].now, "rejected");
  EXPECT_EQ(got.incidents[0].overruled[0].by, "reviewer-1");
}

TEST(Decisions, ACorrectedClaimStandsInItsPlace) {
  Case c = two_figures();
  Decisions d;
  d.claims = {on(1, ClaimRuling::Act::kCorrect)};
  d.claims[0].corrected = c.analyses[1].findings.claims[0];
  d.claims[0].corrected->count = Count{{}, 12, 12, 12, Modifier::kExact};
  const Dossier got = decided(c, d);
  EXPECT_EQ(show(*toll(got)), "cw 31 04-02 standing* x1; vrg 12 04-03 standing* x1");
  EXPECT_FALSE(toll(got)->readings[0].reviewed);
  EXPECT_TRUE(toll(got)->readings[1].reviewed);
  EXPECT_EQ(show(estimate(*toll(got), "ucdp")), "12/12/31 used 2");
}

TEST(Decisions, AnOriginIsWhoAPersonSaysItIs) {
  Decisions d;
  d.claims = {on(1, ClaimRuling::Act::kAccept)};
  d.claims[0].origin = "cw";
  EXPECT_EQ(show(*toll(decided(two_figures(), d))), "cw 31 04-02 superseded x1; cw 20 04-03 standing* x1");
}

TEST(Decisions, AReportThatIsLeftOutSaysNothing) {
  Decisions d;
  d.reports = {{0, {"e1", "reviewer-1", {}, "a forgery"}}};
  EXPECT_EQ(show(*toll(decided(two_figures(), d))), "vrg 20 04-03 standing* x1");
}

TEST(Decisions, GradesAndEstimatesStandBesideWhatWasComputed) {
  Decisions d;
  d.grades = {{{0, "c1"}, Effect::kKilled, "all", "how_many", "", "agree", {"e1", "reviewer-1", {}, "one counts the day, one the week"}}};
  d.estimates = {{{0, "c1"}, Effect::kKilled, "all", 20, 25, 31, {"e2", "reviewer-1", {}, "by names"}}};
  const Dossier computed = dossier(two_figures()), got = decided(two_figures(), d);
  EXPECT_EQ(toll(computed)->how_many, "conflict");
  EXPECT_EQ(toll(got)->how_many, "agree");
  ASSERT_EQ(toll(got)->overruled.size(), 2u);
  EXPECT_EQ(toll(got)->overruled[0].was, "conflict");
  EXPECT_EQ(show(estimate(*toll(got), "ucdp")), show(estimate(*toll(computed), "ucdp"))) << "a policy stays what it is";
  EXPECT_EQ(estimate(*toll(got), "reviewed").best, 25);
}

}  // namespace
}  // namespace attest
