#include "reconcile/policies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "builders.h"

namespace attest {
namespace {

using namespace testing;
constexpr auto kCivilian = VictimStatus::kCivilian;
constexpr auto kCombatant = VictimStatus::kCombatant;

struct Row {
  std::string name;
  std::vector<Figure> figures;
  std::string want;
  std::string scope = "all";
};

void check(std::string_view policy, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const Dossier d = dossier(incident(row.figures));
    ASSERT_NE(toll(d, row.scope), nullptr) << row.name;
    EXPECT_EQ(show(estimate(*toll(d, row.scope), policy)), row.want) << row.name;
  }
}

TEST(Ucdp, Table) {
  check("ucdp", {
                    {"one exact figure", {{"a", "2031-04-02", "cw", Modifier::kExact, 16}}, "16/16/16 used 1"},
                    {"an open end stays open", {{"a", "2031-04-02", "cw", Modifier::kAtLeast, 16}}, "16/16/- used 1"},
                    {"a ceiling has no floor", {{"a", "2031-04-02", "cw", Modifier::kAtMost, 16}}, "-/16/16 used 1"},
                    {"best is the latest, then the lower",
                     {{"a", "2031-04-03", "cw", Modifier::kExact, 20}, {"b", "2031-04-03", "vrg", Modifier::kExact, 16}},
                     "16/16/20 used 2"},
                    {"a later day decides best, the range holds both",
                     {{"a", "2031-04-02", "cw", Modifier::kExact, 16}, {"b", "2031-04-03", "vrg", Modifier::kExact, 20}},
                     "16/20/20 used 2"},
                    {"an older figure bounds nothing",
                     {{"a", "2031-04-02", "cw", Modifier::kExact, 70}, {"b", "2031-04-09", "vrg", Modifier::kAtLeast, 1300}},
                     "1300/1300/- used 1"},
                    {"a superseded figure is set aside",
                     {{"a", "2031-04-02", "cw", Modifier::kExact, 16}, {"b", "2031-04-04", "cw", Modifier::kExact, 20}},
                     "20/20/20 used 1"},
                    {"unsourced alone", {{"a", "2031-04-02", "", Modifier::kAtLeast, 29}}, "29/29/- used 1"},
                    {"unsourced decides only high",
                     {{"a", "2031-04-02", "cw", Modifier::kExact, 16}, {"b", "2031-04-02", "", Modifier::kExact, 40}},
                     "16/16/40 used 2"},
                    {"who counts civilians alone, fewer than another counts in all, is no rival",
                     {{"a", "2031-04-02", "cw", Modifier::kExact, 16},
                      {"b", "2031-04-02", "vrg", Modifier::kExact, 9, "", kCivilian, {}, "civilians"}},
                     "16/16/16 used 1"},
                    {"but all are at least as many as the civilians whom somebody counts",
                     {{"a", "2031-04-02", "cw", Modifier::kExact, 16},
                      {"b", "2031-04-03", "vrg", Modifier::kExact, 30, "", kCivilian, {}, "civilians"}},
                     "16/30/30 used 2"},
                    {"unsourced below high is set aside",
                     {{"a", "2031-04-02", "cw", Modifier::kExact, 16}, {"b", "2031-04-02", "", Modifier::kExact, 9}},
                     "16/16/16 used 1"},
                    {"vague words alone", {{"a", "2031-04-02", "cw", Modifier::kVague, 24}}, "24/24/- used 1"},
                    {"vague words beside a figure are set aside",
                     {{"a", "2031-04-02", "cw", Modifier::kExact, 16}, {"b", "2031-04-02", "vrg", Modifier::kVague, 200}},
                     "16/16/16 used 1"},
                    {"a party's count of its enemy's dead decides only high",
                     {{"a", "2031-04-02", "cw", Modifier::kExact, 16, "", kCombatant, {}, "fighters"},
                      {"b", "2031-04-02", "military:army", Modifier::kExact, 80, "", kCombatant, {}, "fighters"}},
                     "16/16/80 used 2"},
                });
}

TEST(Ibc, Table) {
  check("ibc", {
                   {"minimum and maximum over origins",
                    {{"a", "2031-04-02", "cw", Modifier::kExact, 16, "", kCivilian, {}, "civilians"},
                     {"b", "2031-04-02", "vrg", Modifier::kExact, 20, "", kCivilian, {}, "civilians"}},
                    "16/-/20 used 2",
                    "civilian"},
                   {"the part called civilian is the minimum, the total the maximum",
                    {{"a", "2031-04-02", "cw", Modifier::kExact, 40},
                     {"a", "2031-04-02", "cw", Modifier::kExact, 30, "", kCivilian, {}, "civilians"}},
                    "30/-/40 used 2"},
                   {"fighters are not counted",
                    {{"a", "2031-04-02", "cw", Modifier::kExact, 23, "", kCombatant, {}, "fighters"}},
                    "-/-/- used 0",
                    "combatant"},
                   {"unsourced figures are not counted", {{"a", "2031-04-02", "", Modifier::kExact, 23}}, "-/-/- used 0"},
               });
}

TEST(Acled, Table) {
  check("acled", {
                     {"the lowest of the latest",
                      {{"a", "2031-04-03", "cw", Modifier::kExact, 20}, {"b", "2031-04-03", "vrg", Modifier::kExact, 16}},
                      "16/16/16 used 1"},
                     {"dozens are 12", {{"a", "2031-04-03", "cw", Modifier::kVague, 24}}, "12/12/12 used 1"},
                     {"hundreds are 100", {{"a", "2031-04-03", "cw", Modifier::kVague, 200}}, "100/100/100 used 1"},
                     {"several are 3", {{"a", "2031-04-03", "cw", Modifier::kVague, 3}}, "3/3/3 used 1"},
                     {"vague words yield to a figure",
                      {{"a", "2031-04-03", "cw", Modifier::kVague, 3}, {"b", "2031-04-03", "vrg", Modifier::kExact, 16}},
                      "16/16/16 used 1"},
                     {"and an unsourced figure to a sourced one",
                      {{"a", "2031-04-03", "cw", Modifier::kExact, 20}, {"b", "2031-04-04", "", Modifier::kExact, 9}},
                      "20/20/20 used 1"},
                     {"which decides alone", {{"b", "2031-04-04", "", Modifier::kExact, 9}}, "9/9/9 used 1"},
                 });
  const Dossier d = dossier(incident(
      {{"a", "2031-04-03", "cw", Modifier::kExact, 15, "", VictimStatus::kUnknown, {}, "people", Effect::kKilledOrWounded}}));
  const Estimate& e = estimate(*toll(d, "all", Effect::kKilledOrWounded), "acled");
  EXPECT_EQ(show(e), "0/0/0 used 0");
  EXPECT_EQ(e.note, "unknown, coded 0 by this policy");
}

TEST(TwoOrigins, Table) {
  check("two_origins",
        {
            {"the highest floor that two support",
             {{"a", "2031-04-03", "cw", Modifier::kAtLeast, 20}, {"b", "2031-04-03", "vrg", Modifier::kAtLeast, 16}},
             "16/16/- used 2"},
            {"one origin supports nothing", {{"a", "2031-04-03", "cw", Modifier::kAtLeast, 20}}, "-/-/- used 0"},
            {"two unnamed informants of one kind may be one",
             {{"a", "2031-04-03", "unnamed-medical@one", Modifier::kExact, 20},
              {"b", "2031-04-03", "unnamed-medical@two", Modifier::kExact, 20}},
             "-/-/- used 0"},
            {"unsourced is no origin",
             {{"a", "2031-04-03", "cw", Modifier::kExact, 20}, {"b", "2031-04-03", "", Modifier::kExact, 25}},
             "-/-/- used 0"},
        });
}

// METHOD 8.
TEST(Grades, HowMany) {
  const std::vector<Row> rows = {
      {"one origin", {{"a", "2031-04-03", "cw", Modifier::kExact, 20}}, "one_origin"},
      {"agree within one",
       {{"a", "2031-04-03", "cw", Modifier::kExact, 4}, {"b", "2031-04-03", "vrg", Modifier::kExact, 5}},
       "agree"},
      {"agree within a tenth",
       {{"a", "2031-04-03", "cw", Modifier::kExact, 100}, {"b", "2031-04-03", "vrg", Modifier::kExact, 108}},
       "agree"},
      {"only bounds touch",
       {{"a", "2031-04-03", "cw", Modifier::kAtLeast, 16}, {"b", "2031-04-03", "vrg", Modifier::kExact, 30}},
       "compatible"},
      {"a ceiling below a floor",
       {{"a", "2031-04-03", "cw", Modifier::kExact, 16}, {"b", "2031-04-03", "vrg", Modifier::kAtLeast, 30}},
       "conflict"},
      {"about 20 and about 30 differ",
       {{"a", "2031-04-03", "cw", Modifier::kAbout, 20}, {"b", "2031-04-03", "vrg", Modifier::kAbout, 30}},
       "differ"},
  };
  for (const Row& row : rows) EXPECT_EQ(toll(dossier(incident(row.figures)))->how_many, row.want) << row.name;
}

// METHOD 1 and 8: parts count different people, so one part is no rival of another.
TEST(Grades, PartsNeitherAgreeNorConflict) {
  auto here = Figure{"a", "2031-04-03", "cw", Modifier::kExact, 12},
       there = Figure{"b", "2031-04-03", "vrg", Modifier::kExact, 7};
  here.part_of = there.part_of = "c9";
  const auto d = dossier(incident({here, there, {"c", "2031-04-03", "cw", Modifier::kExact, 60}}));
  ASSERT_NE(toll(d, "part"), nullptr);
  EXPECT_EQ(toll(d, "part")->how_many, "differ");
  EXPECT_TRUE(d.incidents[0].contradictions.empty());
}

TEST(Grades, Happened) {
  EXPECT_EQ(toll(dossier(incident({{"a", "2031-04-03", "cw", Modifier::kExact, 20}})))->happened, "one_origin");
  EXPECT_EQ(
      toll(dossier(incident({{"a", "2031-04-03", "cw", Modifier::kExact, 20}, {"a", "2031-04-03", "vrg", Modifier::kExact, 20}})))
          ->happened,
      "two_or_more");
  EXPECT_EQ(toll(dossier(incident({{"a", "2031-04-03", "", Modifier::kExact, 20}})))->happened, "");
}

// METHOD 8: a part's grade is made of the origins that count that part; whoever counts a part says that it happened.
TEST(Grades, HappenedOfAPartAsksItsOwnOrigins) {
  const Dossier d =
      dossier(incident({{"a", "2031-04-03", "cw", Modifier::kExact, 20},
                        {"b", "2031-04-03", "vrg", Modifier::kExact, 17, "", VictimStatus::kCivilian, {}, "civilians"},
                        {"a",
                         "2031-04-03",
                         "cw",
                         Modifier::kExact,
                         6,
                         "",
                         VictimStatus::kCivilian,
                         {"children"},
                         "children",
                         Effect::kKilled,
                         "c1"}}));
  EXPECT_EQ(toll(d)->happened, "two_or_more");
  ASSERT_NE(toll(d, "children"), nullptr);
  EXPECT_EQ(toll(d, "children")->happened, "one_origin");
  EXPECT_EQ(toll(d, "civilian")->happened, "one_origin");
}

// METHOD 8: a town (of a dateline, say) or a news agency is nobody's alleged perpetrator; a country's name may stand for its
// state.
TEST(Responsibility, PlacesAndAgenciesDoNothing) {
  struct Named {
    std::string name;
    Precision precision;
    bool agency;
    std::size_t want;
  };
  for (const Named& row : {Named{"a town", Precision::kSettlement, false, 0}, Named{"a country", Precision::kCountry, false, 1},
                           Named{"an agency", Precision::kUnknown, true, 0}, Named{"a group", Precision::kUnknown, false, 1}}) {
    Case c = incident({{"a",
                        "2031-04-02",
                        "cw",
                        Modifier::kExact,
                        20,
                        "",
                        VictimStatus::kUnknown,
                        {},
                        "people",
                        Effect::kKilled,
                        "",
                        "TARSK"}});
    c.analyses[0].findings.claims[0].perpetrators[0].span = {2, 7};
    if (row.precision != Precision::kUnknown) {
      Mention m;
      m.span = {2, 7};
      m.located.emplace();
      m.located->precision = row.precision;
      c.analyses[0].findings.mentions.push_back(m);
    }
    if (row.agency) {
      DossierSource s;
      s.id = "tarsk", s.name = "Tarsk", s.kind = "agency";
      c.links.sources.push_back(s);
    }
    EXPECT_EQ(dossier(c).incidents.at(0).responsibility.size(), row.want) << row.name;
  }
}

// METHOD 3, 8: whoever accuses goes by the id of the figure's own source; a full stop is no part of a name.
TEST(Responsibility, AccusersGoByTheirSource) {
  Case c = incident({{"a",
                      "2031-04-02",
                      "unnamed-witness@one",
                      Modifier::kExact,
                      20,
                      "",
                      VictimStatus::kUnknown,
                      {},
                      "people",
                      Effect::kKilled,
                      "",
                      "grey gangs."}});
  Claim& claim = c.analyses[0].findings.claims[0];
  claim.attribution.resize(1);
  claim.attribution[0].text = claim.perpetrators[0].asserted_by = "One villager, known as Sela";
  const auto who = dossier(c).incidents.at(0).responsibility;
  ASSERT_EQ(who.size(), 1u);
  EXPECT_EQ(who[0].alleged, "grey gangs");
  EXPECT_EQ(who[0].accusers.at(0).source, "unnamed-witness@one");
}

// METHOD 7, ibc: army and fighters out, also where they stand for all the dead because nobody counts all of them.
TEST(Policies, IbcLeavesFightersOut) {
  const Dossier d =
      dossier(incident({{"a", "2031-04-02", "cw", Modifier::kExact, 23, "", VictimStatus::kCombatant, {}, "fighters"}}));
  ASSERT_NE(toll(d), nullptr);
  EXPECT_EQ(show(estimate(*toll(d), "ibc")), "-/-/- used 0");
  EXPECT_EQ(show(estimate(*toll(d), "ucdp")), "23/23/23 used 1");
}

// METHOD 4: figures print as k to m independent origins.
TEST(Independence, CountsOriginsNotArticles) {
  const auto range = [](const Case& c) {
    const Dossier d = dossier(c);
    return std::pair(toll(d)->origins_min, toll(d)->origins_max);
  };
  EXPECT_EQ(range(incident({{"a", "2031-04-03", "cw", Modifier::kExact, 20}, {"b", "2031-04-03", "cw", Modifier::kExact, 20}})),
            std::pair(1, 1));
  EXPECT_EQ(range(incident({{"a", "2031-04-03", "cw", Modifier::kExact, 20}, {"b", "2031-04-03", "vrg", Modifier::kExact, 20}})),
            std::pair(2, 2));
  EXPECT_EQ(range(incident({{"a", "2031-04-03", "unnamed-police@one", Modifier::kExact, 20},
                            {"b", "2031-04-03", "unnamed-police@two", Modifier::kExact, 20}})),
            std::pair(1, 2));
  Case organs = incident({{"a", "2031-04-03", "military:army", Modifier::kExact, 20},
                          {"b", "2031-04-03", "government:ministry", Modifier::kExact, 20}});
  for (DossierSource& s : organs.links.sources) s.party = DossierSource::Party{"Arvania", "", "", ""};
  EXPECT_EQ(range(organs), std::pair(1, 1));
}

// An unnamed official is of the party whose agency quotes them; elsewhere they may be of any state that is an origin.
TEST(Independence, UnnamedOfficialsSpeakForAState) {
  const auto range = [](const std::string& quoted) {
    Case c = incident({{"a", "2031-04-03", quoted, Modifier::kExact, 20}, {"b", "2031-04-03", "military:army", Modifier::kExact, 21}});
    add_source(c.links, "state_media:arna");
    for (DossierSource& s : c.links.sources)
      if (s.kind != "monitor") s.party = DossierSource::Party{"Arvania", "", "", ""};
    const Dossier d = dossier(c);
    return std::pair(toll(d)->origins_min, toll(d)->origins_max);
  };
  EXPECT_EQ(range("unnamed-police@state_media:arna"), std::pair(1, 1));
  EXPECT_EQ(range("unnamed-police@outlet"), std::pair(1, 2));
  EXPECT_EQ(range("unnamed-medical@outlet"), std::pair(2, 2));
}

// What a witness tells a monitor the monitor's own account rests on; an outlet only passes it on.
TEST(Independence, WitnessesOfAMonitorAreItsOwn) {
  const auto range = [](const std::string& to) {
    Case c = incident({{"a", "2031-04-03", to, Modifier::kExact, 20}, {"b", "2031-04-03", "ines", Modifier::kExact, 21}});
    Source asked, told;
    asked.text = asked.entity = to, told.text = told.entity = "ines";
    c.analyses[1].findings.claims[0].attribution = {asked, told};
    const Dossier d = dossier(c);
    return std::pair(toll(d)->origins_min, toll(d)->origins_max);
  };
  EXPECT_EQ(range("cw"), std::pair(1, 1));
  EXPECT_EQ(range("outlet:post"), std::pair(2, 2));
}

// Random incidents: what must hold of every estimate (METHOD 7), whatever the reports say.
class Properties : public ::testing::Test {
 protected:
  std::mt19937 random{7};
  int pick(int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); }
  std::vector<Figure> figures() {
    static const std::string kOrigins[] = {"", "cw", "vrg", "military:army", "unnamed-police@one", "unnamed-police@two"};
    static const std::string kDays[] = {"2031-04-02", "2031-04-03", "2031-04-05", "2031-04-09", ""};
    std::vector<Figure> out;
    const int n = 1 + pick(6);
    for (int i = 0; i < n; ++i) {
      Figure f;
      f.report = std::string(1, static_cast<char>('a' + i));
      f.day = kDays[pick(5)];
      f.origin = kOrigins[pick(6)];
      f.modifier = static_cast<Modifier>(pick(9));
      f.number = 1 + pick(60);
      f.high = f.number + pick(20);
      f.status = static_cast<VictimStatus>(pick(3));
      out.push_back(f);
    }
    return out;
  }
};

