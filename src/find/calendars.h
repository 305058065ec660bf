#pragma once
#include "base/base.h"

namespace attest {

// 1 Easter Sunday, 2 Good Friday, 3 the fourth Thursday of November, 4 the day after it.
Date movable_feast(int which, int year);

// The arithmetical (tabular, civil) Islamic calendar: the year a day falls in, and the days of a month. Within a day or two of
// any sighting.
int hijri_year(Date day);
Interval hijri_month(int year, int month);

}  // namespace attest
