#pragma once
#include "find/speech_relations.h"

namespace attest {

// Words of doubt and distance with their types (lang/en/hedges.toml) and short words in quotation marks that nobody is said to have
// said (type scare_quotes), in text order. The cue of an act of speech is none ("the monitor reported").
std::vector<Hedge> find_hedges(const SpeechText& s, const std::vector<SpeechAct>& acts);

}  // namespace attest
