#include "text/sentences.h"

#include <algorithm>

#include "text/abbreviations.h"

namespace attest {
namespace {

// Lines longer than this are paragraphs of their own: the text is not wrapped.
constexpr std::uint32_t kWrapped = 140;
// Tokens of the longest dateline.
constexpr std::uint32_t kDateline = 16;

bool is_terminal(std::string_view norm) {
  const char c = norm.empty() ? ' ' : norm.front();
  return c == '.' || c == '!' || c == '?' || norm == "\u2026" || norm == "\u061F" || norm == "\u3002";
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<std::uint8_t>& lines_before, Tokens& out)
      : text_(text), lines_(lines_before), out_(out), tokens_(out.tokens) {
    measure_lines();
  }

  void run() {
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      const std::uint32_t next = i + 1;
      const bool last = next == tokens_.size();
      const bool blank = !last && lines_[next] >= 2;
      const bool heading = !last && !blank && ends_line(i);
      if (!(last || blank || heading || ends_sentence(first, i) || next - first >= kMaxSentence)) continue;
      out_.sentences.push_back({{tokens_[first].span.begin, tokens_[i].span.end}, first, next, paragraph_});
      if (blank || (heading && !wrapped_)) ++paragraph_;
      first = next;
    }
  }

 private:
  std::string_view norm(std::uint32_t i) const { return out_.norm(i); }
  bool capital_start(std::uint32_t i) const {
    const Token& t = tokens_[i];
    return t.capital || t.kind == TokenKind::kNumber || (t.kind == TokenKind::kWord && (norm(i).front() & 0x80) != 0);
  }

  // The longest line tells whether lines are wrapped text or paragraphs of their own.
  void measure_lines() {
    line_length_.assign(tokens_.size(), 0);
    std::uint32_t first = 0;
    for (std::uint32_t i = 1; i <= tokens_.size(); ++i) {
      if (i < tokens_.size() && lines_[i] == 0) continue;
      const std::uint32_t length = tokens_[i - 1].span.end - tokens_[first].span.begin;
      longest_ = std::max(longest_, length);
      for (std::uint32_t t = first; t < i; ++t) line_length_[t] = length;
      first = i;
    }
    wrapped_ = longest_ <= kWrapped;
  }

  // Whether the line that ends at token `i` is a heading, a byline or a paragraph of its own.
  bool ends_line(std::uint32_t i) const {
    const std::uint32_t next = i + 1;
    if (lines_[next] == 0) return false;
    if (is_terminal(norm(i)) || is_closer(i)) return opens_sentence(next);
    const auto& t = tokens_[next];
    const bool opens = capital_start(next) || t.kind == TokenKind::kQuote || norm(next) == "-" || norm(next) == "\u2022" ||
                       norm(next) == "*" || norm(next) == "(" || norm(next) == "[" || norm(next) == "@" || norm(next) == "#";
    if (!opens || norm(i) == "," || norm(i) == "-" || norm(i) == "(" || never_ends_sentence(norm(i))) return false;
    if (!wrapped_) return true;
    return line_length_[i] * 10 < longest_ * 6;
  }

  bool is_closer(std::uint32_t i) const {
    const Token& t = tokens_[i];
    const auto n = norm(i);
    if (n == ")" || n == "]") return true;
    if (t.kind != TokenKind::kQuote) return false;
    const auto quote = t.span.in(text_);
    if (quote == "\u201C" || quote == "\u201E" || quote == "\u2018" || quote == "\u00AB") return false;
    const bool space_after = i + 1 == tokens_.size() || tokens_[i + 1].space_before;
    return !t.space_before || space_after;
  }

  // Whether token `i` may be the first of a sentence after a full stop.
  bool opens_sentence(std::uint32_t i) const {
    if (capital_start(i)) return true;
    const Token& t = tokens_[i];
    const auto n = norm(i);
    if (t.kind == TokenKind::kQuote || n == "(" || n == "[") return i + 1 < tokens_.size() && !is_lower_word(i + 1);
    return n == "\u2022" || n == "*" || n == "#" || n == "@" || ((n == "-" || n == "\u2014" || n == "\u2013") && lines_[i] > 0);
  }
  bool is_lower_word(std::uint32_t i) const { return tokens_[i].kind == TokenKind::kWord && !capital_start(i); }

  // A row of marks that parts what stands before and after ("=====", "*****").
  bool is_rule(std::uint32_t i) const {
    const auto n = norm(i);
    return n.size() >= 4 && (n[0] == '=' || n[0] == '*' || n[0] == '_' || n[0] == '-' || n[0] == '~') &&
           n.find_first_not_of(n[0]) == std::string_view::npos;
  }
  bool is_address(std::uint32_t i) const { return norm(i).starts_with("http://") || norm(i).starts_with("https://"); }
  bool is_stamp(std::uint32_t i) const {  // "03/29/2031 09:01"
    return i + 1 < tokens_.size() && tokens_[i].kind == TokenKind::kNumber && tokens_[i + 1].kind == TokenKind::kNumber &&
           norm(i).size() >= 8 && std::count(norm(i).begin(), norm(i).end(), '/') == 2 &&
           norm(i + 1).find(':') != std::string_view::npos;
  }

