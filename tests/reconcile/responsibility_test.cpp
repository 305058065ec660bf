// METHOD 8: accusations without a figure, claims of responsibility, words that it is not known, and which denials concern whom.
#include <gtest/gtest.h>

#include "builders.h"
#include "reconcile/denying.h"

namespace attest::testing {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = [] {
    const SystemFiles files;
    auto result = load_lexicon(files, std::string(ATTEST_SOURCE) + "/lang/en");
    if (!result) throw std::runtime_error(result.error().where + ": " + result.error().message);
    return std::move(*result);
  }();
  return loaded;
}

Case one_figure() { return incident({{"a", "2031-04-02", "cw", Modifier::kExact, 20}}); }

// Adds harm without a number to report `a`.
void accuse(Case& c, const std::string& rule, const std::string& party, const std::string& by, const std::string& victims = "") {
  auto& list = c.analyses[0].findings.unquantified;
  Claim u;
  u.id = "u" + std::to_string(list.size() + 1);
  u.rule = rule;
  u.span = {100, 110};
  u.sentence = {90, 200};
  u.effect = Effect::kAffected;
  u.victims.text = victims;
  if (!party.empty()) {
    Perpetrator p;
    p.text = party;
    p.asserted_by = by;
    u.perpetrators.push_back(p);
  }
  c.links.incidents[0].members.push_back({{0, u.id}, {"test"}, false});
  list.push_back(u);
}

// "alleged: standing by accusers" one a row.
std::string rows(const Case& c) {
  ReconcileOptions options;
  options.lexicon = &lexicon();
  const Dossier d = dossier(c, options);
  std::string out;
  for (const Responsibility& r : d.incidents.at(0).responsibility) {
    out += (out.empty() ? "" : "; ") + r.alleged + ": " + r.standing + " by";
    for (const Accuser& a : r.accusers) out += " " + a.source;
  }
  return out;
}

TEST(Responsibility, ReachesItsIncidentWithoutAFigure) {
  struct Row {
    const char *name, *rule, *party, *by, *victims, *want;
  };
  for (const Row& r : {
           Row{"an accusation", "accusation.blame", "the Alba army", "The Boro Council", "",
               "the Alba army: alleged_no_denial by The Boro Council"},
           Row{"harm without a number", "killed.verb.active", "the Alba army", "", "all the men",
               "the Alba army: alleged_no_denial by Outlet a"},
           Row{"a noun of harm in passing", "killed.active.active", "the Alba army", "", "", ""},
           Row{"a claim of its own", "accusation.claim", "the Boro Front", "The Boro Front", "",
               "the Boro Front: claimed by The Boro Front"},
           Row{"not known", "accusation.unknown", "", "", "", ": nobody_named by Outlet a"},
       }) {
    Case c = one_figure();
    accuse(c, r.rule, r.party, r.by, r.victims);
    EXPECT_EQ(rows(c), r.want) << r.name;
  }
}

// "Attacks on council forces by the Boro Front" compete with nobody's allegation of the killings that followed.
TEST(Responsibility, AttacksOnOthersAreNoRivalAllegation) {
  Case c = one_figure();
  accuse(c, "accusation.blame", "the Alba army", "The Boro Council");
  accuse(c, "accusation.deed", "Boro Front gunmen", "The Dorvan Council", "council forces");
  EXPECT_EQ(rows(c), "the Alba army: alleged_no_denial by The Boro Council; Boro Front gunmen: alleged_no_denial by The Dorvan Council");
  ReconcileOptions options;
  options.lexicon = &lexicon();
  const Dossier d = dossier(c, options);
  EXPECT_EQ(d.incidents.at(0).responsibility.at(1).against, std::vector<std::string>{"council forces"});
  EXPECT_TRUE(d.incidents.at(0).responsibility.at(0).against.empty());
}

TEST(Responsibility, NamedSourcesGoByTheirId) {
  Case c = one_figure();
  DossierSource s;
  s.id = "boro-council", s.name = "Boro Council", s.kind = "government", s.aliases = {"The Boro Council"};
  c.links.sources.push_back(s);
  accuse(c, "accusation.blame", "the Alba army", "The Boro Council");
  EXPECT_EQ(rows(c), "the Alba army: alleged_no_denial by boro-council");
}

