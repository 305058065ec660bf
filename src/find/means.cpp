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
  for (std::size_t i = 0; i < in_sentence.size(); ++i) {  // gas is named among the weapons that carried it, unless "air strikes and gas"
    if (in_sentence[i].means != Means::kChemical) continue;
    const bool joined = i > 0 && in_sentence[i - 1].means == Means::kAirstrike && in_sentence[i].token <= in_sentence[i - 1].token + 3;
    if (!joined) return Means::kChemical;
  }
  Means best = Means::kNone;
  std::uint32_t distance = 0;
  const MeansWord* nearest = nullptr;
  for (const auto& word : in_sentence) {
    const auto d = word.token > token ? word.token - token : token - word.token;
    if (best == Means::kNone || d < distance) best = word.means, distance = d, nearest = &word;
  }
  for (const auto& word : in_sentence)  // of two that are joined, the first
    if (nearest && word.token < nearest->token && nearest->token - word.token <= 3 && r.has_and(word.token, nearest->token)) return word.means;
  return best;
}

}  // namespace attest
