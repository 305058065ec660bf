#pragma once
#include <vector>

#include "find/finders.h"

namespace attest {

// Words of doubt or distance (lang/en/hedges.toml), in text order; who hedges is left to those who know whose words they are.
std::vector<Hedge> find_hedges(const FindInput& in);

}  // namespace attest
