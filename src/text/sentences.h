#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace attest {

// Puts `out.sentences` over the tokens of `text`. `lines_before[i]`: line breaks between token i-1 and token i, at most 2; two or
// more with nothing but space between are a blank line. Every token is in exactly one sentence; no sentence has more than
// kMaxSentence tokens.
void split_sentences(std::string_view text, const std::vector<std::uint8_t>& lines_before, Tokens& out);

inline constexpr std::uint32_t kMaxSentence = 1000;

}  // namespace attest
