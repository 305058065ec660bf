#pragma once
#include "reconcile/denying.h"
#include "reconcile/said.h"

namespace attest {

// Who is said to be responsible, by whom, and who denies it (METHOD 8). Each allegation covers only the readings of the claims whose sentence
// names the alleged. Ordered by name.
std::vector<Responsibility> responsibilities(const std::vector<Said>& said, const std::vector<Toll>& tolls, const CaseFacts& facts);

// Whether two sources name two parties; a description that may fit anybody, or another name of the same, is no rival.
bool are_rivals(const Responsibility& a, const Responsibility& b, const Denying& denying);

}  // namespace attest
