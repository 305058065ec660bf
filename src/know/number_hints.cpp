// What a number counts when it counts no people: years, dates, ages, measures, labels.
#include "know/number_reader.h"

namespace attest {

NumberHint NumberReader::hint(const NumberMatch& match, double value) const {
  const auto next = match.last;
  if (is_date(match)) return NumberHint::kDate;
  if (is_year(match, value)) return NumberHint::kYear;
  if (match.core > 0 && find(Kind::kMoney, match.core - 1)) return NumberHint::kMoney;
  if (match.first > 0 && find(Kind::kAged, match.first - 1)) return NumberHint::kAge;
  if (find(Kind::kAge, next) || find(Kind::kAge, match.last - 1)) return NumberHint::kAge;
  if (find(Kind::kPercent, next)) return NumberHint::kPercent;
  if (find(Kind::kMoney, next)) return NumberHint::kMoney;
  if (find(Kind::kMeasure, next + (dash(next) ? 1u : 0u))) return NumberHint::kMeasure;
  const auto digits = tokens_.norm(match.core);
  const bool clock =
      digits.size() == 4 && value < 2400 && match.in_digits && match.core > 0 && find(Kind::kClock, match.core - 1);
  if (clock && (digits[0] == '0' || find(Kind::kMeasure, next))) return NumberHint::kClock;
  if (is_label(match)) return NumberHint::kLabel;
  return NumberHint::kNone;
}

// A day beside a month, or the year after both.
bool NumberReader::is_date(const NumberMatch& match) const {
  if (!match.in_digits || match.modified()) return false;
  const auto month = [&](std::uint32_t i) { return i < size_ && tokens_.tokens[i].capital && find(Kind::kMonth, i); };
  if (match.core > 0 && month(match.core - 1)) return true;
  if (month(match.last) && match.count.point && *match.count.point <= 31) return true;
  return match.core > 2 && tokens_.norm(match.core - 1) == "," && tokens_.norm(match.core).size() == 4 && month(match.core - 3);
}

bool NumberReader::is_year(const NumberMatch& match, double value) const {
  const auto word = tokens_.norm(match.core);
  if (word.size() != 4 || tokens_.tokens[match.core].kind != TokenKind::kNumber || value < 1800 || value > 2100) return false;
  if (match.first != match.core && match.count.modifier != Modifier::kRange) return false;
  if (match.last == match.core + 1 && match.count.modifier != Modifier::kExact) return false;
  const auto next = match.last;
  if (next < size_ && tokens_.tokens[next].kind == TokenKind::kWord && !tokens_.tokens[next].capital &&
      tokens_.norm(next) != "'s" && !find(Kind::kAfterYear, next))
    return false;
  if (match.count.modifier == Modifier::kRange)
    return match.core != match.first || (match.first > 0 && find(Kind::kYearCue, match.first - 1)) || word[0] == '1';
  if (match.core == 0) return false;
  const auto before = tokens_.norm(match.core - 1);
  return find(Kind::kYearCue, match.core - 1) || before == "(" || find(Kind::kMonth, match.core - 1);
}

// "T-72", "Resolution 2254".
bool NumberReader::is_label(const NumberMatch& match) const {
  if (match.core == 0 || match.first != match.core) return false;
  const auto before = match.core - 1;
  if (find(Kind::kLabel, before)) return true;
  return dash(before) && !spaced(match.core) && !spaced(before) && before > 0 &&
         tokens_.tokens[before - 1].kind == TokenKind::kWord && match.in_digits;
}

}  // namespace attest