  bool is_dash(std::uint32_t i) const {
    const auto n = norm(i);
    return (n == "-" || n == "--" || n == "\u2013" || n == "\u2014") && tokens_[i].space_before && tokens_[i + 1].space_before;
  }

  // "OSTRY, March 3 (AFP) -" at the head of a paragraph: names, figures and marks up to a dash, with an agency in brackets, a
  // figure, or all in capitals before text that is not.
  bool ends_dateline(std::uint32_t first, std::uint32_t i) const {
    if (!is_dash(i) || i == first || i - first > kDateline || (first > 0 && lines_[first] == 0) || !opens_sentence(i + 1))
      return false;
    bool bracket = false, figure = false, capitals = true;
    std::size_t letters = 0;  // "UN - Orlavia talks" is none
    for (auto k = first; k < i; ++k) {
      const Token& t = tokens_[k];
      const auto n = norm(k);
      if (t.kind == TokenKind::kNumber) figure = true;
      else if (t.kind == TokenKind::kWord) capitals = capitals && t.all_capital, letters += n.size();
      else if (n == ")") bracket = true;
      else if (n != "," && n != "(" && n != "/" && n != "-" && n != ":") return false;
      if (t.kind == TokenKind::kWord && !t.capital) return false;
    }
    if (tokens_[first].kind != TokenKind::kWord) return false;
    if (bracket) return true;
    if (tokens_[i + 1].kind == TokenKind::kNumber) return false;  // "March 12, 2025 - 21:30"
    return (figure && norm(first + 1) != "-") || (capitals && letters > 4 && !tokens_[i + 1].all_capital);
  }

  // Marks of letters, lists and mail headers, which part what they stand between.
  bool ends_block(std::uint32_t first, std::uint32_t i) const {
    const std::uint32_t next = i + 1;
    if (is_rule(i) || is_rule(next)) return true;
    if (!tokens_[next].space_before) return false;
    if (is_address(next) && (is_address(i) || is_terminal(norm(i)))) return true;
    if (is_stamp(next) && tokens_[i].capital) return true;
    if (norm(i) == "," && i > first && i - first <= 3 && closes_letter(norm(i - 1)) && tokens_[next].capital) return true;
    return norm(i) == ">" && i > first && norm(i - 1).find('@') != std::string_view::npos && capital_start(next);
  }

  // Before a lower-case word a question or an exclamation ends a sentence, a full stop does after a whole word: casual writing.
  // Abbreviations that no list has are short or lack vowels.
  bool ends_before_lower(std::uint32_t first, std::uint32_t i) const {
    const std::uint32_t next = i + 1;
    if (!is_lower_word(next) || !tokens_[next].space_before || i == first) return false;
    const auto n = norm(i), before = norm(i - 1);
    if (n.front() == '?' || n.front() == '!')
      return tokens_[i - 1].kind == TokenKind::kWord || tokens_[i - 1].kind == TokenKind::kNumber;
    return n == "." && tokens_[i - 1].kind == TokenKind::kWord && !tokens_[i - 1].capital && !tokens_[i].space_before &&
           before.size() >= 3 && before.find_first_of("aeiouy") != std::string_view::npos;
  }

  // Whether a sentence that begins at `first` ends with token `i`.
  bool ends_sentence(std::uint32_t first, std::uint32_t i) const {
    if (ends_block(first, i) || ends_before_lower(first, i) || ends_dateline(first, i)) return true;
    std::uint32_t stop = i;
    while (stop > first && stop + 3 > i && is_closer(stop)) --stop;
    const std::uint32_t next = i + 1;
    if (stop != i && is_closer(next) && !tokens_[next].space_before) return false;
    const auto n = norm(stop);
    if (n.size() > 1 && n.back() == '.' && tokens_[stop].kind == TokenKind::kWord) return stop == i && ends_after_abbreviation(i);
    if (!is_terminal(n)) return false;
    if (stop == i && is_closer(next) && !tokens_[next].space_before) return false;
    if (!opens_sentence(next) || is_terminal(norm(next))) return false;
    if (stop == i && stop == first + 1 && tokens_[first].kind == TokenKind::kNumber && norm(first).size() <= 3)
      return false;  // "1. Item"
    return tokens_[next].space_before || tokens_[next].kind == TokenKind::kWord;
  }

  bool ends_after_abbreviation(std::uint32_t i) const {
    const std::uint32_t next = i + 1;
    const auto word = norm(i).substr(0, norm(i).size() - 1);
    const auto kind = abbreviation(word);
    const bool initial = word.size() == 1;
    if (kind == Abbreviation::kTitle || kind == Abbreviation::kNumbered || initial) return false;
    if (!tokens_[next].space_before || !opens_sentence(next)) return false;
    return tokens_[next].kind == TokenKind::kQuote || (tokens_[next].capital && often_opens_sentence(norm(next)));
  }

  std::string_view text_;
  const std::vector<std::uint8_t>& lines_;
  Tokens& out_;
  const std::vector<Token>& tokens_;
  std::vector<std::uint32_t> line_length_;
  std::uint32_t longest_ = 0;
  std::uint32_t paragraph_ = 0;
  bool wrapped_ = false;
};

}  // namespace

void split_sentences(std::string_view text, const std::vector<std::uint8_t>& lines_before, Tokens& out) {
  Splitter(text, lines_before, out).run();
}

}  // namespace attest
