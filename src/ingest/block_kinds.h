#pragma once
#include "ingest/text_blocks.h"

namespace attest {

// How much running text a block holds: its letters outside links, nothing where it is too short or looks like a label.
double prose(const TextBlock& block);
// Lines that templates put between paragraphs, alone in a block.
bool is_label(const TextBlock& block);

}  // namespace attest
