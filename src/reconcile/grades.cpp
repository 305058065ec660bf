#include "reconcile/grades.h"

#include <algorithm>
#include <cstdlib>

#include "reconcile/said.h"
#include "reconcile/scope.h"

namespace attest {
namespace {

std::vector<const Reading*> comparable(const PolicyInput& in) {
  std::vector<const Reading*> pool, out;
  for (const Reading& r : in.toll.readings)
    if (!r.origin.empty() && !is_vague(r.count) && out_of_play(in, r).empty()) pool.push_back(&r);
  const auto latest = latest_day(pool);
  for (const Reading* r : pool)
    if (in_window(*r, latest)) out.push_back(r);
  return out;
}

bool disjoint(const Count& a, const Count& b) { return (a.high && b.low && *a.high < *b.low) || (b.high && a.low && *b.high < *a.low); }

// Within one, or within a tenth of the greater.
bool close(const Count& a, const Count& b) {
  const std::int64_t x = number(a).value_or(0), y = number(b).value_or(0), gap = std::abs(x - y);
  return gap <= 1 || 10 * gap <= std::max(x, y);
}

}  // namespace

std::string grade_happened(int independent, bool denied) {
  if (denied) return "denied";
  if (independent == 0) return "";
  return independent == 1 ? "one_origin" : "two_or_more";
}

std::string grade_how_many(const PolicyInput& in) {
  const auto readings = comparable(in);
  if (readings.empty()) {
    const bool withdrawn = std::any_of(in.toll.readings.begin(), in.toll.readings.end(), [](const Reading& r) { return r.status == "withdrawn"; });
    return withdrawn ? "withdrawn" : in.toll.latest.empty() ? "" : "one_origin";
  }
  if (readings.size() == 1) return "one_origin";
  if (is_mixed_part(in.toll.scope)) return "differ";  // each counts other people (METHOD 1): they can neither agree nor conflict
  bool agree = true, bounds = true;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (std::size_t j = i + 1; j < readings.size(); ++j) {
      const Count &a = readings[i]->count, &b = readings[j]->count;
      if (close(a, b)) continue;
      if (disjoint(a, b)) return "conflict";
      agree = false;
      const bool open = (!a.high && a.low) || (!b.high && b.low) || (!a.low && a.high) || (!b.low && b.high);
      bounds = bounds && open;
    }
  }
  return agree ? "agree" : bounds ? "compatible" : "differ";
}

std::vector<FigureConflict> figure_conflicts(const PolicyInput& in) {
  std::vector<FigureConflict> out;
  const auto readings = comparable(in);
  for (std::size_t i = 0; i < readings.size(); ++i)
    for (std::size_t j = i + 1; j < readings.size(); ++j) {
      const Count &a = readings[i]->count, &b = readings[j]->count;
      if (!disjoint(a, b) || close(a, b)) continue;
      const bool same_day = readings[i]->as_of && readings[i]->as_of == readings[j]->as_of;
      out.push_back({std::string(name(in.toll.effect)), {readings[i]->id, readings[j]->id},
                     std::string("same scope, ") + (same_day ? "same day" : "days at most " + std::to_string(kSameWindowDays) + " apart") + ", disjoint"});
    }
  return out;
}

}  // namespace attest
