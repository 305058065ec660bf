#pragma once
#include <memory>

#include "store/interface.h"

namespace attest {

struct MemoryCase;

// A case in memory: the twin of SqliteStore for tests, and for anything that wants a case without a file. Readers hold the state that they
// began with; a second writer is told "busy" at once.
class MemoryStore final : public Store {
 public:
  explicit MemoryStore(const CaseInfo& info);
  ~MemoryStore() override;
  Result<std::unique_ptr<CaseReader>> read() override;
  Result<std::unique_ptr<CaseWriter>> write() override;
  Result<void> compact() override { return {}; }

 private:
  friend class MemoryCaseAccess;
  std::shared_ptr<const MemoryCase> state_;
  std::shared_ptr<bool> writing_;  // shared with the writer, which may outlive a test's patience but not the store
};

}  // namespace attest
