// People's decisions take effect, win, and survive a new analysis; or they are listed for a second look.
#include "fixtures.h"

namespace attest {
namespace {

struct Case {
  TestRecorder who;
  MemoryStore store{new_case_info(who.recorder)};

  std::uint64_t decide_on(Decision d) {
    auto writer = store.write();
    const auto entry = decide(**writer, who.recorder, std::move(d));
    EXPECT_TRUE(entry) << (entry ? "" : entry.error().text());
    EXPECT_TRUE((*writer)->commit());
    return entry ? entry->seq : 0;
  }
  void undo_entry(std::uint64_t seq) {
    auto writer = store.write();
    EXPECT_TRUE(undo(**writer, who.recorder, seq, "mistaken"));
    EXPECT_TRUE((*writer)->commit());
  }
  std::vector<ActiveDecision> active() { return *active_decisions(**store.read()); }
};

TEST(Decisions, BadOnesAreRefused) {
  Case c;
  const auto a = analysis_of(report_text(22), "a.txt", 22);
  const Claim& claim = a.findings.claims[0];
  const Decision rows[] = {
      claim_decision("correct", a, claim, {}, ""),
      claim_decision("correct", a, claim, {{"low", "many"}}, ""),
      claim_decision("correct", a, claim, {{"low", "25"}}, ""),  // above the point
      claim_decision("correct", a, claim, {{"start", "2031-05-02"}, {"end", "2031-05-01"}}, ""),
      claim_decision("correct", a, claim, {{"colour", "red"}}, ""),
      claim_decision("correct", a, claim, {{"effect", "vexed"}}, ""),
      claim_decision("correct", a, claim, {{"start", "2031-02-30"}}, ""),
      claim_decision("correct", a, claim, {{"latitude", "91"}}, ""),
      claim_decision("praise", a, claim, {}, ""),
      Decision{},
  };
  for (const auto& d : rows) {
    auto writer = c.store.write();
    EXPECT_FALSE(decide(**writer, c.who.recorder, d)) << decision_json(d);
  }
}

TEST(Decisions, DelayOfPlacesHoldsUntilTakenBack) {
  Case c;
  const auto delay = [](const char* days) {
    Decision d;
    d.kind = "delay", d.slots = {{"days", days}};
    return d;
  };
  for (const auto* bad : {"", "-1", "ten", "3651", "99999", "1.5"}) {
    auto writer = c.store.write();
    EXPECT_FALSE(decide(**writer, c.who.recorder, delay(bad))) << bad;
  }
  const auto days = [&] {
    std::vector<Analysis> none;
    auto review = apply_to_analyses(c.active(), {}, none);
    Dossier dossier;
    apply_to_dossier(review, none, dossier);
    return dossier.place_delay;
  };
  EXPECT_EQ(days(), 30);
  c.decide_on(delay("90"));
  const auto last = c.decide_on(delay("0"));
  EXPECT_EQ(days(), 0);
  c.undo_entry(last);
  EXPECT_EQ(days(), 90);
}

TEST(Decisions, EverySlotCanBeSetAndRead) {
  const auto a = analysis_of(report_text(22), "a.txt", 22);
  const std::pair<const char*, const char*> rows[] = {
      {"effect", "wounded"}, {"low", "20"}, {"high", "30"}, {"point", ""}, {"modifier", "range"}, {"victims", "miners"}, {"status", "civilian"}, {"groups", "men,women"},
      {"condition", "detained"}, {"place", "Mirral"}, {"start", "2031-04-01"}, {"end", "2031-04-02"}, {"as_of", "2031-04-03"}, {"unit", "bodies"}, {"measure", "flow"},
      {"perpetrator", "the Third Brigade"}, {"means", "shelling"}, {"source", "Orlen hospital"}, {"certainty", "denied"}, {"background", "true"}, {"part_of", "c9"},
      {"country", "YY"}, {"admin1", "Besk"}, {"latitude", "1.5"}, {"longitude", "-2.25"}, {"precision", "district"},
  };
  EXPECT_EQ(std::size(rows), slot_names().size());
  for (const auto& [slot, value] : rows) {
    Claim claim = a.findings.claims[0];
    EXPECT_TRUE(set_slot(claim, slot, value)) << slot;
    EXPECT_EQ(slot_value(claim, slot), value) << slot;
  }
}

TEST(Decisions, CorrectedValueWins) {
  Case c;
  auto a = analysis_of(report_text(22), "a.txt", 22);
  const auto seq = c.decide_on(claim_decision("correct", a, a.findings.claims[0], {{"low", "25"}, {"high", "25"}, {"point", "25"}}, "the page was amended"));
  std::vector<Analysis> analyses{a};
  const auto review = apply_to_analyses(c.active(), {}, analyses);
  EXPECT_EQ(analyses[0].findings.claims[0].count->point, 25);
  EXPECT_TRUE(review.claims.contains({0, "c1"}));
  EXPECT_EQ(review.decisions[0].look, "");
  c.undo_entry(seq);
  analyses = {a};
  apply_to_analyses(c.active(), {}, analyses);
  EXPECT_EQ(analyses[0].findings.claims[0].count->point, 22);
}

TEST(Decisions, UndoCanBeUndone) {
  Case c;
  const auto a = analysis_of(report_text(22), "a.txt", 22);
  const auto seq = c.decide_on(claim_decision("reject", a, a.findings.claims[0], {}, "no such event"));
  c.undo_entry(seq);
  EXPECT_EQ(c.active().size(), 0u);
  c.undo_entry(seq + 1);
  EXPECT_EQ(c.active().size(), 1u);
  auto writer = c.store.write();
  EXPECT_FALSE(undo(**writer, c.who.recorder, 99, ""));
  const auto again = undo(**writer, c.who.recorder, seq + 1, "");  // by seq + 2
  ASSERT_FALSE(again);
  EXPECT_NE(again.error().message.find("by entry " + std::to_string(seq + 2)), std::string::npos) << again.error().message;
  EXPECT_TRUE(undo(**writer, c.who.recorder, seq, "after all"));
}

TEST(Decisions, RejectedClaimGoes) {
  Case c;
  auto a = analysis_of(report_text(22), "a.txt", 22);
  a.findings.totals.push_back({Effect::kKilled, 22, 22, 22, {"c1"}, "main"});
  a.findings.totals.push_back({Effect::kWounded, 1, std::nullopt, std::nullopt, {}, "main"});
  c.decide_on(claim_decision("reject", a, a.findings.claims[0], {}, ""));
  std::vector<Analysis> analyses{a};
  apply_to_analyses(c.active(), {}, analyses);
  EXPECT_TRUE(analyses[0].findings.claims.empty());
  ASSERT_EQ(analyses[0].findings.totals.size(), 1u);
  EXPECT_EQ(analyses[0].findings.totals[0].effect, Effect::kWounded);
}

TEST(Decisions, RejectedSlotBecomesUnknown) {
  Case c;
  const auto a = analysis_of(report_text(22), "a.txt", 22);
  c.decide_on(claim_decision("reject", a, a.findings.claims[0], {{"place", ""}}, ""));
  std::vector<Analysis> analyses{a};
  apply_to_analyses(c.active(), {}, analyses);
  ASSERT_EQ(analyses[0].findings.claims.size(), 1u);
  EXPECT_TRUE(analyses[0].findings.claims[0].places.empty());
  EXPECT_TRUE(analyses[0].findings.claims[0].located.empty());
}

// What newer rules read of the same words.
struct AgainRow {
  const char* name;
  std::function<void(Claim&)> change;
  bool found;
  std::int64_t point;
  const char* look;  // a part of it, "" none
};

TEST(Decisions, AcceptedClaimSurvivesANewAnalysis) {
  const AgainRow rows[] = {
      {"the same", [](Claim&) {}, true, 22, ""},
      {"another number", [](Claim& c) { c.count->low = c.count->high = c.count->point = 2; }, true, 22, "otherwise"},
      {"a wider span", [](Claim& c) { c.span.end += 9; }, true, 22, ""},
      {"another id", [](Claim& c) { c.id = "c4"; }, true, 22, ""},
      {"another harm", [](Claim& c) { c.effect = Effect::kWounded; }, false, 22, "no longer find"},
  };
  const auto a = analysis_of(report_text(22), "a.txt", 22);
  for (const auto& row : rows) {
    Case c;
    c.decide_on(claim_decision("accept", a, a.findings.claims[0], {}, ""));
    auto again = a;
    row.change(again.findings.claims[0]);
    std::vector<Analysis> analyses{again};
    const auto review = apply_to_analyses(c.active(), {}, analyses);
    EXPECT_EQ(analyses[0].findings.claims.size(), row.found ? 1u : 2u) << row.name;
    const Claim* kept = claim_at(analyses[0], make_anchor(a.report, a.findings.claims[0].span), Effect::kKilled);
    ASSERT_TRUE(kept) << row.name;
    EXPECT_EQ(kept->count->point, row.point) << row.name;
    if (std::string_view(row.look).empty()) EXPECT_EQ(review.decisions[0].look, "") << row.name;
    else EXPECT_NE(review.decisions[0].look.find(row.look), std::string::npos) << row.name << ": " << review.decisions[0].look;
  }
}

TEST(Decisions, RestoredWhereRulesFindNothing) {
  Case c;
  const auto a = analysis_of(report_text(22), "a.txt", 22);
  c.decide_on(claim_decision("accept", a, a.findings.claims[0], {}, ""));
  auto again = a;
  again.findings.claims.clear();
  std::vector<Analysis> analyses{again};
  const auto review = apply_to_analyses(c.active(), {}, analyses);
  ASSERT_EQ(analyses[0].findings.claims.size(), 1u);
  EXPECT_EQ(analyses[0].findings.claims[0].rule, "decision");
  EXPECT_NE(review.decisions[0].look, "");
}

TEST(Decisions, FollowAChangedPage) {
  const auto a = analysis_of(report_text(22), "a.txt", 22);
  const std::string moved = "Updated. " + report_text(22, " More to come."), gone = report_text(31);
  for (const auto& [text, carried] : {std::pair{moved, true}, {gone, false}}) {
    Case c;
    c.decide_on(claim_decision("correct", a, a.findings.claims[0], {{"place", "Mirral"}}, ""));
    std::vector<Analysis> analyses{analysis_of(text, "a.txt", carried ? 22 : 31)};
    const auto review = apply_to_analyses(c.active(), {{a.report.id, analyses[0].report.id}}, analyses);
    EXPECT_EQ(review.decisions[0].applies, carried) << text;
    EXPECT_NE(review.decisions[0].look, "") << text;
    EXPECT_EQ(analyses[0].findings.claims[0].places.front(), carried ? "Mirral" : "Orlen") << text;
  }
}

TEST(Decisions, ReportsAreSetAside) {
  Case c;
  std::vector<Analysis> analyses{analysis_of(report_text(22), "a.txt", 22), analysis_of(report_text(7), "b.txt", 7)};
  Decision d;
  d.kind = "set_aside", d.report = analyses[0].report.id, d.why = "a forgery";
  c.decide_on(d);
  apply_to_analyses(c.active(), {}, analyses);
  ASSERT_EQ(analyses.size(), 1u);
  EXPECT_EQ(analyses[0].report.input, "b.txt");
}

Links two_incidents(const std::vector<Analysis>& analyses) {
  Links links;
  for (std::uint32_t i = 0; i < analyses.size(); ++i) {
    links.same_as.push_back(i);
    LinkedIncident incident;
    incident.id = "i" + std::to_string(i);
    incident.days = analyses[i].findings.claims[0].time.days;
    incident.place = analyses[i].findings.claims[0].located[0];
    incident.places = {*incident.place};
    incident.members = {{{i, "c1"}, {"date"}, false}};
    links.incidents.push_back(incident);
    links.origins[{i, "c1"}] = {"s" + std::to_string(i), false};
    DossierSource source;
    source.id = "s" + std::to_string(i), source.name = i == 0 ? "the Coast Monitor" : "the Orlen Monitor", source.figures = 1, source.reports = 1;
    links.sources.push_back(source);
  }
  return links;
}

TEST(Decisions, IncidentsMergeAndSplit) {
  Case c;
  std::vector<Analysis> analyses{analysis_of(report_text(22), "a.txt", 22), analysis_of(report_text(7), "b.txt", 7)};
  Decision merge;
  merge.kind = "merge_incidents";
  merge.at = make_anchor(analyses[0].report, analyses[0].findings.claims[0].span);
  merge.with = {make_anchor(analyses[1].report, analyses[1].findings.claims[0].span)};
  c.decide_on(merge);
  auto links = two_incidents(analyses);
  links.incidents.push_back(links.incidents[0]);
  links.incidents[2].id = "i9", links.incidents[2].members.clear(), links.incidents[2].parents = {0, 1};
  auto review = apply_to_analyses(c.active(), {}, analyses);
  apply_to_links(review, analyses, links);
  ASSERT_EQ(links.incidents.size(), 2u);
  EXPECT_EQ(links.incidents[0].members.size(), 2u);
  EXPECT_EQ(links.incidents[1].parents, (std::vector<std::uint32_t>{0}));
  Decision split;
  split.kind = "split_incident";
  split.with = merge.with;
  c.decide_on(split);
  links = two_incidents(analyses);
  review = apply_to_analyses(c.active(), {}, analyses);
  apply_to_links(review, analyses, links);
  ASSERT_EQ(links.incidents.size(), 2u);
  EXPECT_EQ(links.incidents[0].members.size(), 1u);
  EXPECT_EQ(links.incidents[1].members.size(), 1u);
  EXPECT_NE(links.incidents[0].id, links.incidents[1].id);
}

TEST(Decisions, SourcesMergeAndSplit) {
  Case c;
  std::vector<Analysis> analyses{analysis_of(report_text(22), "a.txt", 22), analysis_of(report_text(7), "b.txt", 7)};
  Decision merge;
  merge.kind = "merge_entities", merge.subject = "s1", merge.into = "s0";
  const auto seq = c.decide_on(merge);
  auto links = two_incidents(analyses);
  auto review = apply_to_analyses(c.active(), {}, analyses);
  apply_to_links(review, analyses, links);
  ASSERT_EQ(links.sources.size(), 1u);
  EXPECT_EQ(links.sources[0].figures, 2);
  EXPECT_EQ(links.origins.at({1, "c1"}).source, "s0");
  c.undo_entry(seq);
  Decision split;
  split.kind = "split_entity", split.subject = "s1", split.slots = {{"alias", "the Coast Monitor"}};
  c.decide_on(split);
  links = two_incidents(analyses);
  review = apply_to_analyses(c.active(), {}, analyses);
  apply_to_links(review, analyses, links);
  EXPECT_EQ(links.sources.size(), 3u);
  EXPECT_NE(links.origins.at({1, "c1"}).source, "s1");
}

TEST(Decisions, GradesAreOverruledAndFiguresKnowWhoReviewed) {
  Case c;
  std::vector<Analysis> analyses{analysis_of(report_text(22), "a.txt", 22)};
  Decision grade;
  grade.kind = "grade", grade.at = make_anchor(analyses[0].report, analyses[0].findings.claims[0].span), grade.slots = {{"happened", "denied"}};
  c.decide_on(grade);
  c.decide_on(claim_decision("accept", analyses[0], analyses[0].findings.claims[0], {}, ""));
  Dossier dossier;
  DossierIncident incident;
  incident.members = {{{0, "c1"}, {}, false}};
  Toll toll;
  toll.scope = "all", toll.happened = "one_origin";
  Reading reading;
  reading.id = "r1", reading.claims = {{0, "c1"}};
  toll.readings = {reading};
  incident.tolls = {toll};
  dossier.incidents = {incident};
  auto review = apply_to_analyses(c.active(), {}, analyses);
  apply_to_dossier(review, analyses, dossier);
  EXPECT_EQ(dossier.incidents[0].tolls[0].happened, "denied");
  EXPECT_TRUE(dossier.incidents[0].tolls[0].readings[0].reviewed);
}

TEST(Decisions, NothingOfThemStandsInTheLog) {
  Case c;
  const auto a = analysis_of(report_text(22), "a.txt", 22);
  c.decide_on(claim_decision("correct", a, a.findings.claims[0], {{"source", "Irel Maddo"}}, "Irel Maddo told me"));
  std::string log;
  auto reader = c.store.read();
  ASSERT_TRUE((*reader)->log(1, "", [&](const LogEntry& e) { log += e.at + e.by + e.act + e.version + e.subject + e.body + e.previous + e.hash; return true; }));
  EXPECT_EQ(log.find("Irel"), std::string::npos);
  EXPECT_EQ(log.find("people"), std::string::npos);
}

TEST(Anchors, FindTheirWordsInAChangedText) {
  struct Row { const char *name, *text; std::optional<std::uint32_t> at; };
  const std::string before = "In Orlen 22 were hurt. In Tolm 22 were killed, police said.";
  Report report;
  report.text = before;
  const Anchor anchor = make_anchor(report, {31, 33});
  ASSERT_EQ(anchor.quote, "22");
  const Row rows[] = {
      {"unchanged", before.c_str(), 31},
      {"moved", "Updated at noon. In Orlen 22 were hurt. In Tolm 22 were killed, police said.", 48},
      {"first one gone", "In Tolm 22 were killed, police said.", 8},
      {"gone", "In Orlen nobody was hurt.", std::nullopt},
      {"elsewhere only", "A bus of line 22 was late.", std::nullopt},
  };
  for (const auto& row : rows) {
    const auto found = find_anchor(anchor, row.text);
    EXPECT_EQ(found ? std::optional(found->begin) : std::nullopt, row.at) << row.name;
  }
}

}  // namespace
}  // namespace attest
