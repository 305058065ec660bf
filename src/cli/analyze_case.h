#pragma once
#include "cli/case_run.h"

namespace attest {

// `attest analyze CASE`: every report again whose analysis was made by other rules; then the decisions that a person should look at.
int analyze_case(const Args& args);

}  // namespace attest
