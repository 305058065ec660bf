#pragma once
#include <string_view>

#include "base/base.h"

namespace attest {

// The value of a word of at most four digits, with or without an ordinal's ending (then `ordinal` is set); -1 for any other word.
int small_number(std::string_view word, bool& ordinal);
// Whether a month (0: any) has such a day in some year.
bool valid_day(int month, int day);
// The year that two digits mean: 1940 to 2039.
int full_year(int two_digits);

}  // namespace attest
