#pragma once
#include "store/recorder.h"

namespace attest {

struct Merged {
  std::uint64_t added = 0, versions = 0, same = 0, forgotten = 0, decisions = 0;
  std::vector<Problem> conflicts;  // decisions of the other case that say otherwise than one of this: not taken over
  std::vector<Problem> lost;       // what could not be read there, or is not what its hash says
};

struct MergeOptions {
  // For an original whose analysis is lost: makes a new one. Empty: such reports are lost.
  std::function<Result<Analysis>(const RawDocument&)> analyze;
  MadeBy made_by;                 // of those
  std::string note = "merged";    // "salvaged"
};

// Takes over from another case every report that this one has not: original, capture as it was recorded there, latest analysis; and decisions
// still in force, with who made them where and when. What either case has forgotten stays out. Nothing is taken that is not what its hash
// says. The other case's log stays with the other case: one entry here names its id and head.
Result<Merged> merge_case(CaseWriter& writer, const Recorder& recorder, CaseReader& other, const MergeOptions& options = {});

}  // namespace attest
