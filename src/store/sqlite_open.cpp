#include "store/sqlite_open.h"

#include <unistd.h>

#include <fstream>

#include "base/hex.h"
#include "store/file_lock.h"
#include "store/page_checksum.h"
#include "store/schema.h"

namespace attest {
namespace {

constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr int kMaxValue = 300 << 20;  // bytes of one value
constexpr int kMaxSql = 100000;

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < 4; ++i) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

std::string file_head(const std::string& path) {
  std::string head(100, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  return head;
}

// Looks at the first bytes before SQLite does.
Result<void> check_head(const std::string& path) {
  if (::access(path.c_str(), F_OK) != 0) return Error{"not_found", "no such case; attest new makes one", path};
  const std::string head = file_head(path);
  if (head.starts_with(kLockedMagic)) return Error{"locked", "is encrypted; attest unlock opens it", path};
  if (head.size() < 100 || !head.starts_with(kMagic)) return Error{"foreign", "is no case of Attest", path};
  const bool pages = static_cast<unsigned char>(head[16]) * 256U + static_cast<unsigned char>(head[17]) == kPageSize;
  if (!pages || static_cast<unsigned char>(head[20]) != kPageReserve || big_endian(head, 68) != static_cast<std::uint32_t>(kApplicationId))
    return Error{"foreign", "is a database, but no case of Attest", path};
  const auto format = big_endian(head, 60);
  if (format > static_cast<std::uint32_t>(kCaseFormat))
    return Error{"newer_format", "was written by a later version of Attest (format " + std::to_string(format) + "); this one reads up to " + std::to_string(kCaseFormat), path};
  return {};
}

Result<void> harden(Database& db, int wait_ms) {
  sqlite3* handle = db.handle();
  for (const int option : {SQLITE_DBCONFIG_DEFENSIVE})
    sqlite3_db_config(handle, option, 1, nullptr);
  for (const int option : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
                           SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_WRITABLE_SCHEMA})
    sqlite3_db_config(handle, option, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kMaxValue);
  sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, kMaxSql);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_busy_timeout(handle, wait_ms);
  return db.run("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=OFF; PRAGMA cache_size=-32000;");
}

// The schema as text, one row a line; the same for every file that has it.
Result<std::string> schema_text(Database& db) {
  auto rows = db.prepare("SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema ORDER BY type, name");
  if (!rows) return rows.error();
  std::string out;
  for (;;) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) return out;
    for (int i = 0; i < 4; ++i) out += rows->text(i) + "\t";
    out += "\n";
  }
}

Result<std::string> wanted_schema() {
  auto db = Database::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, "");
  if (!db) return db.error();
  if (const auto made = db->run(kSchema); !made) return made.error();
  return schema_text(*db);
}

Result<void> check_schema(Database& db, const std::string& path) {
  static const Result<std::string> wanted = wanted_schema();
  if (!wanted) return wanted.error();
  const auto found = schema_text(db);
  if (!found) return found.error();
  if (*found != *wanted) return Error{"foreign", "holds other tables, views or triggers than a case has; it is not opened", path};
  // Of the settings that a search index can carry, a case has only its version.
  auto settings = db.prepare("SELECT count(*) FROM search_config WHERE k <> 'version'");
  if (!settings) return settings.error();
  const auto row = settings->step();
  if (!row) return row.error();
  if (settings->integer(0) != 0) return Error{"foreign", "has settings in its search index that a case has not; it is not opened", path};
  return {};
}

std::string quoted_uri(const std::string& path) {
  std::string out = "file:";
  for (const char c : path) {
    if (std::isalnum(static_cast<unsigned char>(c)) || c == '/' || c == '.' || c == '-' || c == '_') out += c;
    else out += "%" + hex(std::string_view(&c, 1));
  }
  return out + "?immutable=1";
}

// On a medium that cannot be written there is no room for the write-ahead log's files: the file is then read as it lies.
bool only_readable(const std::string& path) {
  const auto slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  return (::access(path.c_str(), W_OK) != 0 || ::access(folder.c_str(), W_OK) != 0) && ::access((path + "-wal").c_str(), F_OK) != 0;
}

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> steps;  // format 1 is the first
  return steps;
}

}  // namespace

Result<Database> open_case_database(const std::string& path, const SqliteOptions& options) {
  if (const auto head = check_head(path); !head) return head.error();
  const std::string layer = page_checksum_layer(options.base_layer, options.lenient);
  const bool fixed = only_readable(path);
  auto db = fixed ? Database::open(quoted_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, layer)
                  : Database::open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, layer);
  if (!db) return db.error();
  if (const auto done = harden(*db, options.wait_ms); !done) return done.error();
  if (const auto done = migrate(*db, migrations(), kCaseFormat); !done) return done.error();
  if (const auto done = check_schema(*db, path); !done) return done.error();
  return db;
}

Result<Database> create_case_database(const std::string& path, const SqliteOptions& options) {
  auto db = Database::open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, page_checksum_layer(options.base_layer));
  if (!db) return db.error();
  int reserve = static_cast<int>(kPageReserve);
  if (const auto done = db->run(("PRAGMA page_size=" + std::to_string(kPageSize)).c_str()); !done) return done.error();
  sqlite3_file_control(db->handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
  const std::string marks = "PRAGMA application_id=" + std::to_string(kApplicationId) + "; PRAGMA user_version=" + std::to_string(kCaseFormat) + ";";
  for (const std::string& sql : {std::string("PRAGMA auto_vacuum=NONE; BEGIN;"), marks, std::string(kSchema), std::string("COMMIT;")})
    if (const auto done = db->run(sql.c_str()); !done) return done.error();
  return db;
}

Result<void> migrate(Database& db, const std::vector<Migration>& steps, int to) {
  auto asked = db.prepare("PRAGMA user_version");
  if (!asked) return asked.error();
  const auto row = asked->step();
  if (!row) return row.error();
  int at = static_cast<int>(asked->integer(0));
  asked->reset();
  if (at == to) return {};
  if (const auto begun = db.run("BEGIN IMMEDIATE"); !begun) return begun.error();
  for (; at != to; ++at) {
    const Migration* step = nullptr;
    for (const auto& s : steps)
      if (s.from == at) step = &s;
    const auto done = step ? db.run(step->sql) : Result<void>(Error{"broken", "is of format " + std::to_string(at) + ", which no version of Attest wrote", ""});
    if (!done) {
      static_cast<void>(db.run("ROLLBACK"));
      return done.error();
    }
  }
  if (const auto marked = db.run(("PRAGMA user_version=" + std::to_string(to)).c_str()); !marked) return marked.error();
  return db.run("COMMIT");
}

bool is_case_file(const std::string& path) {
  const std::string head = file_head(path);
  if (head.starts_with(kLockedMagic)) return true;
  return head.size() == 100 && head.starts_with(kMagic) && big_endian(head, 68) == static_cast<std::uint32_t>(kApplicationId);
}

}  // namespace attest
