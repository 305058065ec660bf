// Whole number expressions: modifiers, ranges, two bounds.
#include "know/number_reader.h"

namespace attest {
namespace {

constexpr bool is_floor(Modifier m) { return m == Modifier::kAtLeast || m == Modifier::kMoreThan; }
constexpr bool is_ceiling(Modifier m) { return m == Modifier::kAtMost || m == Modifier::kLessThan; }

}  // namespace

NumberReader::Found NumberReader::find(Kind kind, std::uint32_t i) const {
  if (i >= size_) return {};
  const auto match = scanner_.tables_[static_cast<std::size_t>(kind)].longest_at(tokens_, i);
  return match && i + match.length <= size_ ? Found{&scanner_.entries_[match.value], match.length} : Found{};
}

bool NumberReader::dash(std::uint32_t i) const {
  if (i >= size_) return false;
  const auto n = tokens_.norm(i);
  return n == "-" || n == "\u2013" || n == "\u2014" || n == "~";
}

std::vector<NumberMatch> NumberReader::run() {
  std::vector<NumberMatch> out;
  for (const auto& sentence : tokens_.sentences) {  // an expression never leaves its sentence
    size_ = sentence.last;
    read(sentence.first, out);
  }
  return out;
}

void NumberReader::read(std::uint32_t first, std::vector<NumberMatch>& out) const {
  for (std::uint32_t i = first; i < size_;) {
    const bool digits = tokens_.tokens[i].kind == TokenKind::kNumber;
    if (!digits && !scanner_.starts_.longest_at(tokens_, i)) {
      ++i;
      continue;
    }
    const auto none = find(Kind::kNotNumber, i);
    if (none && none.length > find(Kind::kBefore, i).length) {
      i += none.length;
      continue;
    }
    const auto found = expression(i);
    if (found) out.push_back(*found);
    i = found ? found->last : i + 1;
  }
}

std::optional<NumberMatch> NumberReader::expression(std::uint32_t i) const {
  if (auto out = between(i)) return out;
  NumberMatch match;
  match.first = match.core = i;
  for (auto before = find(Kind::kBefore, match.core); before && match.core < i + 9; before = find(Kind::kBefore, match.core)) {
    const auto modifier = before.entry->modifier;
    if (match.count.modifier == Modifier::kExact || match.count.modifier == Modifier::kAbout) match.count.modifier = modifier;
    if (is_ceiling(modifier) && toll_moves_before(i)) match.count.modifier = Modifier::kExact;
    match.core += before.length;
  }
  const auto bare = number(match.core);
  if (!bare) return std::nullopt;
  match.in_digits = bare->digits;
  if (match.core > i && match.count.modifier == Modifier::kExact) match.first = match.core;
  if (auto out = two_bounds(match, *bare)) return out;
  if (auto out = range(match, *bare)) return out;
  return finished(match, *bare);
}

// A single number with what stands after it.
NumberMatch NumberReader::finished(NumberMatch match, const Number& bare) const {
  match.last = bare.end;
  const auto after = find(Kind::kAfter, bare.end);
  const bool apart = after && tokens_.norm(bare.end) == "+" && spaced(bare.end);
  if (after && !apart && !begins_modifier(bare.end, after.length)) {
    match.count.modifier = after.entry->modifier;
    match.last += after.length;
  }
  const auto value = static_cast<std::int64_t>(bare.value);
  const auto modifier = bare.vague && !is_ceiling(match.count.modifier) ? Modifier::kVague : match.count.modifier;
  const Span span{tokens_.tokens[match.first].span.begin, tokens_.tokens[match.last - 1].span.end};
  match.count = modified_count(span, value, modifier);
  match.hint = hint(match, bare.value);
  return match;
}

// "40 and less than 50": what follows belongs to the next number.
bool NumberReader::begins_modifier(std::uint32_t i, std::uint32_t length) const {
  return length > 1 && find(Kind::kBefore, i + length - 1);
}

NumberMatch NumberReader::made_range(NumberMatch match, const Number& low, const Number& high) const {
  match.last = high.end;
  match.count.span = {tokens_.tokens[match.first].span.begin, tokens_.tokens[match.last - 1].span.end};
  match.count.low = static_cast<std::int64_t>(low.value);
  match.count.high = static_cast<std::int64_t>(high.value);
  match.count.modifier = Modifier::kRange;
  match.hint = hint(match, low.value);
  return match;
}

std::uint32_t NumberReader::skip_modifiers(std::uint32_t i) const {
  for (int n = 0; n < 3; ++n) i += find(Kind::kBefore, i).length;
  return i;
}

// "between A and B", "from A to B"; a unit may stand after A ("from 10 dollars to 20").
std::optional<NumberMatch> NumberReader::between(std::uint32_t i) const {
  const auto opener = find(Kind::kBetween, i);
  if (!opener || (tokens_.norm(i) == "from" && toll_moves_before(i))) return std::nullopt;
  NumberMatch match;
  match.first = i;
  match.core = skip_modifiers(i + opener.length);
  const auto low = number(match.core);
  if (!low || low->vague) return std::nullopt;
  match.in_digits = low->digits;
  const auto join = tokens_.norm(i) == "from" ? Kind::kTo : Kind::kAnd;
  for (auto at = low->end; at <= low->end + 1; ++at) {
    auto joined = find(join, at);
    if (!joined && join == Kind::kAnd) joined = find(Kind::kTo, at);  // "between 33 to 34" is written too
    if (!joined) continue;
    const auto high = number(skip_modifiers(at + joined.length));
    if (high && !high->vague && high->value > low->value) return made_range(match, *low, *high);
  }
  return std::nullopt;
}

// "A to B", "A - B", "A or B".
std::optional<NumberMatch> NumberReader::range(const NumberMatch& begun, const Number& low) const {
  if (low.vague || is_ceiling(begun.count.modifier)) return std::nullopt;
  auto joined = find(Kind::kTo, low.end);
  const bool either = !joined;
  if (either) joined = find(Kind::kOr, low.end);
  if (!joined || toll_moves_before(begun.first)) return std::nullopt;
  const auto at = low.end + joined.length;
  const auto high = number(skip_modifiers(at));
  if (!high || high->vague || high->value <= low.value) return std::nullopt;
  if (either && (high->value > 2 * low.value + 2 || high->digits != low.digits)) return std::nullopt;
  return made_range(begun, low, *high);
}

// "greater than 100 and smaller than 300".
std::optional<NumberMatch> NumberReader::two_bounds(const NumberMatch& begun, const Number& low) const {
  if (!is_floor(begun.count.modifier) || low.vague) return std::nullopt;
  const auto joined = find(Kind::kAnd, low.end);
  const auto before = joined ? find(Kind::kBefore, low.end + joined.length) : Found{};
  if (!before || !is_ceiling(before.entry->modifier)) return std::nullopt;
  const auto high = number(low.end + joined.length + before.length);
  if (!high || high->vague || high->value <= low.value) return std::nullopt;
  return made_range(begun, low, *high);
}

// Whether a verb that moves a toll stands shortly before: then "from 12 to 20" are two figures and "up to" bounds nothing.
bool NumberReader::toll_moves_before(std::uint32_t i) const {
  for (std::uint32_t back = 1; back <= 5 && back <= i; ++back) {
    if (tokens_.tokens[i - back].kind == TokenKind::kPunctuation) return false;
    if (find(Kind::kTollMoves, i - back)) return true;
  }
  return false;
}

}  // namespace attest
