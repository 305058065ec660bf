// Dates by the calendar: days, months, years, decades, seasons, feasts.
#include "know/date_reader.h"

namespace attest {
namespace {

// The digits of a token with at most four, then nothing or an ordinal's ending; -1 else.
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

}  // namespace

DateReader::Found DateReader::month_at(std::uint32_t i) const {
  if (const auto found = find(Kind::kMonth, i)) {
    const bool word = is(i, "may") || is(i, "march");
    if (!word || (capital(i) && !named_so(i))) return found;
    return number_at(i + 1) || (i > 0 && digits(i - 1)) ? found : Found{};
  }
  const auto found = find(Kind::kMonthShort, i);
  if (!found) return found;
  const bool beside = digits(i + 1) || (i > 0 && digits(i - 1)) || (digits(i + 2) && (is(i + 1, "-") || is(i + 1, ",") || is(i + 1, "/"))) ||
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

// A year at a token: four digits, "480 BC", "AD 842", "'99", or in words. `short_form`: beside a month also two digits or words.
std::optional<DateReader::Year> DateReader::year_at(std::uint32_t i, bool short_form) const {
  if (const auto era = find(Kind::kEra, i); era && digits(i + 1)) {
    bool ordinal = false;
    const int value = small_number(norm(i + 1), ordinal);
    if (value > 0 && !ordinal) return Year{value, era.value < 0, i + 2};
  }
  if (digits(i)) {
    bool ordinal = false;
    const auto word = norm(i);
    const int value = small_number(word, ordinal);
    if (value < 0 || ordinal) return std::nullopt;
    if (const auto era = find(Kind::kEra, i + 1)) return Year{value, era.value < 0, i + 1 + era.length};
    if (word.size() == 3 && find(Kind::kJoin, i + 1) && digits(i + 2) && find(Kind::kEra, i + 3)) return Year{value, find(Kind::kEra, i + 3).value < 0, i + 1};  // "499-493 BC"
    if (word.size() == 4 && value >= 1000 && value <= 2199) return Year{value, false, i + 1};
    if (short_form && word.size() == 3 && value >= 100 && ends(i + 1)) return Year{value, false, i + 1};
    return std::nullopt;
  }
  if (i < size_ && tokens_.tokens[i].kind == TokenKind::kQuote && norm(i) == "'" && digits(i + 1) && !spaced(i + 1) && norm(i + 1).size() == 2) {
    bool ordinal = false;
    const int value = small_number(norm(i + 1), ordinal);
    if (value >= 0) return Year{full_year(value), false, i + 2};
  }
  const auto* number = number_at(i);
  if (number && !number->in_digits && number->count.point && number->count.modifier == Modifier::kExact && number->last - i >= 2) {
    const auto value = *number->count.point;
    if (value >= 1100 && value <= 2099 && value % 100 != 0) return Year{static_cast<int>(value), false, number->last};
  }
  return std::nullopt;
}

// Appends "[,] [of|in] <year>" or "[of] that year" to a month or a day of one.
DateReader::Maybe DateReader::with_year(DateExpr expr, std::uint32_t end) const {
  auto at = end;
  const bool dashed = end > 1 && is(end - 2, "-") && expr.day > 0;  // "03-Aug-16"
  if (is(at, ",") || is(at, "-") || is(at, "/")) ++at;
  if (is(at, "of") || is(at, "in")) ++at;
  if (is(at, "the") && is(at + 1, "year")) at += 2;
  if (const auto year = year_at(at, true)) {
    const bool far = is(end, "-") && expr.day == 0 && spaced(end);
    if (!far && !(at > end && is(at - 1, "in") && expr.day == 0 && false)) {
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
  const auto that = find(Kind::kAnaphoric, at);
  const auto which = that ? that : find(Kind::kDeictic, at);
  if (which && find(Kind::kUnit, at + which.length).value == static_cast<int>(TimeUnit::kYear) && find(Kind::kUnit, at + which.length)) {
    DateExpr base;
    base.kind = DateExpr::Kind::kUnit;
    base.unit = TimeUnit::kYear;
    base.step = which.value;
    base.anaphoric = static_cast<bool>(that);
    expr.base.push_back(std::move(base));
    return Read{std::move(expr), at + which.length + 1};
  }
  return Read{std::move(expr), end};
}

DateReader::Maybe DateReader::calendar(std::uint32_t i) const {
  if (auto read = numeric(i)) return read;
  if (auto read = month_first(i)) return read;
  if (auto read = day_first(i)) return read;
  if (auto read = decade(i)) return read;
  if (auto read = season(i)) return read;
  return year_alone(i);
}

DateReader::Maybe DateReader::month_first(std::uint32_t i) const {
  const auto month = month_at(i);
  if (!month) return std::nullopt;
  DateExpr expr;
  expr.month = month.value;
  auto at = i + month.length;
  if (is(at, "the") && day_number(at + 1)) ++at;
  if (is(at, "-") && digits(at + 1) && norm(at + 1).size() <= 2 && !spaced(at)) ++at;  // "Sep-23-2020"
  if (const auto word = norm(at); digits(at) && (word.size() == 5 || word.size() == 6)) {  // "Jul 172015": a lost comma
    bool ordinal = false;
    const int year_part = small_number(word.substr(word.size() - 4), ordinal), day_part = small_number(word.substr(0, word.size() - 4), ordinal);
    if (year_part >= 1950 && year_part <= 2099 && valid_day(month.value, day_part) && !ordinal) {
      expr.day = day_part, expr.year = year_part;
      return Read{std::move(expr), at + 1};
    }
  }
  const auto day = day_number(at);
  const auto* number = number_at(at);
  const bool counts = number && number->hint != NumberHint::kDate && number->hint != NumberHint::kNone && !number->in_digits;
  const bool clock = digits(at) && (find(Kind::kHalfDay, at + 1));
  if (day && valid_day(month.value, day.value) && !counts && !clock && norm(at).size() <= 4) {
    expr.day = day.value;
    return with_year(std::move(expr), at + day.length);
  }
  if (number && !number->in_digits && number->count.point && *number->count.point <= 31 && year_at(number->last, true)) {  // "January twenty five nineteen …"
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
  if (after && !is(i, "the") && digits(at + month.length) && norm(at + month.length).size() <= 2 && !is(at - 1, "-") && !is(at - 1, "of")) return std::nullopt;
  DateExpr expr;
  expr.month = month.value;
  expr.day = day.value;
  return with_year(std::move(expr), at + month.length);
}

// "2025-03-12", "12/03/2025", "23.04.2022", "2020/Sep/23", "20161016". With two readings the month stands first.
DateReader::Maybe DateReader::numeric(std::uint32_t i) const {
  if (!digits(i)) return std::nullopt;
  int part[3] = {0, 0, 0};
  std::size_t size[3] = {0, 0, 0};
  std::uint32_t end = i + 1;
  const auto word = norm(i);
  int n = 0;
  for (const char c : word) {
    if (c == '/' || c == '.') {
      if (++n > 2) return std::nullopt;
    } else if (c >= '0' && c <= '9' && size[n] < 8) {
      part[n] = part[n] * 10 + (c - '0');
      ++size[n];
    } else {
      return std::nullopt;
    }
  }
  if (n == 0 && size[0] == 8 && part[0] > 10000000 && part[0] < 22000000) {
    part[2] = part[0] % 100, part[1] = part[0] / 100 % 100, part[0] /= 10000;
    size[0] = 4, n = 2;
  } else if (n == 0) {
    for (const char* joint : {"-", "/"}) {
      if (!is(i + 1, joint) || spaced(i + 1)) continue;
      bool ordinal = false;
      const auto month = month_at(i + 2);
      const int second = month ? month.value : small_number(norm(i + 2), ordinal);
      const int third = is(i + 3, joint) ? small_number(norm(i + 4), ordinal) : -1;
      if (second < 0 || third < 0 || size[0] > 4) continue;
      part[1] = second, part[2] = third, size[2] = norm(i + 4).size(), size[1] = 2, n = 2, end = i + 5;
      if (month && size[0] < 4) std::swap(part[0], part[1]);
    }
    if (n == 0 && size[0] == 4 && digits(i + 2) && norm(i + 1).size() <= 2 && norm(i + 2).size() <= 2 && digits(i + 1) && part[0] > 1900) {
      bool ordinal = false;  // "2016 10 16"
      part[1] = small_number(norm(i + 1), ordinal), part[2] = small_number(norm(i + 2), ordinal), n = 2, end = i + 3;
      if (part[1] < 1 || part[2] < 1) return std::nullopt;
    }
  }
  if (n == 1 && size[0] <= 2 && size[1] <= 2 && word.find('/') != std::string_view::npos) {  // "5/12" beside a weekday or "this"
    if (i == 0 || part[0] > 12 || part[0] < 1 || !valid_day(part[0], part[1]) || !(find(Kind::kWeekday, i - 1) || is(i - 1, "this") || is(i - 1, "next"))) return std::nullopt;
    DateExpr expr;
    expr.month = part[0], expr.day = part[1];
    return Read{std::move(expr), end};
  }
  if (n != 2) return std::nullopt;
  int year = part[2], month = part[0], day = part[1];
  if (size[0] == 4) year = part[0], month = part[1], day = part[2];
  else if (size[2] == 2) year = full_year(part[2]);
  else if (size[2] != 4) return std::nullopt;
  if (size[0] != 4 && (month > 12 || word.find('.') != std::string_view::npos)) std::swap(month, day);
  if (month > 12 && size[0] == 4) std::swap(month, day);
  if (year < 1000 || year > 2199 || month < 1 || month > 12 || !valid_day(month, day)) return std::nullopt;
  DateExpr expr;
  expr.year = year, expr.month = month, expr.day = day;
  return Read{std::move(expr), end};
}

// A year by itself, where what stands around does not make it a count.
DateReader::Maybe DateReader::year_alone(std::uint32_t i) const {
  auto at = i;
  if (is(at, "the") && is(at + 1, "year")) ++at;
  if (is(at, "year") || is(at, "years")) ++at;
  if (at > i && is(at, "of")) ++at;
  const auto year = year_at(at, false);
  const auto* number = number_at(at);
  if (!year) {
    if (digits(at) && norm(at).size() == 3 && i > 0 && (is(i - 1, "in") || is(i - 1, "until") || is(i - 1, "since") || is(i - 1, "by") || is(i - 1, "c.") || is(i - 1, "around") || is(i - 1, "about") || is(i - 1, "of") || is(i - 1, "from") || is(i - 1, "after") || is(i - 1, "before") || is(i - 1, "("))) {
      bool ordinal = false;
      const int value = small_number(norm(at), ordinal);
      if (value < 100 || ordinal || number_at(at) == nullptr || (!ends(at + 1) && !capital(at + 1) && !find(Kind::kYearCue, at + 1)) || (find(Kind::kNotYear, at + 1) && !ends(at + 1))) return std::nullopt;
      DateExpr expr;
      expr.year = value;
      const bool pair = is(i - 1, "(") && find(Kind::kJoin, at + 1) && digits(at + 2) && norm(at + 2).size() == 3;
      if (is(i - 1, "(") && !pair) return std::nullopt;
      expr.short_year = !is(i - 1, "c.") && !pair;
      return Read{std::move(expr), at + 1};
    }
    return std::nullopt;
  }
  const auto end = year->end;
  if (at == i && !find(Kind::kEra, at) && !find(Kind::kEra, end - 1) && !(i > 0 && is(i - 1, "'"))) {
    const auto next = end;
    if (number && number->modified() && number->first != number->core && number->count.modifier != Modifier::kRange && number->count.modifier != Modifier::kAbout && !is(number->first, "under") &&
        !is(number->first, "over"))
      return std::nullopt;
    if (number && (number->hint == NumberHint::kMoney || number->hint == NumberHint::kPercent || number->hint == NumberHint::kClock)) return std::nullopt;
    if (number && number->last > end && number->count.modifier != Modifier::kRange) return std::nullopt;  // "2000 million"
    const bool before = i == 0 || find(Kind::kYearCue, i - 1) || !same_sentence(i - 1, i) || capital(i - 1) || (year->value >= 1800 && year->value <= 2030);
    const bool units = find(Kind::kUnits, next) || (find(Kind::kNotYear, next) && !is(next, "and") && !is(next, "or") && !is(next, "more") && !is(next, "-"));
    if (units) return std::nullopt;
    if (!before && !ends(next) && !find(Kind::kYearCue, next)) return std::nullopt;
    if (!before && norm(at)[0] == '1' && norm(at)[1] < '7') return std::nullopt;
    const auto after = norm(next);
    if (after == "," && digits(next + 1) && !spaced(next + 1)) return std::nullopt;
    const bool loose = i > 0 && !(is(i - 1, "in") || is(i - 1, "since") || is(i - 1, "until") || is(i - 1, "(") || is(i - 1, "the"));
    if (loose && next < size_ && !ends(next) && !capital(next) && after.size() > 4 && after.back() == 's' && !find(Kind::kYearCue, next)) return std::nullopt;
    if (is(next, "-") && !spaced(next) && !spaced(next + 1) && next + 1 < size_ && !digits(next + 1) && !is(next + 1, "present")) {
      if (!find(Kind::kNotYear, next + 1) && !before) return std::nullopt;
      if (find(Kind::kNotYear, next + 1) || find(Kind::kUnit, next + 1)) return std::nullopt;
    }
  }
  DateExpr expr;
  expr.year = year->value;
  expr.bc = year->bc;
  return Read{std::move(expr), end};
}

// "the 1930s", "the late 1990s", "the 19th century".
DateReader::Maybe DateReader::decade(std::uint32_t i) const {
  auto at = i + (is(i, "the") ? 1u : 0u);
  if (is(at, "late") || is(at, "early") || is(at, "mid")) ++at;
  if (is(at, "-")) ++at;
  const auto word = norm(at);
  DateExpr expr;
  if (digits(at) && word.size() == 5 && word.back() == 's' && word[3] == '0' && (word[0] == '1' || word[0] == '2')) {
    expr.decade = (word[0] - '0') * 100 + (word[1] - '0') * 10 + (word[2] - '0');
    return Read{std::move(expr), at + 1};
  }
  if (digits(at) && word.size() == 4 && word.back() == 's' && word[2] == '0' && find(Kind::kEra, at + 1)) {  // "the 470s BC"
    expr.decade = (word[0] - '0') * 10 + (word[1] - '0');
    const auto era = find(Kind::kEra, at + 1);
    expr.bc = era.value < 0;
    return Read{std::move(expr), at + 1 + era.length};
  }
  bool is_ordinal = false;
  const auto ordinal = find(Kind::kOrdinal, at);
  const int nth = ordinal ? ordinal.value : digits(at) ? small_number(word, is_ordinal) : -1;
  const auto end = at + (ordinal ? ordinal.length : 1);
  const auto unit_at = is(end, "-") ? end + 1 : end;
  const auto unit = find(Kind::kUnit, unit_at);
  if (nth < 1 || nth > 21 || (!ordinal && !is_ordinal) || !unit || unit.value != static_cast<int>(TimeUnit::kCentury)) return std::nullopt;
  expr.century = nth - 1;
  auto stop = unit_at + unit.length;
  if (const auto era = find(Kind::kEra, stop)) expr.bc = era.value < 0, stop += era.length;
  return Read{std::move(expr), stop};
}

// Seasons need a year, an article or a preposition beside them: "fall" and "spring" are verbs too.
DateReader::Maybe DateReader::season(std::uint32_t i) const {
  auto at = i + (is(i, "the") ? 1u : 0u);
  const auto which = find(Kind::kDeictic, at);
  const auto that = find(Kind::kAnaphoric, at);
  at += which ? which.length : that.length;
  const auto name = find(Kind::kSeason, at);
  if (!name) return std::nullopt;
  DateExpr expr;
  expr.season = name.value;
  if (which || that) {
    expr.stepped = true;
    expr.step = which ? which.value : that.value;
    expr.anaphoric = !which;
    return Read{std::move(expr), at + 1};
  }
  auto read = with_year(expr, at + 1);
  if (read->end > at + 1) return read;
  const bool verb = is(at, "fall") || is(at, "spring");
  const auto before = i > 0 ? norm(i - 1) : std::string_view();
  const bool cued = before == "in" || before == "during" || before == "since" || before == "by" || before == "until" || before == "of" || before == "this" || before == "through" || before == "that";
  if (at > i ? verb && !cued : !cued && (verb || !capital(at))) return std::nullopt;
  if (!ends(at + 1) && at > i && verb && !cued) return std::nullopt;
  return read;
}

DateReader::Maybe DateReader::holiday(std::uint32_t i) const {
  const auto at_which = find(Kind::kDeictic, i);
  const auto which = at_which ? at_which : find(Kind::kAnaphoric, i);
  const auto at = i + which.length;
  DateExpr expr;
  Found name;
  if (const auto fixed = find(Kind::kHoliday, at); fixed && capital(at)) {
    name = fixed;
    expr.month = fixed.value / 100, expr.day = fixed.value % 100;
  } else if (fixed) {
    name = fixed;
    expr.month = fixed.value / 100, expr.day = fixed.value % 100;
    if (is(at, "new") && !ends(at + fixed.length)) return std::nullopt;  // "new year" as plain words
  } else if (const auto movable = find(Kind::kMovable, at)) {
    name = movable;
    expr.kind = DateExpr::Kind::kMovable, expr.day = movable.value;
  } else if (const auto hijri = find(Kind::kHijri, at); hijri && capital(at)) {
    name = hijri;
    expr.kind = DateExpr::Kind::kHijri, expr.month = hijri.value;
  } else if (const auto named = find(Kind::kNamedDay, at)) {
    expr.year = named.value / 10000, expr.month = named.value / 100 % 100, expr.day = named.value % 100;
    return Read{std::move(expr), at + named.length};
  } else {
    return std::nullopt;
  }
  if (which) expr.stepped = true, expr.step = which.value;
  return with_year(std::move(expr), at + name.length);
}

// "the second week of 2021", "the last week of August", "week 31 of last year", "the ninth month of next year", "the 15th day of next month".
DateReader::Maybe DateReader::nth_unit(std::uint32_t i) const {
  auto at = i + (is(i, "the") ? 1u : 0u);
  DateExpr expr;
  expr.kind = DateExpr::Kind::kNthUnit;
  const auto unit_first = find(Kind::kUnit, at);
  if (unit_first && (unit_first.value == static_cast<int>(TimeUnit::kWeek)) && digits(at + 1) && !spaced(at + 2)) {
    bool ordinal = false;
    expr.count = small_number(norm(at + 1), ordinal);
    if (expr.count < 1 || expr.count > 53) return std::nullopt;
    expr.unit = TimeUnit::kWeek;
    return Read{std::move(expr), at + 2};
  }
  if (unit_first && unit_first.value == static_cast<int>(TimeUnit::kWeek) && digits(at + 1)) {
    bool ordinal = false;
    expr.count = small_number(norm(at + 1), ordinal);
    if (expr.count < 1 || expr.count > 53) return std::nullopt;
    expr.unit = TimeUnit::kWeek;
    at += 2;
  } else {
    bool is_ordinal = false;
    const auto ordinal = find(Kind::kOrdinal, at);
    const bool last = is(at, "last") || is(at, "final");
    const int nth = ordinal ? ordinal.value : last ? 0 : digits(at) ? small_number(norm(at), is_ordinal) : -1;
    if (nth < 0 || (!ordinal && !last && !is_ordinal)) return std::nullopt;
    at += ordinal ? ordinal.length : 1;
    const auto unit = find(Kind::kUnit, at);
    if (!unit || unit.value < 3 || unit.value > 5) {
      if (!unit || unit.value != static_cast<int>(TimeUnit::kQuarter)) return std::nullopt;
    }
    expr.count = nth;
    expr.unit = static_cast<TimeUnit>(unit.value);
    at += unit.length;
    if (!is(at, "of")) return std::nullopt;
  }
  if (!is(at, "of")) return Read{std::move(expr), at};
  auto base = calendar(at + 1);
  if (!base) base = stepped(at + 1);
  if (!base && is(at + 1, "the")) {
    if (const auto unit = find(Kind::kUnit, at + 2)) {
      base = Read{};
      base->expr.kind = DateExpr::Kind::kUnit;
      base->expr.unit = static_cast<TimeUnit>(unit.value);
      base->expr.anaphoric = true;
      base->end = at + 3;
    }
  }
  if (!base) return std::nullopt;
  expr.base.push_back(std::move(base->expr));
  return Read{std::move(expr), base->end};
}

// "the 15th", "on the fifth": a day of the month spoken of.
DateReader::Maybe DateReader::day_of_month(std::uint32_t i) const {
  if (!is(i, "the")) return std::nullopt;
  const auto day = day_number(i + 1);
  bool ordinal = false;
  if (!day || i == 0) return std::nullopt;
  if (digits(i + 1)) {
    small_number(norm(i + 1), ordinal);
    if (!ordinal) return std::nullopt;
  }
  const auto before = norm(i - 1);
  const bool cued = before == "on" || before == "by" || before == "until" || before == "of" || before == "since";
  if (!cued || !ends(i + 1 + day.length) || (digits(i + 1) && is(i + 1 + day.length, "-"))) return std::nullopt;
  if (is(i + 1 + day.length, "-")) return std::nullopt;
  DateExpr expr;
  expr.kind = DateExpr::Kind::kDayOfMonth;
  expr.day = day.value;
  return Read{std::move(expr), i + 1 + day.length};
}

}  // namespace attest
