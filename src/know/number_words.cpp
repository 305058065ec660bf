// Bare numbers: digits, number words, scales, halves and vague quantities.
#include <cmath>

#include "know/number_reader.h"

namespace attest {
namespace {

// "1,300", "3.5"; nullopt for "20th", "21:30", "12/03", "1.2.3".
std::optional<double> digits_value(std::string_view text) {
  double value = 0, fraction = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (fraction > 0) value += (c - '0') * fraction, fraction /= 10;
      else value = value * 10 + (c - '0');
    } else if (c == '.' && fraction == 0) {
      fraction = 0.1;
    } else if (c != ',' || fraction > 0) {
      return std::nullopt;
    }
  }
  return value <= 1e15 ? std::optional(value) : std::nullopt;
}

bool all_digits(std::string_view text, std::size_t size) {
  if (text.size() != size) return false;
  for (const char c : text)
    if (c < '0' || c > '9') return false;
  return true;
}

}  // namespace

std::optional<NumberReader::Number> NumberReader::number(std::uint32_t i) const {
  if (i >= size_) return std::nullopt;
  if (auto out = vague(i)) return out;
  auto out = exact(i);
  if (!out || out->fraction || out->value != std::floor(out->value)) return std::nullopt;
  return out;
}

std::optional<NumberReader::Number> NumberReader::vague(std::uint32_t i) const {
  const auto word = find(Kind::kVague, i);
  if (!word) return std::nullopt;
  Number out{word.entry->value, i + word.length, false, false, !word.entry->exact};
  const auto of = find(Kind::kOf, out.end);
  const auto scale = word.entry->scales ? scale_at(out.end + (of ? of.length : 0), false) : Found{};
  if (scale) {
    out.value *= scale.entry->value;
    out.end += (of ? of.length : 0) + scale.length;
    if (const auto more = scale_at(out.end, false)) out.value *= more.entry->value, out.end += more.length;
    out.vague = true;
  }
  if (find(Kind::kOf, out.end)) ++out.end;
  return out;
}

// A scale word; hundreds only where `i` follows no coefficient of its own (callers handle "two hundred").
NumberReader::Found NumberReader::scale_at(std::uint32_t i, bool plural) const {
  if (auto found = find(Kind::kScale, i)) return found;
  return plural ? find(Kind::kScalePlural, i) : Found{};
}

std::optional<NumberReader::Number> NumberReader::exact(std::uint32_t i, int depth) const {
  auto out = group(i);
  if (!out) return out;
  double lowest = 0;
  for (auto scale = scale_at(out->end, true); scale; scale = scale_at(out->end, true)) {
    double factor = scale.entry->value;
    if (factor == 0) factor = 1;
    out->value *= factor;
    lowest = factor;
    out->fraction = false;
    out->end += scale.length;
    if (out->value > 1e15) return std::nullopt;
  }
  if (lowest == 0) return out;
  const auto joined = find(Kind::kAnd, out->end);
  if (depth > 6 || (lowest < 1000 && lowest != 100)) return out;
  const auto tail = exact(out->end + joined.length, depth + 1);
  if (!tail || tail->value >= lowest) return out;
  if (tail->fraction) {
    if (joined) out->value += lowest * tail->value, out->end = tail->end;
    return out;
  }
  if (tail->digits != out->digits && tail->digits) return out;
  if (tail->value == 0) return out;
  out->value += tail->value;
  out->end = tail->end;
  return out;
}

// What a scale can multiply: digits, words under a thousand, a half, or nothing said before the scale ("a thousand").
std::optional<NumberReader::Number> NumberReader::group(std::uint32_t i) const {
  if (i >= size_) return std::nullopt;
  if (auto out = half(i)) return out;
  if (tokens_.tokens[i].kind == TokenKind::kNumber) {
    auto out = in_digits(i);
    return out ? hundreds(*out) : out;
  }
  const auto article = find(Kind::kArticle, i);
  const auto at = i + article.length;
  if (auto scale = find(Kind::kScale, at)) {
    if (scale.entry->value == 100) return hundreds(Number{1, at});
    return Number{1, at};
  }
  if (article) return std::nullopt;
  auto out = under_hundred(i);
  return out ? hundreds(*out) : out;
}

