#pragma once
#include <algorithm>
#include <string>
#include <string_view>

namespace attest {

// ASCII letters in lower case, all other bytes as they are: for names of headers, tags and formats, never for words of a text.
inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
inline std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

}  // namespace attest
