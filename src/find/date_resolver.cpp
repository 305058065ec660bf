#include "find/date_resolver.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "find/date_values.h"

namespace attest {

using K = DateExpr::Kind;

std::optional<Timex> DateResolver::resolve(const DateExpr& expr, const Place& place) {
  if (expr.short_year && !last_bc_ && !short_years_) return std::nullopt;
  if (expr.kind == K::kCalendar && expr.year > 99 && expr.year < 1000) short_years_ = true;
  switch (expr.kind) {
    case K::kDuration:
      return duration(expr);
    case K::kSet:
      return set(expr);
    case K::kNow:
      return Timex{"DATE", "PRESENT_REF", {}};
    case K::kPast:
      return Timex{"DATE", "PAST_REF", {}};
    case K::kFuture:
      return Timex{"DATE", "FUTURE_REF", {}};
    case K::kRecent: {
      Timex out{"DATE", "PAST_REF", {}};
      const int span = expr.unit == TimeUnit::kHour    ? 1
                       : expr.unit == TimeUnit::kDay   ? 7
                       : expr.unit == TimeUnit::kWeek  ? 28
                       : expr.unit == TimeUnit::kMonth ? 92
                                                       : 1096;
      if (reference_ && !narrative_) out.days = {reference_->plus_days(-span), reference_};
      return out;
    }
    case K::kClock:
      return clock(expr, place);
    default:
      break;
  }
  Point point = based(expr, place);
  if (place.aside && expr.kind == K::kCalendar && expr.month == 0 && expr.base.empty()) return finished(expr, std::move(point));
  remember(point, place.sentence);
  if (expr.kind == K::kCalendar && expr.year != 0) year_sentence_ = place.sentence;
  return finished(expr, std::move(point));
}

DateResolver::Point DateResolver::based(const DateExpr& expr, const Place& place) {
  switch (expr.kind) {
    case K::kCalendar:
      return calendar(expr, place);
    case K::kWeekday:
      return weekday(expr, place);
    case K::kUnit:
      return unit(expr, place);
    case K::kDay: {
      if (!reference_ || narrative_)
        return {0, false, 0, 0, expr.step == 0 && expr.part == DayPart::kNone ? "PRESENT_REF" : "XXXX-XX-XX", {}};
      const Date day = reference_->plus_days(expr.step);
      return {day.year, false, day.month, day.day, {}, one_day(day)};
    }
    case K::kOffset:
      return offset(expr, place);
    case K::kDayOfMonth:
      return day_of_month(expr, place);
    case K::kMovable:
      return movable(expr, place);
    case K::kHijri:
      return hijri(expr, place);
    case K::kNthUnit:
      return nth_unit(expr, place);
    default:
      return {};
  }
}

Timex DateResolver::duration(const DateExpr& expr) const {
  static constexpr std::array<std::string_view, 13> kCodes = {"S", "M", "H", "D", "W", "M", "Y", "DE", "CE", "D", "WE", "W", "Q"};
  Timex out{"DURATION", {}, {}};
  double count = expr.count * (expr.unit == TimeUnit::kFortnight ? 2 : 1);
  std::string number = "X";
  if (!expr.vague) {
    number = std::to_string(static_cast<std::int64_t>(count));
    const auto tenths = static_cast<std::int64_t>(std::lround(count * 10)) % 10;
    if (tenths != 0) number += "." + std::to_string(tenths);
  }
  out.value = (expr.unit <= TimeUnit::kHour ? "PT" : "P") + number + std::string(kCodes[static_cast<std::size_t>(expr.unit)]);
  const auto from = origin(expr.anaphoric);
  if (!expr.stepped || !from || narrative_) return out;
  const int length = std::max(1, static_cast<int>((expr.vague ? 3 : std::min(count, 3000.0)) * unit_days(expr.unit)));
  if (expr.step < 0) out.days = {from->plus_days(-length), from};
  if (expr.step > 0) out.days = {from, from->plus_days(length)};
  return out;
}

Timex DateResolver::set(const DateExpr& expr) const {
  if (expr.weekday >= 0) return {"SET", "XXXX-WXX-" + std::to_string(expr.weekday + 1), {}};
  Timex out = duration(expr);
  out.type = "SET";
  return out;
}

Timex DateResolver::clock(const DateExpr& expr, const Place& place) const {
  Timex out{"TIME", "XXXX-XX-XX", {}};
  const bool near = last_day_ && place.sentence <= last_sentence_ + 1;
  const auto day = near ? last_day_ : narrative_ || expr.minutes < 0 ? std::nullopt : reference_;
  if (day) {
    out.value = day->iso();
    out.days = one_day(*day);
  }
  if (expr.minutes >= 0) out.value += "T" + digits(expr.minutes / 60, 2) + ":" + digits(expr.minutes % 60, 2);
  else out.value += "T" + std::string(part_code(expr.part));
  return out;
}

Timex DateResolver::finished(const DateExpr& expr, Point point) const {
  Timex out{"DATE", std::move(point.value), narrowed(point.days, expr.edge)};
  if (out.value.empty()) {
    out.value = year_text(point.year, point.bc);
    if (point.month > 0) out.value += "-" + digits(point.month, 2);
    if (point.day > 0) out.value += "-" + digits(point.day, 2);
  }
  if (expr.half > 0 && out.value.size() == 4 && out.days.start) {
    out.value += expr.half == 1 ? "-H1" : "-H2";
    out.days = expr.half == 1 ? Interval{Date::make(point.year, 1, 1), Date::make(point.year, 6, 30)}
                              : Interval{Date::make(point.year, 7, 1), Date::make(point.year, 12, 31)};
  }
  const bool timed = (expr.part != DayPart::kNone || expr.minutes >= 0) && out.value != "PRESENT_REF";
  if (timed) {
    out.type = "TIME";
    if (expr.minutes >= 0) out.value += "T" + digits(expr.minutes / 60, 2) + ":" + digits(expr.minutes % 60, 2);
    else out.value += "T" + std::string(part_code(expr.part));
  } else if (out.value.ends_with("TXX")) {
    out.type = "TIME";
  }
  // A night runs into the next day.
  if (expr.part == DayPart::kNight && out.days.start && out.days.start == out.days.end) {
    if (!reference_ || *out.days.start != *reference_) out.days.end = out.days.end->plus_days(1);
  }
  return out;
}

void DateResolver::remember(const Point& point, std::size_t sentence) {
  last_ahead_ = reference_ && point.days.start && *point.days.start > *reference_;
  if (point.year == 0) {
    const bool short_span = point.days.start && point.days.end && point.days.end->days() - point.days.start->days() < 7;
    if (short_span) last_day_ = point.days.start, last_sentence_ = sentence;
    return;
  }
  last_year_ = point.year;
  last_bc_ = point.bc;
  last_sentence_ = sentence;
  if (point.month > 0) told_year_ = point.year, told_month_ = point.month;
  if (point.month > 0) last_month_ = point.month;
  else last_month_ = 0;
  if (point.month > 0 && point.day > 0 && !point.bc) last_day_ = Date::make(point.year, point.month, point.day);
  else if (point.month > 0 || point.bc) last_day_.reset();
}

}  // namespace attest
