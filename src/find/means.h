#pragma once
#include "find/harm_groups.h"

namespace attest {

// A word that tells the means, with its token.
struct MeansWord {
  std::uint32_t token = 0;
  Means means = Means::kNone;
};

std::vector<MeansWord> find_means(const HarmReading& reading, const Sentence& sentence);

// The means of a harm word: its own, else the one named nearest to it in its sentence.
Means means_of(const HarmReading& reading, const std::vector<MeansWord>& in_sentence, std::int16_t harm, std::uint32_t token);

}  // namespace attest
