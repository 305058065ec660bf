#pragma once
// What the words of lang/en/people_names.toml do beside a person's name; the values of HarmWords::particle_at (those inside or before a name),
// months_at and identified_at (those that lead to names).
#include <cstdint>

#include "know/harm_words.h"

namespace attest {

enum class NameWord : std::uint8_t { kParticle, kShe, kHe, kTitle, kMonths, kIdentified, kCalled, kNaming, kBeside };

// Whether one of a table's phrases of that kind begins at a token; its length, 0 where none does.
inline std::uint32_t name_word_at(const PhraseTable& table, const Tokens& tokens, std::size_t token, NameWord word) {
  const auto match = table.longest_at(tokens, token);
  return match && static_cast<NameWord>(match.value) == word ? match.length : 0;
}

}  // namespace attest
