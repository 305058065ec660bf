#pragma once
// Axes of the toll chart: days from left to right, people from the bottom up, with round ticks.
#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"

namespace attest {

struct Tick {
  double at = 0;  // the coordinate
  std::string label;
};

// 0 to `top`, the first round number at or above the largest value.
struct CountScale {
  double bottom_y = 0, top_y = 0;
  std::int64_t top = 1, step = 1;

  static CountScale for_values(std::int64_t largest, double bottom_y, double top_y);
  double y(std::int64_t value) const;
  std::vector<Tick> ticks() const;
};

// Whole days; a single day lies in the middle.
struct DayScale {
  double left = 0, right = 0;
  std::int64_t first = 0, last = 0;

  double x(const Date& day) const;
  // About `wanted` labels: days, Mondays, first days of months or years, whichever fit.
  std::vector<Tick> ticks(int wanted) const;
};

}  // namespace attest
