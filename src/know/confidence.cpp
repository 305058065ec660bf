#include "know/confidence.h"

#include <algorithm>
#include <cmath>

namespace attest {

double Confidence::logit(const std::string& feature) const {
  const auto it = logits_.find(feature);
  return it == logits_.end() ? 0.0 : it->second;
}

double Confidence::of(const Claim& claim, bool part) const {
  double sum = logit("base") + logit("effect." + std::string(name(claim.effect))) + logit("how." + claim.rule.substr(claim.rule.rfind('.') + 1));
  const bool counted = claim.count.has_value();
  const bool one = counted && claim.count->point == 1 && claim.count->high == 1 && claim.count->span.size() > 3;  // by a noun or name, not by "1" or "one"
  if (!counted) sum += logit("uncounted");
  if (one) sum += logit("one");
  if (counted && claim.count->modifier == Modifier::kVague) sum += logit("vague");
  if (part) sum += logit("part");
  if (claim.background) sum += logit("background");
  if (!claim.alternatives.empty()) sum += logit("doubt");
  // Four digits are more than the fit knows; further ones would only fill case files.
  return std::round(std::clamp(1.0 / (1.0 + std::exp(-sum)), 0.01, 0.99) * 1e4) / 1e4;
}

}  // namespace attest