TEST(Responsibility, DenialsConcernWhoeverTheySpeakFor) {
  struct Row {
    const char *name, *alleged, *denier, *want;
  };
  for (const Row& r : {
           Row{"itself", "the Alba army", "Alba army", "alleged_and_denied"},
           Row{"who speaks for the state", "government-affiliated militias", "Interim President Irel Maddo",
               "alleged_and_denied"},
           Row{"a ministry of the same state", "Alba government forces", "Alba Defence Ministry", "alleged_and_denied"},
           Row{"another state", "Alba government forces", "Boro Defence Ministry", "alleged_no_denial"},
           Row{"the other side", "Boro government forces", "Alba Defence Ministry", "alleged_no_denial"},
           Row{"an office of the state without a name", "forces of the Ministry of Defence", "Interim President Irel Maddo",
               "alleged_and_denied"},
           Row{"whoever is no state", "roving gangs", "Interim President Irel Maddo", "alleged_no_denial"},
       }) {
    Case c = one_figure();
    accuse(c, "accusation.blame", r.alleged, "The mayor");
    Denial d;
    d.by = r.denier, d.type = "act", d.span = {300, 310}, d.of = "c1";
    c.analyses[0].findings.denials.push_back(d);
    EXPECT_EQ(rows(c), std::string(r.alleged) + ": " + r.want + " by The mayor") << r.name;
  }
}

// Reports that call the president a party's own tie the party's government to that office.
TEST(Responsibility, ADenialConcernsTheGovernmentOfTheDeniersParty) {
  const auto standing = [](const char* alleged, const char* naming) {
    Case c = one_figure();
    accuse(c, "accusation.blame", alleged, "The mayor");
    Denial d;
    d.by = "Interim President Irel Maddo", d.type = "act", d.span = {300, 310}, d.of = "c1";
    c.analyses[0].findings.denials.push_back(d);
    NamingUse n;
    n.referent = "person:irel-maddo", n.name = "Irel Maddo";
    n.span = {static_cast<std::uint32_t>(c.analyses[0].report.text.size()), 0};
    c.analyses[0].report.text += naming;
    n.span.end = static_cast<std::uint32_t>(c.analyses[0].report.text.size());
    c.analyses[0].findings.naming.push_back(n);
    return rows(c);
  };
  EXPECT_EQ(standing("the DNF government", "DNF leader Irel Maddo"), "the DNF government: alleged_and_denied by The mayor");
  EXPECT_EQ(standing("the DNF", "DNF leader Irel Maddo"), "the DNF: alleged_no_denial by The mayor");
  EXPECT_EQ(standing("the Tolm regime", "DNF leader Irel Maddo"), "the Tolm regime: alleged_no_denial by The mayor");
  EXPECT_EQ(standing("the DNF government", "leader Irel Maddo"), "the DNF government: alleged_no_denial by The mayor");
}

// The plain name tells of no office; the statement does.
TEST(Responsibility, ADenialIsMadeInItsSpeakersOffice) {
  Case c = one_figure();
  accuse(c, "accusation.blame", "government-affiliated militias", "The mayor");
  Denial d;
  d.by = "Irel Maddo", d.type = "act", d.span = {300, 310}, d.of = "c1";
  c.analyses[0].findings.denials.push_back(d);
  EXPECT_EQ(rows(c), "government-affiliated militias: alleged_no_denial by The mayor");
  Statement s;
  s.act = "deny", s.actor = "Interim President Irel Maddo", s.span = {290, 310};
  c.analyses[0].findings.statements.push_back(s);
  EXPECT_EQ(rows(c), "government-affiliated militias: alleged_and_denied by The mayor");
}

// What somebody says of footage answers no allegation but the one whose figure it speaks of.
TEST(Responsibility, DenialsOfWhatWasToldAnswerFiguresOnly) {
  Case c = one_figure();
  accuse(c, "accusation.blame", "the Alba army", "The Boro Council");
  Denial d;
  d.span = {300, 320}, d.by = "the Alba army", d.type = "footage";
  c.analyses[0].findings.denials.push_back(d);
  ReconcileOptions options;
  options.lexicon = &lexicon();
  EXPECT_TRUE(dossier(c, options).incidents.at(0).responsibility.at(0).denials.empty());
  c = incident({{"a", "2031-04-02", "cw", Modifier::kExact, 20, "", VictimStatus::kUnknown, {}, "people", Effect::kKilled, "", "the Alba army"}});
  d.of = "c1";
  c.analyses[0].findings.denials.push_back(d);
  const Dossier with = dossier(c, options);
  ASSERT_EQ(with.incidents.at(0).responsibility.at(0).denials.size(), 1U);
  EXPECT_EQ(with.incidents[0].responsibility[0].standing, "alleged_no_denial");
}

