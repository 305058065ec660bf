#include "store/sqlite.h"

#include <limits>

namespace attest {

Result<Database> Database::open(const std::string& path, int flags, const std::string& layer) {
  sqlite3* db = nullptr;
  const int status = sqlite3_open_v2(path.c_str(), &db, flags, layer.empty() ? nullptr : layer.c_str());
  Database out;
  out.db_.reset(db);
  out.path_ = path;
  if (status != SQLITE_OK) return out.error();
  sqlite3_extended_result_codes(db, 1);
  return out;
}

Error Database::error() const {
  const int code = db_ ? sqlite3_extended_errcode(db_.get()) : SQLITE_NOMEM;
  const std::string said = db_ ? sqlite3_errmsg(db_.get()) : "no memory";
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"busy", "another program is writing to this case; wait for it, or try again with a longer --wait", path_};
    case SQLITE_FULL:
      return {"disk_full", "the disk is full; nothing of this step was kept. Make room and run the command again", path_};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {"broken", "is damaged (" + said + "); attest verify says where, attest salvage saves what is whole", path_};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {"read_only", "may not be written here", path_};
    case SQLITE_CANTOPEN:
      return {"unreadable", "cannot be opened", path_};
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_DATA)
        return {"broken", "a page of the file is damaged; attest verify says where, attest salvage saves what is whole", path_};
      return {"unreadable", "the disk failed (" + said + "); nothing of this step was kept", path_};
    default:
      return {"unreadable", said, path_};
  }
}

Result<void> Database::run(const char* sql) {
  if (sqlite3_exec(db_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) return error();
  return {};
}

Result<SqlStatement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK) return error();
  return SqlStatement(statement, this);
}

SqlStatement& SqlStatement::bind(int at, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), at, value);
  return *this;
}

SqlStatement& SqlStatement::bind(int at, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), at, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

SqlStatement& SqlStatement::bind_blob(int at, std::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), at, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_TRANSIENT);
  return *this;
}

SqlStatement& SqlStatement::bind_null(int at) {
  sqlite3_bind_null(statement_.get(), at);
  return *this;
}

Result<bool> SqlStatement::step() {
  const int status = sqlite3_step(statement_.get());
  if (status == SQLITE_ROW) return true;
  if (status == SQLITE_DONE) return false;
  Error error = database_->error();
  sqlite3_reset(statement_.get());
  return error;
}

Result<void> SqlStatement::run() {
  for (;;) {
    const auto row = step();
    if (!row) return row.error();
    if (!*row) break;
  }
  reset();
  return {};
}

SqlStatement& SqlStatement::reset() {
  sqlite3_reset(statement_.get());
  return *this;
}

std::string SqlStatement::text(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return data ? std::string(static_cast<const char*>(data), static_cast<std::size_t>(size)) : std::string();
}

}  // namespace attest
