#pragma once
#include <map>
#include <string>

#include "model/findings.h"

namespace attest {

// How surely a claim was read rightly: a logistic curve over what the reading rested on, fitted to development sets
// (tools/fit_confidence.py) and kept in lang/en/confidence.toml. Says nothing of whether what the report says is true.
class Confidence {
 public:
  // `feature`: "base", "effect.killed", "how.passive", "one" (by a noun or name), "vague", "part", "background", "doubt", "uncounted".
  void set(const std::string& feature, double logit) { logits_[feature] = logit; }
  // From 0.01 to 0.99. `claim` has effect, count, rule, background and alternatives set.
  double of(const Claim& claim, bool part) const;

 private:
  double logit(const std::string& feature) const;
  std::map<std::string, double> logits_;
};

}  // namespace attest
