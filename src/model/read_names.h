#pragma once
#include <string_view>

#include "model/findings.h"

namespace attest {

// Reads what name() wrote; false, and `out` untouched, for another word.
bool read_name(std::string_view word, Effect& out);
bool read_name(std::string_view word, Modifier& out);
bool read_name(std::string_view word, VictimStatus& out);
bool read_name(std::string_view word, Extent& out);
bool read_name(std::string_view word, Means& out);
bool read_name(std::string_view word, Certainty& out);
bool read_name(std::string_view word, Unit& out);
bool read_name(std::string_view word, Measure& out);
bool read_name(std::string_view word, Precision& out);
bool read_name(std::string_view word, Tie& out);
bool read_name(std::string_view word, QuoteKind& out);
bool read_name(std::string_view word, MentionType& out);

}  // namespace attest
