#include "fixtures.h"

namespace attest {
namespace {

struct Two {
  TestRecorder who;
  MemoryStore ours{new_case_info(who.recorder)}, theirs{new_case_info(who.recorder)};

  Merged merge() {
    auto writer = ours.write();
    auto reader = theirs.read();
    auto out = merge_case(**writer, who.recorder, **reader);
    EXPECT_TRUE(out) << (out ? "" : out.error().text());
    EXPECT_TRUE((*writer)->commit());
    return *out;
  }
  void decide_in(Store& store, Decision d) {
    auto writer = store.write();
    EXPECT_TRUE(decide(**writer, who.recorder, std::move(d)));
    EXPECT_TRUE((*writer)->commit());
  }
};

TEST(Merge, TakesWhatIsNew) {
  Two t;
  add(t.ours, t.who.recorder, new_report(report_text(22), "a.txt", 22));
  add(t.theirs, t.who.recorder, new_report(report_text(22), "a.txt", 22));
  add(t.theirs, t.who.recorder, new_report(report_text(25), "a.txt", 25));
  add(t.theirs, t.who.recorder, new_report(report_text(7), "b.txt", 7));
  t.who.seconds += 3600;
  const auto merged = t.merge();
  EXPECT_EQ(std::tuple(merged.added, merged.versions, merged.same), (std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>(1, 1, 1)));
  EXPECT_EQ(problems(verified(t.ours)), "");
  auto reader = t.ours.read();
  const auto row = **(*reader)->report(std::uint64_t{3});
  EXPECT_EQ(read_capture(**(*reader)->body(row.seq), "")->at, "2031-05-01T00:00:00Z");  // as it was captured there
  EXPECT_EQ(t.merge().same, 3u);  // again: nothing new
}

TEST(Merge, DecisionsKeepWhoAndWhen) {
  Two t;
  const auto report = new_report(report_text(22), "a.txt", 22);
  add(t.ours, t.who.recorder, report);
  add(t.theirs, t.who.recorder, report);
  const auto& claim = report.analysis.findings.claims[0];
  t.decide_in(t.theirs, claim_decision("correct", report.analysis, claim, {{"low", "20"}}, "seen"));
  t.who.recorder.by = "merger";
  EXPECT_EQ(t.merge().decisions, 1u);
  const auto active = *active_decisions(**t.ours.read());
  ASSERT_EQ(active.size(), 1u);
  EXPECT_EQ(active[0].entry.by, "merger");
  EXPECT_EQ(active[0].decision.from_by, "tester");
  EXPECT_EQ(active[0].decision.from_at, "2031-05-01T00:00:00Z");
  EXPECT_EQ(t.merge().decisions, 0u);
}

TEST(Merge, OwnDecisionsStand) {
  Two t;
  const auto report = new_report(report_text(22), "a.txt", 22);
  add(t.ours, t.who.recorder, report);
  add(t.theirs, t.who.recorder, report);
  const auto& claim = report.analysis.findings.claims[0];
  t.decide_in(t.ours, claim_decision("accept", report.analysis, claim, {}, ""));
  t.decide_in(t.theirs, claim_decision("reject", report.analysis, claim, {}, ""));
  const auto merged = t.merge();
  EXPECT_EQ(merged.decisions, 0u);
  EXPECT_EQ(merged.conflicts.size(), 1u);
  EXPECT_EQ(active_decisions(**t.ours.read())->size(), 1u);
}

TEST(Merge, ForgottenStaysOut) {
  Two t;
  for (auto* store : {&t.ours, &t.theirs}) {
    add(*store, t.who.recorder, new_report(report_text(22), "a.txt", 22));
    add(*store, t.who.recorder, new_report(report_text(7), "b.txt", 7));
  }
  const auto forget = [&](Store& store, std::uint64_t number) {
    auto writer = store.write();
    ASSERT_TRUE(forget_report(**writer, t.who.recorder, **(*writer)->report(number), "danger"));
    ASSERT_TRUE((*writer)->commit());
  };
  forget(t.ours, 1);
  forget(t.theirs, 2);
  const auto merged = t.merge();
  EXPECT_EQ(merged.added, 0u);
  EXPECT_EQ(merged.conflicts.size(), 1u);  // that they forgot what we still have
  EXPECT_FALSE((*(*t.ours.read())->report(std::uint64_t{1})).has_value());
  EXPECT_EQ(problems(verified(t.ours)), "");
}

TEST(Difference, FewestLines) {
  struct Row { std::vector<std::string> before, after; std::string said; };
  const Row rows[] = {
      {{"a", "b", "c"}, {"a", "b", "c"}, " a b c"},
      {{"a", "b", "c"}, {"a", "x", "c"}, " a-b+x c"},
      {{}, {"a"}, "+a"},
      {{"a"}, {}, "-a"},
      {{"a", "b", "c", "d"}, {"b", "d", "e"}, "-a b-c d+e"},
      {{"a", "a", "b"}, {"a", "b", "b"}, " a-a+b b"},
      {{"x", "a", "y", "b"}, {"a", "z", "b", "w"}, "-x a-y+z b+w"},
  };
  for (const auto& row : rows) {
    std::string said;
    for (const auto& line : difference(row.before, row.after))
      said += (line.kind == DifferenceLine::Kind::kSame ? " " : line.kind == DifferenceLine::Kind::kGone ? "-" : "+") + line.text;
    EXPECT_EQ(said, row.said);
  }
}

TEST(Difference, ManyChangesStillSayAll) {
  std::vector<std::string> before, after;
  for (int i = 0; i < 3000; ++i) before.push_back("a" + std::to_string(i)), after.push_back("b" + std::to_string(i));
  EXPECT_EQ(difference(before, after).size(), 6000u);
}

TEST(Addresses, AreWhereAReportStands) {
  struct Row { const char* input; Format format; const char* url; const char* address; };
  const Row rows[] = {
      {"a.txt", Format::kText, nullptr, "a.txt"},
      {"-", Format::kText, nullptr, ""},
      {"a.html", Format::kHtml, "https://paper.example/2031/orlen", "https://paper.example/2031/orlen"},
      {"a.html", Format::kHtml, "https://paper.example/", "a.html"},
      {"a.html", Format::kHtml, "https://paper.example", "a.html"},
      {"all.csv#7", Format::kCsvRecord, "https://paper.example/live", "https://paper.example/live#7"},
      {"all.jsonl#x", Format::kJson, nullptr, "all.jsonl#x"},
      {"a.warc#3", Format::kHtml, "https://paper.example/live", "https://paper.example/live"},
  };
  for (const auto& row : rows) {
    RawDocument document;
    document.input = row.input, document.format = row.format;
    Report report;
    if (row.url) report.url = row.url;
    EXPECT_EQ(address_of(document, report), row.address) << row.input;
  }
}

}  // namespace
}  // namespace attest
