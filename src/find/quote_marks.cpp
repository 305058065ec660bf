#include <algorithm>
#include <optional>

#include "find/speech_text.h"

namespace attest {
namespace {

enum class Side { kOpen, kClose, kEither };

// A quotation that goes on for longer has lost its closing mark.
constexpr std::uint32_t kLongestQuotation = 400;

bool opens_paragraph(const Tokens& tokens, std::uint32_t i) {
  const auto s = tokens.sentence_of(i);
  return tokens.sentences[s].first == i && (s == 0 || tokens.sentences[s - 1].paragraph != tokens.sentences[s].paragraph);
}

// Which side of a quotation a double mark stands on: curly marks say it, straight ones by the spaces around them.
Side side_of(const Tokens& tokens, std::uint32_t i, std::string_view text) {
  const auto raw = tokens.tokens[i].span.in(text);
  if (raw == "“" || raw == "„" || raw == "«") return Side::kOpen;
  if (raw == "»") return Side::kClose;
  const auto begin = tokens.tokens[i].span.begin, end = tokens.tokens[i].span.end;
  const auto loose = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '(' || c == '['; };
  const bool space_before = begin == 0 || loose(text[begin - 1]);
  const bool space_after = end >= text.size() || loose(text[end]) || text[end] == ',' || text[end] == '.' || text[end] == ')';
  // One that was set the wrong way round opens a paragraph.
  if (raw == "”") return space_before && !space_after && opens_paragraph(tokens, i) ? Side::kOpen : Side::kClose;
  if (space_before == space_after) return Side::kEither;
  return space_before ? Side::kOpen : Side::kClose;
}

bool is_double_mark(const Tokens& tokens, std::uint32_t i, std::string_view text) {
  if (tokens.tokens[i].kind != TokenKind::kQuote) return false;
  const auto raw = tokens.tokens[i].span.in(text);
  return raw == "\"" || raw == "“" || raw == "”" || raw == "„" || raw == "«" || raw == "»" || raw == "''" || raw == "``";
}

// The next double mark, if it closes one and stands in the same paragraph.
std::optional<std::uint32_t> closing_after(const Tokens& tokens, std::uint32_t i, std::string_view text) {
  const auto& sentences = tokens.sentences;
  const auto paragraph = sentences[tokens.sentence_of(i)].paragraph;
  for (auto k = i + 1; k < tokens.size() && k < i + kLongestQuotation; ++k) {
    if (!is_double_mark(tokens, k, text)) continue;
    const bool same = sentences[tokens.sentence_of(k)].paragraph == paragraph;
    return same && side_of(tokens, k, text) == Side::kClose ? std::optional(k) : std::nullopt;
  }
  return std::nullopt;
}

// A quotation within a quotation with the same marks: it closes soon, and the next mark of the paragraph closes again.
bool is_nested(const Tokens& tokens, std::uint32_t i, std::string_view text) {
  constexpr std::uint32_t kLongestInner = 15;  // tokens; a longer one is a quotation of its own whose forerunner lost its end
  const auto inner = closing_after(tokens, i, text);
  return inner && *inner - i <= kLongestInner && closing_after(tokens, *inner, text).has_value();
}

}  // namespace

std::vector<QuotedRange> pair_quote_marks(const Tokens& tokens, std::string_view text) {
  std::vector<QuotedRange> out;
  const auto n = static_cast<std::uint32_t>(tokens.size());
  std::uint32_t open = n;  // the mark that waits for its partner
  const auto sentence_end = [&](std::uint32_t i) { return tokens.sentences[tokens.sentence_of(i)].last; };
  const auto paragraph = [&](std::uint32_t i) { return tokens.sentences[tokens.sentence_of(i)].paragraph; };
  const auto give_up = [&](std::uint32_t limit) {  // the open quotation lost its closing mark: it ends with its sentence
    const auto end = std::min(limit, sentence_end(open));
    if (end > open + 1) out.push_back({{open + 1, end}, true, false});
    open = n;
  };
  const auto lost_opening = [&](std::uint32_t i) {  // a closing mark alone: the quotation began with the sentence
    const auto begin = tokens.sentences[tokens.sentence_of(i)].first;
    if (i > begin + 2 && (out.empty() || out.back().with_marks().end <= begin)) out.push_back({{begin, i}, false, true});
  };
  for (std::uint32_t i = 0; i < n; ++i) {
    if (open < n && i - open > kLongestQuotation) give_up(i);
    if (!is_double_mark(tokens, i, text)) continue;
    const Side side = side_of(tokens, i, text);
    if (open == n) {
      if (side != Side::kClose) open = i;
      else lost_opening(i);
      continue;
    }
    if (side == Side::kOpen && is_nested(tokens, i, text)) {
      i = *closing_after(tokens, i, text);
      continue;
    }
    const bool next_paragraph = paragraph(i) != paragraph(open);
    if (side == Side::kOpen) {
      // A quotation over several paragraphs opens again in each.
      if (next_paragraph && open + 1 < i) out.push_back({{open + 1, tokens.sentences[tokens.sentence_of(i)].first}, true, false});
      else give_up(i);
      open = i;
    } else {
      if (i > open + 1) out.push_back({{open + 1, i}, true, true});
      open = n;
    }
  }
  if (open < n) give_up(n);
  return out;
}

}  // namespace attest
