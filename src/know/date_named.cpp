// Decades, centuries, seasons, feasts, and the n-th day, week or month of a period.
#include "know/date_digits.h"
#include "know/date_reader.h"

namespace attest {

// "the 1930s", "the late 1990s", "the 19th century".
DateReader::Maybe DateReader::decade(std::uint32_t i) const {
  auto at = i + (is(i, "the") ? 1u : 0u);
  if (find(Kind::kSense, at)) ++at;
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
  if (nth < 1 || nth > 21 || (!ordinal && !is_ordinal) || !unit || unit.value != static_cast<int>(TimeUnit::kCentury))
    return std::nullopt;
  expr.century = nth - 1;
  auto stop = unit_at + unit.length;
  if (const auto era = find(Kind::kEra, stop)) expr.bc = era.value < 0, stop += era.length;
  return Read{std::move(expr), stop};
}

// Seasons need a year, an article or a preposition beside them: "fall" and "spring" are verbs too.
DateReader::Maybe DateReader::season(std::uint32_t i) const {
  auto at = i + (is(i, "the") ? 1u : 0u);
  const auto deictic = find(Kind::kDeictic, at);
  const auto which = deictic ? deictic : find(Kind::kAnaphoric, at);
  at += which.length;
  const auto name = find(Kind::kSeason, at);
  if (!name) return std::nullopt;
  DateExpr expr;
  expr.season = name.value;
  if (which) {
    expr.stepped = true;
    expr.step = which.value;
    expr.anaphoric = !deictic;
    return Read{std::move(expr), at + 1};
  }
  auto read = with_year(expr, at + 1);
  if (read->end > at + 1) return read;
  const bool verb = find(Kind::kVerbToo, at).length > 0;
  if (verb && is(at + 1, "of")) return std::nullopt;  // "the fall of the city"
  const bool cued = i > 0 && find(Kind::kSeasonCue, i - 1);
  const bool article = at > i;
  if (!cued && (article ? verb : verb || !capital(at))) return std::nullopt;
  return read;
}

// "Christmas 2015", "last Easter", "Ramadan".
DateReader::Maybe DateReader::holiday(std::uint32_t i) const {
  const auto deictic = find(Kind::kDeictic, i);
  const auto which = deictic ? deictic : find(Kind::kAnaphoric, i);
  const auto at = i + which.length;
  DateExpr expr;
  Found name = find(Kind::kNamedDay, at);
  if (name) {
    expr.year = name.value / 10000, expr.month = name.value / 100 % 100, expr.day = name.value % 100;
    return Read{std::move(expr), at + name.length};
  }
  if ((name = find(Kind::kHoliday, at))) {
    if (!capital(at) && is(at, "new") && !ends(at + name.length)) return std::nullopt;  // "new year" as plain words
    expr.month = name.value / 100, expr.day = name.value % 100;
  } else if ((name = find(Kind::kMovable, at))) {
    expr.kind = DateExpr::Kind::kMovable, expr.day = name.value;
  } else if ((name = find(Kind::kHijriFeast, at)) && capital(at)) {
    expr.kind = DateExpr::Kind::kHijri;
    expr.month = name.value / 10000, expr.day = name.value / 100 % 100, expr.count = name.value % 100;
  } else if (which && (name = find(Kind::kHijri, at)) && capital(at)) {
    expr.kind = DateExpr::Kind::kHijri, expr.month = name.value;
  } else {
    return which ? std::nullopt : hijri(i);
  }
  if (which) expr.stepped = true, expr.step = which.value;
  return with_year(std::move(expr), at + name.length);
}

// "Ramadan", "10 Muharram 1446", "the 17th of Ramadan".
DateReader::Maybe DateReader::hijri(std::uint32_t i) const {
  auto at = i + (is(i, "the") ? 1u : 0u);
  DateExpr expr;
  expr.kind = DateExpr::Kind::kHijri;
  if (const auto day = day_number(at); day && day.value <= 30) {
    expr.day = day.value, expr.count = 1;
    at += day.length;
    if (is(at, "of")) ++at;
  }
  const auto name = find(Kind::kHijri, at);
  if (!name || !capital(at) || (at > i && expr.day == 0)) return std::nullopt;
  expr.month = name.value;
  return with_year(std::move(expr), at + name.length);
}

// "the second week of 2021", "the last week of August", "week 31 of last year", "the ninth month of next year", "the 15th day of
// next month".
DateReader::Maybe DateReader::nth_unit(std::uint32_t i) const {
  auto at = i + (is(i, "the") ? 1u : 0u);
  DateExpr expr;
  expr.kind = DateExpr::Kind::kNthUnit;
  bool ordinal = false;
  const auto week = find(Kind::kUnit, at);
  if (week && week.value == static_cast<int>(TimeUnit::kWeek) && digits(at + 1)) {
    expr.unit = TimeUnit::kWeek;
    expr.count = small_number(norm(at + 1), ordinal);
    if (expr.count < 1 || expr.count > 53) return std::nullopt;
    if (!is(at + 2, "of")) return Read{std::move(expr), at + 2};
    return nth_of(std::move(expr), at + 3);
  }
  const auto named = find(Kind::kOrdinal, at);
  const bool last = find(Kind::kLastOf, at).length > 0;
  const int nth = named ? named.value : last ? 0 : digits(at) ? small_number(norm(at), ordinal) : -1;
  if (nth < 0 || (!named && !last && !ordinal)) return std::nullopt;
  at += named ? named.length : 1;
  const auto unit = find(Kind::kUnit, at);
  const bool usable = unit && ((unit.value >= 3 && unit.value <= 5) || unit.value == static_cast<int>(TimeUnit::kQuarter));
  if (!usable || !is(at + unit.length, "of")) return std::nullopt;
  expr.count = nth;
  expr.unit = static_cast<TimeUnit>(unit.value);
  return nth_of(std::move(expr), at + unit.length + 1);
}

// The period that an n-th unit belongs to.
DateReader::Maybe DateReader::nth_of(DateExpr expr, std::uint32_t at) const {
  auto base = calendar(at);
  if (!base) base = stepped(at);
  if (!base) base = hijri(at);
  if (!base && is(at, "the")) {
    const auto unit = find(Kind::kUnit, at + 1);
    if (!unit) return std::nullopt;
    base = Read{{}, at + 1 + unit.length};
    base->expr.kind = DateExpr::Kind::kUnit;
    base->expr.unit = static_cast<TimeUnit>(unit.value);
    base->expr.anaphoric = true;
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
  if (!find(Kind::kDayCue, i - 1) || !(ends(i + 1 + day.length) || is(i + 1 + day.length, "and")) || is(i + 1 + day.length, "-")) return std::nullopt;
  DateExpr expr;
  expr.kind = DateExpr::Kind::kDayOfMonth;
  expr.day = day.value;
  return Read{std::move(expr), i + 1 + day.length};
}

}  // namespace attest
