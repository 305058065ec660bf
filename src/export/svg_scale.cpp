#include "export/svg_scale.h"

#include <algorithm>
#include <array>

#include "export/words.h"

namespace attest {

CountScale CountScale::for_values(std::int64_t largest, double bottom_y, double top_y) {
  CountScale out;
  out.bottom_y = bottom_y, out.top_y = top_y;
  largest = std::clamp<std::int64_t>(largest, 1, INT64_C(1'000'000'000'000));
  std::int64_t power = 1;
  while (power * 50 < largest) power *= 10;
  for (const std::int64_t step : {power, 2 * power, 5 * power, 10 * power})
    if (out.step = step; largest <= 5 * step) break;
  out.top = (largest + out.step - 1) / out.step * out.step;
  if (out.top - largest < out.top / 8) out.top += out.step;  // room above the highest mark and its number
  return out;
}

double CountScale::y(std::int64_t value) const {
  return bottom_y - (bottom_y - top_y) * static_cast<double>(std::clamp<std::int64_t>(value, 0, top)) / static_cast<double>(top);
}

std::vector<Tick> CountScale::ticks() const {
  std::vector<Tick> out;
  for (std::int64_t v = 0; v <= top; v += step) out.push_back({y(v), number_words(v)});
  return out;
}

double DayScale::x(const Date& day) const {
  if (last <= first) return (left + right) / 2;
  return left + (right - left) * static_cast<double>(day.days() - first) / static_cast<double>(last - first);
}

std::vector<Tick> DayScale::ticks(int wanted) const {
  std::vector<Tick> out;
  const auto days = last - first;
  const auto label = [](const Date& d) { return std::to_string(d.day) + " " + month_name(d.month); };
  if (days <= 92) {
    std::int64_t step = 1;
    for (const std::int64_t candidate : {1, 2, 3, 7, 14, 28})
      if (step = candidate; days / candidate < wanted) break;
    for (auto d = first; d <= last; d += step) out.push_back({x(Date::from_days(d)), label(Date::from_days(d))});
    return out;
  }
  const int months = static_cast<int>(days / 30);
  int step = 1;
  for (const int candidate : {1, 2, 3, 6, 12, 24, 60, 120, 600})
    if (step = candidate; months / candidate < wanted) break;
  Date day = Date::from_days(first);
  day = *Date::make(day.year, 1, 1);
  for (; day.days() <= last; day = day.plus_months(step))
    if (day.days() >= first) out.push_back({x(day), month_name(day.month) + " " + std::to_string(day.year)});
  return out;
}

}  // namespace attest
