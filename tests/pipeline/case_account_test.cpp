// A case says what its inputs say, until a person decides otherwise; one incident alone says the same as in the whole account.
#include "pipeline/case_account.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attest {
namespace {

const Knowledge& knowledge() {
  static const auto know = load_everything(SystemFiles(), [] { KnowledgeOptions options; options.data_folder = ATTEST_BUILD "/share/attest"; return options; }());
  EXPECT_TRUE(know);
  return **know;
}

std::vector<std::pair<RawDocument, Analysis>> samples() {
  std::vector<std::pair<RawDocument, Analysis>> out;
  PipelineOptions options;
  analyze_documents({ATTEST_SOURCE "/samples/reports"}, SystemFiles(), knowledge(), options, [](const RawDocument&) { return false; },
                    [&](DocumentOutcome o) { out.emplace_back(std::move(o.document), std::get<Analysis>(o.outcome.value())); });
  return out;
}

struct Case {
  Recorder recorder{[] { return Date::make(2031, 5, 1)->days() * 86400; }, [](std::size_t n) { return std::string(n, 'r'); }, "tester", "0.1.0"};
  MemoryStore store{new_case_info(recorder)};

  explicit Case(const std::vector<std::pair<RawDocument, Analysis>>& all) {
    auto writer = store.write();
    for (const auto& [document, analysis] : all) EXPECT_TRUE(add_report(**writer, recorder, {document, analysis, made_by(knowledge()), "file"}));
    EXPECT_TRUE((*writer)->commit());
  }
  CaseAccount account() {
    auto out = case_account(**store.read(), knowledge(), {});
    EXPECT_TRUE(out) << (out ? "" : out.error().text());
    return std::move(*out);
  }
};

TEST(CaseAccount, IsThatOfItsInputs) {
  const auto all = samples();
  ASSERT_GE(all.size(), 8u);
  Case c(all);
  std::vector<Analysis> analyses;
  for (const auto& [document, analysis] : all) analyses.push_back(analysis);
  const auto direct = build_account(analyses, {}, knowledge(), {});
  const auto kept = c.account();
  ASSERT_EQ(kept.dossier.incidents.size(), direct.dossier.incidents.size());
  for (std::size_t i = 0; i < kept.dossier.incidents.size(); ++i) {
    EXPECT_EQ(kept.dossier.incidents[i].id, direct.dossier.incidents[i].id);
    EXPECT_EQ(kept.dossier.incidents[i].members.size(), direct.dossier.incidents[i].members.size());
  }
  auto reader = c.store.read();
  for (std::size_t i = 0; i < analyses.size(); ++i) {  // what was kept, before ids of people are keyed
    const auto loaded = load_analysis(**reader, i + 1);
    ASSERT_TRUE(loaded) << loaded.error().text();
    EXPECT_EQ(dump(loaded->findings, loaded->report.text), dump(analyses[i].findings, analyses[i].report.text));
    EXPECT_EQ(analysis_json(*loaded, {}), analysis_json(analyses[i], {}));
  }
}

std::string figures(const DossierIncident& incident) {
  std::string out = incident.title + "\n";
  for (const Toll& toll : incident.tolls) {
    out += std::string(name(toll.effect)) + " " + toll.scope + " " + toll.happened + " " + toll.how_many + " " + std::to_string(toll.origins_min) + "-" + std::to_string(toll.origins_max);
    for (const Estimate& e : toll.estimates) out += " " + e.policy + "=" + (e.best ? std::to_string(*e.best) : "?");
    for (const Reading& r : toll.readings) out += " " + r.origin + ":" + (r.count.low ? std::to_string(*r.count.low) : "?") + ":" + r.status;
    out += "\n";
  }
  return out;
}

TEST(CaseAccount, OneIncidentIsThatOfTheWhole) {
  Case c(samples());
  const auto whole = c.account();
  const auto stale = incident_account(**c.store.read(), whole.dossier.incidents[0].id, knowledge(), {});
  ASSERT_FALSE(stale);
  EXPECT_EQ(stale.error().code, "stale");
  ASSERT_TRUE(link_case(c.store, knowledge()));
  ReconcileOptions options;
  options.as_of = whole.dossier.as_of;  // the latest day of all reports, not of the incident's
  for (const auto& incident : whole.dossier.incidents) {
    const auto alone = incident_account(**c.store.read(), incident.id, knowledge(), options);
    ASSERT_TRUE(alone) << alone.error().text();
    ASSERT_EQ(alone->dossier.incidents.size(), 1u);
    EXPECT_EQ(figures(alone->dossier.incidents[0]), figures(incident));
    EXPECT_EQ(incident_account(**c.store.read(), incident.id, knowledge(), {})->dossier.as_of, whole.dossier.as_of);
    for (const Dependency& d : alone->dossier.dependencies)
      EXPECT_FALSE(d.to.starts_with("sha256:") && std::none_of(alone->analyses.begin(), alone->analyses.end(), [&](const Analysis& a) { return a.report.id == d.to; })) << d.to;
  }
  EXPECT_FALSE(incident_account(**c.store.read(), "i000", knowledge(), {}));
}

TEST(CaseAccount, NewerRulesKeepDecisions) {
  Case c(samples());
  auto reader = c.store.read();
  const auto analysis = *load_analysis(**reader, 1);
  ASSERT_FALSE(analysis.findings.claims.empty());
  {
    auto writer = c.store.write();
    ASSERT_TRUE(decide(**writer, c.recorder, claim_decision("correct", analysis, analysis.findings.claims[0], {{"low", "77"}, {"high", "77"}, {"point", "77"}}, "checked")));
    ASSERT_TRUE((*writer)->commit());
  }
  // An analysis by other rules that found nothing at all.
  {
    auto writer = c.store.write();
    auto empty = analysis;
    empty.findings.claims.clear();
    ASSERT_TRUE(*add_reanalysis(**writer, c.recorder, **(*writer)->report(std::uint64_t{1}), empty, {"0.0.1", "older", "", ""}));
    ASSERT_TRUE((*writer)->commit());
  }
  auto account = c.account();
  const auto found = std::find_if(account.analyses.begin(), account.analyses.end(), [&](const Analysis& a) { return a.report.id == analysis.report.id; });
  ASSERT_EQ(found->findings.claims.size(), 1u);
  EXPECT_EQ(found->findings.claims[0].count->point, 77);
  ASSERT_EQ(account.decisions.size(), 1u);
  EXPECT_NE(account.decisions[0].look, "");
  // And again by ours.
  PipelineOptions options;
  const auto written = reanalyze_case(c.store, c.recorder, knowledge(), options, [](std::size_t) {});
  ASSERT_TRUE(written);
  EXPECT_EQ(*written, 1u);
  account = c.account();
  EXPECT_EQ(account.decisions[0].look, "");
  EXPECT_TRUE(verify_case(**c.store.read()).whole());
}

TEST(CaseAccount, IdsOfPeopleAreKeyed) {
  Links links;
  DossierSource person, body;
  person.id = "irel-maddo", person.kind = "witness", person.name = "Irel Maddo";
  body.id = "coast-monitor", body.kind = "monitor";
  links.sources = {body, person};
  links.origins[{0, "c1"}] = {"irel-maddo", false};
  auto other = links;
  const auto none = [](const std::string&) { return false; };
  key_person_ids(links, "secret one", none);
  key_person_ids(other, "secret two", none);
  const auto& id = links.origins.at({0, "c1"}).source;
  EXPECT_EQ(id.find("irel"), std::string::npos);
  EXPECT_NE(id, other.origins.at({0, "c1"}).source);
  EXPECT_EQ(id, person_id("secret one", "irel-maddo"));
  EXPECT_TRUE(std::any_of(links.sources.begin(), links.sources.end(), [](const auto& s) { return s.id == "coast-monitor"; }));
}

}  // namespace
}  // namespace attest
