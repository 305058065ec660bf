#pragma once
// From linked claims to readings over time, estimates under published policies, grades and contradictions, each with its reasons.
#include <map>
#include <span>
#include <string>
#include <vector>

#include "know/rules.h"
#include "model/model.h"

namespace attest {

// A policy of the user's own, as a small data file: which origins count, how sure it has to be, how vague words count (docs/formats/policy.md).
struct OwnPolicy {
  enum class Use { kIgnore, kHigh, kFull };      // takes no part | may raise the high end | decides like any other
  enum class Best { kLowest, kLatest, kHighest };  // of the readings that decide

  std::string name;                  // as the outputs call it
  std::string summary;
  std::vector<std::string> origins;  // ids or names of sources that count; empty: all
  std::vector<std::string> without;  // that do not
  std::vector<std::string> kinds;    // kinds of source that count; empty: all
  Use unsourced = Use::kIgnore;
  Use enemy_losses = Use::kHigh;
  Use vague = Use::kIgnore;
  std::map<std::int64_t, std::int64_t> vague_as;  // the number that the words mean (METHOD 2) -> the number that they count as here
  int independent_origins = 1;       // origins that must support the best number; 2: the highest floor that two support
  int window_days = 2;               // older figures than the latest by more than this bound nothing
  Best best = Best::kLatest;
};

// Reads the file's text. Errors name the line and what may stand there. Bounds: 64 KiB, 200 names.
Result<OwnPolicy> parse_own_policy(std::string_view text, std::string_view path);

// A published policy as `attest policies` explains it: each rule with the codebook that says so, or that it is our own proposal.
struct PolicyInfo {
  std::string name, title, summary, source;
  std::vector<std::pair<std::string, std::string>> rules;  // text, source
};
std::vector<PolicyInfo> policy_infos();

struct ReconcileOptions {
  std::string policy = "ucdp";
  std::optional<Date> as_of;     // default: the latest report day
  std::optional<Date> known_by;  // reports published later are left out
  std::string only_incident;     // id of the one incident to account for, in a case where that is all that is asked; "" all
  const Decisions* decisions = nullptr;  // what people decided; kept by the caller for the time of the call
  const Lexicon* lexicon = nullptr;      // its file `changes` types falls and transitions; without it they are told by figures alone
  const OwnPolicy* own_policy = nullptr; // a policy of the user's own, computed beside the others
};

// Whether a report was published by a day. One that does not say when it was is not known to have been.
bool published_by(const Findings& findings, const Date& day);

Dossier reconcile(std::span<const Analysis> analyses, const Links& links, const ReconcileOptions& options);

}  // namespace attest
