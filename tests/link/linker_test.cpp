// What linking gives is a function of the set of reports: any order of arrival, at once or one by one, gives the same bytes.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>

#include "builders.h"
#include "link/link.h"

namespace attest {
namespace {

using testing::ReportBuilder;

const Knowledge& knowledge() {
  static const Knowledge know;
  return know;
}

// Reports of a small war: a few towns and weeks, so that many happenings are near each other; shared sentences, quotations,
// copies, war totals.
std::vector<Analysis> war(std::uint32_t seed, int reports) {
  std::mt19937 random(seed);
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const Located towns[] = {testing::tarsk(), testing::dolen(), testing::weylin(), testing::north(), testing::whole_country()};
  const Means means[] = {Means::kShelling, Means::kBombing, Means::kAirstrike, Means::kNone};
  const std::string day[] = {"2031-04-01", "2031-04-02", "2031-04-03", "2031-04-05", "2031-04-09", "2031-04-20"};
  const std::string words[] = {
      "The harbour master of the northern town closed both ferry landings after shells damaged two moored barges.",
      "Engineers from the provincial roads office inspected every pontoon and found cracks below the waterline.",
      "Fishing families living beside the quay carried nets, engines and bedding towards the higher streets."};
  std::vector<Analysis> out;
  for (int i = 0; i < reports; ++i) {
    ReportBuilder b("r" + std::to_string(seed) + "-" + std::to_string(i), "Outlet " + std::to_string(pick(5)), day[pick(6)]);
    const int claims = 1 + pick(3);
    for (int c = 0; c < claims; ++c) {
      const int n = 3 + pick(12);
      b.killed(n, std::to_string(n) + " people died there, it was said in report " + std::to_string(pick(3)) + ".");
      if (pick(4) > 0) b.on(day[pick(6)]);
      b.in({towns[pick(5)]}).by(means[pick(4)]);
      if (pick(3) == 0) b.from({testing::source("Coast Watch")});
      if (pick(6) == 0)
        b.on("2029-01-01", "2031-04-20").in({testing::whole_country()}).background().measure(Measure::kRunningTotal);
    }
    if (pick(2) == 0) b.text(words[pick(3)]);
    if (pick(5) == 0) b.text(words[pick(3)]).quote("nobody in this valley will ever forget what was done to those families here");
    out.push_back(b);
    if (pick(8) == 0) {  // the same outlet's same text under another address
      out.push_back(out.back());
      out.back().report.id += "x", out.back().report.input += "x";
    }
  }
  return out;
}

std::string bytes(const Links& links, std::span<const Analysis> all) { return links_json(links, all, {}, {}); }

TEST(Linker, AnyOrderGivesTheSameBytes) {
  for (std::uint32_t seed = 1; seed <= 4; ++seed) {
    std::vector<Analysis> all = war(seed, 25);
    const std::string want = bytes(link_reports(all, knowledge()), all);
    std::mt19937 random(seed);
    for (int round = 0; round < 3; ++round) {
      std::shuffle(all.begin(), all.end(), random);
      EXPECT_EQ(bytes(link_reports(all, knowledge()), all), want) << "seed " << seed;
    }
  }
}

TEST(Linker, OneByOneGivesWhatAllAtOnceGives) {
  const MarkReader reader(knowledge());
  for (std::uint32_t seed = 11; seed <= 13; ++seed) {
    const std::vector<Analysis> all = war(seed, 24);
    Linker linker(knowledge());
    for (std::size_t i = 0; i < all.size(); ++i) {
      linker.add(all[i], reader.read(all[i]));
      linker.update();
      if (i % 12 != 11 && i + 1 != all.size()) continue;
      const auto so_far = std::span(all).first(i + 1);
      EXPECT_EQ(bytes(linker.links(), so_far), bytes(link_reports(so_far, knowledge()), so_far))
          << "seed " << seed << " after " << i + 1;
    }
  }
}

// Many happenings of few towns and days: what hangs together is more than a block holds, and a text more than a few reports meet
// under.
TEST(Linker, ACrowdGivesTheSameBytesInAnyOrder) {
  const MarkReader reader(knowledge());
  std::vector<Analysis> all = war(31, 150);
  const std::string want = bytes(link_reports(all, knowledge()), all);
  std::mt19937 random(31);
  std::shuffle(all.begin(), all.end(), random);
  Linker linker(knowledge());
  for (std::size_t i = 0; i < all.size(); ++i) {
    linker.add(all[i], reader.read(all[i]));
    if (i % 7 == 0) linker.update();
  }
  EXPECT_EQ(bytes(linker.links(), all), want);
}

TEST(Linker, StrippedClaimsGiveTheSame) {
  const MarkReader reader(knowledge());
  std::vector<Analysis> all = war(41, 20);
  const std::string want = bytes(link_reports(all, knowledge()), all);
  Linker linker(knowledge());
  for (Analysis& a : all) {
    ReportMarks marks = reader.read(a);
    compact(a);
    linker.add(a, std::move(marks));
    strip_claims(a);
  }
  EXPECT_EQ(bytes(linker.links(), all), want);
}

TEST(Linker, CompactAnalysesGiveTheSame) {
  const MarkReader reader(knowledge());
  std::vector<Analysis> all = war(21, 20);
  const std::string want = bytes(link_reports(all, knowledge()), all);
  std::vector<ReportMarks> marks;
  for (Analysis& a : all) marks.push_back(reader.read(a)), compact(a);
  EXPECT_EQ(bytes(link_reports(all, std::move(marks), knowledge()), all), want);
}

TEST(Linker, PeoplesRulingsWin) {
  const std::vector<Analysis> all = {
      ReportBuilder("a", "One", "2031-04-02").killed(12, "12 people died").on("2031-04-01").in({testing::tarsk()}),
      ReportBuilder("b", "Two", "2031-04-02").killed(12, "12 people died").on("2031-04-01").in({testing::tarsk()}),
      ReportBuilder("c", "Three", "2031-04-22").killed(5, "5 people died").on("2031-04-20").in({testing::weylin()})};
  EXPECT_EQ(testing::groups(link_reports(all, knowledge()), all), "a.c1 b.c1 | c.c1");
  Decisions decisions;
  decisions.incidents = {{{0, "c1"}, {1, "c1"}, false, {}}, {{0, "c1"}, {2, "c1"}, true, {}}};
  EXPECT_EQ(testing::groups(link_reports(all, knowledge(), &decisions), all), "b.c1 | a.c1 c.c1");
}

}  // namespace
}  // namespace attest
