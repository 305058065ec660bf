#pragma once
#include <string>

#include "base/date.h"

namespace attest {

// Where time comes from; nothing else may ask the machine for it.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Date today() const = 0;             // UTC
  virtual double monotonic_seconds() const = 0;  // for rates and limits only
};

class SystemClock final : public Clock {
 public:
  Date today() const override;
  double monotonic_seconds() const override;
};

// A clock that stands where a test puts it.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Date date) : date_(date) {}
  Date today() const override { return date_; }
  double monotonic_seconds() const override { return seconds; }
  double seconds = 0;

 private:
  Date date_;
};

}  // namespace attest
