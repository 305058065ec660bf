// Dates and years in digits: "2025-03-12", "12/03/2025", "in 2013".
#include "know/date_digits.h"

#include <array>

#include "know/date_reader.h"

namespace attest {

int small_number(std::string_view word, bool& ordinal) {
  int value = 0;
  std::size_t i = 0;
  while (i < word.size() && i < 5 && word[i] >= '0' && word[i] <= '9') value = value * 10 + (word[i++] - '0');
  if (i == 0 || i > 4) return -1;
  const auto rest = word.substr(i);
  ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return rest.empty() || ordinal ? value : -1;
}

bool valid_day(int month, int day) { return day >= 1 && day <= (month == 0 ? 31 : days_in_month(2000, month)); }

int full_year(int two_digits) { return two_digits < 40 ? 2000 + two_digits : 1900 + two_digits; }

namespace {

// The parts of a figure between '/' and '.': "12/03/2025", "23.04.2022"; count 0 where it is no such figure.
struct Parts {
  std::array<int, 3> value{};
  std::array<std::size_t, 3> size{};
  int count = 0;
};

Parts split(std::string_view word) {
  Parts out;
  out.count = 1;
  for (const char c : word) {
    const auto at = static_cast<std::size_t>(out.count - 1);
    if (c == '/' || c == '.') {
      if (++out.count > 3) return {};
    } else if (c >= '0' && c <= '9' && out.size[at] < 8) {
      out.value[at] = out.value[at] * 10 + (c - '0');
      ++out.size[at];
    } else {
      return {};
    }
  }
  return out;
}

// Three parts as a day: the year stands first or last; with two readings the month stands before the day, except between stops.
std::optional<DateExpr> as_day(const Parts& p, bool stops) {
  int year = p.value[2], month = p.value[0], day = p.value[1];
  const bool year_first = p.size[0] == 4;
  if (year_first) year = p.value[0], month = p.value[1], day = p.value[2];
  else if (p.size[2] == 2) year = full_year(p.value[2]);
  else if (p.size[2] != 4) return std::nullopt;
  if (month > 12 || (stops && !year_first)) std::swap(month, day);
  if (year < 1000 || year > 2199 || month < 1 || month > 12 || !valid_day(month, day)) return std::nullopt;
  DateExpr expr;
  expr.year = year, expr.month = month, expr.day = day;
  return expr;
}

}  // namespace

// "2025-03-12", "12/03/2025", "23.04.2022", "2020/Sep/23", "20161016", "2016 10 16"; beside a weekday or "this" also "5/12".
DateReader::Maybe DateReader::numeric(std::uint32_t i) const {
  if (!digits(i)) return std::nullopt;
  const auto word = norm(i);
  Parts parts = split(word);
  const std::uint32_t end = i + 1;
  if (parts.count == 1 && parts.size[0] == 8) {
    parts.value = {parts.value[0] / 10000, parts.value[0] / 100 % 100, parts.value[0] % 100};
    if (parts.value[0] < 1900 || parts.value[0] > 2199) return std::nullopt;
    parts.size = {4, 2, 2}, parts.count = 3;
  } else if (parts.count == 1) {
    return numeric_tokens(i);
  } else if (parts.count == 2) {
    const bool cued = i > 0 && (find(Kind::kWeekday, i - 1) || find(Kind::kDeictic, i - 1));
    if (!cued || word.find('/') == std::string_view::npos || parts.value[0] < 1 || parts.value[0] > 12 ||
        !valid_day(parts.value[0], parts.value[1]))
      return std::nullopt;
    DateExpr expr;
    expr.month = parts.value[0], expr.day = parts.value[1];
    return Read{std::move(expr), end};
  }
  if (parts.count != 3) return std::nullopt;
  auto expr = as_day(parts, word.find('.') != std::string_view::npos);
  return expr ? Maybe(Read{std::move(*expr), end}) : std::nullopt;
}

// The same over several tokens: "2025-03-12", "05-Aug-2016", "2016 10 16".
DateReader::Maybe DateReader::numeric_tokens(std::uint32_t i) const {
  bool ordinal = false;
  Parts parts;
  parts.value[0] = small_number(norm(i), ordinal), parts.size[0] = norm(i).size();
  if (parts.value[0] < 0 || ordinal) return std::nullopt;
  const bool joint = (is(i + 1, "-") || is(i + 1, "/")) && !spaced(i + 1) && norm(i + 1) == norm(i + 3);
  const bool apart =
      parts.value[0] > 1900 && digits(i + 1) && digits(i + 2) && norm(i + 1).size() <= 2 && norm(i + 2).size() <= 2;
  if (!joint && !apart) return std::nullopt;
  const std::uint32_t second = joint ? i + 2 : i + 1, third = joint ? i + 4 : i + 2;
  const auto month = month_at(second);
  parts.value[1] = month ? month.value : small_number(norm(second), ordinal), parts.size[1] = 2;
  parts.value[2] = small_number(norm(third), ordinal), parts.size[2] = norm(third).size();
  if (month_at(third) && !month) {
    parts.value[2] = parts.value[1], parts.value[1] = month_at(third).value, parts.size[2] = norm(second).size();
    if (parts.size[2] == 4) std::swap(parts.value[0], parts.value[1]);
  } else if (month && parts.size[0] < 4) {
    std::swap(parts.value[0], parts.value[1]);
  }
  if (parts.value[1] < 1 || parts.value[2] < 0 || ordinal) return std::nullopt;
  auto expr = as_day(parts, false);
  return expr ? Maybe(Read{std::move(*expr), third + 1}) : std::nullopt;
}

// A year by itself, where what stands around does not make it a count.
DateReader::Maybe DateReader::year_alone(std::uint32_t i) const {
  auto at = i;
  if (is(at, "the") && is(at + 1, "year")) ++at;
  if (is(at, "year") || is(at, "years")) ++at;
  if (at > i && is(at, "of")) ++at;
  const auto year = year_at(at, false);
  if (!year) return at > i ? early_year(at) : short_year(at);
  if (in_range_[at]) return std::nullopt;
  const bool marked = at > i || find(Kind::kEra, at) || find(Kind::kEra, year->end - 1) || (i > 0 && is(i - 1, "'"));
  if (!marked && counts(i, *year)) return std::nullopt;
  DateExpr expr;
  expr.year = year->value;
  expr.bc = year->bc;
  return Read{std::move(expr), year->end};
}

// "in the year 71".
DateReader::Maybe DateReader::early_year(std::uint32_t i) const {
  bool ordinal = false;
  const int value = digits(i) ? small_number(norm(i), ordinal) : -1;
  const bool free = ends(i + 1) || find(Kind::kYearCue, i + 1);
  if (value < 1 || value > 999 || ordinal || !free || !is(i - 1, "year")) return std::nullopt;
  DateExpr expr;
  expr.year = value;
  return Read{std::move(expr), i + 1};
}

// "c. 347", "in 348", "(837-908)".
DateReader::Maybe DateReader::short_year(std::uint32_t i) const {
  if (!digits(i) || norm(i).size() != 3 || i == 0 || !find(Kind::kShortYearCue, i - 1) || !number_at(i)) return std::nullopt;
  bool ordinal = false;
  const int value = small_number(norm(i), ordinal);
  const bool free = ends(i + 1) || capital(i + 1) || (find(Kind::kYearCue, i + 1) && !find(Kind::kNotYear, i + 1));
  if (value < 100 || ordinal || !free) return std::nullopt;
  const bool bracket = is(i - 1, "(");
  const bool pair = bracket && find(Kind::kJoin, i + 1) && digits(i + 2) && norm(i + 2).size() == 3;
  if (bracket && !pair) return std::nullopt;
  DateExpr expr;
  expr.year = value;
  expr.short_year = !is(i - 1, "c.") && !pair;
  return Read{std::move(expr), i + 1};
}

// Whether a figure of four digits at `i` counts things rather than names a year.
bool DateReader::counts(std::uint32_t i, const Year& year) const {
  const auto next = year.end;
  if (const auto* number = number_at(i)) {
    const auto modifier = number->count.modifier;
    const bool bound = number->first != number->core &&
                       (modifier == Modifier::kAtLeast || modifier == Modifier::kAtMost || modifier == Modifier::kNearly);
    if (bound || number->hint == NumberHint::kMoney || number->hint == NumberHint::kPercent || number->hint == NumberHint::kClock)
      return true;
    if (number->last > next && modifier != Modifier::kRange) return true;  // "2000 million"
  }
  const bool joined = is(next, "and") || is(next, "or") || is(next, "more") || is(next, "-");
  const bool sure = i == 0 || find(Kind::kSureYearCue, i - 1);
  const bool thing =
      find(Kind::kNotYear, next) && !joined && !(sure && year.value > 1900 && year.value % 50 != 0);  // "in 2013 rebels took"
  if (find(Kind::kUnits, next) || thing) return true;
  if (is(next, ",") && digits(next + 1) && !spaced(next + 1)) return true;
  const bool led = i == 0 || find(Kind::kYearCue, i - 1) || !same_sentence(i - 1, i) || capital(i - 1) ||
                   (year.value >= 1800 && year.value <= 2030);
  if (!led && ((!ends(next) && !find(Kind::kYearCue, next)) || year.value < 1700)) return true;
  const auto after = norm(next);  // a plural: "1950 shells"
  if (!sure && !ends(next) && !capital(next) && after.size() > 4 && after.back() == 's' && !find(Kind::kYearCue, next))
    return true;
  const bool compound =
      is(next, "-") && !spaced(next) && !spaced(next + 1) && next + 1 < size_ && !digits(next + 1);  // "2000-strong"
  return compound && (!led || find(Kind::kNotYear, next + 1) || find(Kind::kUnit, next + 1));
}

}  // namespace attest
