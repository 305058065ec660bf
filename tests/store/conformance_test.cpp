// What every keeper of a case must do; each test runs on each of them.
#include "fixtures.h"

namespace attest {
namespace {

struct Keeper {
  const char* name;
  std::function<std::unique_ptr<Store>(const ScratchFolder&, const CaseInfo&)> make;
};

const Keeper kKeepers[] = {
    {"memory", [](const ScratchFolder&, const CaseInfo& info) -> std::unique_ptr<Store> { return std::make_unique<MemoryStore>(info); }},
    {"sqlite",
     [](const ScratchFolder& folder, const CaseInfo& info) -> std::unique_ptr<Store> {
       auto store = SqliteStore::create(folder.file("x.case"), info, {200, "", false});
       EXPECT_TRUE(store) << (store ? "" : store.error().text());
       return store ? std::move(*store) : nullptr;
     }},
};

class Conformance : public testing::TestWithParam<Keeper> {
 protected:
  Conformance() : store(GetParam().make(folder, new_case_info(who.recorder))) {}

  std::unique_ptr<CaseReader> reader() {
    auto out = store->read();
    EXPECT_TRUE(out);
    return std::move(*out);
  }
  std::unique_ptr<CaseWriter> writer() {
    auto out = store->write();
    EXPECT_TRUE(out) << (out ? "" : out.error().text());
    return std::move(*out);
  }
  std::vector<std::uint64_t> found(const TextQuery& query) {
    std::vector<std::uint64_t> out;
    EXPECT_TRUE(reader()->search(query, 100, [&](std::uint64_t n) { out.push_back(n); return true; }));
    std::sort(out.begin(), out.end());
    return out;
  }

  ScratchFolder folder;
  TestRecorder who;
  std::unique_ptr<Store> store;
};

TEST_P(Conformance, KeepsWhatWasAdded) {
  const auto report = new_report(report_text(22), "a.txt", 22);
  EXPECT_EQ(add(*store, who.recorder, report), AddOutcome::kAdded);
  auto in = reader();
  const auto row = *in->report(std::uint64_t{1});
  ASSERT_TRUE(row);
  EXPECT_EQ(row->id, report.analysis.report.id);
  EXPECT_EQ(row->claims, 1u);
  EXPECT_EQ(row->address, "a.txt");
  EXPECT_EQ(*in->original(1), report.document.bytes);
  const auto stored = *in->analysis(1);
  EXPECT_EQ(stored.text, report.analysis.report.text);
  const auto read = read_analysis(stored, "");
  ASSERT_TRUE(read);
  EXPECT_EQ(analysis_json(*read, {}), [&] { auto a = report.analysis; a.tokens = {}; return analysis_json(a, {}); }());
  EXPECT_TRUE((*in->report(report.analysis.report.id)).has_value());
  EXPECT_FALSE((*in->report(sha256_id("other"))).has_value());
  EXPECT_FALSE((*in->report(std::uint64_t{2})).has_value());
}

TEST_P(Conformance, SameBytesChangeNothing) {
  add(*store, who.recorder, new_report(report_text(22), "a.txt", 22));
  const auto head = (*reader()->last_entry())->hash;
  EXPECT_EQ(add(*store, who.recorder, new_report(report_text(22), "elsewhere.txt", 22)), AddOutcome::kSame);
  EXPECT_EQ((*reader()->last_entry())->hash, head);
}

TEST_P(Conformance, NewBytesAtAnAddressAreANewVersion) {
  add(*store, who.recorder, new_report(report_text(22), "a.txt", 22));
  add(*store, who.recorder, new_report(report_text(7), "b.txt", 7));
  EXPECT_EQ(add(*store, who.recorder, new_report(report_text(25), "a.txt", 25)), AddOutcome::kNewVersion);
  auto in = reader();
  const auto versions = *in->reports_at("a.txt");
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[0].replaced_by, versions[1].number);
  EXPECT_EQ(versions[1].replaced_by, 0u);
  EXPECT_EQ((*in->report(std::uint64_t{2}))->replaced_by, 0u);
}

TEST_P(Conformance, NothingIsSeenBeforeCommit) {
  auto w = writer();
  ASSERT_TRUE(add_report(*w, who.recorder, new_report(report_text(22), "a.txt", 22)));
  EXPECT_TRUE((*w->report(std::uint64_t{1})).has_value());
  EXPECT_FALSE((*reader()->report(std::uint64_t{1})).has_value());
  w.reset();  // without commit
  EXPECT_FALSE((*reader()->report(std::uint64_t{1})).has_value());
  EXPECT_FALSE((*reader()->last_entry()).has_value());
}

TEST_P(Conformance, ReadersKeepTheirMoment) {
  add(*store, who.recorder, new_report(report_text(22), "a.txt", 22));
  auto before = reader();
  add(*store, who.recorder, new_report(report_text(7), "b.txt", 7));
  EXPECT_FALSE((*before->report(std::uint64_t{2})).has_value());
  EXPECT_TRUE((*reader()->report(std::uint64_t{2})).has_value());
}

TEST_P(Conformance, OneWriterAtATime) {
  auto first = writer();
  const auto second = store->write();
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "busy");
  EXPECT_TRUE(store->read());
  first.reset();
  EXPECT_TRUE(store->write());
}