TEST_F(Properties, EstimatesAreOrderedAndComeFromReadings) {
  for (int round = 0; round < 500; ++round) {
    const Dossier d = dossier(incident(figures()));
    for (const Toll& t : d.incidents.at(0).tolls) {
      for (const Estimate& e : t.estimates) {
        EXPECT_LE(e.low.value_or(0), e.best.value_or(1'000'000)) << e.policy;
        EXPECT_LE(e.best.value_or(0), e.high.value_or(1'000'000)) << e.policy;
        if (e.policy == "acled") continue;
        for (const auto& n : {e.low, e.best, e.high}) {
          if (!n) continue;
          const bool from = std::any_of(e.used.begin(), e.used.end(), [&](const std::string& id) {
            for (const DossierIncident& i : d.incidents)
              for (const Toll& other : i.tolls)
                for (const Reading& r : other.readings)
                  if (r.id == id && (r.count.low == n || r.count.high == n || r.count.point == n)) return true;
            return false;
          });
          EXPECT_TRUE(from) << e.policy << " " << *n;
        }
        for (const Reading& r : t.readings) {
          const bool used = std::find(e.used.begin(), e.used.end(), r.id) != e.used.end();
          const bool aside = std::any_of(e.set_aside.begin(), e.set_aside.end(),
                                         [&](const SetAside& s) { return s.reading == r.id && !s.reason.empty(); });
          EXPECT_TRUE(e.policy != "ucdp" || used != aside) << r.id << " is used or set aside with a reason";
        }
      }
    }
  }
}