std::optional<NumberReader::Number> NumberReader::half(std::uint32_t i) const {
  const auto half = find(Kind::kHalf, i);
  const auto part = half ? half : find(Kind::kQuarter, i);
  if (!part) return std::nullopt;
  auto end = i + part.length;
  if (dash(end) && find(Kind::kScale, end + 1)) ++end;
  return Number{half ? 0.5 : 0.25, end, false, true};
}

std::optional<NumberReader::Number> NumberReader::in_digits(std::uint32_t i) const {
  const auto word = tokens_.norm(i);
  auto value = digits_value(word);
  if (!value) return std::nullopt;
  Number out{*value, i + 1, true};
  if (const auto letter = find(Kind::kLetterScale, i + 1); letter && !spaced(i + 1)) {
    const auto as_written = tokens_.tokens[i + 1].span.in(text_);
    const bool money = i > 0 && find(Kind::kMoney, i - 1);
    const double scale = as_written == "k" || as_written == "K"   ? 1e3
                         : as_written == "b" || as_written == "B" ? 1e9
                         : as_written == "m" && !money            ? 0
                                                                  : 1e6;
    if (scale > 0) out.value *= scale, ++out.end;
    return out;
  }
  if (word.size() > 3 || !all_digits(word, word.size())) return out;
  std::uint32_t end = out.end;  // "1 234 567", "10 000"
  double joined = out.value;
  while (end < size_ && end < i + 5 && all_digits(tokens_.norm(end), 3) &&
         tokens_.tokens[end].span.begin - tokens_.tokens[end - 1].span.end <= 3)
    joined = joined * 1000 + *digits_value(tokens_.norm(end)), ++end;
  if (end > i + 2 || (end == i + 2 && tokens_.norm(i + 1) == "000")) out.value = joined, out.end = end;
  return out;
}

std::optional<NumberReader::Number> NumberReader::under_hundred(std::uint32_t i) const {
  const auto tens = find(Kind::kTens, i);
  if (!tens) {
    const auto unit = find(Kind::kUnit, i);
    if (!unit) return std::nullopt;
    Number out{unit.entry->value, i + 1};
    if (out.value < 1 || out.value > 19) return out;
    const auto more = find(Kind::kTens, i + 1) ? under_hundred(i + 1) : std::nullopt;  // "one twenty two"
    if (more) return Number{out.value * 100 + more->value, more->end};
    const auto and_half = find(Kind::kAnd, i + 1) ? half(i + 2) : std::nullopt;  // "five and a half million"
    if (and_half && find(Kind::kScale, and_half->end)) return Number{out.value + and_half->value, and_half->end};
    return out;
  }
  Number out{tens.entry->value, i + 1};
  const auto at = i + 1 + (dash(i + 1) ? 1u : 0u);
  const auto unit = find(Kind::kUnit, at);
  if (unit && unit.entry->value >= 1 && unit.entry->value <= 9) out.value += unit.entry->value, out.end = at + 1;
  return out;
}

// "<coefficient> hundred [and] <under a hundred>"; the coefficient itself where no "hundred" follows.
std::optional<NumberReader::Number> NumberReader::hundreds(Number out) const {
  const auto hundred = scale_at(out.end, true);
  if (!hundred || tokens_.norm(out.end).substr(0, 7) != "hundred" || hundred.entry->value > 100) return out;
  out.value *= 100;
  out.end += hundred.length;
  const auto at = out.end + find(Kind::kAnd, out.end).length;
  if (at >= size_) return out;
  auto tail = tokens_.tokens[at].kind == TokenKind::kNumber ? (out.digits ? in_digits(at) : std::nullopt) : under_hundred(at);
  if (!tail || tail->value >= 100 || tail->value < 1) return out;
  if (const auto next = scale_at(tail->end, true)) {
    if (next.entry->value == 100 || tokens_.norm(tail->end) == "hundreds") return out;
    if (next.entry->value == 12) tail->value *= 12, tail->end += next.length;
  }
  out.value += tail->value;
  out.end = tail->end;
  return out;
}

}  // namespace attest
