#include "store/store.h"

namespace attest {

Result<std::unique_ptr<SqliteStore>> create_case(const std::string& path, const Recorder& recorder, const SqliteOptions& options) {
  auto store = SqliteStore::create(path, new_case_info(recorder), options);
  if (!store) return store.error();
  auto writer = (*store)->write();
  if (!writer) return writer.error();
  if (const auto entry = append_entry(**writer, recorder, act::kCreated, "", ""); !entry) return entry.error();
  if (const auto done = (*writer)->commit(); !done) return done.error();
  return store;
}

}  // namespace attest
