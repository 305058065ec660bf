#include "base/utf8.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::uint32_t kBlock = 64;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Base letters of U+00C0 to U+017F, lower case, one ASCII letter each; '?' keeps the lower-cased letter itself.
constexpr std::string_view kLatin =  // three rows of 64
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatin.size() == 192);

bool in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

char32_t lower_simple(char32_t c) {
  if (in(c, U'A', U'Z')) return c + 32;
  if (in(c, 0xC0, 0xDE) && c != 0xD7) return c + 32;
  if (in(c, 0x100, 0x137) || in(c, 0x14A, 0x177)) return c | 1;
  if (in(c, 0x139, 0x148) || in(c, 0x179, 0x17E)) return (c & 1) ? c + 1 : c;
  if (in(c, 0x391, 0x3A9)) return c + 32;
  if (in(c, 0x410, 0x42F)) return c + 32;
  if (in(c, 0x400, 0x40F)) return c + 80;
  if (in(c, 0x1E00, 0x1EFF)) return c | 1;
  return c;
}

// Base letters of U+1E00..U+1EFF, as kLatin.
constexpr std::string_view kLatinAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyas????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";
static_assert(kLatinAdditional.size() == 256);

}  // namespace

Decoded decode_utf8(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char b0 = byte(at);
  if (b0 < 0x80) return {b0, 1};
  const Decoded bad{0xFFFD, 1};
  const std::uint32_t need = b0 >= 0xF0 ? 4 : b0 >= 0xE0 ? 3 : 2;
  if (b0 < 0xC2 || b0 > 0xF4 || at + need > text.size()) return bad;
  char32_t code = b0 & (0xFF >> (need + 1));
  for (std::uint32_t i = 1; i < need; ++i) {
    if (!is_continuation(text[at + i])) return bad;
    code = (code << 6) | (byte(at + i) & 0x3F);
  }
  const bool overlong = (need == 3 && code < 0x800) || (need == 4 && code < 0x10000);
  if (overlong || code > 0x10FFFF || in(code, 0xD800, 0xDFFF)) return bad;
  return {code, need};
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const Decoded d = decode_utf8(text, i);
    if (d.size == 1) return i;
    i += d.size;
  }
  return std::string_view::npos;
}

std::string to_valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    if (d.code == 0xFFFD && d.size == 1) append_utf8(out, 0xFFFD);
    else out.append(text.substr(i, d.size));
    i += d.size;
  }
  return out;
}

char32_t fold_case(char32_t c) {
  if (c < 0x80) return in(c, U'A', U'Z') ? c + 32 : c;
  if (in(c, 0xC0, 0x17F)) {
    const char base = kLatin[c - 0xC0];
    return base == '?' ? lower_simple(c) : static_cast<char32_t>(base);
  }
  if (in(c, 0x1E00, 0x1EFF)) {
    const char base = kLatinAdditional[c - 0x1E00];
    return base == '?' ? lower_simple(c) : static_cast<char32_t>(base);
  }
  if (c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB || c == 0x02BF || c == 0x02BE) return U'\'';
  if (c == 0x2010 || c == 0x2011) return U'-';
  return lower_simple(c);
}

bool is_space(char32_t c) {
  return c == U' ' || in(c, 0x09, 0x0D) || c == 0xA0 || c == 0x85 || c == 0x1680 || in(c, 0x2000, 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return in(c, U'a', U'z') || in(c, U'A', U'Z');
  if (in(c, 0xC0, 0x24F)) return c != 0xD7 && c != 0xF7;
  if (c == 0xAA || c == 0xB5 || c == 0xBA) return true;
  if (in(c, 0x2000, 0x2BFF) || in(c, 0x3000, 0x3004) || in(c, 0xFE10, 0xFE6F) || in(c, 0xFF00, 0xFF0F)) return false;
  if (in(c, 0x60C, 0x60D) || c == 0x61B || c == 0x61F || in(c, 0x660, 0x66D) || c == 0x6D4 || in(c, 0x6F0, 0x6F9)) return false;
  if (in(c, 0xE000, 0xF8FF) || c == 0xFEFF || in(c, 0xFFF0, 0xFFFF) || in(c, 0x1F000, 0x1FAFF)) return false;
  return c >= 0x250;
}

bool is_upper(char32_t c) { return is_letter(c) && lower_simple(c) != c; }

CodePoints::CodePoints(std::string_view text) : text_(text) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) {
    size_ = static_cast<std::uint32_t>(text.size());
    return;
  }
  at_block_.reserve(text.size() / kBlock + 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kBlock == 0) at_block_.push_back(size_);
    size_ += !is_continuation(text[i]);
  }
  at_block_.push_back(size_);
}

std::uint32_t CodePoints::from_byte(std::uint32_t byte) const {
  if (at_block_.empty()) return std::min(byte, size_);
  byte = std::min<std::uint32_t>(byte, static_cast<std::uint32_t>(text_.size()));
  while (byte > 0 && byte < text_.size() && is_continuation(text_[byte])) --byte;
  std::uint32_t count = at_block_[byte / kBlock];
  for (std::uint32_t i = byte / kBlock * kBlock; i < byte; ++i) count += !is_continuation(text_[i]);
  return count;
}

std::uint32_t CodePoints::to_byte(std::uint32_t code_point) const {
  if (at_block_.empty() || code_point >= size_) return code_point >= size_ ? static_cast<std::uint32_t>(text_.size()) : code_point;
  const auto block = std::upper_bound(at_block_.begin(), at_block_.end(), code_point) - at_block_.begin() - 1;
  std::uint32_t byte = static_cast<std::uint32_t>(block) * kBlock;
  std::uint32_t count = at_block_[static_cast<std::size_t>(block)];
  for (; byte < text_.size(); ++byte) {
    if (is_continuation(text_[byte])) continue;
    if (count == code_point) return byte;
    ++count;
  }
  return static_cast<std::uint32_t>(text_.size());
}

}  // namespace attest
