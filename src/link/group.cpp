#include "link/group.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::size_t kPlaces = 24;
constexpr std::int64_t kLongest = 60;

bool share(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return true;
    ++(*x < *y ? x : y);
  }
  return false;
}

// The largest figure of several people in both, for the same harm; 0 none.
std::int64_t shared_figure(const Group& a, const Group& b) {
  std::int64_t most = 0;
  for (auto x = a.figures().begin(), y = b.figures().begin(); x != a.figures().end() && y != b.figures().end();) {
    if (*x == *y) most = std::max(most, x->second);
    ++(*x < *y ? x : y);
  }
  return most;
}

// Figures of the same harm of `least` or more that lie within a part of each other: a great figure and its rounding ("over 740"
// of 745), revised tolls of one happening.
bool near_figure(const Group& a, const Group& b, std::int64_t least, std::int64_t part) {
  return std::any_of(a.figures().begin(), a.figures().end(), [&](const auto& figure) {
    const auto [effect, n] = figure;
    if (n < least) return false;
    const auto near = std::lower_bound(b.figures().begin(), b.figures().end(), std::pair(effect, n - n / part));
    return near != b.figures().end() && near->first == effect && near->second <= n + n / part;
  });
}

bool share_place(const PlaceSet& a, const PlaceSet& b) {
  return std::any_of(a.finest.begin(), a.finest.end(), [&](const auto* p) {
    return p->at.precision != Precision::kCountry && std::any_of(b.finest.begin(), b.finest.end(), [&](const auto* q) {
             return attest::relate(*p, *q) == PlaceRelation::kSame;
           });
  });
}

double days_score(Days days, Fit& out) {
  switch (days) {
    case Days::kSame:
      out.why.add(Reason::kDate);
      return 3;
    case Days::kInside:
      out.why.add(Reason::kDate);
      return 2.5;
    case Days::kOverlap:
      out.why.add(Reason::kDate);
      return 2;
    case Days::kNextDay:
      return 1;
    case Days::kUnknown:
      return 0;
    case Days::kApart:
      out.apart = true;
      return 0;
  }
  return 0;
}

double place_score(PlaceRelation places, bool shared, Fit& out) {
  if (shared && places != PlaceRelation::kSame) {
    out.why.add(Reason::kPlace);
    return 2.5;
  }
  switch (places) {
    case PlaceRelation::kSame:
      out.why.add(Reason::kPlace);
      return 3;
    case PlaceRelation::kInside:
    case PlaceRelation::kContains:
      out.why.add(Reason::kPlace);
      return 1.5;
    case PlaceRelation::kNear:
      out.why.add(Reason::kNearPlace);
      return 1.5;
    case PlaceRelation::kCountryOnly:
      return 0.3;
    case PlaceRelation::kUnknown:
      return 0;
    case PlaceRelation::kApart:
      out.apart = true;
      return 0;
  }
  return 0;
}

}  // namespace

void Group::add(const ClaimFacts& f, const Reasons& why, double score) {
  if (entries_.empty()) war_total_ = f.war_total;
  entries_.push_back({&f, why, score});
  insert_sorted(reports_, f.report);
  if (!f.counted && entries_.front().facts->counted) return;  // harm without a number joins and decides nothing
  background_ = background_ && f.claim->background;
  own_place_ = own_place_ || f.own_place;
  running_ = running_ || f.running;
  const Days days{f.when.own, f.when.guess, f.when.first, f.when.last};
  const auto window =
      std::lower_bound(windows_.begin(), windows_.end(), days, [](const auto& w, const Days& d) { return w.first < d; });
  if (window != windows_.end() && window->first == days) ++window->second;
  else windows_.insert(window, {days, 1});
  add_places(f.where, f.own_place ? 2 : 1);
  if (f.claim->means != Means::kNone) add_means(f.claim->means);
  // A part's figure tells no happening from another: "eight women" are not the eight of another day.
  if (f.figure && !f.claim->part_of && f.claim->count->modifier != Modifier::kVague)
    insert_sorted(figures_, {f.claim->effect, *f.figure});
  if (f.origin != 0) insert_sorted(origins_, f.origin);
  for (const std::uint64_t word : f.actors) insert_sorted(actors_, word);
  alleged_ = alleged_ || f.alleged;
  if (!war_total_) settle_window();  // a war's days are nobody's question
}

