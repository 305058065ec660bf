#include "model/tokens.h"

#include <algorithm>

namespace attest {

std::size_t Tokens::sentence_at(std::uint32_t byte) const {
  const auto it = std::upper_bound(sentences.begin(), sentences.end(), byte, [](std::uint32_t b, const Sentence& s) { return b < s.span.begin; });
  return it == sentences.begin() ? sentences.size() : static_cast<std::size_t>(it - sentences.begin()) - 1;
}

std::size_t Tokens::sentence_of(std::size_t token) const {
  const auto it = std::upper_bound(sentences.begin(), sentences.end(), token, [](std::size_t t, const Sentence& s) { return t < s.first; });
  return it == sentences.begin() ? sentences.size() : static_cast<std::size_t>(it - sentences.begin()) - 1;
}

std::size_t Tokens::token_at(std::uint32_t byte) const {
  const auto it = std::upper_bound(tokens.begin(), tokens.end(), byte, [](std::uint32_t b, const Token& t) { return b < t.span.end; });
  return static_cast<std::size_t>(it - tokens.begin());
}

}  // namespace attest
