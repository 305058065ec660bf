#pragma once
#include <vector>

#include "model/model.h"

namespace attest {

// The sentences of a report, in order, without overlaps: those of its tokens, else a plain split at stops and line breaks.
std::vector<Span> sentence_spans(const Analysis& analysis);

}  // namespace attest