// One group under two of its names is one party, whether or not it speaks.
TEST(Responsibility, NamesOfOneGroupAreOneRow) {
  Case c = one_figure();
  Entity group;
  group.id = "boro-front", group.name = "Boro Front", group.type = "group";
  EntityAlias alias;
  alias.text = "BFN";
  group.aliases = {alias};
  c.links.entities.push_back(group);
  accuse(c, "accusation.blame", "the Boro Front", "The mayor");
  accuse(c, "accusation.blame", "The BFN group", "The Orvan Council");
  EXPECT_EQ(rows(c), "The BFN group: alleged_no_denial by The Orvan Council The mayor");
  ReconcileOptions options;
  options.lexicon = &lexicon();
  const Dossier account = dossier(c, options);
  std::string questions;
  for (const OpenQuestion& q : account.incidents.at(0).questions) questions += q.text;
  EXPECT_NE(questions.find("of The BFN group to what is alleged by The Orvan Council and The mayor."), std::string::npos) << questions;
}

// Names of one party are no rivals, nor is what may fit anybody.
TEST(Responsibility, RivalsNameTwoParties) {
  struct Row {
    const char *a, *b, *want;
  };
  for (const Row& r : {Row{"the Alba army", "the Boro Front", "rival_allegations"},
                       Row{"the BDF", "BDF-led militants", "alleged_no_denial"},
                       Row{"Islamist gunmen", "the Boro Front", "alleged_no_denial"},
                       Row{"BDF forces", "government forces", "rival_allegations"},
                       Row{"the Ministry of Defence", "the BDF government", "alleged_no_denial"}}) {
    Case c = one_figure();
    accuse(c, "accusation.blame", r.a, "The mayor");
    accuse(c, "accusation.blame", r.b, "The Boro Council");
    ReconcileOptions options;
    options.lexicon = &lexicon();
    const Dossier d = dossier(c, options);
    ASSERT_EQ(d.incidents.at(0).responsibility.size(), 2U) << r.a;
    EXPECT_EQ(d.incidents[0].responsibility[0].standing, r.want) << r.a << " / " << r.b;
    const bool printed = std::any_of(d.incidents[0].contradictions.begin(), d.incidents[0].contradictions.end(),
                                     [](const FigureConflict& f) { return f.about == "perpetrator"; });
    EXPECT_EQ(printed, std::string_view(r.want) == "rival_allegations") << r.a;
  }
}

TEST(Responsibility, AnUndatedReportTellsOfNoDay) {
  Case c = one_figure();
  accuse(c, "accusation.blame", "the Alba army", "The mayor");
  EXPECT_TRUE(dossier(c).incidents.at(0).responsibility.at(0).accusers.at(0).date);
  c.analyses[0].findings.dates.published.reset();
  EXPECT_FALSE(dossier(c).incidents.at(0).responsibility.at(0).accusers.at(0).date);
}

// However many deny it, one allegation is contradicted once; whom nobody accuses nothing contradicts.
TEST(Responsibility, OneContradictionForAllDenials) {
  Case c = one_figure();
  accuse(c, "accusation.blame", "the Alba army", "The Boro Council");
  for (const std::uint32_t at : {300U, 400U}) {
    Denial d;
    d.id = "d" + std::to_string(at);
    d.span = {at, at + 20};
    d.by = "the Alba army", d.type = at == 300 ? "act" : "presence";
    c.analyses[0].findings.denials.push_back(d);
  }
  std::vector<std::string> reasons;
  std::size_t sentences = 0;
  ReconcileOptions options;
  options.lexicon = &lexicon();
  const Dossier d = dossier(c, options);
  for (const auto& conflict : d.incidents.at(0).contradictions)
    if (conflict.about == "perpetrator") reasons.push_back(conflict.reason), sentences += conflict.evidence.size();
  EXPECT_EQ(reasons, (std::vector<std::string>{"alleged of the Alba army and denied (act, presence)"}));
  EXPECT_EQ(sentences, 3U);
}

}  // namespace
}  // namespace attest::testing
