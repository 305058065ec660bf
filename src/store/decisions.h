#pragma once
// What people decided: records that are never changed, bound to words of reports and not to numbers of an analysis, so that they survive
// the next one.
#include <set>

#include "store/recorder.h"

namespace attest {

struct Slot {
  std::string name;
  std::string value;  // "" unknown
};

// The body of an entry "decided". Which fields are used depends on `kind`:
//   accept, correct, reject   `at` the claim, `read` the claim as it stood; accept and correct: `slots`; reject with `slots`: those alone
//   set_aside                 `report`
//   merge_incidents           `at` and `with[0]`: a claim of each
//   split_incident            `with`: the claims that leave their incident together
//   merge_entities            `subject` into `into` (ids)
//   split_entity              `slots[0].value`: the words that are another than `subject`
//   grade                     `at` a claim of the incident, `slots`: happened | how_many | standing; `effect`, `scope` of the toll, `subject` the alleged
//   delay                     `slots[0].value`: days before which shared outputs give no place of refuge (METHOD 10)
//   note                      `at`, `report` or `subject`
struct Decision {
  std::string salt;
  std::string kind;
  std::string why;
  Anchor at;
  std::string read;
  std::vector<Slot> slots;
  std::vector<Anchor> with;
  std::string report, subject, into, effect, scope;
  std::string from_case, from_by, from_at;  // where it came in with another case
};
std::string decision_json(const Decision& decision);
Result<Decision> read_decision(std::string_view json, const std::string& where);

// The body of an entry "undone".
struct Undo {
  std::string salt;
  std::string why;
  std::int64_t of = 0;  // entry
};
Result<Undo> read_undo(std::string_view json, const std::string& where);

struct ActiveDecision {
  LogEntry entry;
  Decision decision;
};

// The days of a "delay"; nullopt where the decision is another, or what it says no number of days.
std::optional<int> delay_days(const Decision& decision);

// Writes a decision after checking that it says what its kind needs; the report that it concerns becomes the entry's subject.
Result<LogEntry> decide(CaseWriter& writer, const Recorder& recorder, Decision decision);
// Takes a decision, or an undoing, back.
Result<LogEntry> undo(CaseWriter& writer, const Recorder& recorder, std::uint64_t seq, const std::string& why);
// Decisions in order that were not undone. An undoing that was itself undone does not count.
Result<std::vector<ActiveDecision>> active_decisions(CaseReader& reader);

// A decision on a claim as it reads now: accept with the values of all slots (or of some), correct with values, reject.
Decision claim_decision(std::string_view kind, const Analysis& analysis, const Claim& claim, std::vector<Slot> slots, std::string why);

}  // namespace attest
