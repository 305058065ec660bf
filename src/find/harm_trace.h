#pragma once
// What `attest explain` is told of how the harm finder read a sentence.
#include "find/harm_groups.h"

namespace attest {

// Notes every token's roles, every number, noun phrase and harm word of the sentence into r.in.trace, which is set.
void trace_groups(const HarmReading& r, const HarmSentence& sentence);

}  // namespace attest
