#pragma once
#include <cstdint>
#include <vector>

#include "link/group.h"

namespace attest {

// The keys under which two happenings must meet to be thought one incident: equal keys are candidates. Days are widened by one
// and cells by one cell to one side, so happenings of neighbouring days and of places within a quarter of a degree share one.
std::vector<std::uint32_t> block_keys(const Group& g);

}  // namespace attest
