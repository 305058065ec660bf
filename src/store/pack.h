#pragma once
#include <string>
#include <string_view>

#include "base/base.h"

namespace attest {

// One zstd frame with its content's size. With a prefix the frame may refer back into it (ZSTD_CCtx_refPrefix), so findings, which repeat
// words of their report's text, cost little; unpacking then needs the same prefix.
std::string pack(std::string_view bytes, std::string_view prefix = {});

// The bytes; "broken" where the frame is none, is cut, or holds more than `limit` bytes.
Result<std::string> unpack(std::string_view packed, std::string_view prefix, std::uint64_t limit);

// What stands before a report's text as the prefix of its findings: the words that all findings share. Part of format 1, never to change.
std::string_view findings_prefix();

// The same for kept incidents, which are derived: it may change.
std::string_view links_prefix();

}  // namespace attest
