#pragma once
#include "store/recorder.h"

namespace attest {

// The body of an entry "forgotten".
struct Forgetting {
  std::string salt;
  std::string reason;                // class only: what happened to whom does not belong into a log
  std::vector<std::int64_t> bodies;  // entries whose bodies went with the report: its capture, its analyses, decisions that quoted it
};
Result<Forgetting> read_forgetting(std::string_view json, const std::string& where);

// consent_withdrawn | danger | court_order | error | other
bool is_forget_reason(std::string_view reason);

// Removes a report: original, text, findings, index, and every body of the log that tells of it. Hash, day and class of reason stay. Until
// Store::compact() has run, the bytes may still lie in free pages of the file.
Result<LogEntry> forget_report(CaseWriter& writer, const Recorder& recorder, const ReportRow& row, const std::string& reason);

}  // namespace attest
