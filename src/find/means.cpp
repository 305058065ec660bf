#include "find/means.h"

namespace attest {

std::vector<MeansWord> find_means(const HarmReading& r, const Sentence& sentence) {
  std::vector<MeansWord> out;
  for (auto i = sentence.first; i < sentence.last;) {
    const auto match = r.words.means_at.longest_at(r.in.tokens, i);
    if (match) out.push_back({i, r.words.means[match.value]});
    i += match ? match.length : 1;
  }
  return out;
}

Means means_of(const HarmReading& r, const std::vector<MeansWord>& in_sentence, std::int16_t harm, std::uint32_t token) {
  if (const auto own = r.harm(harm).means; own != Means::kNone) return own;
  for (const auto& word : in_sentence)  // gas is named among the weapons that carried it
    if (word.means == Means::kChemical && in_sentence.front().means != Means::kAirstrike) return Means::kChemical;
  Means best = Means::kNone;
  std::uint32_t distance = 0;
  for (const auto& word : in_sentence) {
    const auto d = word.token > token ? word.token - token : token - word.token;
    if (best == Means::kNone || d < distance) best = word.means, distance = d;
  }
  return best;
}

}  // namespace attest
