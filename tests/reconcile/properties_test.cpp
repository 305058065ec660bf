// What must hold of every account, whatever the reports say (METHOD 5, 7, 8): on random incidents.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "builders.h"

namespace attest {
namespace {

using namespace testing;

class Random {
 public:
  int pick(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
  Figure figure(char report) {
    static const std::string kOrigins[] = {"", "cw", "vrg", "military:army", "unnamed-police@one", "unnamed-media_item@two"};
    static const std::string kDays[] = {"2031-04-02", "2031-04-03", "2031-04-05", "2031-04-09"};
    static const Effect kEffects[] = {Effect::kKilled, Effect::kWounded, Effect::kMissing, Effect::kKilledOrWounded};
    Figure f;
    f.report = std::string(1, report);
    f.day = kDays[static_cast<std::size_t>(report) % 4];
    f.origin = kOrigins[pick(6)];
    f.modifier = static_cast<Modifier>(pick(9));
    f.number = 1 + pick(60);
    f.high = f.number + pick(20);
    f.status = static_cast<VictimStatus>(pick(3));
    f.effect = kEffects[pick(4)];
    f.narrower = pick(5) == 0;
    if (pick(4) == 0) f.perpetrator = pick(2) ? "the Grey Column" : "the Red Column";
    return f;
  }
  std::vector<Figure> figures() {
    std::vector<Figure> out;
    for (int i = 0, n = 1 + pick(8); i < n; ++i) out.push_back(figure(static_cast<char>('a' + i / 2)));
    return out;
  }
  std::mt19937& engine() { return engine_; }

 private:
  std::mt19937 engine_{11};
};

// Everything that a reader sees of an incident but the ids of readings and reports, in an order of its own.
std::vector<std::string> told(const Dossier& d) {
  std::vector<std::string> out;
  for (const DossierIncident& i : d.incidents) {
    for (const Toll& t : i.tolls) {
      out.push_back(std::string(name(t.effect)) + " " + t.scope + ": " + show(t) + " | " + t.happened + " " + t.how_many + " " + std::to_string(t.origins_min) + "-" + std::to_string(t.origins_max));
      for (const Estimate& e : t.estimates) out.push_back(t.scope + " " + e.policy + " " + show(e));
      for (const Reading& r : t.readings) out.push_back(r.origin + " " + r.change + " " + r.note);
    }
    for (const DerivedBound& b : i.bounds) out.push_back("bound " + b.effect + " " + b.scope + " " + show(b.low) + " " + show(b.high) + " " + b.why);
    for (const Inconsistency& x : i.inconsistencies) out.push_back("inconsistent " + x.why);
    for (const FigureConflict& c : i.contradictions) out.push_back(c.kind + " " + c.about + " " + c.reason + " " + std::to_string(c.weight));
    for (const OpenQuestion& q : i.questions) out.push_back(q.text);
    for (const Transition& t : i.transitions) out.push_back(t.kind);
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(AccountProperties, OrderOfReportsChangesNothingThatIsTold) {
  Random random;
  for (int round = 0; round < 200; ++round) {
    std::vector<Figure> f = random.figures();
    const auto before = told(dossier(incident(f)));
    // Reports are shuffled; the figures of one report stay in their order.
    std::vector<std::string> names;
    for (const Figure& x : f)
      if (std::find(names.begin(), names.end(), x.report) == names.end()) names.push_back(x.report);
    std::shuffle(names.begin(), names.end(), random.engine());
    std::vector<Figure> shuffled;
    for (const std::string& n : names)
      for (const Figure& x : f)
        if (x.report == n) shuffled.push_back(x);
    EXPECT_EQ(told(dossier(incident(shuffled))), before) << "round " << round;
  }
}

TEST(AccountProperties, AContainedFigureRaisesNoSum) {
  Random random;
  constexpr auto kCivilian = VictimStatus::kCivilian, kCombatant = VictimStatus::kCombatant;
  for (int round = 0; round < 200; ++round) {
    const std::int64_t civilians = 50 + random.pick(900), soldiers = 20 + random.pick(200);
    std::vector<Figure> f = {{"a", "2031-04-05", "cw", Modifier::kAtLeast, civilians, "2031-04-04", kCivilian, {}, "civilians"},
                             {"a", "2031-04-05", "cw", Modifier::kExact, soldiers, "2031-04-04", kCombatant, {"soldiers"}, "soldiers"}};
    const auto bound = [](const Dossier& d) -> std::optional<std::int64_t> {
      for (const DerivedBound& b : d.incidents.at(0).bounds)
        if (b.scope == "all" && b.effect == "killed") return b.low;
      return std::nullopt;
    };
    const auto before = bound(dossier(incident(f, true)));
    ASSERT_EQ(before, civilians + soldiers);
    Figure inside{"a", "2031-04-05", "cw", Modifier::kExact, 1 + random.pick(40), "2031-04-04", kCivilian, {"children"}, "children", Effect::kKilled, "c1"};
    if (random.pick(2)) inside = {"b", "2031-04-05", "cw", Modifier::kExact, 1 + random.pick(40), "2031-04-04", kCivilian, {"medics"}, "medics"};
    if (random.pick(3) == 0) inside = {"b", "2031-04-05", "cw", Modifier::kExact, 1 + random.pick(40), "2031-04-04", kCivilian, {}, "civilians", Effect::kKilled, "", "", true};
    f.push_back(inside);
    EXPECT_EQ(bound(dossier(incident(f, true))), before) << "round " << round << " with " << inside.number;
  }
}

TEST(AccountProperties, APersonsDecisionAlwaysWins) {
  Random random;
  for (int round = 0; round < 200; ++round) {
    const Case c = incident(random.figures());
    const auto report = static_cast<std::uint32_t>(random.pick(static_cast<int>(c.analyses.size())));
    const auto& claims = c.analyses[report].findings.claims;
    const ClaimRef ref{report, claims[static_cast<std::size_t>(random.pick(static_cast<int>(claims.size())))].id};
    Decisions decisions;
    ClaimRuling rejected;
    rejected.claim = ref, rejected.act = ClaimRuling::Act::kReject;
    decisions.claims = {rejected};
    ReconcileOptions options;
    options.decisions = &decisions;
    for (const DossierIncident& i : dossier(c, options).incidents)
      for (const Toll& t : i.tolls)
        for (const Reading& r : t.readings) EXPECT_EQ(std::count(r.claims.begin(), r.claims.end(), ref), 0);
    decisions = {};
    const ClaimRef first = c.links.incidents[0].members[0].claim;
    decisions.grades = {{first, Effect::kKilled, "all", "how_many", "", "differ", {}}, {first, Effect::kKilled, "all", "happened", "", "denied", {}}};
    const auto graded = dossier(c, options);
    if (const Toll* t = toll(graded)) {
      EXPECT_EQ(t->how_many, "differ");
      EXPECT_EQ(t->happened, "denied");
    }
  }
}

TEST(AccountProperties, EveryBoundAndContradictionRestsOnReadingsOfTheAccount) {
  Random random;
  for (int round = 0; round < 200; ++round) {
    const Dossier d = dossier(incident(random.figures(), random.pick(2) == 0));
    std::vector<std::string> ids;
    for (const Toll& t : d.incidents.at(0).tolls)
      for (const Reading& r : t.readings) ids.push_back(r.id);
    const auto known = [&](const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    for (const DerivedBound& b : d.incidents[0].bounds) {
      EXPECT_FALSE(b.from.empty());
      EXPECT_TRUE(std::all_of(b.from.begin(), b.from.end(), known));
      EXPECT_LE(b.low.value_or(0), b.high.value_or(1'000'000));
    }
    for (const Inconsistency& x : d.incidents[0].inconsistencies) {
      EXPECT_GE(x.between.size(), 2u) << x.why;
      EXPECT_TRUE(std::all_of(x.between.begin(), x.between.end(), known));
    }
    for (const FigureConflict& c : d.incidents[0].contradictions) {
      EXPECT_TRUE(std::all_of(c.between.begin(), c.between.end(), known));
      EXPECT_EQ(c.evidence.size(), 2u) << c.reason;
    }
  }
}

}  // namespace
}  // namespace attest
