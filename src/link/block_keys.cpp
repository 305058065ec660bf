#include "link/block_keys.h"

#include <algorithm>
#include <cmath>

namespace attest {
namespace {

constexpr double kCell = 0.25;           // degrees
constexpr std::int64_t kShortDays = 14;  // longer windows are indexed by week
constexpr std::int64_t kOpen = 7;        // days that a window without a start reaches back
constexpr std::size_t kTimes = 20;

// Two keys of 32 bits may be equal by chance: then two more happenings are looked at, and found to differ.
std::uint32_t key(char kind, std::int64_t time, std::uint64_t what) {
  const std::int64_t parts[] = {kind, time, static_cast<std::int64_t>(what)};
  return static_cast<std::uint32_t>(hash64({reinterpret_cast<const char*>(parts), sizeof parts}));
}

std::uint64_t cell(std::int64_t x, std::int64_t y) {
  return static_cast<std::uint64_t>((x + 100'000) * 1'000'000 + (y + 100'000));
}

// The days or weeks of a window and the one after.
std::vector<std::int64_t> times(const Window& w, bool weeks) {
  std::vector<std::int64_t> out;
  if (!w.known()) return out;
  const std::int64_t last = w.last.value_or(*w.first), first = w.first.value_or(last - kOpen);
  const std::int64_t from = weeks ? first / 7 : first, to = (weeks ? last / 7 : last) + 1;
  for (std::int64_t t = from; t <= to && out.size() < kTimes; ++t) out.push_back(t);
  return out;
}

// Where a happening is, at the grains at which others may name the place.
std::vector<std::uint64_t> where(const Group& g) {
  std::vector<std::uint64_t> out;
  for (const auto* p : g.where().finest) {
    const Located& at = p->at;
    if (at.precision == Precision::kUnknown) {
      out.push_back(hash64("n" + p->key));
      continue;
    }
    if (at.precision == Precision::kCountry) {
      out.push_back(hash64("k" + at.country));
      continue;
    }
    out.push_back(hash64("a" + at.country + "/" + at.admin1));
    const auto x = std::lround(std::floor(at.longitude / kCell)), y = std::lround(std::floor(at.latitude / kCell));
    for (const std::int64_t dx : {0, 1})
      for (const std::int64_t dy : {0, 1}) out.push_back(cell(x + dx, y + dy));
  }
  return out;
}

}  // namespace

std::vector<std::uint32_t> block_keys(const Group& g) {
  std::vector<std::uint32_t> out;
  const bool weeks = g.when().length() == 0 || g.when().length() > kShortDays || g.container();
  const std::vector<std::uint64_t> places = where(g);
  const std::vector<std::int64_t> days = times(g.when(), false), by_week = times(g.when(), true);
  for (const std::uint64_t place : places) {
    if (!weeks)
      for (const std::int64_t day : days) out.push_back(key('d', day, place));
    for (const std::int64_t week : by_week) out.push_back(key('w', week, place));
  }
  for (const auto& [effect, n] : g.figures()) {
    if (n < 3) continue;
    const auto figure = static_cast<std::uint64_t>(n) * 16 + static_cast<std::uint64_t>(effect);
    if (!weeks)
      for (const std::int64_t day : days) out.push_back(key('f', day, figure));
    for (const std::int64_t week : by_week) out.push_back(key('g', week, figure));
  }
  for (const std::uint64_t origin : g.origins())
    for (const auto* p : g.where().finest) {
      const std::uint64_t what = hash64(p->at.country + "|" + p->at.admin1, origin), land = hash64(p->at.country, origin);
      if (!g.when().known()) out.push_back(key('o', 0, what));
      for (const std::int64_t week : by_week) out.push_back(key('s', week, land));
    }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace attest
