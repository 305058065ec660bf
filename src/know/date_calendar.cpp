// Days, months and the years beside them.
#include "know/date_digits.h"
#include "know/date_reader.h"

namespace attest {

DateReader::Found DateReader::month_at(std::uint32_t i) const {
  if (const auto found = find(Kind::kMonth, i)) {
    const bool word = is(i, "may") || is(i, "march");
    if (!word || (capital(i) && !named_so(i))) return found;
    return number_at(i + 1) || (i > 0 && digits(i - 1)) ? found : Found{};
  }
  const auto found = find(Kind::kMonthShort, i);
  if (!found) return found;
  const bool beside = digits(i + 1) || (i > 0 && digits(i - 1)) ||
                      (digits(i + 2) && (is(i + 1, "-") || is(i + 1, ",") || is(i + 1, "/"))) ||
                      (i > 1 && digits(i - 2) && (is(i - 1, "-") || is(i - 1, "/")));
  return beside ? found : Found{};
}

// "the Long March": a capitalised word before, no figure after.
bool DateReader::named_so(std::uint32_t i) const {
  if (digits(i + 1) || i == 0 || !capital(i - 1) || tokens_.tokens[i - 1].kind != TokenKind::kWord) return false;
  const bool opens = i < 2 || !same_sentence(i - 2, i - 1);
  return !opens && !find(Kind::kWeekday, i - 1);
}

DateReader::Found DateReader::day_number(std::uint32_t i) const {
  if (digits(i)) {
    bool ordinal = false;
    const int value = small_number(norm(i), ordinal);
    return value >= 1 && value <= 31 && norm(i).size() <= 4 ? Found{value, 1} : Found{};
  }
  const auto ordinal = find(Kind::kOrdinal, i);
  return ordinal && ordinal.value <= 31 ? ordinal : Found{};
}

// A year at a token: four digits, "480 BC", "AD 842", "'99", or in words. `short_form`: beside a month also three digits.
std::optional<DateReader::Year> DateReader::year_at(std::uint32_t i, bool short_form) const {
  if (const auto era = find(Kind::kEra, i); era && digits(i + 1)) {
    bool ordinal = false;
    const int value = small_number(norm(i + 1), ordinal);
    if (value > 0 && !ordinal) return Year{value, era.value < 0, i + 2};
  }
  if (digits(i)) return year_in_digits(i, short_form);
  if (i < size_ && tokens_.tokens[i].kind == TokenKind::kQuote && is(i, "'") && digits(i + 1) && !spaced(i + 1) &&
      norm(i + 1).size() == 2) {
    bool ordinal = false;
    const int value = small_number(norm(i + 1), ordinal);
    if (value >= 0) return Year{full_year(value), false, i + 2};
  }
  if (auto year = year_in_two_words(i)) return year;
  const auto* number = number_at(i);
  if (!number || number->in_digits || !number->count.point || number->count.modifier != Modifier::kExact || number->last - i < 2)
    return std::nullopt;
  const auto value = *number->count.point;
  if (value < 1100 || value > 2099 || value % 100 == 0) return std::nullopt;
  return Year{static_cast<int>(value), false, number->last};
}

// "fifteen sixteen", "twenty eighteen": the two halves of a year as they are spoken, after a word that leads to one.
std::optional<DateReader::Year> DateReader::year_in_two_words(std::uint32_t i) const {
  const auto* first = number_at(i);
  const auto* second = first ? number_at(first->last) : nullptr;
  const auto plain = [](const NumberMatch* n) { return n && !n->in_digits && n->count.point && n->count.modifier == Modifier::kExact; };
  if (!plain(first) || !plain(second) || i == 0 || !(find(Kind::kSureYearCue, i - 1) || find(Kind::kYearCue, i - 1))) return std::nullopt;
  const auto century = *first->count.point, rest = *second->count.point;
  const bool counts = find(Kind::kNotYear, second->last) || find(Kind::kUnit, second->last) || find(Kind::kUnits, second->last) || is(second->last, "-");
  if (century < 11 || century > 20 || rest < 10 || rest > 99 || (counts && !is(second->last, "and"))) return std::nullopt;
  return Year{static_cast<int>(century * 100 + rest), false, second->last};
}

std::optional<DateReader::Year> DateReader::year_in_digits(std::uint32_t i, bool short_form) const {
  bool ordinal = false;
  const auto word = norm(i);
  const int value = small_number(word, ordinal);
  if (value < 0 || ordinal) return std::nullopt;
  if (const auto era = find(Kind::kEra, i + 1)) return Year{value, era.value < 0, i + 1 + era.length};
  if (word.size() == 4 && value >= 1000 && value <= 2199) return Year{value, false, i + 1};
  if (word.size() != 3 || value < 100) return std::nullopt;
  if (find(Kind::kJoin, i + 1) && digits(i + 2) && find(Kind::kEra, i + 3))
    return Year{value, find(Kind::kEra, i + 3).value < 0, i + 1};  // "499-493 BC"
  return short_form && ends(i + 1) ? std::optional(Year{value, false, i + 1}) : std::nullopt;
}

// Appends "[,] [of|in] <year>" or "[of] that year" to a month or a day of one.
DateReader::Maybe DateReader::with_year(DateExpr expr, std::uint32_t end) const {
  auto at = end;
  const bool dashed = end > 1 && is(end - 2, "-") && expr.day > 0;  // "03-Aug-16"
  if (is(at, ",") || is(at, "-") || is(at, "/")) ++at;
  if (is(at, "of") || is(at, "in")) ++at;
  if (is(at, "the") && is(at + 1, "year")) at += 2;
  if (const auto year = year_at(at, true)) {
    const bool apart = is(end, "-") && expr.day == 0 && spaced(end);
    if (!apart) {
      expr.year = year->value;
      expr.bc = year->bc;
      return Read{std::move(expr), year->end};
    }
  }
  bool ordinal = false;  // "03-Aug-16", "April of 87"
  const bool after_of = at > end && is(at - 1, "of");
  if (digits(at) && norm(at).size() == 2 && (after_of || (at > end && is(end, "-") && !spaced(at) && dashed)) && expr.month > 0) {
    const int value = small_number(norm(at), ordinal);
    if (value >= 0 && !ordinal) {
      expr.year = full_year(value);
      return Read{std::move(expr), at + 1};
    }
  }
  return with_that_year(std::move(expr), at, end);
}

// "March the same year".
DateReader::Maybe DateReader::with_that_year(DateExpr expr, std::uint32_t at, std::uint32_t end) const {
  const auto that = find(Kind::kAnaphoric, at);
  const auto which = that ? that : find(Kind::kDeictic, at);
  const auto unit = which ? find(Kind::kUnit, at + which.length) : Found{};
  if (!unit || unit.value != static_cast<int>(TimeUnit::kYear)) return Read{std::move(expr), end};
  DateExpr base;
  base.kind = DateExpr::Kind::kUnit;
  base.unit = TimeUnit::kYear;
  base.step = which.value;
  base.anaphoric = static_cast<bool>(that);
  expr.base.push_back(std::move(base));
  return Read{std::move(expr), at + which.length + unit.length};
}

DateReader::Maybe DateReader::calendar(std::uint32_t i) const {
  if (auto read = numeric(i)) return read;
  if (auto read = month_first(i)) return read;
  if (auto read = day_first(i)) return read;
  if (auto read = decade(i)) return read;
  if (auto read = season(i)) return read;
  return year_alone(i);
}

// "Jul 172015": day and year after a lost comma.
DateReader::Maybe DateReader::glued_year(DateExpr expr, std::uint32_t i) const {
  const auto word = norm(i);
  if (!digits(i) || (word.size() != 5 && word.size() != 6)) return std::nullopt;
  bool ordinal = false;
  const int year = small_number(word.substr(word.size() - 4), ordinal),
            day = small_number(word.substr(0, word.size() - 4), ordinal);
  if (year < 1950 || year > 2099 || !valid_day(expr.month, day) || ordinal) return std::nullopt;
  expr.day = day, expr.year = year;
  return Read{std::move(expr), i + 1};
}

DateReader::Maybe DateReader::month_first(std::uint32_t i) const {
  const auto month = month_at(i);
  if (!month) return std::nullopt;
  DateExpr expr;
  expr.month = month.value;
  auto at = i + month.length;
  if (is(at, "the") && day_number(at + 1)) ++at;
  if (is(at, "-") && digits(at + 1) && norm(at + 1).size() <= 2 && !spaced(at)) ++at;  // "Sep-23-2020"
  if (auto glued = glued_year(expr, at)) return glued;
  const auto day = day_number(at);
  const auto* number = number_at(at);
  const bool counts = number && number->hint != NumberHint::kDate && number->hint != NumberHint::kNone && !number->in_digits;
  const bool clock = digits(at) && (find(Kind::kHalfDay, at + 1));
  if (day && valid_day(month.value, day.value) && !counts && !clock && norm(at).size() <= 4) {
    expr.day = day.value;
    return with_year(std::move(expr), at + day.length);
  }
  if (number && !number->in_digits && number->count.point && *number->count.point <= 31 &&
      year_at(number->last, true)) {  // "January twenty five nineteen …"
    expr.day = static_cast<int>(*number->count.point);
    return with_year(std::move(expr), number->last);
  }
  return with_year(std::move(expr), i + month.length);
}

DateReader::Maybe DateReader::day_first(std::uint32_t i) const {
  auto at = i;
  if (is(at, "the")) ++at;
  Found day = day_number(at);
  const auto* number = number_at(at);
  if (!day && number && !number->in_digits && number->count.point && *number->count.point >= 1 && *number->count.point <= 31) {
    day = {static_cast<int>(*number->count.point), number->last - at};
  }
  if (!day) return std::nullopt;
  at += day.length;
  if (is(at, "day")) ++at;
  if (is(at, "of")) ++at;
  if (is(at, "-") || is(at, "/")) ++at;
  const auto month = month_at(at);
  if (!month || !valid_day(month.value, day.value)) return std::nullopt;
  const auto after = day_number(at + month.length);  // "12 May 5": the figure before belongs elsewhere
  if (after && !is(i, "the") && digits(at + month.length) && norm(at + month.length).size() <= 2 && !is(at - 1, "-") &&
      !is(at - 1, "of"))
    return std::nullopt;
  DateExpr expr;
  expr.month = month.value;
  expr.day = day.value;
  return with_year(std::move(expr), at + month.length);
}

}  // namespace attest
