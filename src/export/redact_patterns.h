#pragma once
// What finds a person without a name: handles, addresses, telephone numbers, positions, ages, names in another script.
#include <string_view>
#include <vector>

#include "export/privacy.h"
#include "export/redact.h"
#include "export/scan.h"

namespace attest {

std::vector<Edit> pattern_edits(std::string_view text, const std::vector<Word>& words, const PrivacyRules& rules);

// Stretches between quotation marks, without the marks; a paragraph's end closes what stands open.
std::vector<Span> quoted_stretches(std::string_view text);

}  // namespace attest
