#pragma once
#include <vector>

#include "link/group.h"

namespace attest {

// Splits one report's claims into the happenings that it speaks of: the main one, others of a round-up, earlier ones, the war as a whole.
// `facts` is in text order and must outlive the result.
std::vector<Group> happenings(const std::vector<ClaimFacts>& facts);

}  // namespace attest
