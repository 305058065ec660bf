// Clock times and parts of the day, alone or with the day they belong to.
#include "know/date_reader.h"

namespace attest {

using K = DateExpr::Kind;

// "21:30", "5:30 pm", "11 a.m.", "8.30pm", with a zone after it.
std::optional<DateReader::Read> DateReader::clock_digits(std::uint32_t i) const {
  if (!digits(i)) return std::nullopt;
  const auto word = norm(i);
  const auto mark = word.find_first_of(":.");
  const auto half = find(Kind::kHalfDay, i + 1);
  if (mark == std::string_view::npos && !half) return std::nullopt;
  int hour = 0, minute = 0;
  std::size_t at = 0;
  for (; at < word.size() && at < 3 && word[at] >= '0' && word[at] <= '9'; ++at) hour = hour * 10 + (word[at] - '0');
  if (at == 0 || at > 2) return std::nullopt;
  if (at < word.size()) {
    if (word[at] == '.' && !half) return std::nullopt;
    if (word.size() < at + 3 || (word.size() > at + 3 && word[at + 3] != ':')) return std::nullopt;
    minute = (word[at + 1] - '0') * 10 + (word[at + 2] - '0');
  }
  if (hour > 24 || minute < 0 || minute > 59) return std::nullopt;
  Read read{{}, i + 1 + half.length};
  if (half && hour <= 12) hour = hour % 12 + half.value;
  read.expr.kind = K::kClock;
  read.expr.minutes = hour * 60 + minute;
  read.end += find(Kind::kZone, read.end).length;
  return read;
}

DateReader::Maybe DateReader::clock(std::uint32_t i) const { return clock_digits(i); }

// "the night of 6 March", "early in the morning of 29 April", "the morning".
DateReader::Maybe DateReader::part_first(std::uint32_t i) const {
  auto at = i;
  if (find(Kind::kEdge, at) && find(Kind::kSense, at)) at += find(Kind::kEdge, at).length;
  if (is(at, "the")) ++at;
  if (find(Kind::kSense, at)) ++at;
  const auto part = find(Kind::kPart, at);
  if (!part) return std::nullopt;
  const auto end = at + part.length;
  const auto on = is(end, "of") || is(end, "on") || is(end, ",") ? end + 1 : end;
  Maybe day;
  if (on > end || find(Kind::kWeekday, end)) {
    day = weekday(on);
    if (!day) day = calendar(on);
    if (!day) day = pointed_day(on);
    if (day && day->expr.kind == K::kCalendar && day->expr.day == 0) day.reset();
    if (day && (day->expr.part != DayPart::kNone || day->expr.kind == K::kSet)) day.reset();
  }
  if (day) {
    day->expr.part = static_cast<DayPart>(part.value);
    return day;
  }
  if (i == 0 || !find(Kind::kPartCue, i - 1) ||
      (at == i && is(i - 1, "in") && static_cast<DayPart>(part.value) != DayPart::kDaytime))
    return std::nullopt;
  Read read{{}, end};
  read.expr.kind = K::kClock;
  read.expr.part = static_cast<DayPart>(part.value);
  return read;
}

// A part of the day after the day: "Sunday morning", "yesterday evening", "on Friday at dawn".
DateReader::Maybe DateReader::with_part(Read read) const {
  const bool day = read.expr.kind == K::kWeekday || read.expr.kind == K::kDay ||
                   (read.expr.kind == K::kCalendar && read.expr.day > 0) ||
                   (read.expr.kind == K::kUnit && read.expr.unit == TimeUnit::kDay) || read.expr.kind == K::kDayOfMonth;
  if (!day || read.expr.part != DayPart::kNone) return read;
  auto at = read.end;
  if (is(at, "at") || is(at, "'s")) ++at;
  if (find(Kind::kSense, at)) ++at;
  const auto part = find(Kind::kPart, at);
  if (!part) return read;
  read.expr.part = static_cast<DayPart>(part.value);
  read.end = at + part.length;
  return read;
}

}  // namespace attest
