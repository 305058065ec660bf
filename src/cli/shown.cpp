#include "cli/shown.h"

#include "base/base.h"

namespace attest {
namespace {

bool turns_writing(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F; }
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

}  // namespace

std::string shown(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode_utf8(text, at);
    if (is_control(next.code)) out += ' ';
    else if (!turns_writing(next.code)) append_utf8(out, next.code);
    at += next.size;
  }
  return out;
}

std::string short_id(std::string_view id) {
  constexpr std::size_t kBegin = 7, kDigits = 12;  // after "sha256:"
  return id.size() < kBegin + kDigits ? "?" : std::string(id.substr(kBegin, kDigits));
}

}  // namespace attest
