#include "export/scan.h"

namespace attest {
namespace {

bool has_case(char32_t code) { return code < 0x0590 || (code >= 0x1E00 && code < 0x2000); }

Word read_word(std::string_view text, std::size_t& at) {
  Word word;
  word.span.begin = static_cast<std::uint32_t>(at);
  int letters = 0, uppers = 0;
  while (at < text.size()) {
    const Decoded d = decode_utf8(text, at);
    if (!is_letter(d.code) && !is_digit(d.code)) break;
    if (at == word.span.begin) {
      word.number = is_digit(d.code);
      word.capital = is_upper(d.code);
    }
    if (is_letter(d.code)) {
      ++letters;
      uppers += is_upper(d.code);
      if (!has_case(d.code)) word.other_script = true;
    }
    append_utf8(word.folded, fold_case(d.code));
    at += d.size;
  }
  word.span.end = static_cast<std::uint32_t>(at);
  word.all_caps = letters >= 2 && uppers == letters;
  return word;
}

}  // namespace

std::vector<Word> scan_words(std::string_view text) {
  std::vector<Word> out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    if (is_letter(d.code) || is_digit(d.code)) out.push_back(read_word(text, at));
    else at += d.size;
  }
  return out;
}

bool joined(std::string_view text, const Word& before, const Word& after) {
  const auto between = text.substr(before.span.end, after.span.begin - before.span.end);
  if (between.empty()) return true;
  if (between == ". ") return before.capital && before.span.size() <= 3;  // an initial, "Dr.", "Lt."
  static constexpr std::string_view kJoins[] = {" ", "-", "'", "’", "\xC2\xA0", "\n", "\r\n", "  ", "`", "ʼ", "‘", "‐", "‑", "_"};
  for (const auto join : kJoins)
    if (between == join) return true;
  return false;
}

}  // namespace attest
