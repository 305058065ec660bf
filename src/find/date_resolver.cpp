#include "find/date_resolver.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "find/calendars.h"

namespace attest {
namespace {

using K = DateExpr::Kind;

std::string digits(int value, int width) {
  std::string out(static_cast<std::size_t>(width), '0');
  for (int i = width - 1; i >= 0; --i, value /= 10) out[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
  return out;
}

std::string year_text(int year, bool bc) { return year == 0 ? "XXXX" : (bc ? "BC" : "") + digits(year, 4); }

std::string_view part_code(DayPart part) {
  static constexpr std::array<std::string_view, 7> kCodes = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
  return kCodes[static_cast<std::size_t>(part)];
}

// Days of one unit, for intervals only.
int unit_days(TimeUnit unit) {
  static constexpr std::array<int, 13> kDays = {0, 0, 0, 1, 7, 30, 365, 3652, 36525, 1, 2, 14, 91};
  return kDays[static_cast<std::size_t>(unit)];
}

Interval one_day(Date day) { return {day, day}; }

Date monday_of(Date day) { return day.plus_days(-day.weekday()); }

// Narrows a period to its early, middle or late third.
Interval narrowed(Interval days, Edge edge) {
  if (edge == Edge::kNone || !days.start || !days.end) return days;
  const int length = static_cast<int>(days.end->days() - days.start->days()) + 1;
  if (length < 6) return days;
  const auto month = [&](int first, int last) { return Interval{days.start->plus_months(first), days.start->plus_months(last).plus_days(-1)}; };
  const bool year = length >= 365 && length <= 366 && days.start->day == 1;
  switch (edge) {
    case Edge::kEarly: return year ? month(0, 4) : Interval{days.start, days.start->plus_days(length / 3 - 1)};
    case Edge::kMiddle: return year ? month(4, 8) : Interval{days.start->plus_days(length / 3), days.start->plus_days(2 * length / 3 - 1)};
    case Edge::kLate: return year ? month(9, 12) : Interval{days.start->plus_days(2 * length / 3), days.end};
    case Edge::kNone: break;
  }
  return days;
}

}  // namespace

Interval month_days(int year, int month) {
  const auto first = Date::make(year, month, 1);
  if (!first) return {};
  return {first, Date::make(year, month, days_in_month(year, month))};
}

Interval year_days(int first, int last) { return {Date::make(first, 1, 1), Date::make(last, 12, 31)}; }

Interval week_days(Date day) { return {monday_of(day), monday_of(day).plus_days(6)}; }

std::string week_value(Date day) {
  const Date thursday = monday_of(day).plus_days(3);
  const auto first = *Date::make(thursday.year, 1, 1);
  return digits(thursday.year, 4) + "-W" + digits(static_cast<int>(thursday.days() - first.days()) / 7 + 1, 2);
}

std::optional<Timex> DateResolver::resolve(const DateExpr& expr, const Place& place) {
  if (expr.short_year && !last_bc_ && !short_years_) return std::nullopt;
  if (expr.kind == K::kCalendar && expr.year > 99 && expr.year < 1000) short_years_ = true;
  switch (expr.kind) {
    case K::kDuration: return duration(expr);
    case K::kSet: return set(expr);
    case K::kNow: return Timex{"DATE", "PRESENT_REF", {}};
    case K::kPast: return Timex{"DATE", "PAST_REF", {}};
    case K::kFuture: return Timex{"DATE", "FUTURE_REF", {}};
    case K::kRecent: {
      Timex out{"DATE", "PAST_REF", {}};
      const int span = expr.unit == TimeUnit::kHour ? 1 : expr.unit == TimeUnit::kDay ? 7 : expr.unit == TimeUnit::kWeek ? 28 : expr.unit == TimeUnit::kMonth ? 92 : 1096;
      if (reference_ && !narrative_) out.days = {reference_->plus_days(-span), reference_};
      return out;
    }
    case K::kClock: return clock(expr, place);
    default: break;
  }
  Point point = based(expr, place);
  if (place.aside && expr.kind == K::kCalendar && expr.month == 0 && expr.base.empty()) return finished(expr, std::move(point));
  remember(point, place.sentence);
  if (expr.kind == K::kCalendar && expr.year != 0) year_sentence_ = place.sentence;
  return finished(expr, std::move(point));
}

DateResolver::Point DateResolver::based(const DateExpr& expr, const Place& place) {
  switch (expr.kind) {
    case K::kCalendar: return calendar(expr, place);
    case K::kWeekday: return weekday(expr, place);
    case K::kUnit: return unit(expr, place);
    case K::kDay: {
      if (!reference_ || narrative_) return {0, false, 0, 0, expr.step == 0 && expr.part == DayPart::kNone ? "PRESENT_REF" : "XXXX-XX-XX", {}};
      const Date day = reference_->plus_days(expr.step);
      return {day.year, false, day.month, day.day, {}, one_day(day)};
    }
    case K::kOffset: return offset(expr, place);
    case K::kDayOfMonth: return day_of_month(expr, place);
    case K::kMovable: return movable(expr, place);
    case K::kHijri: return hijri(expr, place);
    case K::kNthUnit: return nth_unit(expr, place);
    default: return {};
  }
}

std::optional<Date> DateResolver::origin(bool anaphoric) const {
  if (anaphoric || narrative_) {
    if (last_day_) return last_day_;
    if (narrative_ && last_year_ > 0 && !last_bc_) return Date::make(last_year_, std::max(last_month_, 1), 1);
  }
  return reference_;
}

// The year that a month or a day of one belongs to where none is named.
int DateResolver::choose_year(int month, int day, const DateExpr& expr, const Place& place) const {
  if (narrative_ && last_year_ > 0 && !expr.stepped) return year_in_story(month, place);
  if (!expr.stepped && last_year_ > 0 && year_sentence_ == place.sentence && last_sentence_ == place.sentence && last_year_ > 100) return last_year_;
  if (!reference_) return last_year_;
  const int year = reference_->year;
  const auto make = [&](int y) { return *Date::make(y, month, day > 0 ? std::min(day, days_in_month(y, month)) : 1); };
  const auto ref = *reference_;
  const bool list_ahead = last_sentence_ == place.sentence && last_ahead_;  // "next month, then in May and June"
  const bool same = day == 0 && month == ref.month;
  if (expr.stepped && expr.anaphoric && told_year_ > 0 && expr.step != 0)
    return expr.step < 0 ? told_year_ - (month >= told_month_ ? 1 : 0) : told_year_ + (month <= told_month_ ? 1 : 0);
  if (expr.stepped) {
    if (expr.step == 0) return year;
    if (expr.step < 0) return !same && make(year) < ref ? year : year - 1;
    return make(year) > ref ? year : year + 1;
  }
  if (same) return year;
  const auto coming = make(year) >= ref ? make(year) : make(year + 1);
  const auto gone = make(year) <= ref ? make(year) : make(year - 1);
  const auto ahead = coming.days() - ref.days(), behind = ref.days() - gone.days();
  if ((place.future || list_ahead) && ahead < 330) return coming.year;
  if (ahead <= 2 && day > 0) return coming.year;
  if (ahead <= 45 && behind > 200 && day > 0) return coming.year;
  return gone.year;
}

// In a narrative a month without a year follows the one last told, unless a year has just been named.
int DateResolver::year_in_story(int month, const Place& place) const {
  const bool just_named = place.sentence <= year_sentence_ + 1;
  if (told_year_ == 0 || last_bc_ || place.sentence == year_sentence_ || (just_named && last_year_ != told_year_)) return last_year_;
  if (last_year_ > told_year_ && last_year_ <= told_year_ + 2) return last_year_;  // the story has moved on
  return told_month_ >= 10 && month <= 3 ? told_year_ + 1 : told_year_;
}

DateResolver::Point DateResolver::calendar(const DateExpr& expr, const Place& place) {
  Point out;
  out.bc = expr.bc || (expr.short_year && last_bc_);
  if (expr.decade >= 0) {
    out.value = (expr.bc ? "BC" : "") + digits(expr.decade, 3);
    if (!expr.bc) out.days = year_days(expr.decade * 10, expr.decade * 10 + 9);
    return out;
  }
  if (expr.century >= 0) {
    out.value = (expr.bc ? "BC" : "") + digits(expr.century, 2);
    if (!expr.bc) out.days = year_days(expr.century * 100 + 1, expr.century * 100 + 100);
    return out;
  }
  out.year = expr.year;
  out.month = expr.month;
  out.day = expr.day;
  if (out.year == 0 && !expr.base.empty()) {
    const Point base = based(expr.base.front(), place);
    out.year = base.year, out.bc = base.bc;
  }
  if (out.year == 0 && expr.season > 0) {
    const auto from = origin(expr.anaphoric || narrative_);
    if (narrative_ && last_year_ > 0) out.year = last_year_, out.bc = last_bc_;
    else if (from) out.year = expr.stepped || narrative_ ? from->year : choose_year(std::array{3, 6, 9, 12}[static_cast<std::size_t>(expr.season - 1)], 0, expr, place);
    if (expr.stepped && out.year > 0) out.year += expr.step;
  } else if (out.year == 0) {
    out.year = choose_year(out.month, out.day, expr, place);
    if (narrative_) out.bc = last_bc_;
  }
  if (expr.season > 0) {
    static constexpr std::array<std::string_view, 5> kSeasons = {"", "SP", "SU", "FA", "WI"};
    out.value = year_text(out.year, out.bc) + "-" + std::string(kSeasons[static_cast<std::size_t>(expr.season)]);
    if (out.year > 0 && !out.bc) {
      const auto first = Date::make(out.year, expr.season * 3, 1);
      out.days = {first, first->plus_months(3).plus_days(-1)};
    }
    return out;
  }
  if (out.year > 0 && !out.bc) {
    if (out.day > 0) {
      const auto day = Date::make(out.year, out.month, out.day);
      if (day) out.days = one_day(*day);
    } else {
      out.days = out.month > 0 ? month_days(out.year, out.month) : year_days(out.year, out.year);
    }
  }
  return out;
}

DateResolver::Point DateResolver::weekday(const DateExpr& expr, const Place& place) const {
  const auto made = [&](Date day) { return Point{day.year, false, day.month, day.day, {}, one_day(day)}; };
  if (!expr.base.empty()) {
    const Point week = unit(expr.base.front(), place);
    if (week.days.start) return made(week.days.start->plus_days(expr.weekday));
  }
  const auto from = origin(expr.anaphoric);
  if (!from || (narrative_ && !last_day_)) return {0, false, 0, 0, "XXXX-WXX-" + std::to_string(expr.weekday + 1), {}};
  const int back = (from->weekday() - expr.weekday + 7) % 7;    // 0…6 days back
  const int ahead = (expr.weekday - from->weekday() + 7) % 7;
  if (expr.anaphoric) {
    if (expr.step < 0) return made(monday_of(*from).plus_days(-7 + expr.weekday));
    if (expr.step > 0) return made(from->plus_days(ahead == 0 ? 7 : ahead + (last_day_ ? 0 : 7)));
    return made(back <= ahead ? from->plus_days(-back) : from->plus_days(ahead));
  }
  if (expr.stepped) {
    if (expr.step < 0) return made(from->plus_days(back == 0 ? -7 : -back));
    if (expr.step == 0) return made(monday_of(*from).plus_days(expr.weekday));
    return made(monday_of(*from).plus_days(7 + expr.weekday));
  }
  if (narrative_) return made(from->plus_days(ahead));
  return made(place.future ? from->plus_days(ahead) : from->plus_days(-back));
}

// "the weekend" is the one just past unless the clause looks ahead.
DateResolver::Point DateResolver::weekend(const DateExpr& expr, const Place& place) const {
  const auto from = origin(expr.anaphoric);
  if (!from) return {0, false, 0, 0, "XXXX-WXX-WE", {}};
  const int day = from->weekday();
  int week = day >= 5 ? 0 : place.future ? 0 : -1;
  if (expr.stepped && expr.step < 0) week = -1;
  if (expr.stepped && expr.step > 0) week = day >= 5 ? 1 : 0;
  if (expr.stepped && expr.step == 0 && day >= 3 && day < 5 && !place.future) week = -1;
  const Date saturday = monday_of(*from).plus_days(7 * week + 5);
  return {saturday.year, false, 0, 0, week_value(saturday) + "-WE", {saturday, saturday.plus_days(1)}};
}

DateResolver::Point DateResolver::unit(const DateExpr& expr, const Place& place) const {
  if (expr.unit == TimeUnit::kWeekend) return weekend(expr, place);
  const bool back = expr.anaphoric && (expr.edge == Edge::kNone || narrative_ || last_sentence_ == place.sentence);
  const auto from = origin(back);
  const bool known_year = (back || narrative_) && last_year_ > 0;
  Point out;
  switch (expr.unit) {
    case TimeUnit::kYear:
      out.year = (known_year ? last_year_ : from ? from->year : 0);
      out.bc = known_year && last_bc_;
      if (out.year > 0) out.year += out.bc ? -expr.step : expr.step;
      if (out.year > 0 && !out.bc) out.days = year_days(out.year, out.year);
      return out;
    case TimeUnit::kMonth: {
      int year = known_year ? last_year_ : from ? from->year : 0;
      int month = (back || narrative_) && last_month_ > 0 ? last_month_ : from ? from->month : 0;
      if (year == 0 || month == 0) return {0, false, 0, 0, "XXXX-XX", {}};
      month += expr.step;
      if (month < 1) month += 12, --year;
      if (month > 12) month -= 12, ++year;
      out.year = year, out.month = month, out.bc = known_year && last_bc_;
      if (!out.bc) out.days = month_days(year, month);
      return out;
    }
    case TimeUnit::kDecade:
    case TimeUnit::kCentury: {
      const int size = expr.unit == TimeUnit::kDecade ? 10 : 100;
      const int year = known_year ? last_year_ : from ? from->year : 0;
      if (year == 0) return {0, false, 0, 0, "XXX", {}};
      const bool bc = known_year && last_bc_;
      const int number = year / size + (bc ? -expr.step : expr.step);
      out.value = (bc ? "BC" : "") + digits(number, size == 10 ? 3 : 2);
      if (bc) return out;
      out.days = year_days(number * size, number * size + size - 1);
      return out;
    }
    default: break;
  }
  if (!from || (narrative_ && !last_day_)) return {0, false, 0, 0, "XXXX-XX-XX", {}};
  if (expr.unit == TimeUnit::kWeek || expr.unit == TimeUnit::kFortnight) {
    const Date day = from->plus_days(7 * expr.step);
    return {0, false, 0, 0, week_value(day), week_days(day)};
  }
  if (expr.unit == TimeUnit::kQuarter) {
    int quarter = from->year * 4 + (from->month - 1) / 3 + expr.step;
    const auto first = Date::make(quarter / 4, quarter % 4 * 3 + 1, 1);
    return {0, false, 0, 0, digits(quarter / 4, 4) + "-Q" + std::to_string(quarter % 4 + 1), {first, first->plus_months(3).plus_days(-1)}};
  }
  const Date day = from->plus_days(expr.step);
  return {day.year, false, day.month, day.day, {}, one_day(day)};
}

DateResolver::Point DateResolver::offset(const DateExpr& expr, const Place& place) {
  if (expr.vague) {
    Point out{0, false, 0, 0, expr.step > 0 ? "FUTURE_REF" : "PAST_REF", {}};
    return out;
  }
  std::optional<Date> from = origin(expr.anaphoric);
  bool to_the_day = expr.stepped;
  int year = 0;
  bool bc = false;
  if (!expr.base.empty()) {
    const Point base = based(expr.base.front(), place);
    from = base.days.start;
    if (!from && base.year > 0 && base.month > 0 && !base.bc) from = Date::make(base.year, base.month, std::max(base.day, 1));
    to_the_day = base.day > 0 || base.value.empty();
    if (!from) return {0, false, 0, 0, "XXXX-XX-XX", {}};
  } else if (expr.anaphoric && last_year_ > 0) {
    year = last_year_, bc = last_bc_;
  }
  const int count = static_cast<int>(std::lround(std::min(expr.count, 20000.0))) * expr.step;
  if (expr.unit == TimeUnit::kYear || expr.unit == TimeUnit::kDecade || expr.unit == TimeUnit::kCentury) {
    const int years = count * (expr.unit == TimeUnit::kYear ? 1 : expr.unit == TimeUnit::kDecade ? 10 : 100);
    if (year == 0 && from) year = from->year;
    if (year == 0) return {0, false, 0, 0, "XXXX", {}};
    const int to = bc ? year - years : year + years;
    if (to < 1 || to > 9998) return {0, false, 0, 0, "XXXX", {}};
    Point out;
    out.year = to, out.bc = bc;
    if (to_the_day && from) {
      if (const auto day = Date::make(to, from->month, std::min<int>(from->day, days_in_month(to, from->month)))) out.month = day->month, out.day = day->day, out.days = one_day(*day);
      return out;
    }
    if (expr.unit == TimeUnit::kDecade && !bc) out.value = digits(to / 10, 3);
    if (!bc) out.days = year_days(to, to);
    return out;
  }
  if (!from || (narrative_ && !last_day_ && expr.base.empty() && expr.unit != TimeUnit::kMonth)) return {0, false, 0, 0, "XXXX-XX-XX", {}};
  if (expr.unit == TimeUnit::kMonth || expr.unit == TimeUnit::kQuarter) {
    const Date day = from->plus_months(count * (expr.unit == TimeUnit::kMonth ? 1 : 3));
    if (to_the_day) return {day.year, false, day.month, day.day, {}, one_day(day)};
    return {day.year, false, day.month, 0, {}, month_days(day.year, day.month)};
  }
  if (unit_days(expr.unit) == 0) {  // hours and less: the same day
    return {from->year, false, from->month, from->day, from->iso() + "TXX", one_day(*from)};
  }
  const Date day = from->plus_days(count * unit_days(expr.unit));
  if (day.year < 1 || day.year > 9998) return {0, false, 0, 0, "XXXX-XX-XX", {}};
  return {day.year, false, day.month, day.day, {}, one_day(day)};
}

DateResolver::Point DateResolver::day_of_month(const DateExpr& expr, const Place& place) const {
  const bool context = last_month_ > 0 && last_year_ > 0 && (narrative_ || place.sentence <= last_sentence_ + 3);
  int year = context ? last_year_ : reference_ ? reference_->year : 0;
  int month = context ? last_month_ : reference_ ? reference_->month : 0;
  if (year == 0) return {0, false, 0, expr.day, "XXXX-XX-" + digits(expr.day, 2), {}};
  if (!context && expr.day > reference_->day + 2 && !place.future && expr.weekday < 0) {
    if (--month == 0) month = 12, --year;
  }
  Point out{year, last_bc_ && context, month, expr.day, {}, {}};
  if (const auto day = Date::make(year, month, expr.day); day && !out.bc) out.days = one_day(*day);
  return out;
}

DateResolver::Point DateResolver::movable(const DateExpr& expr, const Place& place) const {
  const auto day_in = [&](int year) { return movable_feast(expr.day, year); };
  int year = expr.year;
  if (year == 0) {
    const Date any = day_in(reference_ ? reference_->year : 2000);
    year = choose_year(any.month, any.day, expr, place);
    if (expr.stepped && reference_) {
      year = reference_->year;
      if (expr.step < 0 && day_in(year) >= *reference_) --year;
      if (expr.step > 0 && day_in(year) <= *reference_) ++year;
    }
  }
  if (year == 0) return {0, false, 0, 0, "XXXX-XX-XX", {}};
  const Date day = day_in(year);
  return {day.year, false, day.month, day.day, {}, one_day(day)};
}

DateResolver::Point DateResolver::hijri(const DateExpr& expr, const Place& place) const {
  const auto from = origin(false);
  if (expr.year == 0 && !from) return {0, false, 0, 0, "XXXX-XX", {}};
  const Date near = expr.year > 0 ? *Date::make(expr.year, 7, 1) : *from;
  Interval best;
  for (int year = hijri_year(near) - 1; year <= hijri_year(near) + 1; ++year) {
    const Interval days = hijri_month(year, expr.month);
    if (expr.year > 0 && days.start->year == expr.year && (!best.start || best.start->year != expr.year)) best = days;
    if (expr.year == 0 && (*days.start <= near || (place.future && !best.start))) best = days;
  }
  if (!best.start) best = hijri_month(hijri_year(near), expr.month);
  return {best.start->year, false, best.start->month, 0, {}, best};
}

DateResolver::Point DateResolver::nth_unit(const DateExpr& expr, const Place& place) {
  Point base;
  if (!expr.base.empty()) base = based(expr.base.front(), place);
  else if (reference_) base.year = reference_->year;
  const int n = static_cast<int>(expr.count);
  if (base.year == 0) return {0, false, 0, 0, "XXXX", {}};
  if (base.bc) return {base.year, true, 0, 0, {}, {}};
  switch (expr.unit) {
    case TimeUnit::kWeek: {
      Date day = *Date::make(base.year, base.month > 0 ? base.month : 1, 4);
      if (base.month > 0) day = n == 0 ? *month_days(base.year, base.month).end : Date::make(base.year, base.month, 1)->plus_days(7 * (n - 1));
      else day = n == 0 ? *Date::make(base.year, 12, 28) : day.plus_days(7 * (n - 1));
      return {day.year, false, 0, 0, week_value(day), week_days(day)};
    }
    case TimeUnit::kMonth: {
      const int month = n == 0 ? 12 : n;
      return {base.year, false, month, 0, {}, month_days(base.year, month)};
    }
    case TimeUnit::kQuarter: {
      const int quarter = n == 0 ? 4 : n;
      const auto first = Date::make(base.year, std::min(quarter, 4) * 3 - 2, 1);
      return {base.year, false, 0, 0, digits(base.year, 4) + "-Q" + std::to_string(quarter), {first, first->plus_months(3).plus_days(-1)}};
    }
    case TimeUnit::kDay: {
      const Interval period = base.month > 0 ? month_days(base.year, base.month) : year_days(base.year, base.year);
      if (!period.start) return base;
      const Date day = n == 0 ? *period.end : period.start->plus_days(n - 1);
      return {day.year, false, day.month, day.day, {}, one_day(day)};
    }
    default: return base;
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
    out.days = expr.half == 1 ? Interval{Date::make(point.year, 1, 1), Date::make(point.year, 6, 30)} : Interval{Date::make(point.year, 7, 1), Date::make(point.year, 12, 31)};
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
