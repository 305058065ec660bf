#pragma once
#include "store/recorder.h"

namespace attest {

// The body of an entry "exported": what left the case, for whom and why. Written for names and originals, which are not for everybody.
struct Exporting {
  std::string salt, what, basis, purpose, recipient;
};
Result<LogEntry> log_export(CaseWriter& writer, const Recorder& recorder, Exporting exporting);

// All originals and the log as one tar file into an open file: originals/HASH, captures.jsonl, log.jsonl. In clear: give a file without a
// name, and encrypt it. `fd` stays open.
Result<void> write_originals(CaseReader& reader, int fd);

}  // namespace attest
