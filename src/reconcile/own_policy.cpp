#include "reconcile/own_policy.h"

#include <algorithm>

#include "reconcile/said.h"
#include "reconcile/scope.h"

namespace attest {
namespace {

bool listed(const std::vector<std::string>& names, const std::string& id, const DossierSource* source) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& n) { return n == id || (source && n == source->name); });
}

// A reading as this policy counts it.
struct Counted {
  const Reading* reading;
  std::optional<std::int64_t> low, high, point;
};

class Own {
 public:
  Own(const PolicyInput& in, const OwnPolicy& policy) : in_(in), policy_(policy) { e_.policy = policy.name; }

  Estimate estimate() {
    for (const Reading& r : in_.toll.readings) sort(r);
    const auto latest = latest_of(full_);
    std::vector<Counted> pool;
    for (const Counted& c : full_) {
      if (in_window(*c.reading, latest)) pool.push_back(c);
      else aside(*c.reading, "holds as of " + c.reading->as_of->iso() + "; older than this policy's window");
    }
    decide(pool);
    keep_order(e_);
    return std::move(e_);
  }

 private:
  void aside(const Reading& r, std::string why) { e_.set_aside.push_back({r.id, std::move(why)}); }

  // Why a reading takes no part, "" where it may.
  std::string why_not(const Reading& r) const {
    if (const std::string why = out_of_play(in_, r); !why.empty()) return why;
    if (r.origin.empty()) return policy_.unsourced == OwnPolicy::Use::kIgnore ? "unsourced" : "";
    const DossierSource* s = in_.source(r.origin);
    if (!policy_.origins.empty() && !listed(policy_.origins, r.origin, s)) return "its origin is not among those that this policy counts";
    if (listed(policy_.without, r.origin, s)) return "this policy leaves its origin out";
    if (!policy_.kinds.empty() && (!s || std::find(policy_.kinds.begin(), policy_.kinds.end(), s->kind) == policy_.kinds.end())) return "its kind of source is not among those that this policy counts";
    if (r.interest == "enemy_losses" && policy_.enemy_losses == OwnPolicy::Use::kIgnore) return "a party's count of its enemy's dead";
    if (is_vague(r.count) && policy_.vague == OwnPolicy::Use::kIgnore) return "vague words";
    return "";
  }

  OwnPolicy::Use use_of(const Reading& r) const {
    OwnPolicy::Use out = r.origin.empty() ? policy_.unsourced : OwnPolicy::Use::kFull;
    if (r.interest == "enemy_losses") out = std::min(out, policy_.enemy_losses);
    if (is_vague(r.count)) out = std::min(out, policy_.vague);
    return out;
  }

  void sort(const Reading& r) {
    if (const std::string why = why_not(r); !why.empty()) return aside(r, why);
    Counted c{&r, r.count.low, r.count.high, number(r.count)};
    if (is_vague(r.count) && r.count.low) {
      if (const auto as = policy_.vague_as.find(*r.count.low); as != policy_.vague_as.end()) {
        c.low = c.point = as->second, c.high.reset();
        e_.note = "vague words count as this policy's file says";
      }
    }
    (use_of(r) == OwnPolicy::Use::kFull ? full_ : high_).push_back(c);
  }

  static std::optional<Date> latest_of(const std::vector<Counted>& list) {
    std::optional<Date> out;
    for (const Counted& c : list)
      if (c.reading->as_of && (!out || *out < *c.reading->as_of)) out = c.reading->as_of;
    return out;
  }
  bool in_window(const Reading& r, const std::optional<Date>& latest) const { return !latest || !r.as_of || r.as_of->days() + policy_.window_days >= latest->days(); }

  // Floors that this many independent origins support, highest first.
  std::optional<std::int64_t> supported(const std::vector<Counted>& pool) const {
    std::vector<std::int64_t> floors;
    for (const Counted& c : pool) {
      const bool independent = std::find(in_.independent.begin(), in_.independent.end(), c.reading->id) != in_.independent.end();
      if (independent && c.low) floors.push_back(*c.low);
    }
    std::sort(floors.rbegin(), floors.rend());
    const auto needed = static_cast<std::size_t>(policy_.independent_origins);
    return floors.size() < needed ? std::nullopt : std::optional(floors[needed - 1]);
  }

  void decide(const std::vector<Counted>& pool) {
    if (pool.empty()) {
      for (const Counted& c : high_) aside(*c.reading, "raises the high end only, and nothing else stands");
      return;
    }
    bool open = false;
    for (const Counted& c : pool) {
      e_.used.push_back(c.reading->id);
      if (c.low) e_.low = e_.low ? std::min(*e_.low, *c.low) : *c.low;
      if (c.high) e_.high = e_.high ? std::max(*e_.high, *c.high) : *c.high;
      else open = true;
    }
    for (const Counted& c : high_) {
      if (!e_.high || !c.point || *c.point <= *e_.high) aside(*c.reading, "may raise the high end only, and does not");
      else e_.high = c.high ? std::max(*c.high, *c.point) : *c.point, open = open || !c.high, e_.used.push_back(c.reading->id);
    }
    if (open) e_.high.reset();
    if (policy_.independent_origins > 1) {
      e_.best = supported(pool);
      if (!e_.best) e_.note += std::string(e_.note.empty() ? "" : "; ") + "fewer independent origins than this policy asks for";
      return;
    }
    const auto better = [&](const Counted& a, const Counted& b) {
      if (policy_.best == OwnPolicy::Best::kLatest && a.reading->as_of != b.reading->as_of)
        return a.reading->as_of && (!b.reading->as_of || *a.reading->as_of > *b.reading->as_of);
      return policy_.best == OwnPolicy::Best::kHighest ? a.point > b.point : a.point < b.point;
    };
    e_.best = std::min_element(pool.begin(), pool.end(), better)->point;
  }

  const PolicyInput& in_;
  const OwnPolicy& policy_;
  Estimate e_;
  std::vector<Counted> full_, high_;
};

}  // namespace

Estimate estimate_own(const PolicyInput& in, const OwnPolicy& policy) { return Own(in, policy).estimate(); }

}  // namespace attest
