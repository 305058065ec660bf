#pragma once
// Sentences and tokens of a text, with offsets kept.
#include <string_view>

#include "model/model.h"

namespace attest {

// Splits a text (valid UTF-8) into sentences and tokens by Universal Dependencies' conventions for English: hyphens, possessive
// 's and n't are tokens of their own; "U.S.", "1,300", "20th", "21:30", "12/03/2025", addresses and handles are one. Line breaks
// inside a sentence (as PDF text has them) do not end it; blank lines, and headings on a line of their own, do. Linear in the
// text's size.
Tokens tokenize(std::string_view text);

}  // namespace attest
