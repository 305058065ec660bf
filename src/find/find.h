#pragma once
// What a report says: one finder a file. Each finder is a function from the report and what earlier finders found to new values.
#include "know/know.h"
#include "model/model.h"

namespace attest {

// Everything there is to find in one report. `parse` may be empty.
Findings find_all(const Report& report, const Tokens& tokens, const Parse& parse, const Knowledge& know);

}  // namespace attest
