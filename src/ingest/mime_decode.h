#pragma once
// Transfer encodings of mail and feeds. What is no part of the encoding is passed over.
#include <string>
#include <string_view>

namespace attest {

std::string decode_base64(std::string_view text);
// `underscore_is_space`: as in encoded words of headers.
std::string decode_quoted_printable(std::string_view text, bool underscore_is_space = false);

}  // namespace attest
