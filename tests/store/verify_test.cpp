// One flipped bit anywhere in a closed case is found, and said where; so is everything that was changed with a right checksum.
#include <fstream>
#include <sstream>

#include "fixtures.h"
#include "store/sqlite.h"

namespace attest {
namespace {

std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

void spill(const std::string& path, const std::string& bytes) {
  std::filesystem::remove(path + "-wal");
  std::filesystem::remove(path + "-shm");
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string made_case(const ScratchFolder& folder, int reports) {
  TestRecorder who;
  const std::string path = folder.file("x.case");
  auto store = create_case(path, who.recorder);
  EXPECT_TRUE(store) << (store ? "" : store.error().text());
  for (int i = 1; i <= reports; ++i) add(**store, who.recorder, new_report(report_text(i), std::to_string(i) + ".txt", i));
  return path;
}

TEST(Verify, FindsEveryFlippedBit) {
  const ScratchFolder folder;
  const std::string path = made_case(folder, 3), whole = slurp(path);
  ASSERT_EQ(whole.size() % kPageSize, 0u);
  ASSERT_FALSE(std::filesystem::exists(path + "-wal"));
  for (std::size_t at = 0; at < whole.size(); at += 211) {  // 211 is prime: every place in a page is met
    const int bit = static_cast<int>(at % 8);
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
    spill(path, bytes);
    const auto pages = broken_pages(path);
    ASSERT_TRUE(pages);
    ASSERT_EQ(*pages, (std::vector<std::uint32_t>{static_cast<std::uint32_t>(at / kPageSize) + 1})) << "byte " << at << ", bit " << bit;
    if (at % 31 != 0) continue;
    const auto store = SqliteStore::open(path);
    if (!store) continue;  // refused
    const auto checked = verified(**store);
    ASSERT_FALSE(checked.whole()) << "byte " << at;
    EXPECT_NE(problems(checked).find("page " + std::to_string(at / kPageSize + 1) + " "), std::string::npos) << problems(checked);
  }
  spill(path, whole);
  EXPECT_EQ(problems(verified(**SqliteStore::open(path))), "");
}

TEST(Verify, FindsCutAndGrownFiles) {
  const ScratchFolder folder;
  const std::string path = made_case(folder, 3), whole = slurp(path);
  spill(path, whole + "x");
  EXPECT_EQ(*broken_pages(path), (std::vector<std::uint32_t>{0}));
  spill(path, whole.substr(0, whole.size() - kPageSize));
  const auto store = SqliteStore::open(path);
  EXPECT_TRUE(!store || !verified(**store).whole());
}

// Somebody who writes checksums as we do changes what stands in the tables: the hashes of the log tell.
TEST(Verify, FindsWhatWasChangedByHand) {
  struct Row { const char* name; const char* sql; const char* said; };
  const Row rows[] = {
      {"original", "UPDATE originals SET packed = (SELECT packed FROM originals WHERE report = 2) WHERE report = 1", "original of report 1"},
      {"findings", "UPDATE analyses SET findings = (SELECT findings FROM analyses WHERE number = 2) WHERE number = 1", "report 1"},
      {"list", "UPDATE reports SET title = 'Another' WHERE number = 1", "its line in the list"},
      {"entry", "UPDATE log SET by = 'other' WHERE seq = 2", "log entry 2: its hash"},
      {"rehashed", "UPDATE log SET previous = hash WHERE seq = 3", "log entry 3: does not hold the hash"},
      {"gone entry", "DELETE FROM log WHERE seq = 3", "entries are missing"},
      {"gone report", "DELETE FROM reports WHERE number = 2", "which is not here"},
      {"gone body", "DELETE FROM bodies WHERE seq = 2", "body of log entry 2"},
      {"body", "UPDATE bodies SET packed = (SELECT packed FROM bodies WHERE seq = 3) WHERE seq = 2", "body of log entry 2"},
      {"tombstone", "INSERT INTO tombstones VALUES(zeroblob(32), '2031-05-01', 'danger')", "no entry of the log tells of it"},
      {"new analysis", "INSERT INTO analyses SELECT 99, report, 99, text_from, text, findings_from, findings FROM analyses WHERE number = 1", "no entry of the log tells of it"},
  };
  for (const auto& row : rows) {
    const ScratchFolder folder;
    const std::string path = made_case(folder, 3);
    {
      auto db = Database::open(path, SQLITE_OPEN_READWRITE, page_checksum_layer(""));
      ASSERT_TRUE(db);
      ASSERT_TRUE(db->run(row.sql)) << row.name << ": " << db->error().text();
    }
    const auto store = SqliteStore::open(path);
    ASSERT_TRUE(store) << row.name;
    EXPECT_NE(problems(verified(**store)).find(row.said), std::string::npos) << row.name << ":\n" << problems(verified(**store));
  }
}

TEST(Verify, FindsASpanThatLeftItsWords) {
  auto analysis = analysis_of(report_text(22), "a.txt", 22);
  auto stored = store_analysis(analysis);
  EXPECT_TRUE(read_analysis(stored, ""));
  stored.text[0] = '3';  // "32 people": the words at the span are others now
  EXPECT_FALSE(read_analysis(stored, ""));
  analysis.findings.claims[0].span = {0, 9999};
  EXPECT_FALSE(read_analysis({analysis.report.text, R"({"report":{"id":"x"},"findings":{"claims":[{"id":"c1","span":[0,9999]}]}})"}, ""));
  EXPECT_FALSE(read_analysis({"\xC3\xA9t\xC3\xA9", R"({"findings":{"claims":[{"span":[1,3]}]}})"}, ""));
  EXPECT_FALSE(read_analysis({"abc", R"({"findings":{"claims":[{"span":[3,1]}]}})"}, ""));
  EXPECT_FALSE(read_analysis({"abc", R"({"findings":7})"}, ""));
}

}  // namespace
}  // namespace attest
