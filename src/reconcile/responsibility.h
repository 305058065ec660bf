#pragma once
#include "reconcile/said.h"

namespace attest {

// Who is said to be responsible, by whom, and who denies it (METHOD 8). Each allegation covers only the readings of the claims whose sentence
// names the alleged. Ordered by name.
std::vector<Responsibility> responsibilities(const std::vector<Said>& said, const std::vector<Toll>& tolls, const CaseFacts& facts);

}  // namespace attest
