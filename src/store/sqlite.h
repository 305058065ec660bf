#pragma once
// SQLite as values: a connection and prepared statements that close themselves, errors as Result. Nothing else of the store calls the C API.
#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/base.h"

namespace attest {

class SqlStatement;

// One connection. Used by one thread at a time.
class Database {
 public:
  // `layer` names the file layer, "" the default one.
  static Result<Database> open(const std::string& path, int flags, const std::string& layer);

  Result<void> run(const char* sql);  // one or several statements without results
  Result<SqlStatement> prepare(std::string_view sql);
  sqlite3* handle() const { return db_.get(); }
  // What the last failed call means for a person: busy | disk_full | broken | read_only | unreadable.
  Error error() const;

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };
  std::unique_ptr<sqlite3, Close> db_;
  std::string path_;
};

// One prepared statement; parameters count from 1, columns from 0. The database must outlive it.
class SqlStatement {
 public:
  SqlStatement& bind(int at, std::int64_t value);
  SqlStatement& bind(int at, std::string_view text);
  SqlStatement& bind_blob(int at, std::string_view bytes);
  SqlStatement& bind_null(int at);

  Result<bool> step();       // whether there is a row
  Result<void> run();        // steps to the end, then is ready for new parameters
  SqlStatement& reset();

  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
  std::string text(int column) const;  // of a text or a blob

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  SqlStatement(sqlite3_stmt* statement, const Database* database) : statement_(statement), database_(database) {}
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  const Database* database_;
};

}  // namespace attest
