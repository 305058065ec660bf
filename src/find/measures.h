#pragma once
// What a figure measures (METHOD 1): one event, a running total, a stock or a flow.
#include "find/harm_groups.h"

namespace attest {

// For a claim of this effect whose words stand in tokens [first, last) of the sentence. `dates`: the report's time expressions.
Measure measure_of(const HarmReading& r, const Sentence& sentence, Effect effect, std::uint32_t first, std::uint32_t last);

}  // namespace attest
