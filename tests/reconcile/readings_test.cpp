#include <gtest/gtest.h>

#include "builders.h"
#include "reconcile/rounding.h"

namespace attest {
namespace {

using namespace testing;
constexpr auto kCivilian = VictimStatus::kCivilian;
constexpr auto kCombatant = VictimStatus::kCombatant;

// METHOD 6: readings over time, one toll (all the dead) a row.
TEST(Readings, Table) {
  struct Row {
    std::string name;
    std::vector<Figure> figures;
    std::string want;
  };
  const std::vector<Row> rows = {
      {"a later as-of day supersedes its own origin's figure",
       {{"a", "2031-04-02", "cw", Modifier::kAtLeast, 31}, {"b", "2031-04-04", "cw", Modifier::kAtLeast, 45}},
       "cw 31 04-02 superseded x1; cw 45 04-04 standing* x1"},
      {"and no other origin's",
       {{"a", "2031-04-02", "cw", Modifier::kAtLeast, 31}, {"b", "2031-04-04", "vrg", Modifier::kAtLeast, 45}},
       "cw 31 04-02 standing* x1; vrg 45 04-04 standing* x1"},
      {"a fall supersedes as well",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 31}, {"b", "2031-04-04", "cw", Modifier::kExact, 28}},
       "cw 31 04-02 superseded x1; cw 28 04-04 standing* x1"},
      {"equal figures of one origin are one reading",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 31}, {"b", "2031-04-03", "cw", Modifier::kAtLeast, 31}},
       "cw 31 04-02 standing* x2"},
      {"an old figure repeated later keeps its day",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 31},
        {"b", "2031-04-03", "cw", Modifier::kExact, 40},
        {"c", "2031-04-05", "cw", Modifier::kExact, 31}},
       "cw 31 04-02 superseded x2; cw 40 04-03 standing* x1"},
      {"a rounded repeat is a relay",
       {{"a", "2031-04-02", "cw", Modifier::kAtLeast, 745}, {"b", "2031-04-04", "cw", Modifier::kMoreThan, 740}},
       "cw 745 04-02 standing* x2"},
      {"and so is one without a day",
       {{"a", "2031-04-02", "cw", Modifier::kAtLeast, 745}, {"b", "", "cw", Modifier::kMoreThan, 740}},
       "cw 745 04-02 standing* x2"},
      {"a vaguer repeat is a relay",
       {{"a", "2031-04-02", "cw", Modifier::kAtLeast, 745}, {"b", "2031-04-04", "cw", Modifier::kVague, 200}},
       "cw 745 04-02 standing* x2"},
      {"vague words never replace a number",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 20}, {"b", "2031-04-04", "cw", Modifier::kVague, 2000}},
       "cw 2000 04-04 superseded x1; cw 20 04-02 standing* x1"},
      {"a stated day beats the report's own",
       {{"a", "2031-04-09", "cw", Modifier::kExact, 31, "2031-04-02"},
        {"b", "2031-04-05", "cw", Modifier::kExact, 40, "2031-04-05"}},
       "cw 31 04-02 superseded x1; cw 40 04-05 standing* x1"},
      {"an unsourced figure is shown and is no origin",
       {{"a", "2031-04-02", "", Modifier::kMoreThan, 70}},
       "- 70 04-02 unsourced x1"},
      {"an unsourced figure that equals a sourced one is a relay",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 31}, {"b", "2031-04-03", "", Modifier::kExact, 31}},
       "cw 31 04-02 standing* x2"},
      {"figures that add up to what an unnamed of their kind gives are parts of it",
       {{"a", "2031-04-02", "police:hill", Modifier::kExact, 24}, {"a", "2031-04-02", "police:hill", Modifier::kExact, 7}, {"b", "2031-04-02", "unnamed-police@two", Modifier::kExact, 31}},
       "police:hill 7 04-02 standing x1; police:hill 24 04-02 standing x1; unnamed-police@two 31 04-02 standing* x1"},
      {"but a lower figure beside its part is no sum, whoever gives as many",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 20}, {"a", "2031-04-02", "cw", Modifier::kExact, 2}, {"b", "2031-04-02", "vrg", Modifier::kExact, 22}},
       "cw 2 04-02 standing x1; cw 20 04-02 standing* x1; vrg 22 04-02 standing* x1"},
      {"vague words in nobody's name are taken from nobody",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 745}, {"a", "2031-04-02", "", Modifier::kVague, 200}},
       "cw 745 04-02 standing* x1; - 200 04-02 unsourced x1"},
      {"two named origins that agree stay two",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 31}, {"b", "2031-04-03", "vrg", Modifier::kExact, 31}},
       "cw 31 04-02 standing* x1; vrg 31 04-03 standing* x1"},
      {"of two figures of one day the greater stands",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 31}, {"a", "2031-04-02", "cw", Modifier::kExact, 9}},
       "cw 9 04-02 standing x1; cw 31 04-02 standing* x1"},
      {"a part in one place is no rival",
       {{"a", "2031-04-02", "cw", Modifier::kAtLeast, 900},
        {"b", "2031-04-03", "am", Modifier::kMoreThan, 100, "", kCivilian, {}, "people", Effect::kKilled, "", "", true}},
       "cw 900 04-02 standing* x1"},
      {"a breakdown is no rival",
       {{"a", "2031-04-02", "cw", Modifier::kAtLeast, 58},
        {"a", "2031-04-02", "cw", Modifier::kExact, 11, "", kCivilian, {"children"}, "children", Effect::kKilled, "c1"}},
       "cw 58 04-02 standing* x1"},
      {"a single person beside a toll is no rival",
       {{"a", "2031-04-02", "cw", Modifier::kAtLeast, 58},
        {"a", "2031-04-02", "vrg", Modifier::kExact, 1, "", kCivilian, {"women"}, "a woman"}},
       "cw 58 04-02 standing* x1"},
      {"a party's own dead and its enemy's are two counts",
       {{"a", "2031-04-02", "armed_group:front", Modifier::kExact, 26, "", kCombatant, {"soldiers"}, "soldiers"},
        {"b", "2031-04-02", "armed_group:front", Modifier::kExact, 3, "", kCombatant, {}, "fighters"}},
       "armed_group:front 26 04-02 standing* x1; armed_group:front 3 04-02 standing* x1"},
      {"a single group stands for all where nobody counts all",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 23, "", kCombatant, {}, "fighters"}},
       "cw 23 04-02 standing* x1"},
      {"not where somebody counts more of another group",
       {{"a", "2031-04-02", "", Modifier::kMoreThan, 1000},
        {"a", "2031-04-02", "cw", Modifier::kExact, 29, "", VictimStatus::kUnknown, {"men"}, "men"},
        {"a", "2031-04-02", "vrg", Modifier::kExact, 745, "", kCivilian, {}, "civilians"},
        {"a", "2031-04-02", "vrg", Modifier::kExact, 148, "", kCombatant, {}, "fighters"}},
       "- 1000 04-02 unsourced x1"},
      {"some of those told before are a part of them",
       {{"a", "2031-04-02", "cw", Modifier::kAtLeast, 58},
        {"a", "2031-04-02", "vrg", Modifier::kAtLeast, 35, "", VictimStatus::kUnknown, {}, "the victims"}},
       "cw 58 04-02 standing* x1"},
      {"who counts civilians alone stands beside who counts all",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 35},
        {"b", "2031-04-02", "vrg", Modifier::kExact, 60, "", kCivilian, {}, "civilians"}},
       "cw 35 04-02 standing* x1; vrg 60 04-02 standing* x1"},
      {"not where the same origin counts all too",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 35},
        {"b", "2031-04-02", "cw", Modifier::kExact, 30, "", kCivilian, {}, "civilians"}},
       "cw 35 04-02 standing* x1"},
      {"nor where it counts fighters too",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 35},
        {"b", "2031-04-02", "vrg", Modifier::kExact, 30, "", kCivilian, {}, "civilians"},
        {"c", "2031-04-02", "vrg", Modifier::kExact, 9, "", kCombatant, {}, "fighters"}},
       "cw 35 04-02 standing* x1"},
  };
  for (const Row& row : rows) {
    const Dossier d = dossier(incident(row.figures));
    ASSERT_NE(toll(d), nullptr) << row.name;
    EXPECT_EQ(show(*toll(d)), row.want) << row.name;
  }
}

