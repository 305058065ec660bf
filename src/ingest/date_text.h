#pragma once
// Dates as pages write them, in digits or with month names of the common languages.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace attest {

// What 03/04/2031 means; kUnknown reads only those that cannot be read the other way.
enum class DayOrder { kUnknown, kDayFirst, kMonthFirst };

struct DateText {
  std::string iso;        // YYYY-MM-DD, or with a time where the text has one in ISO form
  std::size_t begin = 0;  // in the text
};

// The first date of the text that has day, month and year; years from 1990 to 2100.
std::optional<DateText> find_date(std::string_view text, DayOrder order);

// 1 … 12 for a month's name or its abbreviation of three letters and more, in any letter case; 0 for another word.
int month_of(std::string_view word);

}  // namespace attest
