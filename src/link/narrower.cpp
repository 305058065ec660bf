#include "link/narrower.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::size_t kSets = 64;  // sets of places that are compared; the rest are repeats of them

bool same_set(const PlaceSet& a, const PlaceSet& b) {
  return a.finest.size() == b.finest.size() &&
         std::equal(a.finest.begin(), a.finest.end(), b.finest.begin(), [](const auto* p, const auto* q) {
           return p == q || (p->key == q->key && p->detail == q->detail && p->at.gazetteer == q->at.gazetteer);
         });
}

// Two places of one sentence and one teller, of which the gazetteer lacks one: what they are called tells them apart.
bool named_apart(const ClaimFacts& a, const ClaimFacts& b) {
  if (!a.own_place || !b.own_place || a.claim->places.empty() || b.claim->places.empty()) return false;
  const auto teller = [](const ClaimFacts& f) { return f.claim->attribution.empty() ? std::string_view() : std::string_view(f.claim->attribution.front().text); };
  if (teller(a) != teller(b)) return false;
  return (!a.where.located || !b.where.located) && a.claim->places.front() != b.claim->places.front();
}

}  // namespace

NarrowerPlaces::NarrowerPlaces(const Group& group, const Located* main)
    : main_(main), container_(group.container()), none_(group.war_total()) {
  if (none_) return;
  for (const auto& e : group.entries()) {
    const ClaimFacts& f = *e.facts;
    if (!f.figure) continue;
    const Effect effect = f.claim->effect;
    most_[effect] = std::max(most_[effect], *f.figure);
    of_report_[{effect, f.report}].push_back(&f);
    auto& sets = wide_[{effect, scope(f)}];
    const auto same = std::find_if(sets.begin(), sets.end(), [&](const Wide& w) { return same_set(*w.where, f.where); });
    if (same != sets.end()) same->most = std::max(same->most, *f.figure);
    else if (sets.size() < kSets) sets.push_back({&f.where, *f.figure});
  }
}

bool NarrowerPlaces::holds(const ClaimFacts& f) const {
  if (none_ || !f.figure || f.where.finest.empty()) return false;
  const bool at_main = main_ && std::any_of(f.where.finest.begin(), f.where.finest.end(), [&](const auto* p) {
                         return p->detail.empty() && relate(*p, {"", "", *main_}) == PlaceRelation::kSame;
                       });
  const auto sets = wide_.find({f.claim->effect, scope(f)});
  // "The west of Orlavia" is no part that a reader could tell from the whole.
  if (!at_main && !f.where.country_only && sets != wide_.end()) {
    for (const Wide& w : sets->second) {
      if (2 * *f.figure > w.most) continue;
      const PlaceRelation r = relate(f.where, *w.where);
      if (r == PlaceRelation::kInside || (r == PlaceRelation::kCountryOnly && w.where->country_only && container_)) return true;
    }
  }
  return listed(f);
}

// One of several figures that a sentence gives place by place, beside a figure that is not less than all of them.
bool NarrowerPlaces::listed(const ClaimFacts& f) const {
  const auto claims = of_report_.find({f.claim->effect, f.report});
  if (claims == of_report_.end()) return false;
  std::int64_t sum = 0, most_here = 0;
  std::size_t places = 0;
  for (const ClaimFacts* o : claims->second) {
    if (!(o->claim->sentence == f.claim->sentence)) continue;
    const PlaceRelation r = relate(o->where, f.where);
    if (o != &f && r != PlaceRelation::kNear && r != PlaceRelation::kApart && !named_apart(*o, f)) continue;
    sum += *o->figure;
    most_here = std::max(most_here, *o->figure);
    ++places;
  }
  const std::int64_t most = most_.at(f.claim->effect);
  return places > 1 && most >= sum && most > most_here;
}

}  // namespace attest
