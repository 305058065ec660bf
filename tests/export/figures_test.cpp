// Figures for others: csv, json and geojson hold no private name, no place finer than they may, and say what is unreviewed.
#include <gtest/gtest.h>

#include "export/export.h"
#include "export/figure_rows.h"

namespace attest {
namespace {

const Lexicon& lexicon() {
  static const auto know = load_lexicon(SystemFiles(), ATTEST_SOURCE "/lang/en");
  EXPECT_TRUE(know) << (know ? "" : know.error().text());
  return *know;
}

struct Made {
  std::vector<Analysis> analyses;
  Dossier dossier;
};

// "Irel Maddo was killed in Orlen, her neighbour Tomas Belk said."
Made made(const std::string& text, Span victims, Precision precision) {
  Made out;
  Analysis a;
  a.report.id = sha256_id(text);
  a.report.text = text;
  a.report.url = "https://paper.example/orlen";
  a.tokens.sentences.push_back({{0, static_cast<std::uint32_t>(text.size())}, 0, 0, 0});
  Claim c;
  c.id = "c1", c.span = victims, c.sentence = {0, static_cast<std::uint32_t>(text.size())}, c.victims.span = victims;
  Count count;
  count.low = count.high = count.point = 1;
  c.count = count;
  a.findings.claims = {c};
  out.analyses = {a};
  DossierIncident incident;
  incident.id = "i1", incident.title = "Killing, Orlen, 28 April 2031";
  incident.place = Located{"Orlen", "XX", "Tolm", 10.256789, -3.125, precision, "own:1"};
  incident.days = {Date::make(2031, 4, 28), Date::make(2031, 4, 28)};
  incident.members = {{{0, "c1"}, {"date"}, false}};
  Toll toll;
  toll.scope = "all";
  Reading r;
  r.id = "r1", r.count = count, r.claims = {{0, "c1"}}, r.status = "standing", r.origin = "=cmd()";
  toll.readings = {r};
  incident.tolls = {toll};
  out.dossier.incidents = {incident};
  DossierSource source;
  source.id = "=cmd()", source.name = "=cmd()", source.kind = "monitor";
  out.dossier.sources = {source};
  return out;
}

const std::string kText = "Irel Maddo was killed in Orlen, her neighbour Tomas Belk said.";

TEST(Figures, HideNamesByDefault) {
  const auto m = made(kText, {0, 10}, Precision::kSettlement);
  for (const auto& write : {figures_csv, figures_json, figures_geojson}) {
    const auto out = write(m.dossier, m.analyses, lexicon(), {});
    for (const auto* part : {"Irel", "Maddo", "Tomas", "Belk"}) EXPECT_EQ(out.find(part), std::string::npos) << part << " in\n" << out;
    EXPECT_NE(out.find("what these reports say, not how many died"), std::string::npos);
  }
}

TEST(Figures, ShowTheDeadAlone) {
  const auto m = made(kText, {0, 10}, Precision::kSettlement);
  const auto out = figures_csv(m.dossier, m.analyses, lexicon(), {ShownNames::kDead, true});
  EXPECT_NE(out.find("Irel Maddo"), std::string::npos) << out;
  EXPECT_EQ(out.find("Belk"), std::string::npos) << out;
  const auto living = figures_csv(m.dossier, m.analyses, lexicon(), {ShownNames::kLiving, true});
  EXPECT_NE(living.find("Belk"), std::string::npos) << living;
}

TEST(Figures, NeverNameChildrenOrBesideAFaith) {
  const std::string child = "Irel Maddo, a girl, was killed in Orlen.";
  auto m = made(child, {0, 10}, Precision::kSettlement);
  EXPECT_EQ(figures_csv(m.dossier, m.analyses, lexicon(), {ShownNames::kLiving, true}).find("Maddo"), std::string::npos);
  m = made(kText, {0, 10}, Precision::kSettlement);
  m.analyses[0].findings.claims[0].victims.identity = {"Tolmites"};
  EXPECT_EQ(figures_csv(m.dossier, m.analyses, lexicon(), {ShownNames::kDead, true}).find("Maddo"), std::string::npos);
}

TEST(Figures, DrawNoProvinceAsAPoint) {
  for (const auto& [precision, drawn] : {std::pair{Precision::kSettlement, true}, {Precision::kProvince, false}, {Precision::kCountry, false}, {Precision::kUnknown, false}}) {
    const auto m = made(kText, {0, 10}, precision);
    const auto out = figures_geojson(m.dossier, m.analyses, lexicon(), {});
    EXPECT_EQ(out.find("\"Point\"") != std::string::npos, drawn) << out;
    EXPECT_EQ(out.find("10.256789"), std::string::npos);
  }
}

// Every field, not the sentence alone.
TEST(Figures, LookIntoEveryField) {
  auto m = made(kText, {0, 10}, Precision::kSettlement);
  Analysis& a = m.analyses[0];
  a.report.url = "https://paper.example/irel-maddo";
  a.report.title = "Irel Maddo is dead", a.report.byline = "Tomas Belk", a.report.input = "/home/keeper/maddo.txt";
  DossierIncident& incident = m.dossier.incidents[0];
  incident.title = "Killing, house of Irel Maddo, 28 April 2031";
  incident.tolls[0].scope = "part: the family of Tomas Belk";
  incident.tolls[0].readings[0].origin = "tomas-belk", incident.tolls[0].readings[0].note = "said by Tomas Belk";
  m.dossier.sources[0].id = "tomas-belk", m.dossier.sources[0].name = "Tomas Belk", m.dossier.sources[0].kind = "witness";
  for (const auto& write : {figures_csv, figures_json, figures_geojson}) {
    const auto out = write(m.dossier, m.analyses, lexicon(), {});
    for (const auto* part : {"Irel", "irel", "Maddo", "maddo", "Tomas", "tomas", "Belk", "belk", "/home", "keeper", "family"}) EXPECT_EQ(out.find(part), std::string::npos) << part << " in\n" << out;
  }
}

// By province and month; no sentence, address or place of a single case, and no count of a few.
TEST(Figures, GiveSexualViolenceByProvinceAndMonth) {
  const std::string text = "Soldiers raped 2 women in Orlen on Monday, a resident said.";
  auto m = made(text, {16, 23}, Precision::kSettlement);
  Count& count = *m.analyses[0].findings.claims[0].count;
  count.low = count.high = count.point = 2;
  m.dossier.incidents[0].tolls[0].readings[0].count = count;
  m.dossier.incidents[0].tolls[0].effect = Effect::kAffected;
  for (const auto& write : {figures_csv, figures_json, figures_geojson}) {
    const auto out = write(m.dossier, m.analyses, lexicon(), {});
    for (const auto* part : {"Orlen", "raped", "28 April", "2031-04-28", "paper.example", m.analyses[0].report.id.c_str(), "10.25", "\"point\": 2", ",2,"}) EXPECT_EQ(out.find(part), std::string::npos) << part << " in\n" << out;
    for (const auto* part : {"Tolm", "April 2031", "fewer than 5"}) EXPECT_NE(out.find(part), std::string::npos) << part << " in\n" << out;
  }
}

// Places where living people could be found: not finer than the province, and in words of a young report not at all.
TEST(Figures, GivePlacesOfRefugeByProvince) {
  const std::string text = "The shelter in Orlen held 900 families, an aid group said.";
  for (const auto* day : {"2031-05-01", "2031-01-01"}) {
    auto m = made(text, {26, 38}, Precision::kSettlement);
    m.dossier.as_of = Date::parse("2031-05-02");
    Analysis& a = m.analyses[0];
    a.findings.dates.reference = Date::parse(day);
    Mention place;
    place.span = {15, 20}, place.type = MentionType::kPlace, place.located = m.dossier.incidents[0].place;
    a.findings.mentions = {place};
    Count& count = *a.findings.claims[0].count;
    count.low = count.high = count.point = 900;
    m.dossier.incidents[0].tolls[0].readings[0].count = count;
    const bool young = std::string_view(day) == "2031-05-01";
    for (const auto& write : {figures_csv, figures_json, figures_geojson}) {
      const auto out = write(m.dossier, m.analyses, lexicon(), {});
      EXPECT_EQ(out.find("Orlen"), std::string::npos) << out;
      EXPECT_EQ(out.find("10.25"), std::string::npos) << out;
      EXPECT_EQ(out.find("[place withheld]") != std::string::npos, young) << out;
      EXPECT_EQ(out.find("a place in Tolm") != std::string::npos, !young) << out;
      EXPECT_EQ(out.find("Tolm") == std::string::npos, young) << out;
    }
    // The case's own delay is what counts.
    m.dossier.place_delay = young ? 0 : 3650;
    EXPECT_EQ(figures_json(m.dossier, m.analyses, lexicon(), {}).find("Tolm") != std::string::npos, young);
    // Nor does a figure beside others tell the place that its own sentence hides.
    m.dossier.place_delay = 30;
    m.dossier.incidents[0].members.push_back({{0, "c2"}, {}, false});
    m.analyses[0].report.text += " In Besk 12 people were killed.";
    Claim other = m.analyses[0].findings.claims[0];
    const auto at = static_cast<std::uint32_t>(m.analyses[0].report.text.find("12 people"));
    other.id = "c2", other.span = {at, at + 9}, other.sentence = {at - 8, at + 22};
    m.analyses[0].tokens.sentences.push_back({other.sentence, 0, 0, 0});
    m.analyses[0].findings.claims[0].places = {"Orlen"}, m.analyses[0].findings.claims[0].located = {*m.dossier.incidents[0].place};
    other.places = {"Besk"};
    m.analyses[0].findings.claims.push_back(other);
    const View view = build_view(m.dossier, m.analyses, Redactor::shared(m.dossier, m.analyses, lexicon()));
    ASSERT_EQ(view.incidents[0].claims.size(), 2U);
    EXPECT_EQ(view.incidents[0].claims[0].place, young ? "place withheld" : "Tolm");
    EXPECT_EQ(view.incidents[0].claims[1].place, "Besk");
  }
}

// One of somebody's kin is a cell of one, whatever table tells of it.
TEST(Figures, GiveNoCountOfOneOfKin) {
  auto m = made("Her husband was killed in Orlen.", {0, 11}, Precision::kSettlement);
  m.analyses[0].findings.claims[0].victims.text = "Her husband";
  const View view = build_view(m.dossier, m.analyses, Redactor::shared(m.dossier, m.analyses, lexicon()));
  EXPECT_EQ(view.incidents[0].claims[0].figure.text, "fewer than 5");
  EXPECT_EQ(view.incidents[0].tolls[0].readings[0].figure, "fewer than 5");
}

// The civilians among the dead may decide the low end of all of them.
TEST(Figures, NameTheDecidingFigureOfAnotherToll) {
  auto m = made(kText, {0, 10}, Precision::kSettlement);
  DossierIncident& incident = m.dossier.incidents[0];
  incident.tolls[0].readings[0].count.low = incident.tolls[0].readings[0].count.point = 90;
  Toll civilians = incident.tolls[0];
  civilians.scope = "civilian", civilians.readings[0].id = "r2", civilians.readings[0].count.low = civilians.readings[0].count.point = 40;
  incident.tolls.push_back(civilians);
  Estimate e;
  e.policy = "ibc", e.low = 40, e.used = {"r1", "r2"};
  incident.tolls[0].estimates = {e};
  const View view = build_view(m.dossier, m.analyses, Redactor::shared(m.dossier, m.analyses, lexicon()));
  const auto& used = view.incidents[0].tolls[0].estimates[0].used;
  ASSERT_EQ(used.size(), 2U);
  EXPECT_EQ(used[1].text, "40 civilians, =cmd()");
  EXPECT_EQ(used[1].anchor, view.incidents[0].tolls[1].readings[0].anchor);
}

TEST(Figures, CsvHoldsNoFormula) {
  const auto m = made(kText, {0, 10}, Precision::kSettlement);
  const auto out = figures_csv(m.dossier, m.analyses, lexicon(), {});
  EXPECT_EQ(out.find(",=cmd"), std::string::npos) << out;
}

TEST(Figures, LinksCanBeLeftOut) {
  const auto m = made(kText, {0, 10}, Precision::kSettlement);
  EXPECT_NE(figures_csv(m.dossier, m.analyses, lexicon(), {}).find("paper.example"), std::string::npos);
  EXPECT_EQ(figures_csv(m.dossier, m.analyses, lexicon(), {ShownNames::kNone, false}).find("paper.example"), std::string::npos);
}

TEST(Figures, SayWhetherReviewed) {
  auto m = made(kText, {0, 10}, Precision::kSettlement);
  EXPECT_NE(figures_json(m.dossier, m.analyses, lexicon(), {}).find("\"unreviewed\": true"), std::string::npos) << figures_json(m.dossier, m.analyses, lexicon(), {});
  m.dossier.incidents[0].tolls[0].readings[0].reviewed = true;
  EXPECT_NE(figures_json(m.dossier, m.analyses, lexicon(), {}).find("\"unreviewed\": false"), std::string::npos);
}

}  // namespace
}  // namespace attest