TEST_F(Properties, RelayOfAKnownOriginChangesNothing) {
  for (int round = 0; round < 300; ++round) {
    std::vector<Figure> f = figures();
    const Dossier before = dossier(incident(f));
    std::vector<Figure> sourced;
    for (const Figure& x : f)
      if (!x.origin.empty() && !x.day.empty()) sourced.push_back(x);
    if (sourced.empty()) continue;
    Figure relay = sourced[static_cast<std::size_t>(pick(static_cast<int>(sourced.size())))];
    relay.report = "z";
    f.push_back(relay);
    const Dossier after = dossier(incident(f));
    ASSERT_EQ(before.incidents[0].tolls.size(), after.incidents[0].tolls.size());
    for (std::size_t i = 0; i < after.incidents[0].tolls.size(); ++i) {
      const Toll &x = before.incidents[0].tolls[i], &y = after.incidents[0].tolls[i];
      EXPECT_EQ(x.origins_min, y.origins_min);
      EXPECT_EQ(x.origins_max, y.origins_max);
      for (std::size_t e = 0; e < x.estimates.size(); ++e)
        EXPECT_EQ(show(x.estimates[e]), show(y.estimates[e])) << x.estimates[e].policy << "\n" << show(x) << "\n" << show(y);
    }
  }
}

