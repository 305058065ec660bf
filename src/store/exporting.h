#pragma once
#include "store/recorder.h"

namespace attest {

// The body of an entry "exported": what left the case, for whom and why. Written for names and originals, which are not for everybody.
struct Exporting {
  std::string salt, what, basis, purpose, recipient;
};
Result<LogEntry> log_export(CaseWriter& writer, const Recorder& recorder, Exporting exporting);

// All originals and the log as one tar file at `path` (mode 0600, replaced): originals/HASH, captures.jsonl, log.jsonl. In clear: the caller
// encrypts it and removes it.
Result<void> write_originals(CaseReader& reader, const std::string& path);

}  // namespace attest
