#include <gtest/gtest.h>

#include "export/register_rows.h"
#include "sample_case.h"

namespace attest {
namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// A case with a private witness as the source, and a decision by a person.
SampleCase with_witness() {
  SampleCase c = sample_case();
  c.dossier.incidents[0].questions = {
      {"one_origin", "One origin alone gives a number killed: Osmere Casualty Watch. Is there a second, independent one?", {}}};
  return c;
}

TEST(Register, CsvHasARowAnIncidentAndTheColumnsOfTheFormat) {
  const auto c = with_witness();
  const std::string csv = register_csv(c.dossier, c.analyses, {});
  EXPECT_TRUE(has(csv, "incident,title,first_day,last_day,place,precision,killed_low,killed_best,killed_high,civilians_low"))
      << csv;
  EXPECT_TRUE(has(csv, "i1f00,")) << csv;
  EXPECT_TRUE(has(csv, ",29,29,30,")) << csv;
  EXPECT_TRUE(has(csv, "alleged by Hill Front")) << "an allegation never stands without its claimant: " << csv;
  EXPECT_TRUE(has(csv, "<5,<5,")) << "three children are not told exactly: " << csv;
  EXPECT_TRUE(has(csv, "what these reports say, not how many died")) << csv;
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 2);
}

TEST(Register, TextNamesTheIdThatOneIncidentIsAskedFor) {
  const auto c = with_witness();
  EXPECT_TRUE(has(register_text(c.dossier, c.analyses, {}, {}), c.dossier.incidents[0].id.substr(0, 8)));
}

TEST(Register, FieldsAreQuotedAndNoFormulas) {
  EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_field("say \"no\""), "\"say \"\"no\"\"\"");
  EXPECT_EQ(csv_field("=HYPERLINK(1)"), "'=HYPERLINK(1)");
  EXPECT_EQ(csv_field("@x"), "'@x");
  EXPECT_EQ(csv_field("31"), "31");
}

TEST(Register, GeojsonDrawsNoProvinceAsAPoint) {
  auto c = sample_case();
  EXPECT_TRUE(has(register_geojson(c.dossier, c.analyses, {}), "\"coordinates\": ["))
      << register_geojson(c.dossier, c.analyses, {});
  c.dossier.incidents[0].place->precision = Precision::kProvince;
  const auto json = register_geojson(c.dossier, c.analyses, {});
  EXPECT_TRUE(has(json, "\"geometry\": null")) << json;
  EXPECT_FALSE(has(json, "-43.05"));
}

TEST(Register, SheetsHoldSentencesQuestionsAndRoomForInitials) {
  const auto c = with_witness();
  const auto html = register_sheets(c.dossier, c.analyses, {});
  for (const auto* part : {"class=\"sheet\"", "Checked by (role)", "Open questions", "rose to 29", "unreviewed",
                           "what these reports say, not how many died"})
    EXPECT_TRUE(has(html, part)) << part;
}

TEST(Register, Questions) {
  const auto c = with_witness();
  EXPECT_TRUE(has(questions_csv(c.dossier, c.analyses, {}), "one_origin")) << questions_csv(c.dossier, c.analyses, {});
  EXPECT_TRUE(has(questions_text(c.dossier, c.analyses, {}, {200, false}), "gives a number killed: Osmere Casualty Watch"));
}

TEST(Coverage, SilenceHasNoNumber) {
  const auto c = sample_case();
  const auto csv = coverage_csv(c.dossier, c.analyses, {});
  EXPECT_TRUE(has(csv, "2031-05-08,Tolm,Osmere Casualty Watch,")) << csv;
  EXPECT_FALSE(has(csv, ",0\r\n")) << csv;
  EXPECT_TRUE(has(coverage_text(c.dossier, c.analyses, {}, {}), "silence is not zero"));
}

TEST(Changes, EveryNumberThatMovedIsTold) {
  const auto c = sample_case();
  Dossier before = c.dossier;
  before.as_of = Date::parse("2031-05-10");
  auto& toll = before.incidents[0].tolls[0];
  toll.estimates[0].low = toll.estimates[0].best = 23, toll.estimates[0].high = 26;
  toll.latest = {"r2", "r4"};
  toll.how_many = "differ";
  const auto csv = changes_csv(before, c.dossier, c.analyses, {});
  EXPECT_TRUE(has(csv, "\"23 to 26, best 23\",\"29 to 30, best 29\"")) << csv;
  EXPECT_TRUE(has(csv, "New: Open Ledger: 30")) << csv;
  EXPECT_TRUE(has(csv, ",grade,")) << csv;
  const auto text = changes_text(before, c.dossier, c.analyses, {}, {});
  EXPECT_TRUE(has(text, "UCDP was 23 to 26")) << text;
  EXPECT_TRUE(has(text, "1 new report")) << text;
  EXPECT_TRUE(has(changes_text(c.dossier, c.dossier, c.analyses, {}, {}), "No number and no grade changed."));
  before.incidents.clear();
  EXPECT_TRUE(has(changes_markdown(before, c.dossier, c.analyses, {}), "New: Killed 29 to 30"));
}

TEST(OneIncident, IsFoundByIdAndTitleAndKeepsItsReports) {
  const auto c = sample_case();
  ASSERT_TRUE(one_incident(c.dossier, "i1f0"));
  ASSERT_TRUE(one_incident(c.dossier, "Killings, Tolm, 8 May 2031"));
  EXPECT_FALSE(one_incident(c.dossier, "i1"));
  EXPECT_FALSE(one_incident(c.dossier, "elsewhere"));
  EXPECT_EQ(one_incident(c.dossier, "i1f00")->incidents.size(), 1u);
}

TEST(Findings, StandInEveryForm) {
  auto c = sample_case();
  auto& i = c.dossier.incidents[0];
  i.bounds = {{"killed", "all", 40, std::nullopt, {"r3", "r5"}, "ocw", "29 + 11 = 40"}};
  i.inconsistencies = {{{"r3", "r5"}, "all killed: at least 40 and at most 30"}};
  i.transitions = {{"r8", "", "r3", "wounded_died", "told in words beside the figure", {}}};
  i.questions = {{"missing_field", "No report says who the dead were. How many were civilians?", {}}};
  i.not_mentioned = {{2, "r4", "", Date::parse("2031-05-10")}};
  i.overruled = {{"claim", "26 killed", "rejected", "reviewer-1", "counts houses", Date::parse("2031-06-01")}};
  i.tolls[0].readings[2].change = "correction";
  for (const std::string& text : {dossier_html(c.dossier, c.analyses, {}), dossier_markdown(c.dossier, c.analyses, {}),
                                  dossier_text(c.dossier, c.analyses, {})})
    for (const auto* part : {"arithmetic", "40 or more", "do not fit together", "ounded people who died", "who the dead were",
                             "does not mention the figure of Open Ledger", "reviewer-1", "a correction"})
      EXPECT_TRUE(has(text, part)) << part << "\n" << text.substr(0, 3000);
  const auto json = dossier_json(c.dossier, c.analyses);
  for (const auto* key : {"\"bounds\"", "\"inconsistencies\"", "\"transitions\"", "\"questions\"", "\"not_mentioned\"",
                          "\"overruled\"", "\"relations\"", "\"change\": \"correction\""})
    EXPECT_TRUE(has(json, key)) << key;
}

}  // namespace
}  // namespace attest