TEST_F(Properties, OrderOfReportsChangesNothing) {
  for (int round = 0; round < 200; ++round) {
    std::vector<Figure> f = figures();
    const Dossier before = dossier(incident(f));
    std::shuffle(f.begin(), f.end(), random);
    const Dossier after = dossier(incident(f));
    ASSERT_EQ(before.incidents[0].tolls.size(), after.incidents[0].tolls.size());
    for (std::size_t i = 0; i < after.incidents[0].tolls.size(); ++i)
      EXPECT_EQ(show(before.incidents[0].tolls[i]), show(after.incidents[0].tolls[i]));
  }
}

// METHOD 12: with the names of the sides swapped, the account is the same with the names swapped.
TEST(Neutrality, SwappingTheSidesSwapsOnlyTheNames) {
  const auto account = [](const std::string& x, const std::string& y) {
    const Dossier d = dossier(incident({{"a",
                                         "2031-04-03",
                                         "military:" + x,
                                         Modifier::kExact,
                                         20,
                                         "",
                                         kCivilian,
                                         {},
                                         "civilians",
                                         Effect::kKilled,
                                         "",
                                         y + " forces"},
                                        {"b",
                                         "2031-04-03",
                                         "military:" + y,
                                         Modifier::kExact,
                                         12,
                                         "",
                                         kCivilian,
                                         {},
                                         "civilians",
                                         Effect::kKilled,
                                         "",
                                         x + " forces"},
                                        {"c", "2031-04-04", "cw", Modifier::kAtLeast, 15}}));
    std::vector<std::string> lines;
    for (const Toll& t : d.incidents[0].tolls) {
      for (const Reading& r : t.readings)
        lines.push_back(t.scope + " " + r.origin + " " + show(r.count.point) + " " + r.status + " " + r.interest);
      for (const Estimate& e : t.estimates) lines.push_back(t.scope + " " + e.policy + " " + show(e));
      lines.push_back(t.scope + " " + t.happened + " " + t.how_many);
    }
    for (const Responsibility& r : d.incidents[0].responsibility)
      lines.push_back(r.alleged + " " + r.standing + " " + r.accusers.at(0).source);
    return lines;
  };
  std::vector<std::string> there = account("Alba", "Boro"), back = account("Boro", "Alba");
  for (std::string& line : back)
    for (std::size_t at = 0; at + 4 <= line.size(); ++at) {
      if (line.compare(at, 4, "Alba") == 0) line.replace(at, 4, "Boro"), at += 3;
      else if (line.compare(at, 4, "Boro") == 0) line.replace(at, 4, "Alba"), at += 3;
    }
  std::sort(there.begin(), there.end());
  std::sort(back.begin(), back.end());
  EXPECT_EQ(there, back);
}

}  // namespace
}  // namespace attest
