#pragma once
// Bytes to valid UTF-8.
#include <string>
#include <string_view>

#include "base/base.h"

namespace attest {

// Text that says nothing of its encoding (.txt, .md, JSON, CSV): UTF-8, with or without a mark, or UTF-16 with one. The mark is
// dropped, nothing else changes. NUL bytes or many control characters give binary, other bytes bad_encoding with the offset: a
// legacy encoding is not guessed, because a wrong guess would change names and figures without a trace.
Result<std::string> decode_plain(std::string_view bytes, const std::string& where);

// A web page: mark, `given` (of a HTTP header or record, may be empty), <meta>, detection, in this order; bytes that fit no
// encoding become U+FFFD. Never fails: browsers show such pages too.
std::string decode_page(std::string_view bytes, std::string_view given);

}  // namespace attest