TEST_P(Conformance, LogIsInOrderAndByAct) {
  add(*store, who.recorder, new_report(report_text(22), "a.txt", 22));
  add(*store, who.recorder, new_report(report_text(7), "b.txt", 7));
  auto w = writer();
  ASSERT_TRUE(append_entry(*w, who.recorder, act::kCompacted, "", ""));
  ASSERT_TRUE(w->commit());
  auto in = reader();
  std::vector<std::uint64_t> all, added, later, compacted;
  ASSERT_TRUE(in->log(1, "", [&](const LogEntry& e) { all.push_back(e.seq); return true; }));
  ASSERT_TRUE(in->log(1, act::kAdded, [&](const LogEntry& e) { added.push_back(e.seq); return true; }));
  ASSERT_TRUE(in->log(2, "", [&](const LogEntry& e) { later.push_back(e.seq); return later.size() < 1; }));
  ASSERT_TRUE(in->log(1, act::kCompacted, [&](const LogEntry& e) { compacted.push_back(e.seq); return true; }));
  EXPECT_EQ(all, (std::vector<std::uint64_t>{1, 2, 3}));
  EXPECT_EQ(added, (std::vector<std::uint64_t>{1, 2}));
  EXPECT_EQ(later, (std::vector<std::uint64_t>{2}));
  EXPECT_EQ(compacted, (std::vector<std::uint64_t>{3}));
  EXPECT_EQ(*in->last_seq(act::kAdded), 2u);
  EXPECT_EQ(*in->last_seq(act::kCompacted), 3u);
  EXPECT_EQ(*in->last_seq(act::kMerged), 0u);
}

TEST_P(Conformance, FindsWords) {
  add(*store, who.recorder, new_report(report_text(22, " Houses burned."), "a.txt", 22));
  add(*store, who.recorder, new_report("Rain fell in Tolm.\n", "b.txt"));
  struct Row { const char* words; std::vector<std::uint64_t> reports; };
  const Row rows[] = {
      {"houses", {1}}, {"HOUSES burned", {1}}, {"rain", {2}}, {"rain houses", {}}, {"\"rain fell\"", {2}}, {"\"fell rain\"", {}}, {"hous*", {1}}, {"hous", {}},
      {"in", {1, 2}},  {"nothing", {}},        {"a\" OR \"b", {}}, {"body:rain", {}}, {"", {1, 2}},
  };
  for (const auto& row : rows) EXPECT_EQ(found(parse_words(row.words)), row.reports) << row.words;
  EXPECT_EQ(found({{{"place", {{{"tolm"}, false}}}}}), (std::vector<std::uint64_t>{1}));
  EXPECT_EQ(found({{{"effect", {{{"killed"}, false}}}}}), (std::vector<std::uint64_t>{1}));
  TextQuery april;
  limit_to_days(april, {Date::make(2031, 4, 1), Date::make(2031, 4, 29)});
  EXPECT_EQ(found(april), (std::vector<std::uint64_t>{1}));
  TextQuery year;
  limit_to_days(year, {Date::make(2031, 1, 1), std::nullopt});
  EXPECT_EQ(found(year), (std::vector<std::uint64_t>{1, 2}));
}

TEST_P(Conformance, SearchFollowsTheLatestAnalysis) {
  const auto report = new_report(report_text(22), "a.txt", 22);
  add(*store, who.recorder, report);
  auto again = report.analysis;
  again.findings.claims[0].places = {"Mirral"};
  again.findings.claims[0].located.clear();
  auto w = writer();
  const auto row = **w->report(std::uint64_t{1});
  EXPECT_FALSE(*add_reanalysis(*w, who.recorder, row, again, report.made_by));  // the same rules
  EXPECT_TRUE(*add_reanalysis(*w, who.recorder, row, again, {"0.1.0", "rules-2", "", "places-1"}));
  ASSERT_TRUE(w->commit());
  EXPECT_EQ(found({{{"place", {{{"mirral"}, false}}}}}), (std::vector<std::uint64_t>{1}));
  EXPECT_EQ(found({{{"place", {{{"orlen"}, false}}}}}), (std::vector<std::uint64_t>{}));
  auto in = reader();
  const auto all = *in->analyses(1);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(read_analysis(*in->analysis(1, all[0].number), "")->findings.claims[0].places.front(), "Orlen");
  EXPECT_EQ(read_analysis(*in->analysis(1), "")->findings.claims[0].places.front(), "Mirral");
  EXPECT_EQ(problems(verify_case(*in)), "");
}

