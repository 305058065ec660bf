#pragma once
#include <memory>
#include <string>

#include "store/interface.h"

namespace attest {

struct SqliteOptions {
  int wait_ms = 10000;      // for another writer
  std::string base_layer;   // file layer below the checksums, "" the system's; tests inject faults here
  bool lenient = false;     // hand on broken pages: for salvage alone
};

// A case in one SQLite file (docs/formats/case.md): write-ahead log while it is open, one file when closed. The file may come from a
// stranger: nothing in it is ever run as SQL, and a schema other than ours is refused.
class SqliteStore final : public Store {
 public:
  // Makes the file; "exists" where there is one. It appears whole or not at all.
  static Result<std::unique_ptr<SqliteStore>> create(const std::string& path, const CaseInfo& info, const SqliteOptions& options = {});
  // not_found | foreign (no case) | locked (encrypted) | newer_format | broken | unreadable
  static Result<std::unique_ptr<SqliteStore>> open(const std::string& path, const SqliteOptions& options = {});
  ~SqliteStore() override;

  Result<std::unique_ptr<CaseReader>> read() override;
  Result<std::unique_ptr<CaseWriter>> write() override;
  Result<void> compact() override;
  const CaseInfo& info() const { return info_; }

 private:
  SqliteStore(std::string path, SqliteOptions options);
  std::string path_;
  SqliteOptions options_;
  CaseInfo info_;
  std::unique_ptr<class SqliteCase> keeper_;  // idle; keeps the write-ahead log for as long as the store is open
};

// Whether the file begins as a case, plain or encrypted.
bool is_case_file(const std::string& path);

}  // namespace attest
