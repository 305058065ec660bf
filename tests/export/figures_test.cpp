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
