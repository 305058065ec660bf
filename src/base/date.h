#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attest {

// A day of the proleptic Gregorian calendar, without time zone. Always valid once made by `make` or `parse`.
struct Date {
  std::int16_t year = 1970;
  std::uint8_t month = 1;
  std::uint8_t day = 1;

  static std::optional<Date> make(int year, int month, int day);
  // Reads "YYYY-MM-DD" at the start of `text` (a date-time is fine); nothing else.
  static std::optional<Date> parse(std::string_view text);
  static Date from_days(std::int64_t days);  // days since 1970-01-01

  std::int64_t days() const;
  int weekday() const;  // 0 Monday … 6 Sunday
  Date plus_days(int n) const { return from_days(days() + n); }
  Date plus_months(int n) const;  // the day is cut to the month's length
  std::string iso() const;
  friend auto operator<=>(const Date&, const Date&) = default;
};

int days_in_month(int year, int month);

// A closed range of days; an absent end is open or unknown.
struct Interval {
  std::optional<Date> start;
  std::optional<Date> end;
  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace attest