// METHOD 6: a figure that its own origin takes back closes; policies leave it aside and the series shows it.
TEST(Readings, WithdrawnByTheirOrigin) {
  struct Row {
    std::string name, by, want, low;
  };
  for (const Row& row :
       {Row{"its own origin's denial", "cw", "cw 60 04-02 withdrawn x2; vrg 29 04-03 standing* x1", "29/29/29 used 1"},
        Row{"another's denial disputes it", "army", "cw 60 04-02 standing* x2; vrg 29 04-03 standing* x1", "29/29/60 used 2"}}) {
    Case c = incident({{"a", "2031-04-02", "cw", Modifier::kExact, 60},
                       {"b", "2031-04-03", "cw", Modifier::kExact, 60},
                       {"c", "2031-04-03", "vrg", Modifier::kExact, 29}});
    Claim& claim = c.analyses[1].findings.claims[0];
    claim.attribution.resize(1);
    claim.attribution[0].text = "cw";
    Denial d;
    d.by = row.by, d.type = "figure", d.of = claim.id;
    c.analyses[1].findings.denials.push_back(d);
    const Dossier got = dossier(c);
    EXPECT_EQ(show(*toll(got)), row.want) << row.name;
    EXPECT_EQ(show(estimate(*toll(got), "ucdp")), row.low) << row.name;
  }
}

