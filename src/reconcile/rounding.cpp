#include "reconcile/rounding.h"

#include <algorithm>
#include <cstdlib>

namespace attest {
namespace {

std::int64_t value(const Count& c) { return c.point ? *c.point : c.low ? *c.low : c.high.value_or(0); }

// How far a rounded number may stand from the one it rounds: its last counting digit, at most a tenth of it. 0: not round.
std::int64_t slack(std::int64_t n) {
  std::int64_t unit = 1;
  while (n >= 10 * unit && n % (10 * unit) == 0) unit *= 10;
  if (unit == 1 && n % 5 == 0 && n > 10) unit = 5;
  return unit == 1 ? 0 : std::min(unit, std::max<std::int64_t>(n / 10, 1));
}

}  // namespace

bool may_round(const Count& repeat, std::int64_t figure) {
  const std::int64_t n = value(repeat);
  if (n <= 0 || figure <= 0) return false;
  switch (repeat.modifier) {
    case Modifier::kVague: return repeat.low && figure >= *repeat.low && figure < 10 * *repeat.low;
    case Modifier::kMoreThan:
    case Modifier::kAtLeast: return figure > n && figure - n < slack(n);
    case Modifier::kNearly:
    case Modifier::kLessThan:
    case Modifier::kAtMost: return figure < n && n - figure < slack(n);
    case Modifier::kAbout: return figure != n && std::abs(figure - n) < slack(n);
    case Modifier::kExact:
    case Modifier::kRange: return false;
  }
  return false;
}

bool may_round(const Count& repeat, const Count& figure) {
  if (figure.modifier == Modifier::kVague) return false;
  return may_round(repeat, value(figure));
}

}  // namespace attest
