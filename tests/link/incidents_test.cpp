#include <gtest/gtest.h>

#include <algorithm>

#include "builders.h"
#include "link/link.h"

namespace attest {
namespace {

using namespace testing;

struct Row {
  std::string name;
  std::vector<Analysis> reports;
  std::vector<std::string> groups;  // without order
};

std::vector<std::string> sorted(std::string text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(" | ", at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 3;
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Row> rows() {
  using R = ReportBuilder;
  return {
      {"one day and town across outlets is one incident",
       {R("a", "One", "2031-04-02").killed(12, "12 people died").on("2031-04-01").in({tarsk()}),
        R("b", "Two", "2031-04-02").killed(15, "15 people died", Modifier::kAtLeast).on("2031-04-01").in({tarsk()})},
       {"a.c1 b.c1"}},
      {"towns apart on one day are two incidents",
       {R("a", "One", "2031-04-02").killed(12, "12 people died").on("2031-04-01").in({tarsk()}),
        R("b", "Two", "2031-04-02").killed(12, "12 people died").on("2031-04-01").in({weylin()})},
       {"a.c1", "b.c1"}},
      {"the same town a week later is another incident",
       {R("a", "One", "2031-04-02").killed(12, "12 people died").on("2031-04-01").in({tarsk()}),
        R("b", "Two", "2031-04-09").killed(30, "30 people died").on("2031-04-08").in({tarsk()})},
       {"a.c1", "b.c1"}},
      {"a province and a town in it meet by day and figure",
       {R("a", "One", "2031-04-02").killed(31, "31 people died").on("2031-04-01").in({tarsk()}),
        R("b", "Two", "2031-04-02").killed(31, "31 people died").on("2031-04-01").in({north()})},
       {"a.c1 b.c1"}},
      {"a bombing and an air strike of one day and town stay apart",
       {R("a", "One", "2031-04-02").killed(12, "12 people died").on("2031-04-01").in({tarsk()}).by(Means::kBombing),
        R("b", "Two", "2031-04-02").killed(4, "4 people died").on("2031-04-01").in({tarsk()}).by(Means::kAirstrike)},
       {"a.c1", "b.c1"}},
      {"a round-up is split by place",
       {R("a", "One", "2031-04-02").killed(12, "12 died in Tarsk").on("2031-04-01").in({tarsk()}).killed(7, "7 died in Weylin").on("2031-04-01").in({weylin()})},
       {"a.c1", "a.c2"}},
      {"neighbouring towns in one report are one happening",
       {R("a", "One", "2031-04-02").killed(12, "12 died in Tarsk").on("2031-04-01").in({tarsk()}).killed(7, "7 died in Dolen").on("2031-04-01").in({dolen()})},
       {"a.c1 a.c2"}},
      {"a part stays with its total wherever it is placed",
       {R("a", "One", "2031-04-02").killed(12, "12 died").on("2031-04-01").in({tarsk()}).killed(3, "3 of them").in({weylin()}).part_of("c1")},
       {"a.c1 a.c2"}},
      {"war totals stand apart and together",
       {R("a", "One", "2031-04-02").killed(12, "12 died").on("2031-04-01").in({tarsk()})
            .killed(9000, "9000 since the war began").on("2029-01-01", "2031-04-02").in({whole_country()}).background(),
        R("b", "Two", "2031-05-02").killed(9500, "9500 since the war began").on("2029-01-01", "2031-05-02").in({whole_country()}).background()},
       {"a.c1", "a.c2 b.c1"}},
      {"an undated report is joined by place, source and shared quotation",
       {R("a", "One", "2031-04-02").killed(45, "at least 45 died", Modifier::kAtLeast).on("2031-04-01").in({tarsk()}).from({source("Coast Watch")})
            .quote("nobody in this valley will ever forget what was done here"),
        R("b", "Two", "").killed(40, "over 40 died", Modifier::kMoreThan).in({tarsk()}).from({source("Coast Watch")})
            .quote("nobody in this valley will ever forget what was done here")},
       {"a.c1 b.c1"}},
      {"attacks of two days that both reports name are two",
       {R("a", "One", "2031-04-01").killed(12, "12 people died").on("2031-04-01").in({tarsk()}).by(Means::kShelling),
        R("b", "Two", "2031-04-02").killed(9, "9 people died").on("2031-04-02").in({tarsk()}).by(Means::kShelling)},
       {"a.c1", "b.c1"}},
      {"a country in both is no shared place",
       {R("a", "One", "2031-04-01").killed(12, "12 people died").on("2031-04-01").in({whole_country()}).by(Means::kShelling),
        R("b", "Two", "2031-04-02").killed(9, "9 people died").on("2031-04-01").in({whole_country()}).by(Means::kShelling)},
       {"a.c1", "b.c1"}},
      {"violence that began on one day is one whatever its toll's day",
       {R("a", "One", "2031-04-05").killed(900, "900 died", Modifier::kAtLeast).on("2031-04-01", "2031-04-05").in({north()}).measure(Measure::kRunningTotal).from({source("Coast Watch")}),
        R("b", "Two", "2031-04-09").killed(1500, "1500 died", Modifier::kAtLeast).on("2031-04-01", "2031-04-09").in({north()}).measure(Measure::kRunningTotal).from({source("Coast Watch")})},
       {"a.c1 b.c1"}},
      {"campaigns that began on different days are two",
       {R("a", "One", "2031-04-15").killed(900, "900 died", Modifier::kAtLeast).on("2031-04-01", "2031-04-15").in({north()}).measure(Measure::kRunningTotal),
        R("b", "Two", "2031-04-19").killed(300, "300 died", Modifier::kAtLeast).on("2031-04-09", "2031-04-19").in({north()}).measure(Measure::kRunningTotal)},
       {"a.c1", "b.c1"}},
      {"an aside about a life is no part of the happening",
       {[] {
         R r = R("a", "One", "2031-04-02").killed(12, "12 died in Tarsk").on("2031-04-01").in({tarsk()}).killed(1, "he was imprisoned once");
         r.last().effect = Effect::kDetained;
         return r;
       }()},
       {"a.c1", "a.c2"}},
      {"a copy of the same outlet is in the same incident",
       {R("a", "One", "2031-04-02").killed(12, "12 people died").on("2031-04-01").in({tarsk()}),
        R("b", "One", "2031-04-02").killed(12, "12 people died").on("2031-04-01").in({tarsk()})},
       {"a.c1 b.c1"}},
  };
}

TEST(Incidents, Table) {
  const Knowledge know;
  for (const Row& row : rows()) EXPECT_EQ(sorted(groups(link_reports(row.reports, know), row.reports)), row.groups) << row.name;
}

TEST(Incidents, OrderOfArrivalChangesNothing) {
  const Knowledge know;
  for (Row& row : rows()) {
    const std::string want = groups(link_reports(row.reports, know), row.reports);
    std::reverse(row.reports.begin(), row.reports.end());
    EXPECT_EQ(groups(link_reports(row.reports, know), row.reports), want) << row.name;
  }
}

TEST(Incidents, DayLiesInTheDaysOfAViolence) {
  const std::vector<Analysis> all = {
      ReportBuilder("a", "One", "2031-04-06").killed(900, "900 died in North", Modifier::kAtLeast).on("2031-04-01", "2031-04-06").in({north()}).measure(Measure::kRunningTotal),
      ReportBuilder("b", "Two", "2031-04-06").killed(100, "100 died in Tarsk", Modifier::kMoreThan).on("2031-04-03").in({tarsk()})};
  const Links links = link_reports(all, Knowledge{});
  ASSERT_EQ(groups(links, all), "a.c1 | b.c1");
  EXPECT_EQ(links.incidents[1].parents, std::vector<std::uint32_t>{0});
  EXPECT_TRUE(links.incidents[0].container);
}

TEST(Incidents, FiguresSayWhereBeforeHarmToldInPassing) {
  std::vector<Analysis> all = {ReportBuilder("a", "One", "2031-04-02").killed(12, "12 people died").on("2031-04-01").in({tarsk()})};
  Findings& found = all[0].findings;
  for (const char* id : {"u1", "u2"}) {
    Claim told = found.claims[0];
    told.id = id;
    told.count.reset();
    told.places = {"Dolen"};
    told.located = {dolen()};
    found.unquantified.push_back(told);
  }
  const Links links = link_reports(all, Knowledge{});
  ASSERT_EQ(links.incidents.size(), 1u);
  ASSERT_TRUE(links.incidents[0].place);
  EXPECT_EQ(links.incidents[0].place->name, "Tarsk");
}

// Violence of days that one figure counts over several provinces is no one town's, however many figures name that town.
TEST(Incidents, ViolenceOfSeveralProvincesHasNoOnePlace) {
  const auto linked = [](const std::vector<Located>& wide) {
    const std::vector<Analysis> all = {
        ReportBuilder("a", "One", "2031-04-06").killed(900, "900 died", Modifier::kAtLeast).on("2031-04-01", "2031-04-06").in(wide).measure(Measure::kRunningTotal)
            .killed(700, "700 died in Tarsk", Modifier::kAtLeast).on("2031-04-01", "2031-04-06").in({tarsk()}).measure(Measure::kRunningTotal)};
    return link_reports(all, Knowledge{});
  };
  const Links one = linked({tarsk()});
  const Links several = linked({tarsk(), weylin()});
  ASSERT_EQ(one.incidents.size(), 1u);
  ASSERT_EQ(several.incidents.size(), 1u);
  EXPECT_TRUE(one.incidents[0].place);
  EXPECT_FALSE(several.incidents[0].place);
}

// "The west of the country" is no part that a reader could tell from the whole.
TEST(Incidents, RegionsOfACountryAreNoParts) {
  const auto narrower = [](const Located& whole, const Located& part, const std::string& words) {
    Analysis a = ReportBuilder("a", "One", "2031-04-06").killed(900, "900 died", Modifier::kAtLeast).on("2031-04-01", "2031-04-06").in({whole}).measure(Measure::kRunningTotal)
                     .killed(200, "200 died there", Modifier::kAtLeast).on("2031-04-01", "2031-04-06").in({part}).measure(Measure::kRunningTotal);
    a.findings.claims[1].places = {words};
    const Links links = link_reports(std::vector{a}, Knowledge{});
    for (const LinkedIncident& i : links.incidents)
      for (const auto& m : i.members)
        if (m.claim.claim == "c2") return m.narrower_place;
    return false;
  };
  EXPECT_FALSE(narrower(whole_country(), whole_country(), "western Arvania"));
}

TEST(Incidents, IdBindsToReportAndSpan) {
  std::vector<Analysis> all = {ReportBuilder("a", "One", "2031-04-02").killed(12, "12 people died").on("2031-04-01").in({tarsk()})};
  const std::string id = link_reports(all, Knowledge{}).incidents[0].id;
  all.push_back(ReportBuilder("b", "Two", "2031-04-03").killed(13, "13 people died").on("2031-04-01").in({tarsk()}));
  EXPECT_EQ(link_reports(all, Knowledge{}).incidents[0].id, id) << "a later report leaves the id";
}

}  // namespace
}  // namespace attest
