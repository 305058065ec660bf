#pragma once
// What the commands on a case share: opening it, who writes, and where time and randomness come from.
#include "cli/run.h"
#include "store/store.h"

namespace attest {

// The case that the first input names, with --wait.
Result<std::unique_ptr<SqliteStore>> open_case(const Args& args);
Result<SqliteOptions> case_options(const Args& args);

// The machine's clock and random source, and the role of --by.
Result<Recorder> recorder_for(const Args& args);

// The inputs after the case.
std::vector<std::string> inputs_after_case(const Args& args);

// A report by its number or the first digits (6 at least) of its hash, with or without "sha256:".
Result<ReportRow> find_report(CaseReader& reader, std::string_view named);

// A whole file of at most 1 MiB: keys, answers, passphrases.
Result<std::string> read_small_file(const std::string& path);

}  // namespace attest
