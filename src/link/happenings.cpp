#include "link/happenings.h"

#include <algorithm>
#include <map>

namespace attest {
namespace {

bool aside_effect(Effect e) { return e == Effect::kDetained || e == Effect::kAbducted || e == Effect::kMissing; }

// A single person taken, without day and place in the sentence, in a report of other harm: an aside about a life, not this
// happening.
bool aside(const ClaimFacts& c, const Group& g) {
  const Effect e = c.claim->effect;
  if (!aside_effect(e)) return false;
  return !c.when.own && c.figure == 1 && !c.claim->part_of && !g.has_effect(e) && g.has_effect(Effect::kKilled);
}

bool is_aside(const Group& g) {
  const auto& only = g.figures();
  return only.size() == 1 && aside_effect(only.front().first) && only.front().second == 1;
}

bool apart(const ClaimFacts& c, const Group& g) {
  if (aside(c, g) || (is_aside(g) && !aside_effect(c.claim->effect))) return true;
  if (c.war_total != g.war_total()) return true;
  if (c.war_total) return false;
  const PlaceRelation places = relate(c.where, g.where());
  if (places == PlaceRelation::kApart) return true;
  const Days days = relate(c.when, g.when());
  if (days == Days::kApart || (days == Days::kNextDay && c.when.own && g.when().own)) return true;
  if (c.claim->background != g.background() && !c.when.known() && places != PlaceRelation::kSame) return true;
  // A total over days and one of its days are two things, unless both speak of the same wide place in nearly the same days.
  const bool total = c.running;
  if (total != g.container() && c.when.own && g.when().own) {
    const std::int64_t shorter = total ? g.when().length() : c.when.length();
    const PlaceRelation inside = total ? relate(g.where(), c.where) : places;
    if (shorter == 1 || inside == PlaceRelation::kInside) return true;
  }
  return false;
}

double closeness(const ClaimFacts& c, const Group& g, Reasons& why) {
  double score = 0;
  const PlaceRelation places = relate(c.where, g.where());
  if (places == PlaceRelation::kSame) score += 3, why.add(Reason::kPlace);
  else if (places == PlaceRelation::kInside || places == PlaceRelation::kContains || places == PlaceRelation::kNear)
    score += 1.5, why.add(Reason::kPlace);
  const Days days = relate(c.when, g.when());
  if (days == Days::kSame) score += 2, why.add(Reason::kDate);
  else if (days == Days::kInside || days == Days::kOverlap) score += 1, why.add(Reason::kDate);
  if (c.claim->means != Means::kNone && g.has_means(c.claim->means)) score += 1, why.add(Reason::kMeans);
  else if (!agree(c.claim->means, g.main_means())) score -= 1;
  const bool known =
      c.figure && std::binary_search(g.figures().begin(), g.figures().end(), std::pair(c.claim->effect, *c.figure));
  if (known) score += 2, why.add(Reason::kFigure);
  const ClaimFacts& last = *g.entries().back().facts;
  if (last.claim->sentence == c.claim->sentence) score += 2, why.add(Reason::kSentence);
  if (c.claim->background == g.background()) score += 0.5;
  return score;
}

}  // namespace

std::vector<Group> happenings(const std::vector<ClaimFacts>& facts) {
  std::vector<Group> out;
  std::map<std::string, std::size_t> group_of;  // claim id → group
  std::vector<const ClaimFacts*> order;
  for (const bool counted : {true, false})
    for (const ClaimFacts& c : facts)
      if (c.counted == counted) order.push_back(&c);
  for (const ClaimFacts* next : order) {
    const ClaimFacts& c = *next;
    std::size_t best = out.size();
    Reasons why;
    if (c.claim->part_of) {
      if (const auto total = group_of.find(*c.claim->part_of); total != group_of.end())
        best = total->second, why = {Reason::kPartOf};
    }
    double most = 0;
    if (best == out.size()) {
      for (std::size_t g = 0; g < out.size(); ++g) {
        if (apart(c, out[g])) continue;
        Reasons reasons;
        const double score = closeness(c, out[g], reasons);
        if (best == out.size() || score > most) best = g, most = score, why = reasons;
      }
      if (best < out.size()) why.add(Reason::kReport);
    }
    if (best == out.size() && !c.counted && !out.empty() && !c.war_total && !out.front().war_total())
      best = 0, why = {Reason::kReport};
    if (best == out.size()) out.emplace_back(), why = {Reason::kFirst};
    out[best].add(c, why);
    group_of[c.claim->id] = best;
  }
  return out;
}

}  // namespace attest
