#pragma once
#include <vector>

#include "find/speech_sources.h"

namespace attest {

// Mentions of those who are named in the lists, and of the persons who speak by name.
std::vector<Mention> find_actors(const SpeechText& s, const std::vector<Speaker>& speakers);

}  // namespace attest
