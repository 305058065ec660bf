#pragma once
#include <vector>

#include "find/speech_relations.h"

namespace attest {

// speech_stances.cpp: what somebody holds, wants, backs or attacks with words, where the verb, noun or adjective for it is too common to be
// read by its neighbours alone ("focus", "his support for", "wary of"). The words are in lang/en/stance_*.toml. The parse must agree
// twice: on the part of speech, and on who holds it and what is held; without a parse nothing is added. Acts found before keep their
// place: nothing is added inside what they say or beside their cue.
void add_stances(const SpeechText& s, std::vector<SpeechAct>& acts);

}  // namespace attest
