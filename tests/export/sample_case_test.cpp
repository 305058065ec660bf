#include "sample_case.h"

#include <cstdlib>
#include <fstream>

namespace attest {

SampleCase sample_case() {
  SampleCase out;
  auto& a = out.analyses;
  a.push_back(sample_report("/home/keeper/inbox/norr-post.txt", "Norr Post", "2031-05-08",
                            "At least 14 people were killed and 37 wounded on Thursday when shells hit a market in Tolm, the Osmere Casualty Watch said.\n\n"
                            "The Hill Front accused the army of firing the shells. The army did not immediately comment."));
  a.push_back(sample_report("b.txt", "Coast Herald", "2031-05-10",
                            "The Osmere Casualty Watch said on Saturday that 23 people were killed in Tolm, including three children.\n\n"
                            "The Open Ledger said that 26 people died. The Ministry of Defence said that its artillery does not fire on markets."));
  a.push_back(sample_report("c.txt", "Osmere Radio", "2031-05-12",
                            "The toll in Tolm rose to 29, the Osmere Casualty Watch said. The Open Ledger put it at 30.\n\n"
                            "Dozens of people were killed when shells fell on the market, residents said."));
  a.push_back(sample_report("d.txt", "", "", "More than 20 people were killed in Tolm last week.\n\nNothing more is known."));
  add_claim(a[0], "At least 14 people were killed", "At least 14", at_least(14));
  add_claim(a[0], "37 wounded", "37", exactly(37), Effect::kWounded);
  add_claim(a[1], "23 people were killed in Tolm", "23", exactly(23));
  add_claim(a[1], "three children", "three", exactly(3)).victims.groups = {"children"};
  add_claim(a[1], "26 people died", "26", exactly(26));
  add_claim(a[2], "rose to 29", "29", exactly(29));
  add_claim(a[2], "at 30", "30", exactly(30));
  add_claim(a[2], "Dozens of people were killed", "Dozens", {{}, 24, std::nullopt, std::nullopt, Modifier::kVague});
  add_claim(a[3], "More than 20 people were killed in Tolm", "More than 20", {{}, 20, std::nullopt, 20, Modifier::kMoreThan});
  for (auto& analysis : a)
    for (auto& c : analysis.findings.claims) {
      c.places = {"Tolm"};
      c.victims.text = "people";
    }
  Source watch;
  watch.text = "the Osmere Casualty Watch", watch.kind = "monitor", watch.entity = "ocw", watch.span = span_of(a[0].report.text, watch.text);
  a[0].findings.claims[0].attribution = {watch};
  a[0].findings.claims[0].time.days = {Date::parse("2031-05-08"), Date::parse("2031-05-08")};

  auto& d = out.dossier;
  d.as_of = Date::parse("2031-05-12");
  d.policy = "ucdp";
  d.made_by = {"0.1.0", "0123abcd", "", "7788"};
  d.sources = {{"army", "Ministry of Defence", "government", DossierSource::Party{"Government of Osmere", "", "", "list"}, {}, 0, 1},
               {"ocw", "Osmere Casualty Watch", "monitor", std::nullopt, {"the monitor"}, 4, 3},
               {"olg", "Open Ledger", "monitor", std::nullopt, {}, 2, 2},
               {"residents", "residents", "witness", std::nullopt, {}, 1, 1},
               {"hf", "Hill Front", "armed_group", std::nullopt, {}, 0, 1}};
  DossierIncident i;
  i.id = "i1f00", i.title = "Killings, Tolm, 8 May 2031", i.kind = "shelling";
  i.place = Located{"Tolm", "XV", "Osmere", -43.05, -24.2, Precision::kSettlement, "user:1"};
  i.days = {Date::parse("2031-05-08"), Date::parse("2031-05-08")};
  i.reports = {0, 1, 2, 3};
  for (std::uint32_t r = 0; r < a.size(); ++r)
    for (const auto& c : a[r].findings.claims) i.members.push_back({{r, c.id}, {"place", "date"}});
  Toll killed;
  killed.effect = Effect::kKilled, killed.scope = "all";
  killed.readings = {sample_reading("r1", "ocw", at_least(14), "2031-05-08", {{0, "c1"}}, "superseded"),
                     sample_reading("r2", "ocw", exactly(23), "2031-05-10", {{1, "c1"}}, "superseded"),
                     sample_reading("r3", "ocw", exactly(29), "2031-05-12", {{2, "c1"}}, "standing"),
                     sample_reading("r4", "olg", exactly(26), "2031-05-10", {{1, "c3"}}, "superseded"),
                     sample_reading("r5", "olg", exactly(30), "2031-05-12", {{2, "c2"}}, "standing"),
                     sample_reading("r6", "residents", {{}, 24, std::nullopt, std::nullopt, Modifier::kVague}, "2031-05-08", {{2, "c3"}}, "standing"),
                     sample_reading("r7", "", {{}, 20, std::nullopt, 20, Modifier::kMoreThan}, "2031-05-09", {{3, "c1"}}, "unsourced")};
  killed.readings[1].supersedes = "r1", killed.readings[2].supersedes = "r2", killed.readings[4].supersedes = "r4";
  killed.readings[0].relayed_by = {0}, killed.readings[2].relayed_by = {2};
  killed.latest = {"r3", "r5", "r6"};
  killed.reports_count = 4, killed.origins_count = 3, killed.origins_min = 2, killed.origins_max = 3;
  const auto estimate = [](std::string policy, std::optional<std::int64_t> low, std::optional<std::int64_t> best, std::optional<std::int64_t> high) {
    Estimate e;
    e.policy = std::move(policy), e.low = low, e.best = best, e.high = high;
    return e;
  };
  killed.estimates = {estimate("ucdp", 29, 29, 30), estimate("acled", 29, 29, 29), estimate("ibc", std::nullopt, std::nullopt, std::nullopt), estimate("two_origins", 29, 29, std::nullopt)};
  killed.estimates[0].used = {"r3", "r5"};
  killed.estimates[0].set_aside = {{"r1", "replaced by a later figure of the same origin"}, {"r6", "a vague figure decides only the high end"}, {"r7", "no source is given"}};
  killed.estimates[0].unknown = 29;
  killed.happened = "two_or_more", killed.how_many = "agree";
  Toll wounded = killed;
  wounded.effect = Effect::kWounded;
  wounded.readings = {sample_reading("r8", "ocw", exactly(37), "2031-05-08", {{0, "c2"}}, "standing")};
  wounded.latest = {"r8"}, wounded.reports_count = 1, wounded.origins_count = wounded.origins_min = wounded.origins_max = 1;
  wounded.estimates = {estimate("ucdp", 37, 37, 37), estimate("ibc", std::nullopt, std::nullopt, std::nullopt)};
  wounded.happened = wounded.how_many = "one_origin";
  Toll children = wounded;
  children.effect = Effect::kKilled, children.scope = "children";
  children.readings = {sample_reading("r9", "ocw", exactly(3), "2031-05-10", {{1, "c2"}}, "standing")};
  children.latest = {"r9"}, children.estimates = {estimate("ucdp", 3, 3, 3)};
  i.tolls = {killed, wounded, children};
  Responsibility r;
  r.alleged = "the army", r.standing = "alleged_and_denied", r.covers = {"r1"};
  r.accusers = {{"hf", Date::parse("2031-05-08"), {{0, span_of(a[0].report.text, "The Hill Front accused the army")}}}};
  r.denials = {{"army", "act", {{1, span_of(a[1].report.text, "its artillery does not fire on markets")}}}};
  i.responsibility = {r};
  i.contradictions = {{"killed", {"r3", "r5"}, "same scope and day, different numbers"}};
  d.incidents = {i};
  d.dependencies = {{2, "ocw", "named", {{2, span_of(a[2].report.text, "the Osmere Casualty Watch said")}}}};
  d.skipped = {{"/home/keeper/inbox/broken.gz", {"bad_archive", "cut short", "byte 12"}}};
  return out;
}

namespace {

// Writes the pages of the sample case to look at: ATTEST_SHOW=/tmp test_export --gtest_filter='*Show*'.
TEST(SampleCase, ShowsItself) {
  const char* folder = std::getenv("ATTEST_SHOW");
  if (!folder) GTEST_SKIP() << "set ATTEST_SHOW to a folder";
  const auto c = sample_case();
  const std::string base = std::string(folder) + "/sample";
  std::ofstream(base + ".html") << dossier_html(c.dossier, c.analyses, {});
  std::ofstream(base + ".md") << dossier_markdown(c.dossier, c.analyses, {});
  std::ofstream(base + ".txt") << dossier_text(c.dossier, c.analyses, {});
  std::ofstream(base + ".json") << dossier_json(c.dossier, c.analyses);
}

TEST(DossierJson, HasEveryKeyAndCodePoints) {
  auto c = sample_case();
  c.dossier.incidents[0].responsibility[0].accusers[0].evidence[0].span = {0, 2};
  const auto json = dossier_json(c.dossier, c.analyses);
  for (const auto* words : {"\"contract\": 1", "\"restricted\": true", "\"as_of\": \"2031-05-12\"", "\"model\": null", "\"parent\": null", "\"party\": null",
                            "\"says\": \"what these reports say, not how many died\"", "\"origins\": {", "\"by_side\": {", "\"statements\": []", "\"naming\": []",
                            "\"standing\": \"alleged_and_denied\"", "\"origin\": null", "\"two_origins\": {", "\"code\": \"bad_archive\""})
    EXPECT_NE(json.find(words), std::string::npos) << words;
  EXPECT_EQ(json, dossier_json(c.dossier, c.analyses));
  EXPECT_EQ(json.back(), '\n');
}

TEST(DossierJson, WritesSpansAsCodePoints) {
  SampleCase c;
  c.analyses.push_back(sample_report("a", "x", "", "é é said"));
  c.dossier.dependencies = {{0, "s", "named", {{0, {6, 10}}}}};
  EXPECT_NE(dossier_json(c.dossier, c.analyses).find("\"begin\": 4,\n     \"end\": 8"), std::string::npos) << dossier_json(c.dossier, c.analyses);
}

}  // namespace
}  // namespace attest
