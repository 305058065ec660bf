#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/model.h"

namespace attest {

// Where, in words: the one place, or the first of several, or their provinces where many lie in more than one. "" where none is known.
std::string places_in_words(const std::optional<Located>& place, const std::vector<Located>& places);

}  // namespace attest
