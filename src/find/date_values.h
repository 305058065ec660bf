#pragma once
#include <string>
#include <string_view>

#include "base/base.h"
#include "know/dates.h"

namespace attest {

// A number with leading zeros.
std::string digits(int value, int width);
// "2025", "BC0480", "XXXX" for an unknown year.
std::string year_text(int year, bool bc);
// TIMEX3's code of a part of the day; "" for none.
std::string_view part_code(DayPart part);
// Days of one unit, for intervals only; 0 for hours and less.
int unit_days(TimeUnit unit);

Date monday_of(Date day);
Interval one_day(Date day);
Interval month_days(int year, int month);
Interval year_days(int first, int last);
Interval week_days(Date any_day);
std::string week_value(Date any_day);  // "2025-W10" (ISO 8601)
// Narrows a period to its early, middle or late third; a year by its months.
Interval narrowed(Interval days, Edge edge);

}  // namespace attest
