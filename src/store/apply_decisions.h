#pragma once
// Lets decisions take effect where a dossier is made: on what was read, on how it was linked, on what was computed. Pure; what a person
// decided wins over what rules say.
#include <map>
#include <set>

#include "store/decisions.h"

namespace attest {

struct AppliedDecision {
  LogEntry entry;
  Decision decision;
  bool applies = true;
  std::string look;  // why a person should look at it again; "" no need
};

struct Review {
  std::vector<AppliedDecision> decisions;  // in order
  std::set<ClaimRef> claims;               // accepted or corrected as a whole
};

// Sets reports aside, then corrects, removes and restores claims. `newest` gives for the id of a replaced report that of its newest version.
Review apply_to_analyses(const std::vector<ActiveDecision>& decisions, const std::map<std::string, std::string>& newest, std::vector<Analysis>& analyses);
// Merges and splits incidents and sources.
void apply_to_links(Review& review, const std::vector<Analysis>& analyses, Links& links);
// What `reconcile` is to obey: reviewed claims and grades, bound to the claims of these analyses.
Decisions rulings(const Review& review, const std::vector<Analysis>& analyses);
// Overrides grades where that has not been done, sets the delay of places, and says of every figure whether a person reviewed it.
void apply_to_dossier(Review& review, const std::vector<Analysis>& analyses, Dossier& dossier);

// The claim that an anchor means in a report as it reads now: the same words, else one of the same harm that overlaps them.
const Claim* claim_at(const Analysis& analysis, const Anchor& anchor, std::optional<Effect> effect);

}  // namespace attest