TEST_P(Conformance, ForgottenIsGone) {
  add(*store, who.recorder, new_report(report_text(22), "a.txt", 22));
  add(*store, who.recorder, new_report(report_text(25), "a.txt", 25));
  const auto id = sha256_id(report_text(25));
  auto w = writer();
  const auto row = **w->report(std::string_view(id));
  EXPECT_FALSE(forget_report(*w, who.recorder, row, "whim"));
  ASSERT_TRUE(forget_report(*w, who.recorder, row, "danger"));
  ASSERT_TRUE(w->commit());
  auto in = reader();
  EXPECT_FALSE((*in->report(std::string_view(id))).has_value());
  EXPECT_FALSE(in->original(row.number));
  EXPECT_EQ(found(parse_words("25")), (std::vector<std::uint64_t>{}));
  EXPECT_EQ((*in->report(std::uint64_t{1}))->replaced_by, 0u);  // the version before stands again
  const auto tombstones = *in->tombstones();
  ASSERT_EQ(tombstones.size(), 1u);
  EXPECT_EQ(tombstones[0].report, id);
  EXPECT_EQ(tombstones[0].day, "2031-05-01");
  EXPECT_EQ(tombstones[0].reason, "danger");
  EXPECT_FALSE((*in->body(row.seq)).has_value());
  const auto checked = verify_case(*in);
  EXPECT_EQ(problems(checked), "");
  EXPECT_EQ(checked.removed, 1u);
  in.reset();
  EXPECT_EQ(add(*store, who.recorder, new_report(report_text(25), "a.txt", 25)), AddOutcome::kForgotten);
}

TEST_P(Conformance, KeepsIncidents) {
  auto w = writer();
  IncidentRow row;
  row.id = "i1", row.kind = "killings", row.place = "Orlen", row.country = "XX", row.days = {Date::make(2031, 4, 28), std::nullopt}, row.reports = {1, 300}, row.links = "{}";
  ASSERT_TRUE(w->put_incidents("state", {row}));
  ASSERT_TRUE(w->commit());
  auto in = reader();
  EXPECT_EQ(*in->incidents_state(), "state");
  const auto read = *in->incident("i1");
  ASSERT_TRUE(read);
  EXPECT_EQ(std::tie(read->kind, read->place, read->country, read->links), std::tie(row.kind, row.place, row.country, row.links));
  EXPECT_EQ(read->reports, row.reports);
  EXPECT_EQ(read->days, row.days);
  EXPECT_FALSE((*in->incident("i2")).has_value());
}

TEST_P(Conformance, IncidentsAreReplacedWholeAndByIdInOrder) {
  const auto row = [](const char* id) {
    IncidentRow out;
    out.id = id, out.links = "{}";
    return out;
  };
  for (const auto& ids : {std::vector<const char*>{"i3", "i1"}, std::vector<const char*>{"i2"}}) {
    std::vector<IncidentRow> rows;
    for (const auto* id : ids) rows.push_back(row(id));
    auto w = writer();
    ASSERT_TRUE(w->put_incidents("state", rows));
    ASSERT_TRUE(w->commit());
    std::string met;
    ASSERT_TRUE(reader()->incidents([&](const IncidentRow& r) { met += r.id + " "; return true; }));
    EXPECT_EQ(met, ids.size() == 2 ? "i1 i3 " : "i2 ");
  }
  EXPECT_FALSE((*reader()->incident("i1")).has_value());
}

// A report that goes takes what was linked with it along: it may be quoted there.
TEST_P(Conformance, ForgettingDropsTheLinking) {
  add(*store, who.recorder, new_report(report_text(22), "a.txt", 22));
  auto w = writer();
  IncidentRow row;
  row.id = "i1", row.reports = {1}, row.links = "{}";
  ASSERT_TRUE(w->put_incidents("state", {row}));
  ASSERT_TRUE(forget_report(*w, who.recorder, **w->report(std::uint64_t{1}), "danger"));
  ASSERT_TRUE(w->commit());
  EXPECT_EQ(*reader()->incidents_state(), "");
  EXPECT_FALSE((*reader()->incident("i1")).has_value());
}