void Group::absorb(const Group& other, const Reasons& why, double score) {
  for (const Entry& e : other.entries()) {
    Reasons all = why;
    for (const Reason r : e.why) all.add(r);
    add(*e.facts, all, std::max(e.score, score));
  }
}

void Group::add_means(Means means) {
  const auto at = std::lower_bound(means_.begin(), means_.end(), means, [](const auto& m, Means x) { return m.first < x; });
  if (at != means_.end() && at->first == means) ++at->second;
  else means_.insert(at, {means, 1});
  int most = 0;
  for (const auto& [m, n] : means_)
    if (n > most) main_means_ = m, most = n;
}

bool Group::has_means(Means m) const {
  return std::any_of(means_.begin(), means_.end(), [&](const auto& known) { return known.first == m; });
}

bool Group::has_effect(Effect e) const {
  return std::any_of(figures_.begin(), figures_.end(), [&](const auto& f) { return f.first == e; });
}

// A place that few claims name does not draw others to the incident: else totals of several places would join without end.
void Group::add_places(const PlaceSet& places, int weight) {
  for (const auto* p : places.finest) {
    const auto same = std::find_if(places_.begin(), places_.end(), [&](const auto& q) {
      return p == q.first || attest::relate(*p, *q.first) == PlaceRelation::kSame;
    });
    if (same != places_.end()) same->second += weight;
    else if (places_.size() < kPlaces) places_.emplace_back(p, weight);
  }
  int most = 0;
  for (const auto& [place, votes] : places_) most = std::max(most, votes);
  where_.finest.clear();
  for (const auto& [place, votes] : places_)
    if (5 * votes >= most) where_.finest.push_back(place);
  const auto unknown = [](const auto* p) { return p->at.precision == Precision::kUnknown; };
  where_.located = !std::all_of(where_.finest.begin(), where_.finest.end(), unknown);
  where_.country_only = where_.located && std::all_of(where_.finest.begin(), where_.finest.end(), [&](const auto* p) {
                          return p->at.precision == Precision::kCountry || unknown(p);
                        });
}

// The days most claims give, those in the claims' own words first. A container's days span all that its claims name.
void Group::settle_window() {
  const bool own = std::any_of(windows_.begin(), windows_.end(), [](const auto& w) { return w.first.own; });
  int most = 0;
  const bool told = std::any_of(windows_.begin(), windows_.end(),
                                [](const auto& w) { return !w.first.guess && (w.first.first || w.first.last); });
  for (const auto& [days, n] : windows_) {
    if (days.own != own || (told && days.guess) || (!days.first && !days.last)) continue;
    const Window w{days.first, days.last, days.guess, own};
    const bool shorter = w.length() > 0 && (when_.length() == 0 || w.length() < when_.length());
    if (n > most || (n == most && shorter)) when_ = w, most = n;
  }
  const bool several = std::any_of(figures_.begin(), figures_.end(), [](const auto& f) { return f.second > 1; });
  container_ = !war_total_ && running_ && several && (when_.length() != 1 || !own);
  if (!container_) return;
  for (const auto& [days, n] : windows_) {
    if (!days.own || days.guess || !days.last) continue;
    if (when_.last && std::abs(*days.last - *when_.last) > kLongest) continue;
    when_.last = std::max(when_.last.value_or(*days.last), *days.last);
    if (days.first) when_.first = std::min(when_.first.value_or(*days.first), *days.first);
  }
}

