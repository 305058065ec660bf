// Expressions that count from another day: weekdays, "last month", "two days later", durations, sets.
#include "know/date_reader.h"

namespace attest {

using K = DateExpr::Kind;

// "Wednesday", "last Friday", "Monday, March 3", "tuesday the eleventh", "Wednesday of next week", "next week Wednesday".
DateReader::Maybe DateReader::weekday(std::uint32_t i) const {
  const auto deictic = find(Kind::kDeictic, i);
  const auto anaphoric = find(Kind::kAnaphoric, i);
  const auto which = anaphoric.length > deictic.length ? anaphoric : deictic;
  auto at = i + which.length;
  auto name = find(Kind::kWeekday, at);
  if (!name && which) {  // "next week Wednesday"
    const auto unit = find(Kind::kUnit, at);
    if (unit && unit.value == static_cast<int>(TimeUnit::kWeek)) {
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
  }
  if (!name) {
    name = find(Kind::kWeekdayPlural, at);
    if (name && i > 0 && is(i - 1, "on") && !which) {
      Read read{{}, at + name.length};
      read.expr.kind = K::kSet;
      read.expr.weekday = name.value;
      return read;
    }
  }
  if (!name) {
    name = find(Kind::kWeekdayShort, at);
    const auto after = at + name.length + (is(at + name.length, ",") ? 1u : 0u);
    if (name && !(month_at(after) || (day_number(after) && month_at(after + 1)) || numeric(after))) return std::nullopt;
    if (name && !capital(at)) return std::nullopt;
  }
  if (!name) return std::nullopt;
  Read read{{}, at + name.length};
  read.expr.kind = K::kWeekday;
  read.expr.weekday = name.value;
  read.expr.stepped = static_cast<bool>(which);
  read.expr.step = which.value;
  read.expr.anaphoric = anaphoric.length > deictic.length;
  auto next = read.end;
  if (is(next, ",") || is(next, "(") || is(next, "-")) ++next;
  if (is(next, "the")) ++next;
  if (auto date = calendar(next); date && (date->expr.day > 0) && date->expr.kind == K::kCalendar) {
    if (is(read.end, "(") && is(date->end, ")")) ++date->end;
    date->expr.weekday = name.value;
    return date;
  }
  const auto day = day_number(next);
  if (day && (is(next - 1, "the") || (next == read.end && digits(next) && ends(next + 1) && !number_at(next)))) {
    read.expr.kind = K::kDayOfMonth;
    read.expr.day = day.value;
    read.end = next + day.length;
    return read;
  }
  if (day && next == read.end && digits(next) && ends(next + 1)) {
    read.expr.kind = K::kDayOfMonth;
    read.expr.day = day.value;
    read.end = next + 1;
    return read;
  }
  if (is(read.end, "of")) {
    auto week = stepped(read.end + 1);
    if (week && week->expr.kind == K::kUnit && week->expr.unit == TimeUnit::kWeek) {
      read.expr.base.push_back(std::move(week->expr));
      read.end = week->end;
    }
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
  if (!which) {
    const auto at = i + (is(i, "the") ? 1u : 0u);
    const auto unit = find(Kind::kUnit, at);
    if (!unit) return std::nullopt;
    const bool weekend = unit.value == static_cast<int>(TimeUnit::kWeekend);
    if (!weekend && !(at > i && (is(at + 1, "after") || is(at + 1, "before") || is(at + 1, "following")) && unit.value >= 3 && unit.value <= 6)) return std::nullopt;
    Read read{{}, at + unit.length};
    read.expr.kind = K::kUnit;
    read.expr.unit = static_cast<TimeUnit>(unit.value);
    read.expr.spans_units = true;
    if (weekend) return read;
    read.expr.kind = K::kOffset;  // "the day after"
    read.expr.count = 1;
    read.expr.step = is(at + 1, "before") ? -1 : 1;
    read.expr.anaphoric = true;
    read.end = at + 1;
    return offset_from(std::move(read), i);
  }
  const auto at = i + which.length;
  if (const auto unit = find(Kind::kUnit, at)) {
    Read read{{}, at + unit.length};
    read.expr.kind = K::kUnit;
    read.expr.unit = static_cast<TimeUnit>(unit.value);
    read.expr.step = which.value;
    read.expr.anaphoric = back;
    read.expr.stepped = true;
    read.expr.spans_units = true;
    if (unit.value < 3 || find(Kind::kLong, read.end)) return std::nullopt;
    if (!back && which.value != 0 && read.expr.unit == TimeUnit::kDay && !is(i, "next")) return std::nullopt;  // "our last day"
    if (is(i, "the") && is(i + 1, "past") && unit.value >= 4 && unit.value <= 8) {  // "over the past week"
      read.expr.kind = K::kDuration;
      read.expr.count = 1;
    }
    return read;
  }
  if (const auto month = find(Kind::kMonth, at); month && capital(at)) {
    Read read{{}, at + month.length};
    read.expr.month = month.value;
    read.expr.stepped = true;
    read.expr.step = which.value;
    read.expr.anaphoric = back;
    const auto day = day_number(read.end);
    if (day) read.expr.day = day.value, read.end += day.length;
    return read;
  }
  if (const auto part = find(Kind::kPart, at)) {  // "this morning", "that night", "the next morning"
    Read read{{}, at + part.length};
    read.expr.kind = back ? K::kUnit : K::kDay;
    read.expr.unit = TimeUnit::kDay;
    read.expr.step = which.value;
    read.expr.anaphoric = back;
    read.expr.part = static_cast<DayPart>(part.value);
    return read;
  }
  // "this 6th of April", "next 5/12"
  if (auto date = calendar(at); date && !back && date->expr.kind == K::kCalendar && date->expr.day > 0 && date->expr.year == 0) {
    date->expr.stepped = true;
    date->expr.step = which.value;
    return date;
  }
  if (is(at, "years") && !back && is(i, "this")) {  // a lost apostrophe: "this years festival"
    Read read{{}, at + 1};
    read.expr.kind = K::kUnit;
    read.expr.unit = TimeUnit::kYear;
    return read;
  }
  // "the past two weeks", "the last few months", "the next several days"
  auto span = quantity(at);
  if (!span) {
    const auto units = find(Kind::kUnits, at);
    if (!units || units.value < 2) return std::nullopt;
    span = Read{{}, at + units.length};
    span->expr.kind = K::kDuration;
    span->expr.unit = static_cast<TimeUnit>(units.value);
    span->expr.vague = true;
  }
  if (span->expr.kind != K::kDuration) return std::nullopt;
  span->expr.step = which.value;
  span->expr.stepped = true;
  span->expr.anaphoric = back;
  return span;
}

// "[more than] three days", "a week", "several months", "two-day", with what may follow: "ago", "later", "before Christmas".
DateReader::Maybe DateReader::quantity(std::uint32_t i) const {
  Read read;
  read.expr.kind = K::kDuration;
  auto at = i;
  if (const auto* number = number_at(i)) {
    if (number->hint == NumberHint::kAge || number->hint == NumberHint::kPercent || number->hint == NumberHint::kMoney || number->hint == NumberHint::kDate) return std::nullopt;
    const auto& count = number->count;
    read.expr.vague = !count.point && count.modifier == Modifier::kVague;
    read.expr.count = static_cast<double>(count.point ? *count.point : count.high ? *count.high : count.low.value_or(0));
    at = number->last;
    if (is(at - 1, "of")) return std::nullopt;
  } else if (digits(i) && norm(i).find('.') != std::string_view::npos && norm(i).size() < 6) {
    double value = 0, scale = 1;
    bool point = false;
    for (const char c : norm(i)) {
      if (c == '.') point = true;
      else if (c < '0' || c > '9') return std::nullopt;
      else if (point) value += (c - '0') * (scale /= 10);
      else value = value * 10 + (c - '0');
    }
    read.expr.count = value;
    at = i + 1;
  } else if (const auto article = find(Kind::kArticle, i)) {
    read.expr.count = 1;
    at = i + article.length;
    if (is(at - 1, "first") || !find(Kind::kUnit, at)) return std::nullopt;
  } else if (const auto some = find(Kind::kSome, i); some && find(Kind::kUnits, i + some.length)) {
    read.expr.vague = true;
    at = i + some.length;
    if (is(i, "the") && some.length == 1) return std::nullopt;
  } else if (find(Kind::kUnits, i)) {
    const auto units = find(Kind::kUnits, i);
    const auto next = i + units.length;
    const bool cued = i > 0 && (is(i - 1, "for") || is(i - 1, "within"));
    if (!cued && !find(Kind::kAgo, next) && !find(Kind::kLater, next) && !find(Kind::kLong, next)) return std::nullopt;
    if (is(next, "previously") || is(next, "prior")) return std::nullopt;
    read.expr.vague = true;
  } else if (find(Kind::kUnit, i) && find(Kind::kLong, i + 1)) {
    read.expr.count = 1;
  } else {
    return std::nullopt;
  }
  if (is(at, "and") && is(at + 1, "a") && is(at + 2, "half")) read.expr.count += 0.5, at += 3;
  const bool dashed = is(at, "-") && !spaced(at + 1);
  if (dashed) ++at;
  if (is(at, "more") || is(at, "full") || is(at, "long") || is(at, "whole") || is(at, "other") || is(at, "consecutive") || is(at, "straight")) ++at;
  Found unit = find(Kind::kUnits, at);
  if (!unit) unit = find(Kind::kUnit, at);
  if (!unit && digits(i) && !spaced(at)) unit = find(Kind::kUnitLetter, at);
  const bool described = !unit && at > i && !dashed && at < size_ && tokens_.tokens[at].kind == TokenKind::kWord && !capital(at) && !find(Kind::kNotYear, at);
  if (described && find(Kind::kUnits, at + 1) && number_at(i) && !find(Kind::kJoin, at)) unit = find(Kind::kUnits, ++at);  // "two bloody weeks"
  if (!unit || (unit.value == 0 && read.expr.count <= 1) || unit.value == static_cast<int>(TimeUnit::kQuarter)) return std::nullopt;
  if (find(Kind::kUnit, at) && is(at, "second")) return std::nullopt;
  read.expr.unit = static_cast<TimeUnit>(unit.value);
  read.end = at + unit.length;
  if (is(read.end, "old") || (is(read.end, "-") && is(read.end + 1, "old")) || (is(read.end, "of") && is(read.end + 1, "age"))) return std::nullopt;
  if (read.expr.unit == TimeUnit::kCentury && dashed) return std::nullopt;
  if (const auto extra = find(Kind::kLong, read.end); extra && !is(read.end, "worth")) read.end += extra.length;
  if (dashed) return read;
  return offset_from(std::move(read), i);
}

// Turns a quantity into a point where it is followed by "ago", "later", "after X" or preceded by "in".
DateReader::Maybe DateReader::offset_from(Read read, std::uint32_t first) const {
  if (is(read.end, "'")) {  // "a fortnight's time", "two weeks' time"
    if (is(read.end + 1, "time")) read.end += 2;
  }
  if (const auto ago = find(Kind::kAgo, read.end); ago && !is(read.end, "back")) {
    read.expr.kind = K::kOffset;
    read.expr.step = ago.value;
    read.end += ago.length;
    return read;
  }
  if (const auto later = find(Kind::kLater, read.end)) {
    read.expr.kind = K::kOffset;
    read.expr.step = later.value;
    read.expr.anaphoric = true;
    read.end += later.length;
    return read;
  }
  if (const auto after = find(Kind::kAfter, read.end)) {
    auto base = plain(read.end + after.length);
    const bool usable = base && base->expr.kind != K::kDuration && base->expr.kind != K::kSet && base->expr.kind != K::kNow && base->expr.kind != K::kPast &&
                        base->expr.kind != K::kFuture && base->expr.kind != K::kClock;
    const bool from = is(read.end, "from") || is(read.end, "since") || is(read.end, "into");
    if (usable && (!from || (base->expr.kind != K::kCalendar || base->expr.day > 0))) {
      read.expr.kind = K::kOffset;
      read.expr.step = after.value;
      read.expr.base.push_back(std::move(base->expr));
      read.end = base->end;
      return read;
    }
    const bool ordered = is(read.end, "after") || is(read.end, "before");
    if (ordered && (read.expr.kind == K::kOffset || ends(read.end + 1) || !read.expr.vague)) {
      read.expr.kind = K::kOffset;
      read.expr.step = after.value;
      read.expr.anaphoric = true;
      read.end += after.length;
      return read;
    }
  }
  const bool in_front = first > 0 && find(Kind::kIn, first - 1) && read.expr.kind == K::kDuration;
  if (in_front && read.expr.unit != TimeUnit::kSecond && scanner_.speaks_of_future(tokens_, first > 12 ? first - 12 : 0, first)) {
    read.expr.kind = K::kOffset;
    read.expr.step = 1;
    read.expr.stepped = true;  // "in two months": to the day
  }
  return read;
}

// "in recent days", "the last few weeks".
DateReader::Maybe DateReader::recent(std::uint32_t i) const {
  const auto word = find(Kind::kRecent, i);
  const auto units = word ? find(Kind::kUnits, i + word.length) : Found{};
  if (!units || units.value < 2) return std::nullopt;
  Read read{{}, i + word.length + units.length};
  read.expr.kind = is(i, "recent") || is(i + 1, "recent") ? K::kRecent : K::kDuration;
  read.expr.unit = static_cast<TimeUnit>(units.value);
  read.expr.step = -1;
  read.expr.stepped = true;
  read.expr.vague = true;
  return read;
}

DateReader::Maybe DateReader::set(std::uint32_t i) const {
  Read read;
  read.expr.kind = K::kSet;
  read.expr.count = 1;
  if (const auto word = find(Kind::kSet, i)) {
    read.expr.unit = static_cast<TimeUnit>(word.value);
    read.end = i + word.length;
    return read;
  }
  const auto each = find(Kind::kEach, i);
  if (!each) return std::nullopt;
  auto at = i + each.length;
  if (const auto day = find(Kind::kWeekday, at)) {
    read.expr.weekday = day.value;
    read.end = at + day.length;
    return read;
  }
  if (const auto* number = number_at(at); number && number->count.point && is(i, "every")) {
    read.expr.count = static_cast<double>(*number->count.point);
    at = number->last;
  }
  auto unit = find(Kind::kUnit, at);
  if (!unit) unit = find(Kind::kUnits, at);
  if (!unit) return std::nullopt;
  read.expr.unit = static_cast<TimeUnit>(unit.value);
  read.end = at + unit.length;
  return read;
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

// "all week"; a unit with an article where the number scanner saw none.
DateReader::Maybe DateReader::bare_unit(std::uint32_t i) const {
  if (!is(i, "all")) return std::nullopt;
  const auto unit = find(Kind::kUnit, i + 1);
  if (!unit || unit.value < 3) return std::nullopt;
  Read read{{}, i + 2};
  read.expr.kind = K::kDuration;
  read.expr.count = 1;
  read.expr.unit = static_cast<TimeUnit>(unit.value);
  return read;
}

}  // namespace attest
