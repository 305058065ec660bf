// Days and periods that count from another day: "last Friday", "yesterday", "that month".
#include "know/date_reader.h"

namespace attest {

using K = DateExpr::Kind;

// "Wednesday", "last Friday", "Monday, March 3", "tuesday the eleventh", "Wednesday of next week", "next week Wednesday".
DateReader::Maybe DateReader::weekday(std::uint32_t i) const {
  const auto deictic = find(Kind::kDeictic, i);
  const auto anaphoric = find(Kind::kAnaphoric, i);
  const bool back = anaphoric.length > deictic.length;
  const auto which = back ? anaphoric : deictic;
  const auto at = i + which.length;
  auto name = find(Kind::kWeekday, at);
  if (!name && which)
    if (auto day = week_then_day(which, at)) return day;
  Read read;
  read.expr.kind = K::kWeekday;
  if (!name) {
    name = find(Kind::kWeekdayPlural, at);
    if (name && i > 0 && is(i - 1, "on") && !which) read.expr.kind = K::kSet;  // "on Mondays"; else a lost apostrophe
  }
  if (!name) {
    name = find(Kind::kWeekdayShort, at);
    const auto after = at + name.length + (is(at + name.length, ",") ? 1u : 0u);
    const bool dated = month_at(after) || (day_number(after) && month_at(after + 1)) || numeric(after);
    if (name && (!dated || !capital(at))) return std::nullopt;
  }
  if (!name) return std::nullopt;
  read.end = at + name.length;
  read.expr.weekday = name.value;
  if (read.expr.kind == K::kSet) return read;
  read.expr.stepped = static_cast<bool>(which);
  read.expr.step = which.value;
  read.expr.anaphoric = back;
  return with_day(std::move(read));
}

// "next week Wednesday".
DateReader::Maybe DateReader::week_then_day(const Found& which, std::uint32_t at) const {
  const auto unit = find(Kind::kUnit, at);
  if (!unit || unit.value != static_cast<int>(TimeUnit::kWeek)) return std::nullopt;
  const auto day = find(Kind::kWeekday, at + unit.length);
  if (!day) return std::nullopt;
  Read read{{}, at + unit.length + day.length};
  read.expr.kind = K::kWeekday;
  read.expr.weekday = day.value;
  DateExpr base;
  base.kind = K::kUnit;
  base.unit = TimeUnit::kWeek;
  base.step = which.value;
  read.expr.base.push_back(std::move(base));
  return read;
}

// The date, day of the month or week that a weekday is told with.
DateReader::Maybe DateReader::with_day(Read read) const {
  auto next = read.end;
  if (is(next, ",") || is(next, "(") || is(next, "-")) ++next;
  if (is(next, "the")) ++next;
  if (auto date = calendar(next); date && date->expr.day > 0 && date->expr.kind == K::kCalendar) {
    if (is(read.end, "(") && is(date->end, ")")) ++date->end;
    date->expr.weekday = read.expr.weekday;
    return date;
  }
  const auto day = day_number(next);
  const bool bare = next == read.end && digits(next) && ends(next + 1);
  if (day && (is(next - 1, "the") || bare)) {
    read.expr.kind = K::kDayOfMonth;
    read.expr.day = day.value;
    read.end = next + day.length;
    return read;
  }
  if (!is(read.end, "of")) return read;
  auto week = stepped(read.end + 1);
  if (week && week->expr.kind == K::kUnit && week->expr.unit == TimeUnit::kWeek) {
    read.expr.base.push_back(std::move(week->expr));
    read.end = week->end;
  }
  return read;
}

// "today", "the day before yesterday", "tonight", "overnight".
DateReader::Maybe DateReader::pointed_day(std::uint32_t i) const {
  Read read;
  read.expr.kind = K::kDay;
  if (const auto day = find(Kind::kDay, i)) {
    read.expr.step = day.value;
    read.end = i + day.length;
    return read;
  }
  if (const auto night = find(Kind::kNightOf, i)) {
    read.expr.step = night.value;
    read.expr.part = DayPart::kNight;
    read.end = i + night.length;
    return read;
  }
  const auto overnight = find(Kind::kOvernight, i);
  if (!overnight) return std::nullopt;
  auto at = i + 1;
  if (is(at, "on")) ++at;
  if (auto day = weekday(at)) {  // "overnight Wednesday"
    day->expr.part = DayPart::kNight;
    return day;
  }
  read.expr.step = -1;
  read.expr.part = DayPart::kNight;
  read.end = i + 1;
  return read;
}

// "last month", "this year", "that day", "the following week", "the weekend", "the past two weeks".
DateReader::Maybe DateReader::stepped(std::uint32_t i) const {
  const auto deictic = find(Kind::kDeictic, i);
  const auto anaphoric = find(Kind::kAnaphoric, i);
  const bool back = anaphoric.length > deictic.length;
  const auto which = back ? anaphoric : deictic;
  if (!which) return unstepped(i);
  if (find(Kind::kUnit, i + which.length)) return stepped_unit(which, back, i);
  if (auto date = stepped_date(which, back, i + which.length)) return date;
  return stepped_span(which, back, i);
}

// "the weekend", "the day after".
DateReader::Maybe DateReader::unstepped(std::uint32_t i) const {
  const auto at = i + (is(i, "the") ? 1u : 0u);
  const auto unit = find(Kind::kUnit, at);
  if (!unit) return std::nullopt;
  Read read{{}, at + unit.length};
  read.expr.kind = K::kUnit;
  read.expr.unit = static_cast<TimeUnit>(unit.value);
  if (read.expr.unit == TimeUnit::kWeekend) return read;
  const auto after = find(Kind::kAfter, at + 1);
  const bool ordered = after && after.length == 1 && !is(at + 1, "from") && !is(at + 1, "since") && !is(at + 1, "into");
  if (at == i || !ordered || unit.value < 3 || unit.value > 6) return std::nullopt;
  read.expr.kind = K::kOffset;
  read.expr.count = 1;
  read.expr.step = after.value;
  read.expr.anaphoric = true;
  read.end = at + 1;
  return offset_from(std::move(read), i);
}

// "last month", "that year", "over the past week".
DateReader::Maybe DateReader::stepped_unit(const Found& which, bool back, std::uint32_t i) const {
  const auto at = i + which.length;
  const auto unit = find(Kind::kUnit, at);
  Read read{{}, at + unit.length};
  read.expr.kind = K::kUnit;
  read.expr.unit = static_cast<TimeUnit>(unit.value);
  read.expr.step = which.value;
  read.expr.anaphoric = back;
  read.expr.stepped = true;
  if (unit.value < 3 || find(Kind::kLong, read.end)) return std::nullopt;
  if (!back && which.value != 0 && read.expr.unit == TimeUnit::kDay && !is(i, "next")) {  // "the last day of …" names none; "our last day" is the one told of
    if (which.value > 0 || i == 0 || !find(Kind::kOwner, i - 1) || is(read.end, "of")) return std::nullopt;
    read.expr.step = 0, read.expr.anaphoric = true;
  }
  if (find(Kind::kLastly, i) && unit.value >= 4 && unit.value <= 8) {
    read.expr.kind = K::kDuration;
    read.expr.count = 1;
  }
  return read;
}

// "last March", "this morning", "that night", "next 5/12".
DateReader::Maybe DateReader::stepped_date(const Found& which, bool back, std::uint32_t at) const {
  Maybe read;
  if (const auto month = find(Kind::kMonth, at); month && capital(at)) {
    read = Read{{}, at + month.length};
    read->expr.month = month.value;
    if (const auto day = day_number(read->end)) read->expr.day = day.value, read->end += day.length;
  } else if (const auto part = find(Kind::kPart, at)) {
    read = Read{{}, at + part.length};
    read->expr.kind = back ? K::kUnit : K::kDay;
    read->expr.unit = TimeUnit::kDay;
    read->expr.part = static_cast<DayPart>(part.value);
    read->expr.step = which.value;
    read->expr.anaphoric = back;
    return read;
  } else if (auto date = calendar(at);
             date && !back && date->expr.kind == K::kCalendar && date->expr.day > 0 && date->expr.year == 0) {
    read = std::move(date);
  } else {
    return std::nullopt;
  }
  read->expr.stepped = true;
  read->expr.step = which.value;
  read->expr.anaphoric = back;
  return read;
}

// "the past two weeks", "the last few months", "the next several days".
DateReader::Maybe DateReader::stepped_span(const Found& which, bool back, std::uint32_t i) const {
  const auto at = i + which.length;
  const auto units = find(Kind::kUnits, at);
  if (units && !back && which.value == 0 &&
      static_cast<TimeUnit>(units.value) == TimeUnit::kYear) {  // a lost apostrophe: "this years festival"
    Read read{{}, at + 1};
    read.expr.kind = K::kUnit;
    read.expr.unit = TimeUnit::kYear;
    return read;
  }
  auto span = quantity(at);
  if (!span && units && units.value >= 2) {
    span = Read{{}, at + units.length};
    span->expr.kind = K::kDuration;
    span->expr.unit = static_cast<TimeUnit>(units.value);
    span->expr.vague = true;
  }
  if (!span || span->expr.kind != K::kDuration) return std::nullopt;
  span->expr.step = which.value;
  span->expr.stepped = true;
  span->expr.anaphoric = back;
  return span;
}

DateReader::Maybe DateReader::present(std::uint32_t i) const {
  const auto word = find(Kind::kNow, i);
  if (!word) return std::nullopt;
  Read read{{}, i + word.length};
  read.expr.kind = K::kNow;
  return read;
}

DateReader::Maybe DateReader::references(std::uint32_t i) const {
  const std::pair<Kind, K> kinds[] = {{Kind::kFuture, K::kFuture}, {Kind::kPast, K::kPast}};
  for (const auto& [kind, as] : kinds) {
    const auto word = find(kind, i);
    if (!word) continue;
    Read read{{}, i + word.length};
    read.expr.kind = as;
    return read;
  }
  return std::nullopt;
}

}  // namespace attest