TEST_P(Conformance, KeepsWhoItIs) {
  const auto wanted = new_case_info(TestRecorder().recorder);
  auto in = reader();
  EXPECT_EQ(in->info().id, wanted.id);
  EXPECT_EQ(in->info().created, wanted.created);
  EXPECT_EQ(in->info().secret, wanted.secret);
  EXPECT_EQ(in->check_medium()->size(), 0u);
}

TEST_P(Conformance, VisitorsStop) {
  for (int i = 1; i <= 3; ++i) add(*store, who.recorder, new_report(report_text(i), std::to_string(i) + ".txt", i));
  auto in = reader();
  int met = 0;
  ASSERT_TRUE(in->reports([&](const ReportRow&) { return ++met < 2; }));
  EXPECT_EQ(met, 2);
  met = 0;
  ASSERT_TRUE(in->search(parse_words("people"), 100, [&](std::uint64_t) { return ++met < 2; }));
  EXPECT_EQ(met, 2);
}

// More hits than are ranked come newest first.
TEST_P(Conformance, ManyHitsComeNewestFirst) {
  for (int i = 1; i <= 4; ++i) add(*store, who.recorder, new_report(report_text(i), std::to_string(i) + ".txt", i));
  std::vector<std::uint64_t> met;
  ASSERT_TRUE(reader()->search(parse_words("people"), 3, [&](std::uint64_t n) { met.push_back(n); return true; }));
  EXPECT_EQ(met, (std::vector<std::uint64_t>{4, 3, 2, 1}));
}

TEST_P(Conformance, FindsInOneReport) {
  add(*store, who.recorder, new_report(report_text(22), "a.txt", 22));
  add(*store, who.recorder, new_report("Rain fell in Tolm.\n", "b.txt"));
  auto in = reader();
  EXPECT_TRUE(*in->finds(parse_words("rain"), 2));
  EXPECT_FALSE(*in->finds(parse_words("rain"), 1));
}

TEST_P(Conformance, BodiesGoAndHashesStay) {
  add(*store, who.recorder, new_report(report_text(22), "a.txt", 22));
  auto w = writer();
  const auto entry = **w->last_entry();
  EXPECT_EQ(sha256_id(**w->body(entry.seq)), entry.body);
  ASSERT_TRUE(w->remove_body(entry.seq));
  ASSERT_TRUE(w->commit());
  auto in = reader();
  EXPECT_FALSE((*in->body(entry.seq)).has_value());
  EXPECT_FALSE((*in->body(99)).has_value());
  EXPECT_EQ((*in->last_entry())->body, entry.body);
}

TEST_P(Conformance, SameFindingsAgainAreReadAgain) {
  auto report = new_report("  " + report_text(22), "a.txt", 0);
  report.analysis.report.text = report_text(22);  // as where a page's text is cut out of it
  add(*store, who.recorder, report);
  auto w = writer();
  for (const char* rules : {"rules-2", "rules-3"}) ASSERT_TRUE(*add_reanalysis(*w, who.recorder, **w->report(std::uint64_t{1}), report.analysis, {"0.1.0", rules, "", ""}));
  ASSERT_TRUE(w->commit());
  auto in = reader();
  const auto all = *in->analyses(1);
  ASSERT_EQ(all.size(), 3u);
  for (const auto& a : all) EXPECT_EQ(in->analysis(1, a.number)->text, report.analysis.report.text);
  EXPECT_FALSE(in->analysis(1, 99));
  EXPECT_FALSE(in->analysis(99));
  EXPECT_FALSE(in->original(99));
}

TEST_P(Conformance, CompactingKeepsAll) {
  for (int i = 1; i <= 5; ++i) add(*store, who.recorder, new_report(report_text(i), std::to_string(i) + ".txt", i));
  const auto head = (*reader()->last_entry())->hash;
  ASSERT_TRUE(store->compact());
  EXPECT_EQ((*reader()->last_entry())->hash, head);
  EXPECT_EQ(found(parse_words("people")).size(), 5u);
}

TEST_P(Conformance, WholeCaseVerifies) {
  for (int i = 1; i <= 20; ++i) add(*store, who.recorder, new_report(report_text(i), std::to_string(i) + ".txt", i));
  const auto checked = verified(*store);
  EXPECT_EQ(problems(checked), "");
  EXPECT_EQ(checked.entries, 20u);
  EXPECT_EQ(checked.reports, 20u);
  EXPECT_EQ(checked.claims, 20u);
  ASSERT_TRUE(store->compact());
  EXPECT_EQ(problems(verified(*store)), "");
}

INSTANTIATE_TEST_SUITE_P(Store, Conformance, testing::ValuesIn(kKeepers), [](const auto& given) { return std::string(given.param.name); });

}  // namespace
}  // namespace attest
