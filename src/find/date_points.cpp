// Which day, month, year or period an expression means: the part of DateResolver that knows the calendar and the course of a
// text.
#include <algorithm>
#include <array>
#include <cmath>

#include "find/calendars.h"
#include "find/date_resolver.h"
#include "find/date_values.h"

namespace attest {

// Beside a month of the Islamic calendar a year in these bounds is of its era: 1785 to 2270.
constexpr int kFirstHijriYear = 1200, kLastHijriYear = 1700;

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
  if (!expr.stepped && last_year_ > 0 && year_sentence_ == place.sentence && last_sentence_ == place.sentence && last_year_ > 100)
    return last_year_;
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
  if (told_year_ == 0 || last_bc_ || place.sentence == year_sentence_ || (just_named && last_year_ != told_year_))
    return last_year_;
  if (last_year_ > told_year_ && last_year_ <= told_year_ + 2) return last_year_;  // the story has moved on
  return told_month_ >= 10 && month <= 3 ? told_year_ + 1 : told_year_;
}

DateResolver::Point DateResolver::calendar(const DateExpr& expr, const Place& place) {
  if (expr.decade >= 0 || expr.century >= 0) return decade(expr);
  Point out{expr.year, expr.bc || (expr.short_year && last_bc_), expr.month, expr.day, {}, {}};
  if (out.year == 0 && !expr.base.empty()) {
    const Point base = based(expr.base.front(), place);
    out.year = base.year, out.bc = base.bc;
  }
  if (expr.season > 0) return season(std::move(out), expr, place);
  if (out.year == 0) {
    out.year = choose_year(out.month, out.day, expr, place);
    if (narrative_) out.bc = last_bc_;
  }
  if (out.year == 0 || out.bc) return out;
  if (out.day == 0) {
    out.days = out.month > 0 ? month_days(out.year, out.month) : year_days(out.year, out.year);
  } else if (const auto day = Date::make(out.year, out.month, out.day)) {
    out.days = one_day(*day);
  }
  return out;
}

DateResolver::Point DateResolver::decade(const DateExpr& expr) const {
  const bool century = expr.century >= 0;
  const int number = century ? expr.century : expr.decade;
  Point out{0, false, 0, 0, (expr.bc ? "BC" : "") + digits(number, century ? 2 : 3), {}};
  if (!expr.bc) out.days = century ? year_days(number * 100 + 1, number * 100 + 100) : year_days(number * 10, number * 10 + 9);
  return out;
}

DateResolver::Point DateResolver::season(Point out, const DateExpr& expr, const Place& place) const {
  static constexpr std::array<std::string_view, 5> kCodes = {"", "SP", "SU", "FA", "WI"};
  if (out.year == 0) {
    const auto from = origin(expr.anaphoric || narrative_);
    if (narrative_ && last_year_ > 0) out.year = last_year_, out.bc = last_bc_;
    else if (from) out.year = expr.stepped || narrative_ ? from->year : choose_year(expr.season * 3, 0, expr, place);
    if (expr.stepped && out.year > 0) out.year += expr.step;
  }
  out.value = year_text(out.year, out.bc) + "-" + std::string(kCodes[static_cast<std::size_t>(expr.season)]);
  if (out.year == 0 || out.bc) return out;
  const auto first = Date::make(out.year, expr.season * 3, 1);
  if (first) out.days = {first, first->plus_months(3).plus_days(-1)};
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
  const int back = (from->weekday() - expr.weekday + 7) % 7;  // 0…6 days back
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
  const bool told = (back || narrative_) && last_year_ > 0;
  const int year = told ? last_year_ : from ? from->year : 0;
  const bool bc = told && last_bc_;
  switch (expr.unit) {
    case TimeUnit::kYear: {
      Point out{year > 0 ? year + (bc ? -expr.step : expr.step) : 0, bc, 0, 0, {}, {}};
      if (out.year > 0 && !bc) out.days = year_days(out.year, out.year);
      return out;
    }
    case TimeUnit::kMonth:
      return month(expr.step, year, (back || narrative_) && last_month_ > 0 ? last_month_ : from ? from->month : 0, bc);
    case TimeUnit::kDecade:
    case TimeUnit::kCentury: {
      const int size = expr.unit == TimeUnit::kDecade ? 10 : 100;
      if (year == 0) return {0, false, 0, 0, "XXX", {}};
      const int number = year / size + (bc ? -expr.step : expr.step);
      Point out{0, false, 0, 0, (bc ? "BC" : "") + digits(number, size == 10 ? 3 : 2), {}};
      if (!bc) out.days = year_days(number * size, number * size + size - 1);
      return out;
    }
    default:
      return !from || (narrative_ && !last_day_) ? Point{0, false, 0, 0, "XXXX-XX-XX", {}} : near_unit(expr, *from);
  }
}

DateResolver::Point DateResolver::month(int step, int year, int month, bool bc) const {
  if (year == 0 || month == 0) return {0, false, 0, 0, "XXXX-XX", {}};
  const int index = year * 12 + month - 1 + step;
  Point out{index / 12, bc, index % 12 + 1, 0, {}, {}};
  if (!bc) out.days = month_days(out.year, out.month);
  return out;
}

// Weeks, quarters and days.
DateResolver::Point DateResolver::near_unit(const DateExpr& expr, Date from) const {
  if (expr.unit == TimeUnit::kWeek || expr.unit == TimeUnit::kFortnight) {
    const Date day = from.plus_days(7 * expr.step);
    return {0, false, 0, 0, week_value(day), week_days(day)};
  }
  if (expr.unit == TimeUnit::kQuarter) {
    const int quarter = from.year * 4 + (from.month - 1) / 3 + expr.step;
    const auto first = Date::make(quarter / 4, quarter % 4 * 3 + 1, 1);
    if (!first) return {};
    return {0,
            false,
            0,
            0,
            digits(quarter / 4, 4) + "-Q" + std::to_string(quarter % 4 + 1),
            {first, first->plus_months(3).plus_days(-1)}};
  }
  const Date day = from.plus_days(expr.step);
  return {day.year, false, day.month, day.day, {}, one_day(day)};
}

