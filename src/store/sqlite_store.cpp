#include "store/sqlite_store.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "store/sqlite_case.h"
#include "store/sqlite_open.h"

namespace attest {
namespace {

// Makes the name of a new file last: the folder itself has to reach the disk.
void sync_folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  const int fd = ::open(slash == std::string::npos ? "." : path.substr(0, slash + 1).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

// Everything into the one file, and nothing of before beside it. A reader that still needs what was before stops that: then it is an error,
// for what was removed may still be read.
Result<void> bring_home(Database& db, const std::string& path) {
  auto checkpoint = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  if (!checkpoint) return checkpoint.error();
  const auto row = checkpoint->step();
  if (!row) return row.error();
  if (checkpoint->integer(0) != 0) return Error{"busy", "another program still reads what the case was before; run attest compact when it has ended", path};
  return {};
}

}  // namespace

SqliteStore::SqliteStore(std::string path, SqliteOptions options) : path_(std::move(path)), options_(std::move(options)) {}
SqliteStore::~SqliteStore() = default;

Result<std::unique_ptr<SqliteStore>> SqliteStore::create(const std::string& path, const CaseInfo& info, const SqliteOptions& options) {
  const Error exists{"exists", "there is something of this name already", path};
  if (::access(path.c_str(), F_OK) == 0) return exists;
  const std::string draft = path + ".new-" + std::to_string(::getpid());
  const auto made = [&]() -> Result<void> {
    auto db = create_case_database(draft, options);
    if (!db) return db.error();
    if (const auto closed = db->run("PRAGMA journal_mode=WAL"); !closed) return closed.error();
    return {};
  }();
  const auto filled = [&]() -> Result<void> {
    if (!made) return made.error();
    auto writer = SqliteCase::begin(draft, options, true);
    if (!writer) return writer.error();
    if (const auto put = (*writer)->put_info(info); !put) return put.error();
    return (*writer)->commit();
  }();
  const bool linked = filled && ::link(draft.c_str(), path.c_str()) == 0;  // unlike rename, never over a file that came meanwhile
  const int number = errno;
  ::unlink(draft.c_str());
  if (!filled) return filled.error();
  if (!linked) return number == EEXIST ? exists : Error{"unreadable", std::string("cannot be written: ") + std::strerror(number), path};
  sync_folder_of(path);
  return open(path, options);
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path, const SqliteOptions& options) {
  std::unique_ptr<SqliteStore> out(new SqliteStore(path, options));
  auto keeper = SqliteCase::begin(path, options, false);
  if (!keeper) return keeper.error();
  out->info_ = (*keeper)->info();
  if (const auto idle = (*keeper)->commit(); !idle) return idle.error();
  // A program that ended without closing left pages beside the file, and perhaps half of one in it: bring them home.
  if (!options.lenient) static_cast<void>((*keeper)->database().run("PRAGMA wal_checkpoint(PASSIVE)"));
  out->keeper_ = std::move(*keeper);
  return out;
}

Result<std::unique_ptr<CaseReader>> SqliteStore::read() {
  auto out = SqliteCase::begin(path_, options_, false);
  if (!out) return out.error();
  return std::unique_ptr<CaseReader>(std::move(*out));
}

Result<std::unique_ptr<CaseWriter>> SqliteStore::write() {
  auto out = SqliteCase::begin(path_, options_, true);
  if (!out) return out.error();
  return std::unique_ptr<CaseWriter>(std::move(*out));
}

Result<void> SqliteStore::compact() {
  Database& db = keeper_->database();
  // VACUUM works on a second, attached file of its own; no other statement here may attach one.
  sqlite3_limit(db.handle(), SQLITE_LIMIT_ATTACHED, 1);
  Result<void> done = db.run("INSERT INTO search(search) VALUES('optimize')");
  if (done) done = db.run("VACUUM");
  sqlite3_limit(db.handle(), SQLITE_LIMIT_ATTACHED, 0);
  return done ? bring_home(db, path_) : done;
}

}  // namespace attest
