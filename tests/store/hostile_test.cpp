// Files from strangers, from other versions, and files that are no case at all: refused with a clear word; nothing in them runs.
#include <fstream>

#include "fixtures.h"
#include "store/sqlite_open.h"

namespace attest {
namespace {

std::string made_case(const ScratchFolder& folder, const std::string& name = "x.case") {
  TestRecorder who;
  const std::string path = folder.file(name);
  auto store = create_case(path, who.recorder);
  EXPECT_TRUE(store) << (store ? "" : store.error().text());
  add(**store, who.recorder, new_report(report_text(22), "a.txt", 22));
  return path;
}

Result<void> change(const std::string& path, const char* sql) {
  auto db = Database::open(path, SQLITE_OPEN_READWRITE, page_checksum_layer(""));
  if (!db) return db.error();
  return db->run(sql);
}

std::string code_of(const std::string& path) {
  const auto store = SqliteStore::open(path);
  return store ? "opened" : store.error().code;
}

TEST(Hostile, OtherSchemasAreRefused) {
  const char* rows[] = {
      "CREATE TABLE more(x)",
      "CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM originals; END",
      "CREATE VIEW v AS SELECT * FROM log",
      "CREATE INDEX more ON log(by)",
      "DROP TABLE tombstones",
      "DROP TABLE tombstones; CREATE VIEW tombstones AS SELECT x'00' AS report, '' AS day, '' AS reason",
      "ALTER TABLE log ADD COLUMN more",
      "CREATE VIRTUAL TABLE more USING fts5(a)",
      "INSERT INTO search(search, rank) VALUES('rank', 'bm25(10.0)')",
  };
  for (const char* sql : rows) {
    const ScratchFolder folder;
    const auto path = made_case(folder);
    const auto done = change(path, sql);
    ASSERT_TRUE(done) << sql << ": " << done.error().text();
    EXPECT_EQ(code_of(path), "foreign") << sql;
  }
}

TEST(Hostile, OtherFilesAreRefused) {
  const ScratchFolder folder;
  EXPECT_EQ(code_of(folder.file("absent")), "not_found");
  for (const auto& [bytes, code] : {std::pair{std::string(), "foreign"}, {std::string("hello"), "foreign"}, {std::string(100000, '\0'), "foreign"}}) {
    std::ofstream(folder.file("f"), std::ios::binary) << bytes;
    EXPECT_EQ(code_of(folder.file("f")), code);
  }
  auto db = Database::open(folder.file("plain.db"), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "");
  ASSERT_TRUE(db && db->run("CREATE TABLE t(x)"));
  EXPECT_EQ(code_of(folder.file("plain.db")), "foreign");
  EXPECT_FALSE(is_case_file(folder.file("plain.db")));
  EXPECT_TRUE(is_case_file(made_case(folder)));
}

TEST(Hostile, LaterFormatsAreRefusedAndUnknownOnesToo) {
  const ScratchFolder folder;
  const auto path = made_case(folder);
  ASSERT_TRUE(change(path, "PRAGMA user_version=2"));
  EXPECT_EQ(code_of(path), "newer_format");
  ASSERT_TRUE(change(path, "PRAGMA user_version=0"));
  EXPECT_EQ(code_of(path), "broken");
}

TEST(Hostile, MigrationIsAllOrNothing) {
  auto db = Database::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "");
  ASSERT_TRUE(db && db->run("CREATE TABLE t(x); INSERT INTO t VALUES(1); PRAGMA user_version=1"));
  const auto value = [&](const char* sql) {
    auto s = db->prepare(sql);
    EXPECT_TRUE(s && s->step());
    return s->integer(0);
  };
  EXPECT_FALSE(migrate(*db, {{1, "UPDATE t SET x = 2"}, {2, "UPDATE none SET x = 3"}}, 3));
  EXPECT_EQ(value("SELECT x FROM t"), 1);
  EXPECT_EQ(value("PRAGMA user_version"), 1);
  EXPECT_FALSE(migrate(*db, {{2, ""}}, 3));
  EXPECT_TRUE(migrate(*db, {{2, "UPDATE t SET x = x + 10"}, {1, "UPDATE t SET x = x * 2"}}, 3));
  EXPECT_EQ(value("SELECT x FROM t"), 12);
  EXPECT_EQ(value("PRAGMA user_version"), 3);
  EXPECT_TRUE(migrate(*db, {}, 3));
}

// Rows that no program of ours writes: read as an error or as odd values, never as a crash.
TEST(Hostile, OddRowsAreErrors) {
  const char* rows[] = {
      "UPDATE originals SET packed = x'00'",
      "UPDATE originals SET packed = zeroblob(1000)",
      "UPDATE analyses SET findings = x'28B52FFD'",
      "UPDATE analyses SET findings_from = 77",
      "UPDATE analyses SET text_from = 77",
      "UPDATE analyses SET text_from = 0",
      "UPDATE log SET hash = 'text', seq = -5 WHERE seq = 2",
      "UPDATE log SET subject = zeroblob(1000000)",
      "UPDATE bodies SET packed = x'28B52FFDE0FFFFFFFFFFFFFF7F'",
      "UPDATE reports SET id = x'', day = 'never', claims = -1, replaced_by = 1",
      "UPDATE reports SET id = 'short'",
      "INSERT INTO tombstones VALUES(x'00', 'x', 'y')",
      "DELETE FROM meta",
      "UPDATE search_data SET block = zeroblob(40)",
      "DELETE FROM search_data",
  };
  for (const char* sql : rows) {
    const ScratchFolder folder;
    const auto path = made_case(folder);
    ASSERT_TRUE(change(path, sql)) << sql;
    const auto store = SqliteStore::open(path);
    if (!store) continue;
    EXPECT_FALSE(verified(**store).whole()) << sql;
    auto reader = (*store)->read();
    if (!reader) continue;
    static_cast<void>(search_case(**reader, {"people", "", "", "", std::nullopt, {}, 20}));
    static_cast<void>((*reader)->reports([](const ReportRow&) { return true; }));
    static_cast<void>(active_decisions(**reader));
  }
}

TEST(Hostile, ReadOnlyCaseIsRead) {
  if (::getuid() == 0) GTEST_SKIP() << "root may write everywhere";
  const ScratchFolder folder;
  const auto path = made_case(folder);
  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  std::filesystem::permissions(folder.file(""), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  {
    const auto store = SqliteStore::open(path);
    ASSERT_TRUE(store) << store.error().text();
    EXPECT_EQ(problems(verified(**store)), "");
    EXPECT_FALSE((*store)->write());
  }
  std::filesystem::permissions(folder.file(""), std::filesystem::perms::owner_all);
}

TEST(Salvage, SavesWhatIsWhole) {
  const ScratchFolder folder;
  TestRecorder who;
  const std::string path = folder.file("x.case");
  constexpr int kReports = 120;
  {
    auto store = create_case(path, who.recorder);
    for (int i = 1; i <= kReports; ++i) add(**store, who.recorder, new_report(report_text(i, std::string(200, static_cast<char>('a' + i % 26))), std::to_string(i) + ".txt", i));
    ASSERT_TRUE((*store)->compact());
  }
  const auto pages = std::filesystem::file_size(path) / kPageSize;
  std::uint64_t most = 0, least = kReports;
  for (std::uint64_t page = 2; page <= pages; page += 3) {
    std::filesystem::copy_file(path, folder.file("broken.case"), std::filesystem::copy_options::overwrite_existing);
    {
      std::fstream file(folder.file("broken.case"), std::ios::binary | std::ios::in | std::ios::out);
      file.seekp(static_cast<std::streamoff>((page - 1) * kPageSize));
      file << std::string(kPageSize, '\x5a');
    }
    auto damaged = SqliteStore::open(folder.file("broken.case"), {200, "", true});
    if (!damaged) continue;
    auto reader = (*damaged)->read();
    if (!reader) continue;
    MemoryStore saved(new_case_info(who.recorder));
    auto writer = saved.write();
    const auto out = merge_case(**writer, who.recorder, **reader);
    ASSERT_TRUE(out) << out.error().text();
    ASSERT_TRUE((*writer)->commit());
    writer->reset();
    EXPECT_EQ(problems(verified(saved)), "") << "page " << page;
    EXPECT_TRUE(out->added == kReports || !out->lost.empty()) << "page " << page << " lost reports in silence";
    most = std::max(most, out->added);
    least = std::min(least, out->added);
  }
  EXPECT_EQ(most, static_cast<std::uint64_t>(kReports));  // a page of the index costs nothing
}

}  // namespace
}  // namespace attest
