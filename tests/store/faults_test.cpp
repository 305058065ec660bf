// A disk that fills up or fails at every possible moment: the case opens, is whole, and holds everything that was acknowledged.
#include <sqlite3.h>

#include <cstring>

#include "fixtures.h"

namespace attest {
namespace {

// What the disk does: from the `at`th write or sync on, all of them fail (`lasting`) or that one alone.
struct Disk {
  int at = -1;
  bool lasting = true;
  int code = SQLITE_FULL;
  int seen = 0;

  int touch() {
    const int now = seen++;
    const bool fails = at >= 0 && (lasting ? now >= at : now == at);
    return fails ? code : SQLITE_OK;
  }
};
Disk disk;

struct FaultyFile {
  sqlite3_file base;
  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
sqlite3_file* below(sqlite3_file* file) { return reinterpret_cast<FaultyFile*>(file)->below(); }
const sqlite3_io_methods* under(sqlite3_file* file) { return below(file)->pMethods; }

int write_faulty(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
  const int status = disk.touch();
  if (status == SQLITE_OK) return under(f)->xWrite(below(f), from, size, at);
  if (status == SQLITE_IOERR_WRITE) static_cast<void>(under(f)->xWrite(below(f), from, size / 2, at));  // torn
  return status;
}
int sync_faulty(sqlite3_file* f, int flags) {
  const int status = disk.touch();
  return status == SQLITE_OK ? under(f)->xSync(below(f), flags) : SQLITE_IOERR_FSYNC;
}
int truncate_faulty(sqlite3_file* f, sqlite3_int64 size) {
  const int status = disk.touch();
  return status == SQLITE_OK ? under(f)->xTruncate(below(f), size) : SQLITE_IOERR_TRUNCATE;
}

sqlite3_io_methods methods = [] {
  sqlite3_io_methods m{};
  m.iVersion = 2;
  m.xClose = [](sqlite3_file* f) { return under(f)->xClose(below(f)); };
  m.xRead = [](sqlite3_file* f, void* into, int size, sqlite3_int64 at) { return under(f)->xRead(below(f), into, size, at); };
  m.xWrite = write_faulty, m.xTruncate = truncate_faulty, m.xSync = sync_faulty;
  m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return under(f)->xFileSize(below(f), size); };
  m.xLock = [](sqlite3_file* f, int level) { return under(f)->xLock(below(f), level); };
  m.xUnlock = [](sqlite3_file* f, int level) { return under(f)->xUnlock(below(f), level); };
  m.xCheckReservedLock = [](sqlite3_file* f, int* out) { return under(f)->xCheckReservedLock(below(f), out); };
  m.xFileControl = [](sqlite3_file* f, int op, void* arg) { return under(f)->xFileControl(below(f), op, arg); };
  m.xSectorSize = [](sqlite3_file* f) { return under(f)->xSectorSize(below(f)); };
  m.xDeviceCharacteristics = [](sqlite3_file* f) { return under(f)->xDeviceCharacteristics(below(f)); };
  m.xShmMap = [](sqlite3_file* f, int region, int size, int extend, void volatile** out) { return under(f)->xShmMap(below(f), region, size, extend, out); };
  m.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) { return under(f)->xShmLock(below(f), offset, n, flags); };
  m.xShmBarrier = [](sqlite3_file* f) { under(f)->xShmBarrier(below(f)); };
  m.xShmUnmap = [](sqlite3_file* f, int remove) { return under(f)->xShmUnmap(below(f), remove); };
  return m;
}();

std::string faulty_layer() {
  static sqlite3_vfs vfs;
  static sqlite3_vfs* real = nullptr;
  if (!real) {
    real = sqlite3_vfs_find(nullptr);
    vfs = *real;
    vfs.zName = "faulty";
    vfs.szOsFile = static_cast<int>(sizeof(FaultyFile)) + real->szOsFile;
    vfs.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
      auto* own = reinterpret_cast<FaultyFile*>(file);
      own->base.pMethods = nullptr;
      const int status = real->xOpen(real, name, own->below(), flags, out);
      if (own->below()->pMethods) own->base.pMethods = &methods;
      return status;
    };
    sqlite3_vfs_register(&vfs, 0);
  }
  return "faulty";
}