// METHOD 1, 5: scopes; what a sum is and is not.
TEST(Scopes, Table) {
  struct Row {
    std::string name;
    std::vector<Figure> figures;
    std::vector<std::string> scopes;
  };
  const std::vector<Row> rows = {
      {"civilians apart from all",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 40},
        {"a", "2031-04-02", "cw", Modifier::kExact, 30, "", kCivilian, {}, "civilians"}},
       {"all", "civilian"}},
      {"two kinds of fighters of one sentence",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 14, "", kCombatant, {"soldiers"}, "soldiers"},
        {"a", "2031-04-02", "cw", Modifier::kExact, 9, "", kCombatant, {}, "insurgents"}},
       {"insurgents", "soldiers"}},
      {"children of a breakdown",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 40},
        {"a", "2031-04-02", "cw", Modifier::kExact, 11, "", kCivilian, {"children"}, "children", Effect::kKilled, "c1"}},
       {"all", "children"}},
      {"children named among all the people that were counted",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 40, "", VictimStatus::kUnknown, {"children"}, "people"}},
       {"all"}},
      {"what is ascribed to one perpetrator, beside an unlimited figure of the same origin",
       {{"a", "2031-04-02", "cw", Modifier::kExact, 830, "", kCivilian, {}, "civilians"},
        {"b",
         "2031-04-04",
         "cw",
         Modifier::kNearly,
         1000,
         "",
         kCivilian,
         {},
         "civilians",
         Effect::kKilled,
         "",
         "the Grey Column"}},
       {"all", "civilian", "civilian, by an alleged perpetrator"}},
  };
  for (const Row& row : rows) {
    std::vector<std::string> got;
    const Dossier d = dossier(incident(row.figures, true));
    for (const Toll& t : d.incidents.at(0).tolls) got.push_back(t.scope);
    EXPECT_EQ(got, row.scopes) << row.name;
  }
}

// What two say together is a figure of each; a person who says whose it is has the last word.
TEST(Readings, OfSeveralWhoSayItTogether) {
  Case c = incident({{"a", "2031-04-02", "cw", Modifier::kExact, 31}});
  add_source(c.links, "vrg");
  c.links.origins.begin()->second.with = {"vrg"};
  const auto both = dossier(c);
  EXPECT_EQ(show(*toll(both)), "cw 31 04-02 standing* x1; vrg 31 04-02 standing* x1");
  EXPECT_EQ(toll(both)->origins_count, 2);
  EXPECT_EQ(both.incidents.at(0).reports.size(), 1u);
  ClaimRuling ruling;
  ruling.claim = c.links.origins.begin()->first, ruling.act = ClaimRuling::Act::kAccept, ruling.origin = "cw";
  Decisions decisions;
  decisions.claims = {ruling};
  ReconcileOptions options;
  options.decisions = &decisions;
  const auto ruled = dossier(c, options);
  EXPECT_EQ(toll(ruled)->origins_count, 1);
}