DateResolver::Point DateResolver::offset(const DateExpr& expr, const Place& place) {
  if (expr.vague) return {0, false, 0, 0, expr.step > 0 ? "FUTURE_REF" : "PAST_REF", {}};
  std::optional<Date> from = origin(expr.anaphoric);
  bool to_the_day = expr.stepped;
  if (!expr.base.empty()) {
    const Point base = based(expr.base.front(), place);
    from = base.days.start;
    to_the_day = base.day > 0 || base.value.empty();
    if (!from) return {0, false, 0, 0, "XXXX-XX-XX", {}};
  }
  const int count = static_cast<int>(std::lround(std::min(expr.count, 20000.0))) * expr.step;
  if (expr.unit == TimeUnit::kYear || expr.unit == TimeUnit::kDecade || expr.unit == TimeUnit::kCentury) {
    const bool told = expr.base.empty() && expr.anaphoric && last_year_ > 0;
    return years_away(expr.unit, count, told, to_the_day ? from : std::nullopt, told ? last_year_ : from ? from->year : 0);
  }
  if (!from || (narrative_ && !last_day_ && expr.base.empty() && expr.unit != TimeUnit::kMonth))
    return {0, false, 0, 0, "XXXX-XX-XX", {}};
  if (expr.unit == TimeUnit::kMonth || expr.unit == TimeUnit::kQuarter) {
    if (from->year * 12 + count * 3 < 24 || from->year * 12 + count * 3 > 9990 * 12) return {0, false, 0, 0, "XXXX-XX", {}};
    const Date day = from->plus_months(count * (expr.unit == TimeUnit::kMonth ? 1 : 3));
    if (to_the_day) return {day.year, false, day.month, day.day, {}, one_day(day)};
    return {day.year, false, day.month, 0, {}, month_days(day.year, day.month)};
  }
  if (unit_days(expr.unit) == 0)
    return {from->year, false, from->month, from->day, from->iso() + "TXX", one_day(*from)};  // hours: the same day
  const Date day = from->plus_days(count * unit_days(expr.unit));
  if (day.year < 1 || day.year > 9998) return {0, false, 0, 0, "XXXX-XX-XX", {}};
  return {day.year, false, day.month, day.day, {}, one_day(day)};
}

// `day`: where the answer is as fine as a day; `year`: where it counts from, 0 unknown.
DateResolver::Point DateResolver::years_away(TimeUnit unit, int count, bool told, std::optional<Date> day, int year) const {
  const bool bc = told && last_bc_;
  const int years = count * (unit == TimeUnit::kYear ? 1 : unit == TimeUnit::kDecade ? 10 : 100);
  const int to = bc ? year - years : year + years;
  if (year == 0 || to < 1 || to > 9998) return {0, false, 0, 0, "XXXX", {}};
  Point out{to, bc, 0, 0, {}, {}};
  if (day) {
    const auto exact = Date::make(to, day->month, std::min<int>(day->day, days_in_month(to, day->month)));
    if (exact) out.month = exact->month, out.day = exact->day, out.days = one_day(*exact);
    return out;
  }
  if (unit == TimeUnit::kDecade && !bc) out.value = digits(to / 10, 3);
  if (!bc) out.days = year_days(to, to);
  return out;
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
  const auto told = [&](Interval month) -> Point {
    if (expr.day == 0) return {month.start->year, false, month.start->month, 0, {}, month};
    const Date first = month.start->plus_days(expr.day - 1), last = first.plus_days(std::max(1, static_cast<int>(expr.count)) - 1);
    return {first.year, false, first.month, first.day, {}, {first, last}};
  };
  if (expr.year >= kFirstHijriYear && expr.year <= kLastHijriYear) return told(hijri_month(expr.year, expr.month));
  const Date near = expr.year > 0 ? *Date::make(expr.year, 7, 1) : *from;
  Interval best;
  for (int year = hijri_year(near) - 1; year <= hijri_year(near) + 1; ++year) {
    const Interval days = hijri_month(year, expr.month);
    if (expr.year > 0 && days.start->year == expr.year && (!best.start || best.start->year != expr.year)) best = days;
    const bool feast = expr.year == 0 && expr.day > 0 && !expr.stepped;  // the nearest: a feast is told of before and after it
    const auto gap = [&](const Interval& of) { return std::abs(of.start->plus_days(expr.day - 1).days() - near.days()); };
    if (feast ? !best.start || gap(days) < gap(best) : expr.year == 0 && (*days.start <= near || (place.future && !best.start))) best = days;
  }
  if (!best.start) best = hijri_month(hijri_year(near), expr.month);
  return told(best);
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
      if (base.month > 0)
        day = n == 0 ? *month_days(base.year, base.month).end : Date::make(base.year, base.month, 1)->plus_days(7 * (n - 1));
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
      return {base.year,
              false,
              0,
              0,
              digits(base.year, 4) + "-Q" + std::to_string(quarter),
              {first, first->plus_months(3).plus_days(-1)}};
    }
    case TimeUnit::kDay: {
      const Interval period = base.days.start ? base.days : base.month > 0 ? month_days(base.year, base.month) : year_days(base.year, base.year);
      if (!period.start) return base;
      const Date day = n == 0 ? *period.end : period.start->plus_days(n - 1);
      return {day.year, false, day.month, day.day, {}, one_day(day)};
    }
    default:
      return base;
  }
}

}  // namespace attest
