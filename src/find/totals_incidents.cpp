// A round-up tells several happenings: beside the container one total a place.
#include <algorithm>

#include "find/finders.h"

namespace attest {
namespace {

const Claim* find_claim(const std::vector<Claim>& claims, const std::string& id) {
  const auto it = std::find_if(claims.begin(), claims.end(), [&](const Claim& c) { return c.id == id; });
  return it == claims.end() ? nullptr : &*it;
}

void add(std::optional<std::int64_t>& sum, const std::optional<std::int64_t>& more) {
  if (sum && more) *sum += *more;
  else sum.reset();
}

// One more group of the same happening.
void add(Total& total, const Claim& claim) {
  if (total.claims.empty()) {
    total.low = claim.count->low, total.high = claim.count->high, total.point = claim.count->point ? claim.count->point : claim.count->low;
  } else {
    add(total.low, claim.count->low);
    add(total.high, claim.count->high);
    add(total.point, claim.count->point ? claim.count->point : claim.count->low);
  }
  total.claims.push_back(claim.id);
}

}  // namespace

std::vector<Total> totals_by_incident(const Total& whole, const std::vector<Claim>& claims) {
  std::vector<Total> out;
  for (const auto& id : whole.claims) {
    const auto* claim = find_claim(claims, id);
    if (!claim || !claim->count || claim->places.empty()) return {};  // somebody of no known place: no happenings to tell apart
    const auto& label = claim->places.front();
    auto it = std::find_if(out.begin(), out.end(), [&](const Total& t) { return t.incident == label; });
    if (it == out.end()) {
      out.emplace_back();
      it = out.end() - 1;
      it->effect = whole.effect;
      it->incident = label;
    }
    add(*it, *claim);
  }
  return out.size() > 1 ? out : std::vector<Total>{};
}

}  // namespace attest
