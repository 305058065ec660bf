#include "find/calendars.h"

namespace attest {
namespace {

// The anonymous Gregorian computus (Nature, 1876; as in Meeus, Astronomical Algorithms, ch. 8).
Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7,
            m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return *Date::make(year, sum / 31, sum % 31 + 1);
}

constexpr std::int64_t kHijriEpoch = -492148;  // 1 Muharram 1 (16 July 622 Julian) in days since 1970-01-01

std::int64_t hijri_days(int year, int month) {
  return kHijriEpoch + static_cast<std::int64_t>(year - 1) * 354 + (3 + 11 * static_cast<std::int64_t>(year)) / 30 +
         29 * (month - 1) + month / 2;
}

}  // namespace

Date movable_feast(int which, int year) {
  if (which <= 2) return easter(year).plus_days(which == 2 ? -2 : 0);
  const Date first = *Date::make(year, 11, 1);
  const Date thursday = first.plus_days((3 - first.weekday() + 7) % 7 + 21);
  return thursday.plus_days(which == 4 ? 1 : 0);
}

int hijri_year(Date day) {
  int year = static_cast<int>((day.days() - kHijriEpoch) * 30 / 10631) + 1;
  while (hijri_days(year + 1, 1) <= day.days()) ++year;
  while (year > 1 && hijri_days(year, 1) > day.days()) --year;
  return year;
}

Interval hijri_month(int year, int month) {
  const auto first = hijri_days(year, month);
  const auto next = month == 12 ? hijri_days(year + 1, 1) : hijri_days(year, month + 1);
  return {Date::from_days(first), Date::from_days(next - 1)};
}

}  // namespace attest