// Adds reports one by one, decides on each and compacts in between, until the disk fails; gives how many were acknowledged.
struct Acknowledged {
  int reports = 0, decisions = 0;
  bool failed = false;
  std::string code;
};

Acknowledged work(const std::string& path, const Recorder& recorder) {
  Acknowledged out;
  const auto fail = [&](const Error& error) { out.failed = true, out.code = error.code; };
  auto store = SqliteStore::open(path, {200, faulty_layer(), false});
  if (!store) return fail(store.error()), out;
  for (int i = 1; i <= 3; ++i) {
    const auto report = new_report(report_text(i, std::string(3000, static_cast<char>('a' + i))), std::to_string(i) + ".txt", i);
    for (const bool deciding : {false, true}) {
      auto writer = (*store)->write();
      if (!writer) return fail(writer.error()), out;
      Result<void> done;
      if (deciding) {
        const auto entry = decide(**writer, recorder, claim_decision("accept", report.analysis, report.analysis.findings.claims[0], {}, ""));
        if (!entry) done = entry.error();
      } else {
        const auto added = add_report(**writer, recorder, report);
        if (!added) done = added.error();
      }
      if (done) done = (*writer)->commit();
      if (!done) return fail(done.error()), out;
      ++(deciding ? out.decisions : out.reports);
    }
    if (i != 2) continue;
    if (const auto done = (*store)->compact(); !done) return fail(done.error()), out;
  }
  return out;
}

void check_all_moments(int code, bool lasting) {
  TestRecorder who;
  int moments = 0;
  for (int at = 0;; at += at < 40 ? 1 : 3) {
    const ScratchFolder folder;
    const std::string path = folder.file("x.case");
    disk = {};
    ASSERT_TRUE(create_case(path, who.recorder));
    disk = {at, lasting, code, 0};
    const auto done = work(path, who.recorder);
    if (!done.failed && disk.seen <= at) break;  // the disk never came to fail
    ++moments;
    disk = {};
    const auto store = SqliteStore::open(path);
    ASSERT_TRUE(store) << "after write " << at << ": " << store.error().text();
    const auto checked = verified(**store);
    ASSERT_EQ(problems(checked), "") << "after write " << at;
    ASSERT_GE(checked.reports, static_cast<std::uint64_t>(done.reports)) << "after write " << at;
    auto reader = (*store)->read();
    ASSERT_GE(active_decisions(**reader)->size(), static_cast<std::size_t>(done.decisions)) << "after write " << at;
    if (done.failed) {
      EXPECT_TRUE(done.code == "disk_full" || done.code == "unreadable") << done.code;
    }
    reader->reset();
    const auto again = work(path, who.recorder);  // completes it
    ASSERT_FALSE(again.failed);
    ASSERT_EQ(verified(**store).reports, 3u);
  }
  EXPECT_GT(moments, 50);
}

// What was forgotten may not stay readable in silence because somebody was still reading.
TEST(Compact, SaysWhereAReaderKeepsWhatWas) {
  const ScratchFolder folder;
  TestRecorder who;
  auto store = create_case(folder.file("x.case"), who.recorder, {50, "", false});
  ASSERT_TRUE(store);
  add(**store, who.recorder, new_report(report_text(22), "a.txt", 22));
  auto other = SqliteStore::open(folder.file("x.case"));
  auto reader = (*other)->read();
  add(**store, who.recorder, new_report(report_text(7), "b.txt", 7));
  const auto held = (*store)->compact();
  ASSERT_FALSE(held);
  EXPECT_EQ(held.error().code, "busy");
  EXPECT_TRUE((*reader)->report(std::uint64_t{1}));
  reader->reset();
  EXPECT_TRUE((*store)->compact());
  EXPECT_EQ(problems(verified(**store)), "");
}

TEST(Faults, FullDisk) { check_all_moments(SQLITE_FULL, true); }
TEST(Faults, FailingWrites) { check_all_moments(SQLITE_IOERR_WRITE, true); }
TEST(Faults, OneFailingWrite) { check_all_moments(SQLITE_IOERR_WRITE, false); }

}  // namespace
}  // namespace attest
