#pragma once
#include "store/sqlite.h"
#include "store/sqlite_store.h"

namespace attest {

// A connection to a case that is safe to use on a stranger's file: defensive, no triggers, views, extensions or attached files, limits on
// sizes, the schema compared with ours.
Result<Database> open_case_database(const std::string& path, const SqliteOptions& options);

// A new file with our schema and nothing in it.
Result<Database> create_case_database(const std::string& path, const SqliteOptions& options);

// One step from an older format: the SQL that makes `from` into `from + 1`.
struct Migration {
  int from = 0;
  const char* sql = "";
};
// Takes the database through the steps in one transaction; "broken" where a step is missing or fails, and nothing has changed then.
Result<void> migrate(Database& database, const std::vector<Migration>& steps, int to);

}  // namespace attest
