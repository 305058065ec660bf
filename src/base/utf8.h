#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

// One decoded code point and the number of bytes it took; invalid bytes decode as U+FFFD of size 1.
struct Decoded {
  char32_t code;
  std::uint32_t size;
};
Decoded decode_utf8(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code);

// Offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values above U+10FFFF are invalid), or npos.
std::size_t find_invalid_utf8(std::string_view text);
// The text with every invalid byte replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

// Lower case and without diacritics where the letter is Latin, Greek or Cyrillic of the common blocks; a table, not ICU, because
// it runs on every token. The result has one code point for each of the input's, so positions stay comparable.
char32_t fold_case(char32_t code);

bool is_space(char32_t code);   // Unicode white space, with no-break and zero-width ones
bool is_letter(char32_t code);  // letters and combining marks, by block; digits are not letters
bool is_upper(char32_t code);
inline bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

// Maps byte offsets of one text to code-point offsets and back, in O(1) for ASCII text and O(64) else.
// Owns only the index; `text` must outlive it.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  std::uint32_t from_byte(std::uint32_t byte) const;  // bytes inside a code point count as its start
  std::uint32_t to_byte(std::uint32_t code_point) const;
  std::uint32_t size() const { return size_; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> at_block_;  // code points before byte 64*i; empty for ASCII text
  std::uint32_t size_ = 0;
};

}  // namespace attest
