#pragma once
#include "base/hex.h"
#include "store/interface.h"

namespace attest {

// Who writes, and where time and randomness come from. The program's edge makes one; nothing below asks the machine.
struct Recorder {
  std::function<std::int64_t()> seconds;  // since 1970-01-01 00:00 UTC
  Random random;
  std::string by;       // role code: letters, digits, '-', '_', at most 32; never a person's name (METHOD 10)
  std::string version;  // of the program

  std::string now() const { return utc_text(seconds()); }
  // 32 hex digits that make the hash of a body say nothing about what stands in it.
  std::string salt() const { return hex(random(16)); }
};

Result<void> check_role(std::string_view by);

// A new case's values: id and secret drawn, time taken.
CaseInfo new_case_info(const Recorder& recorder);

// Appends the entry that follows the last one. `body` "" is none. Gives the entry as written.
Result<LogEntry> append_entry(CaseWriter& writer, const Recorder& recorder, std::string_view act, std::string_view subject, const std::string& body);

// The hash that the first entry has for the one before it.
std::string first_previous(const CaseInfo& info);

}  // namespace attest
