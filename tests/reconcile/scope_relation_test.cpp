#include "reconcile/scope_relation.h"

#include <gtest/gtest.h>

#include "builders.h"
#include "reconcile/balance.h"

namespace attest {
namespace {

using namespace testing;

Located town(const char* name, double latitude, double longitude, const char* admin1 = "North") {
  return {name, "XA", admin1, latitude, longitude, Precision::kSettlement, std::string("test:") + name};
}
Located province(const char* name) { return {name, "XA", name, 10, 10, Precision::kProvince, ""}; }
Located country() { return {"Arvania", "XA", "", 10, 10, Precision::kCountry, ""}; }
Interval days(const char* a, const char* b) { return {Date::parse(a), Date::parse(b)}; }

TEST(ScopeRelation, Victims) {
  struct Row {
    std::string a, b, want;
  };
  for (const Row& r : std::vector<Row>{
           {"all", "all", "equal"},
           {"civilian", "all", "subset"},
           {"all", "soldiers", "superset"},
           {"civilian", "combatant", "disjoint"},
           {"soldiers", "insurgents", "disjoint"},
           {"soldiers", "combatant", "subset"},
           {"children", "civilian", "overlapping"},
           {"children", "women", "disjoint"},
           {"medics", "civilian", "subset"},
           {"medics", "soldiers", "disjoint"},
           {"families", "all", "unknown"},
           {"part", "part", "unknown"},
           {"part: in Tarsk", "all", "subset"},
           {"civilian, by an alleged perpetrator", "civilian", "equal"},
       }) {
    EXPECT_EQ(name(relate_victims(r.a, r.b)), r.want) << r.a << " " << r.b;
    EXPECT_EQ(name(relate_victims(r.b, r.a)), name(reversed(relate_victims(r.a, r.b)))) << r.b << " " << r.a;
  }
}

TEST(ScopeRelation, Harm) {
  EXPECT_EQ(relate_harm(Effect::kKilled, Effect::kKilledOrWounded), Relation::kSubset);
  EXPECT_EQ(relate_harm(Effect::kKilled, Effect::kWounded), Relation::kDisjoint);
  EXPECT_EQ(relate_harm(Effect::kKilled, Effect::kMissing), Relation::kUnknown) << "the missing may be dead";
}

TEST(ScopeRelation, Places) {
  const Located tarsk = town("Tarsk", 10, 10), dolen = town("Dolen", 11, 10), near = town("Little Tarsk", 10.1, 10), south = town("Orm", 5, 10, "South");
  struct Row {
    std::string name;
    std::vector<Located> a, b;
    Relation want;
  };
  for (const Row& r : std::vector<Row>{
           {"one town", {tarsk}, {tarsk}, Relation::kEqual},
           {"a town in its province", {tarsk}, {province("North")}, Relation::kSubset},
           {"a province and a town of another", {province("North")}, {south}, Relation::kDisjoint},
           {"a country holds all", {country()}, {tarsk, south}, Relation::kSuperset},
           {"two towns far apart", {tarsk}, {dolen}, Relation::kDisjoint},
           {"two towns that a report may take for each other", {tarsk}, {near}, Relation::kUnknown},
           {"one of two", {tarsk}, {tarsk, dolen}, Relation::kSubset},
           {"each with one more", {tarsk, south}, {tarsk, dolen}, Relation::kOverlapping},
           {"nothing known", {}, {tarsk}, Relation::kUnknown},
       }) {
    EXPECT_EQ(relate_places(r.a, r.b), r.want) << r.name;
    EXPECT_EQ(relate_places(r.b, r.a), reversed(r.want)) << r.name << ", the other way";
  }
}

TEST(ScopeRelation, Days) {
  EXPECT_EQ(relate_days(days("2031-04-01", "2031-04-01"), days("2031-04-01", "2031-04-03")), Relation::kSubset);
  EXPECT_EQ(relate_days(days("2031-04-01", "2031-04-02"), days("2031-04-02", "2031-04-03")), Relation::kOverlapping);
  EXPECT_EQ(relate_days(days("2031-04-01", "2031-04-01"), days("2031-04-02", "2031-04-03")), Relation::kDisjoint);
  EXPECT_EQ(relate_days({}, days("2031-04-02", "2031-04-03")), Relation::kUnknown);
  EXPECT_EQ(relate_days({Date::parse("2031-04-01"), {}}, days("2031-04-02", "2031-04-03")), Relation::kSuperset) << "an open end";
}

TEST(ScopeRelation, DimensionsTogether) {
  const auto eq = Relation::kEqual, sub = Relation::kSubset, sup = Relation::kSuperset, over = Relation::kOverlapping, dis = Relation::kDisjoint, no = Relation::kUnknown;
  EXPECT_EQ(combine({eq, eq}), eq);
  EXPECT_EQ(combine({eq, sub, sub}), sub);
  EXPECT_EQ(combine({sub, sup}), over);
  EXPECT_EQ(combine({over, sub}), over);
  EXPECT_EQ(combine({no, dis}), dis) << "who share no place share nobody";
  EXPECT_EQ(combine({no, sub}), no);
}

TEST(ScopeRelation, SaysWhy) {
  FigureScope a, b;
  a.victims = "civilian", b.victims = "all";
  a.places = b.places = {town("Tarsk", 10, 10)};
  a.days = b.days = days("2031-04-01", "2031-04-01");
  const Compared c = relate(a, b);
  EXPECT_EQ(c.relation, Relation::kSubset);
  ASSERT_EQ(c.why.size(), 1u);
  EXPECT_EQ(c.why[0], "victims: civilian lies within all");
}

// METHOD 5: what follows from parts and wholes, and what does not fit.
TEST(Balance, Table) {
  constexpr auto kCivilian = VictimStatus::kCivilian, kCombatant = VictimStatus::kCombatant, kUnknown = VictimStatus::kUnknown;
  const Figure civilians{"a", "2031-04-05", "cw", Modifier::kAtLeast, 745, "2031-04-04", kCivilian, {}, "civilians"};
  const Figure insurgents{"a", "2031-04-05", "cw", Modifier::kExact, 148, "2031-04-04", kCombatant, {}, "insurgents"};
  const Figure soldiers{"a", "2031-04-05", "cw", Modifier::kExact, 125, "2031-04-04", kCombatant, {"soldiers"}, "soldiers"};
  const auto all = [](Modifier m, std::int64_t n, const char* origin = "cw", const char* as_of = "2031-04-04") {
    return Figure{"a", "2031-04-05", origin, m, n, as_of, kUnknown, {}, "people"};
  };
  struct Row {
    std::string name;
    std::vector<Figure> figures;
    std::string bounds, inconsistent;
  };
  for (const Row& r : std::vector<Row>{
           {"disjoint parts bound the whole", {civilians, insurgents, soldiers}, "all 1018..- 745 + 148 + 125 = 1,018 of 3", ""},
           {"a whole that says more needs no bound", {civilians, insurgents, all(Modifier::kAtLeast, 1300)}, "", ""},
           {"what is left of the whole bounds a part", {civilians, insurgents, all(Modifier::kExact, 900)}, "civilian -..752 900 − 148 = 752 of 2", ""},
           {"another origin's whole bounds nothing", {civilians, all(Modifier::kExact, 900, "vrg")}, "", ""},
           {"nor does a whole of another day", {civilians, all(Modifier::kExact, 800, "cw", "2031-04-03")}, "", ""},
           {"parts that exceed the whole", {insurgents, soldiers, all(Modifier::kExact, 200)}, "", "3: all killed: at least 273 (148 + 125 = 273) and at most 200"},
           {"killed and wounded bound the joint count",
            {all(Modifier::kExact, 10), {"a", "2031-04-05", "cw", Modifier::kExact, 5, "2031-04-04", kUnknown, {}, "people", Effect::kWounded},
             {"a", "2031-04-05", "cw", Modifier::kExact, 12, "2031-04-04", kUnknown, {}, "people", Effect::kKilledOrWounded}},
            "", "3: all killed_or_wounded: at least 15 (10 + 5 = 15) and at most 12"},
       }) {
    const Dossier d = dossier(incident(r.figures, true));
    std::string bounds, inconsistent;
    for (const DerivedBound& b : d.incidents.at(0).bounds)
      if (b.scope == "all" || b.high) bounds += (bounds.empty() ? "" : "; ") + b.scope + " " + show(b.low) + ".." + show(b.high) + " " + b.why + " of " + std::to_string(b.from.size());
    for (const Inconsistency& i : d.incidents.at(0).inconsistencies) inconsistent += std::to_string(i.between.size()) + ": " + i.why;
    EXPECT_EQ(bounds, r.bounds) << r.name;
    EXPECT_EQ(inconsistent, r.inconsistent) << r.name;
    for (const Toll& t : d.incidents[0].tolls)
      for (const Estimate& e : t.estimates)
        for (const auto& n : {e.low, e.best, e.high}) EXPECT_NE(n, std::optional<std::int64_t>(1018)) << "a sum moves no estimate";
  }
}

}  // namespace
}  // namespace attest
