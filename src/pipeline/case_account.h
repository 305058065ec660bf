#pragma once
// The account of a case: the latest analyses of its reports, linked and reconciled, with people's decisions in effect.
#include "pipeline/pipeline.h"
#include "store/store.h"

namespace attest {

// Reads the latest analysis of a report, with its tokens.
Result<Analysis> load_analysis(CaseReader& reader, std::uint64_t report);

// An account with the decisions that made it what it is: whether each is in effect, and which a person should look at again.
struct CaseAccount : Account {
  std::vector<AppliedDecision> decisions;
};

// The whole case. A report that was replaced by a newer version of its address takes no part. Links all of it: seconds for thousands of reports.
Result<CaseAccount> case_account(CaseReader& reader, const Knowledge& know, const ReconcileOptions& options);

// One incident, as the last linking left it: nothing else is read or linked. "not_found" for an id that there is not; "stale" where no
// linking is kept, or reports or decisions came since (see link_case).
Result<CaseAccount> incident_account(CaseReader& reader, std::string_view id, const Knowledge& know, const ReconcileOptions& options);

// Links the whole case and keeps the result for incident_account; writes nothing where what is kept still holds.
Result<void> link_case(Store& store, const Knowledge& know);

// What a kept linking holds for: the last entry that changed what the case says, and the program that linked.
Result<std::string> linking_state(CaseReader& reader, const Knowledge& know);

// Analyses every report of the case whose analysis was made by another version, rules, model or places. `done` is called after each commit
// with the number of reports looked at so far; gives how many were analysed anew.
Result<std::size_t> reanalyze_case(Store& store, const Recorder& recorder, const Knowledge& know, const PipelineOptions& options,
                                   const std::function<void(std::size_t)>& done);

}  // namespace attest