TEST(DerivedSum, IsMarkedAndPrintedAsArithmeticOnly) {
  const Case c = incident({{"a", "2031-04-05", "", Modifier::kMoreThan, 1000},
                           {"a", "2031-04-05", "cw", Modifier::kAtLeast, 745, "2031-04-04", kCivilian, {}, "civilians"},
                           {"a", "2031-04-05", "cw", Modifier::kExact, 148, "2031-04-04", kCombatant, {}, "insurgents"},
                           {"a", "2031-04-05", "cw", Modifier::kExact, 125, "2031-04-04", kCombatant, {}, "soldiers"}},
                          true);
  const Dossier d = dossier(c);
  EXPECT_EQ(show(*toll(d)), "- 1000 04-05 unsourced x1 derived");
  EXPECT_NE(estimate(*toll(d), "ucdp").note.find("Attest's arithmetic: 745 + 148 + 125 = 1,018"), std::string::npos)
      << estimate(*toll(d), "ucdp").note;
  bool found = false;
  for (const Dependency& x : d.dependencies) found = found || (x.signal == "derived_sum" && x.to == "cw");
  EXPECT_TRUE(found);
}

// "He was jailed before he fled" makes no incident; a happening of long ago with its dead does.
TEST(Background, OfOnePersonsLifeIsNoIncident) {
  for (const Effect effect : {Effect::kDetained, Effect::kKilled}) {
    Case c = incident({{"a", "2031-04-02", "cw", Modifier::kExact, 1, "", VictimStatus::kUnknown, {}, "its director", effect}});
    c.analyses[0].findings.claims[0].background = true;
    EXPECT_EQ(dossier(c).incidents.empty(), effect == Effect::kDetained);
  }
}

TEST(AsOf, LeavesOutLaterFiguresAndLaterReports) {
  const Case c = incident({{"a", "2031-04-02", "cw", Modifier::kExact, 31}, {"b", "2031-04-05", "cw", Modifier::kExact, 45}});
  ReconcileOptions options;
  EXPECT_EQ(dossier(c).as_of->iso(), "2031-04-05");
  options.as_of = Date::parse("2031-04-03");
  EXPECT_EQ(show(*toll(dossier(c, options))), "cw 31 04-02 standing* x1");
  options = {};
  options.known_by = Date::parse("2031-04-04");
  EXPECT_EQ(show(*toll(dossier(c, options))), "cw 31 04-02 standing* x1");
  Case undated = c;  // its text speaks of a day, and nothing tells when it was published
  undated.analyses[1].findings.dates.reference = Date::parse("2031-04-01");
  undated.analyses[1].findings.dates.published.reset();
  EXPECT_EQ(show(*toll(dossier(undated, options))), "cw 31 04-02 standing* x1");
}

TEST(Rounding, Table) {
  struct Row {
    Modifier modifier;
    std::int64_t repeat, figure;
    bool want;
  };
  const Row rows[] = {
      {Modifier::kMoreThan, 740, 745, true},    {Modifier::kMoreThan, 1000, 1018, true}, {Modifier::kMoreThan, 1300, 1540, false},
      {Modifier::kMoreThan, 1000, 1540, false}, {Modifier::kNearly, 1000, 973, true},    {Modifier::kNearly, 1000, 830, false},
      {Modifier::kAbout, 30, 31, true},         {Modifier::kExact, 740, 745, false},     {Modifier::kVague, 200, 745, true},
      {Modifier::kVague, 200, 100, false},      {Modifier::kAtLeast, 31, 32, false},
  };
  for (const Row& row : rows) {
    Figure f{"a", "", "", row.modifier, row.repeat};
    EXPECT_EQ(may_round(count_of(f), row.figure), row.want) << name(row.modifier) << " " << row.repeat << " of " << row.figure;
  }
}

}  // namespace
}  // namespace attest
