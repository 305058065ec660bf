#include "find/date_values.h"

#include <array>

namespace attest {

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

int unit_days(TimeUnit unit) {
  static constexpr std::array<int, 13> kDays = {0, 0, 0, 1, 7, 30, 365, 3652, 36525, 1, 2, 14, 91};
  return kDays[static_cast<std::size_t>(unit)];
}

Interval one_day(Date day) { return {day, day}; }

Date monday_of(Date day) { return day.plus_days(-day.weekday()); }

Interval narrowed(Interval days, Edge edge) {
  if (edge == Edge::kNone || !days.start || !days.end) return days;
  const int length = static_cast<int>(days.end->days() - days.start->days()) + 1;
  if (length < 6) return days;
  const auto month = [&](int first, int last) {
    return Interval{days.start->plus_months(first), days.start->plus_months(last).plus_days(-1)};
  };
  const bool year = length >= 365 && length <= 366 && days.start->day == 1;
  switch (edge) {
    case Edge::kEarly:
      return year ? month(0, 4) : Interval{days.start, days.start->plus_days(length / 3 - 1)};
    case Edge::kMiddle:
      return year ? month(4, 8) : Interval{days.start->plus_days(length / 3), days.start->plus_days(2 * length / 3 - 1)};
    case Edge::kLate:
      return year ? month(9, 12) : Interval{days.start->plus_days(2 * length / 3), days.end};
    case Edge::kNone:
      break;
  }
  return days;
}

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

}  // namespace attest
