#include <algorithm>
#include <array>

#include "text/abbreviations.h"
#include "text/sentences.h"
#include "text/text.h"

namespace attest {
namespace {

// No token is longer: text without a space must not make a step's work unbounded.
constexpr std::uint32_t kMaxToken = 200;

bool is_joiner(char32_t c) {
  return c == 0xAD || (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019 || c == 0x02BC || c == 0x02BB || c == 0x02BF || c == 0x02BE; }
bool is_double_quote(char32_t c) { return c == U'"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB; }
bool is_quote(char32_t c) {
  return is_double_quote(c) || is_apostrophe(c) || c == 0x2018 || c == 0x201A || c == 0x2039 || c == 0x203A || c == U'`';
}

bool is_punctuation(char32_t c) {
  if (c < 0x80) return std::string_view(".,;:!?()[]{}-/").find(static_cast<char>(c)) != std::string_view::npos;
  return c == 0x2026 || (c >= 0x2010 && c <= 0x2015) || c == 0x2022 || c == 0x61F || c == 0x60C || c == 0x61B || c == 0x3002 ||
         c == 0x3001;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text), size_(static_cast<std::uint32_t>(text.size())) {
    out_.tokens.reserve(text.size() / 5 + 8);
    lines_.reserve(text.size() / 5 + 8);
    out_.norms.reserve(text.size());
  }

  Tokens run() && {
    while (skip_space()) {
      const auto c = at(pos_);
      if (is_digit(c.code)) number();
      else if (is_letter(c.code)) word();
      else mark(c);
    }
    if (!out_.tokens.empty()) split_sentences(text_, lines_, out_);
    return std::move(out_);
  }

 private:
  Decoded at(std::uint32_t i) const { return i < size_ ? decode_utf8(text_, i) : Decoded{0, 0}; }
  char byte(std::uint32_t i) const { return i < size_ ? text_[i] : '\0'; }
  bool digit(std::uint32_t i) const { return is_digit(static_cast<unsigned char>(byte(i))); }
  bool letter(std::uint32_t i) const { return is_letter(at(i).code); }
  bool in_word(std::uint32_t i) const { return digit(i) || letter(i) || is_joiner(at(i).code) || byte(i) == '_'; }

  // Moves to the next token's start, counting line breaks. A carriage return before a line feed is none of its own.
  bool skip_space() {
    for (;;) {
      const auto c = at(pos_);
      if (c.size == 0) return false;
      if (!is_space(c.code) && !is_joiner(c.code)) return true;
      if (c.code == U'\n' || (c.code == U'\r' && byte(pos_ + 1) != '\n') || c.code == 0x2028) ++line_breaks_;
      if (c.code == 0x2029 || c.code == U'\f') line_breaks_ += 2;
      space_ = true;
      pos_ += c.size;
    }
  }

  // Ends the token that began at pos_ before `end`, and moves there.
  void add(std::uint32_t end, TokenKind kind) {
    Token t;
    t.span = {pos_, end};
    t.kind = kind;
    t.space_before = space_;
    t.norm_begin = static_cast<std::uint32_t>(out_.norms.size());
    int letters = 0, capitals = 0;
    for (std::uint32_t i = pos_; i < end;) {
      const auto c = at(i);
      const bool first = i == pos_;
      i += c.size;
      if (is_joiner(c.code)) continue;
      const bool is_text = is_letter(c.code);
      const bool upper = is_text && is_upper(c.code);
      letters += is_text;
      capitals += upper;
      if (first) t.capital = upper;
      if (is_double_quote(c.code)) out_.norms += '"';
      else append_utf8(out_.norms, fold_case(c.code));
    }
    t.all_capital = letters >= 2 && letters == capitals;
    t.norm_size = static_cast<std::uint16_t>(out_.norms.size() - t.norm_begin);
    lines_.push_back(static_cast<std::uint8_t>(std::min(line_breaks_, 2u)));
    out_.tokens.push_back(t);
    pos_ = end;
    space_ = false;
    line_breaks_ = 0;
  }

  std::uint32_t digits_from(std::uint32_t i) const {
    const auto limit = std::min(size_, pos_ + kMaxToken);
    while (i < limit && digit(i)) ++i;
    return i;
  }

  // Whether "," at `i` groups thousands: groups of two or three digits, three in the last ("1,300", "1,00,000").
  bool groups_thousands(std::uint32_t i) const {
    const auto end = digits_from(i + 1);
    const auto digits = end - i - 1;
    if (digits == 3) return true;
    return digits == 2 && byte(end) == ',' && digits_from(end + 1) - end - 1 >= 2;
  }

  // Where three digits, three and four with hyphens between end; `end` where there is no such telephone number. Two groups may be
  // a range.
  std::uint32_t phone_end(std::uint32_t end) const {
    const auto group = [&](std::uint32_t from, std::uint32_t digits) {
      return byte(from) == '-' && digits_from(from + 1) == from + 1 + digits;
    };
    if (end - pos_ != 3 || !group(end, 3) || !group(end + 4, 4) || in_word(end + 9) || byte(end + 9) == '-') return end;
    return end + 9;
  }

  // "1,300", "3.5", "21:30", "12/03/2025", "20th", "1990s"; a unit that follows ("45kg") is a token of its own.
  void number() {
    auto end = digits_from(pos_);
    for (char c = byte(end); digit(end + 1) && (c == '.' || c == ':' || c == '/' || (c == ',' && groups_thousands(end)));
         c = byte(end))
      end = digits_from(end + 1);
    if (const auto phone = phone_end(end); phone > end) return add(phone, TokenKind::kNumber);
    if (!letter(end)) return add(end, TokenKind::kNumber);
    auto tail = end;
    bool lower = true;
    for (; tail < size_ && tail < pos_ + kMaxToken && in_word(tail); tail += at(tail).size)
      lower = lower && !is_upper(at(tail).code) && !digit(tail);
    const auto suffix = fold(end, tail);
    const bool ordinal = suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" || suffix == "s";
    if (ordinal) return add(tail, TokenKind::kNumber);
    static constexpr std::array<std::string_view, 9> kUnits = {"am", "pm", "gmt", "km", "m", "mm", "k", "b", "bn"};
    if (lower || std::find(kUnits.begin(), kUnits.end(), suffix) != kUnits.end()) return add(end, TokenKind::kNumber);
    const bool word_after =
        is_upper(at(end).code) && tail >= end + 3 && !is_upper(at(end + 1).code) && !digit(end + 1);  // "2013Get"
    add(word_after ? end : tail, word_after ? TokenKind::kNumber : TokenKind::kWord);
  }

  std::string fold(std::uint32_t begin, std::uint32_t end) const {
    std::string out;
    for (auto i = begin; i < end;) {
      const auto c = at(i);
      append_utf8(out, fold_case(c.code));
      i += c.size;
    }
    return out;
  }

  bool starts_with(std::uint32_t i, std::string_view what) const {
    return fold(i, std::min<std::uint32_t>(size_, i + static_cast<std::uint32_t>(what.size()))) == what;
  }

  void word() {
    if (address()) return;
    const auto end = word_end(pos_);
    if (byte(end) == '.' && dotted(end)) return;
    if (one_letter(pos_, end) && (byte(end) == '/' || byte(end) == '-') && joined_letter(end)) return;
    clitics(end);
  }

  // One letter and a word that belong together: "b/c", "e-mail".
  bool joined_letter(std::uint32_t mark) {
    const auto end = word_end(mark + 1);
    if (end == mark + 1 || end - pos_ > 16 || byte(end) == '/' || byte(end) == '-') return false;
    const auto whole = fold(pos_, end);
    if (!is_slash_word(whole) && !whole.starts_with("e-mail")) return false;
    add(end, TokenKind::kWord);
    return true;
  }

  // The end of the letters and digits from `i` on, with apostrophes and marks between letters.
  std::uint32_t word_end(std::uint32_t i) const {
    const auto limit = std::min(size_, pos_ + kMaxToken);
    while (i < limit) {
      const auto c = at(i);
      if (in_word(i) || (is_apostrophe(c.code) && i > pos_ && letter(i + c.size))) i += c.size;
      else break;
    }
    return i;
  }

  // Web and mail addresses, up to the space, without the sentence's own marks at the end.
  bool address() {
    const char c = byte(pos_) | 0x20;
    bool found =
        (c == 'h' && (starts_with(pos_, "http://") || starts_with(pos_, "https://"))) || (c == 'w' && starts_with(pos_, "www."));
    auto end = pos_;
    const auto limit = std::min(size_, pos_ + kMaxToken);
    if (!found) {
      while (end < limit && (in_word(end) || byte(end) == '.' || byte(end) == '-' || byte(end) == '+')) end += at(end).size;
      found = byte(end) == '@' && letter(end + 1);
      if (!found) return false;
    }
    while (end < limit && !is_space(at(end).code) && !is_double_quote(at(end).code) && byte(end) != '<' && byte(end) != '>')
      end += at(end).size;
    end = std::min(end, limit);
    while (end > pos_ + 1 && std::string_view(".,;:!?)]'").find(text_[end - 1]) != std::string_view::npos) --end;
    while (end < size_ && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) --end;  // never inside a code point
    add(end, TokenKind::kWord);
    return true;
  }

  // A word before "." at `dot`: "U.S.", "e.g.", "Dr.", "J.", "name.org" are one token with it.
  bool dotted(std::uint32_t dot) {
    if (letter(dot + 1) && one_letter(pos_, dot)) {
      auto end = dot + 1;
      while (letter(end) && byte(end + at(end).size) == '.' && end - pos_ < 24) end += at(end).size + 1;
      if (letter(end) && one_letter(end, word_end(end))) end += at(end).size;  // "U.S" at a sentence's end
      if (end > dot + 1 && !in_word(end)) {
        add(end, TokenKind::kWord);
        return true;
      }
    }
    const auto folded = dot - pos_ <= 16 ? fold(pos_, dot) : std::string();
    if (letter(dot + 1)) {
      auto end = word_end(dot + 1);
      auto last_dot = dot;
      for (; byte(end) == '.' && letter(end + 1) && !is_upper(at(end + 1).code) && end - pos_ < kMaxToken / 2;
           end = word_end(end + 1))
        last_dot = end;
      if (end - last_dot > 16) return false;
      const auto last = fold(last_dot + 1, end);
      const bool file = is_file_ending(last), plain = !is_upper(at(dot + 1).code) && (is_domain_ending(last) || last_dot > dot);
      if (!file && !plain) return false;
      add(end, TokenKind::kWord);
      return true;
    }
    const auto next = after_space(dot + 1);
    const bool capital = is_upper(at(pos_).code);
    const bool initial = capital && one_letter(pos_, dot) && is_upper(at(next).code) && folded != "i";
    const auto kind = abbreviation(folded);
    const bool ends_here = folded == "etc" && (next >= size_ || is_upper(at(next).code) || byte(dot + 1) == '\n');
    const bool joined = initial || (kind == Abbreviation::kFinal && !ends_here) ||
                        (kind == Abbreviation::kTitle && (capital || folded == "vs" || folded == "viz" || folded == "cf")) ||
                        (kind == Abbreviation::kNumbered && digit(next) && (dot - pos_ > 1 || !capital)) ||
                        (kind == Abbreviation::kDated && capital && next < size_);
    if (!joined) return false;
    add(dot + 1, TokenKind::kWord);
    return true;
  }

  bool one_letter(std::uint32_t begin, std::uint32_t end) const { return begin < end && begin + at(begin).size == end; }
  std::uint32_t after_space(std::uint32_t i) const {
    for (int n = 0; n < 8 && is_space(at(i).code); ++n) i += at(i).size;
    return i;
  }

  // Cuts "n't", "'s", "'re" and the like off the word that ends at `end`, with or without the apostrophe, and "not" off "cannot".
  void clitics(std::uint32_t end) {
    const auto folded = fold(pos_, end);
    static constexpr std::array<std::string_view, 7> kClitics = {"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"};
    for (const auto clitic : kClitics) {
      if (folded.size() <= clitic.size() || !folded.ends_with(clitic)) continue;
      auto cut = end;
      for (std::size_t i = 0; i < clitic.size(); ++i) cut = before(cut);
      add(cut, TokenKind::kWord);
      return add(end, TokenKind::kWord);
    }
    if (folded == "cannot") add(end - 3, TokenKind::kWord);
    const auto joined = joined_words(folded);
    if (joined.first > 0) add(pos_ + static_cast<std::uint32_t>(joined.first), TokenKind::kWord);
    add(end, TokenKind::kWord);
    if (joined.first > 0) read_as(joined.second);
  }

  // What the last token stands for, where its letters do not say it.
  void read_as(std::string_view norm) {
    Token& t = out_.tokens.back();
    out_.norms.resize(t.norm_begin);
    out_.norms += norm;
    t.norm_size = static_cast<std::uint16_t>(norm.size());
  }

  std::uint32_t before(std::uint32_t i) const {
    do --i;
    while (i > 0 && (static_cast<unsigned char>(text_[i]) & 0xC0) == 0x80);
    return i;
  }

  void mark(Decoded c) {
    if ((c.code == U'@' || c.code == U'#') && (letter(pos_ + 1) || byte(pos_ + 1) == '_'))
      return add(word_end(pos_ + 1), TokenKind::kWord);
    if (const auto face = (c.code == U':' || c.code == U';' || c.code == U'=') ? emoticon_length(text_.substr(pos_, 4)) : 0;
        face > 0 && ends_mark(pos_ + static_cast<std::uint32_t>(face)))
      return add(pos_ + static_cast<std::uint32_t>(face), TokenKind::kSymbol);
    auto end = pos_ + c.size;
    if (is_quote(c.code)) {
      if (is_apostrophe(c.code) && !space_ && possessive(end)) return add(end, TokenKind::kPunctuation);
      if ((c.code == U'\'' || c.code == U'`') && at(end).code == c.code) ++end;
      return add(end, TokenKind::kQuote);
    }
    const bool repeats = c.code == U'.' || c.code == U'-' || c.code == U'!' || c.code == U'?' || c.code == U'_' ||
                         c.code == U'=' || c.code == U'*' || c.code == U'+' || c.code == U'<' || c.code == U'>' ||
                         c.code == U'~' || c.code == U'$';
    const auto limit = std::min(size_, pos_ + kMaxToken);
    while (repeats && end < limit &&
           (byte(end) == byte(pos_) || (byte(pos_) == '!' && byte(end) == '?') || (byte(pos_) == '?' && byte(end) == '!')))
      ++end;
    add(end, is_punctuation(c.code) ? TokenKind::kPunctuation : TokenKind::kSymbol);
  }

  // Whether a face may end here: before space, another mark or the end.
  bool ends_mark(std::uint32_t i) const { return i >= size_ || (!in_word(i) && byte(i) != '/'); }

  // "residents' homes": an apostrophe right after a plural and before a space, while no single quotation is open.
  bool possessive(std::uint32_t after) const {
    if (out_.tokens.empty() || !is_space(at(after).code)) return false;
    const auto n = out_.norm(out_.tokens.size() - 1);
    return !n.empty() && n.back() == 's';
  }

  std::string_view text_;
  std::uint32_t size_;
  std::uint32_t pos_ = 0;
  bool space_ = false;
  std::uint32_t line_breaks_ = 0;
  Tokens out_;
  std::vector<std::uint8_t> lines_;
};

}  // namespace

Tokens tokenize(std::string_view text) { return Tokenizer(text).run(); }

}  // namespace attest
