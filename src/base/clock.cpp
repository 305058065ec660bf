#include "base/clock.h"

#include <chrono>

namespace attest {

Date SystemClock::today() const {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return Date::from_days(std::chrono::duration_cast<std::chrono::hours>(now).count() / 24);
}

double SystemClock::monotonic_seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace attest