Days relate(const Window& a, const Window& b) {
  if (!a.known() || !b.known()) return Days::kUnknown;
  const auto first = [](const Window& w) { return w.first.value_or(*w.last - 14); };
  const auto last = [](const Window& w) { return w.last.value_or(*w.first); };
  const std::int64_t gap = std::max(first(a), first(b)) - std::min(last(a), last(b));
  if (gap > 1) return Days::kApart;
  if (gap == 1) return Days::kNextDay;
  if (a.first == b.first && a.last == b.last) return Days::kSame;
  if ((first(a) >= first(b) && last(a) <= last(b)) || (first(b) >= first(a) && last(b) <= last(a))) return Days::kInside;
  return Days::kOverlap;
}

bool agree(Means a, Means b) {
  if (a == b || a == Means::kNone || b == Means::kNone || a == Means::kOther || b == Means::kOther) return true;
  const auto battle = [](Means m) {
    return m == Means::kShelling || m == Means::kGroundFighting || m == Means::kAirstrike || m == Means::kShooting ||
           m == Means::kDrone;
  };
  const auto killing = [](Means m) {
    return m == Means::kShooting || m == Means::kExecution || m == Means::kArson || m == Means::kTorture;
  };
  // Gas comes in shells, rockets and bombs; reports name one or the other.
  const auto gas = [](Means m, Means by) { return m == Means::kChemical && (by == Means::kAirstrike || by == Means::kShelling); };
  return (battle(a) && battle(b)) || (killing(a) && killing(b)) || gas(a, b) || gas(b, a);
}

Fit fit(const Group& a, const Group& b) {
  Fit out;
  if (a.war_total() != b.war_total()) return {true, 0, {}};
  const Days days = relate(a.when(), b.when());
  double by_days = days_score(days, out);
  if (out.apart) return out;
  const PlaceRelation places = relate(a.where(), b.where());
  // Two days that both reports name are two days; a day that context gave may be a day off.
  if (days == Days::kNextDay && a.when().own && b.when().own) by_days = 0.3;
  out.score += (a.when().guess || b.when().guess ? std::min(by_days, 1.5) : by_days) +
               place_score(places, share_place(a.where(), b.where()), out);
  if (out.apart) return out;
  // A single day at a finer place is a part of what a total of several days speaks of, not the same (METHOD 5).
  if (a.container() != b.container()) {
    const Group &day = a.container() ? b : a, &total = a.container() ? a : b;
    const PlaceRelation inside = relate(day.where(), total.where());
    const bool within = day.when().own && day.when().length() > 0 && total.when().length() > 2 * day.when().length();
    if (within) return {true, out.score, out.why};
    if (day.when().known() &&
        (day.when().length() == 1 || inside == PlaceRelation::kInside || inside == PlaceRelation::kCountryOnly))
      return {true, out.score, out.why};
  }
  const std::int64_t number = shared_figure(a, b);
  const bool share_source = share(a.origins(), b.origins());
  if (a.container() && b.container()) {
    // The same violence began on the same day whatever its toll's day; two campaigns that overlap in time are two.
    const bool known = a.when().first && b.when().first;
    const bool same_start = known && std::abs(*a.when().first - *b.when().first) <= 2;
    if (known && !same_start) return {true, out.score, out.why};
    out.score += 1;
  }
  const Means x = a.main_means(), y = b.main_means();
  if (x != Means::kNone && x == y) out.score += 1, out.why.add(Reason::kMeans);
  else if (a.container() || b.container()) out.score += 0;  // violence of several days has several means
  else if (!agree(x, y)) out.score -= 2;
  else if (x != Means::kNone && y != Means::kNone) out.score -= 0.7;
  if (number >= 3) out.score += number >= 10 ? 2 : 1.2, out.why.add(Reason::kFigure);
  else if (share_source && near_figure(a, b, 100, 50)) out.score += 2, out.why.add(Reason::kRoundedFigure);
  else if (near_figure(a, b, 5, 5)) out.score += 0.7;
  if (share_source) out.score += 0.7, out.why.add(Reason::kSource);
  if (share(a.actors(), b.actors())) out.score += 0.5, out.why.add(Reason::kActor);
  else if (a.alleged() && b.alleged()) out.score -= 0.5;
  return out;
}

}  // namespace attest
