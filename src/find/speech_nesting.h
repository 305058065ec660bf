#pragma once
#include <vector>

#include "find/speech_relations.h"

namespace attest {

// Speech within speech. Both are linear but for sorting.

// Of each act the innermost other one whose content holds its cue, or -1.
std::vector<int> find_parents(const std::vector<SpeechAct>& acts);

// The acts without those that only tell what somebody's words are about: in "he said they wanted bread" nobody else speaks. What stays is
// what the words pass on from somebody else. Of two in each other's words one is the inner one. `speaker_of` follows.
std::vector<SpeechAct> without_inner_acts(const SpeechText& s, std::vector<SpeechAct> acts);

}  // namespace attest
