#include "link/group.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::size_t kPlaces = 24;
constexpr std::int64_t kLongest = 60;

template <class T>
bool share(const std::set<T>& a, const std::set<T>& b) {
  return std::any_of(a.begin(), a.end(), [&](const T& x) { return b.count(x) > 0; });
}

// A figure of several people in both, for the same harm.
bool share_figure(const Group& a, const Group& b, std::int64_t least) {
  for (const auto& [effect, numbers] : a.figures()) {
    const auto other = b.figures().find(effect);
    if (other == b.figures().end()) continue;
    for (const std::int64_t n : numbers)
      if (n >= least && other->second.count(n) > 0) return true;
  }
  return false;
}

// A great figure and its rounding by the same source ("over 740" of 745).
bool rounded_figure(const Group& a, const Group& b) {
  for (const auto& [effect, numbers] : a.figures()) {
    const auto other = b.figures().find(effect);
    if (other == b.figures().end()) continue;
    for (const std::int64_t n : numbers) {
      const auto near = other->second.lower_bound(n - n / 50);
      if (n >= 100 && near != other->second.end() && *near <= n + n / 50) return true;
    }
  }
  return false;
}

// Whether those alleged in both share a word that can carry a name.
bool share_actor(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::set<std::string> words;
  for (const std::string& actor : a)
    for (std::string& w : split_words(actor))
      if (w.size() >= 4) words.insert(std::move(w));
  return std::any_of(b.begin(), b.end(), [&](const std::string& actor) {
    const auto theirs = split_words(actor);
    return std::any_of(theirs.begin(), theirs.end(), [&](const std::string& w) { return words.count(w) > 0; });
  });
}

// Figures of the same harm that lie within a fifth of each other, as revised tolls of one happening do.
bool close_figure(const Group& a, const Group& b) {
  for (const auto& [effect, numbers] : a.figures()) {
    const auto other = b.figures().find(effect);
    if (other == b.figures().end()) continue;
    for (const std::int64_t n : numbers) {
      const auto near = other->second.lower_bound(n - n / 5);
      if (n >= 5 && near != other->second.end() && *near <= n + n / 5) return true;
    }
  }
  return false;
}

bool share_place(const PlaceSet& a, const PlaceSet& b) {
  return std::any_of(a.finest.begin(), a.finest.end(), [&](const auto& p) {
    return p.at.precision != Precision::kCountry &&
           std::any_of(b.finest.begin(), b.finest.end(), [&](const auto& q) { return attest::relate(p, q) == PlaceRelation::kSame; });
  });
}

double days_score(Days days, Fit& out) {
  switch (days) {
    case Days::kSame: out.why.push_back("date"); return 3;
    case Days::kInside: out.why.push_back("date"); return 2.5;
    case Days::kOverlap: out.why.push_back("date"); return 2;
    case Days::kNextDay: return 1;
    case Days::kUnknown: return 0;
    case Days::kApart: out.apart = true; return 0;
  }
  return 0;
}

double place_score(PlaceRelation places, bool shared, Fit& out) {
  if (shared && places != PlaceRelation::kSame) {
    out.why.push_back("place");
    return 2.5;
  }
  switch (places) {
    case PlaceRelation::kSame: out.why.push_back("place"); return 3;
    case PlaceRelation::kInside:
    case PlaceRelation::kContains: out.why.push_back("place"); return 1.5;
    case PlaceRelation::kNear: out.why.push_back("near place"); return 1.5;
    case PlaceRelation::kCountryOnly: return 0.3;
    case PlaceRelation::kUnknown: return 0;
    case PlaceRelation::kApart: out.apart = true; return 0;
  }
  return 0;
}

}  // namespace

void Group::add(const ClaimFacts& f, std::vector<std::string> why, double score) {
  if (entries_.empty()) war_total_ = f.war_total;
  entries_.push_back({&f, std::move(why), score});
  reports_.insert(f.report);
  if (!f.counted && entries_.front().facts->counted) return;  // harm without a number joins and decides nothing
  background_ = background_ && f.claim->background;
  own_place_ = own_place_ || f.own_place;
  running_ = running_ || f.running;
  ++windows_[{f.when.own, f.when.guess, f.when.first, f.when.last}];
  add_places(f.where, f.own_place ? 2 : 1);
  if (f.claim->means != Means::kNone) ++means_[f.claim->means];
  // A part's figure tells no happening from another: "eight women" are not the eight of another day.
  if (f.figure && !f.claim->part_of && f.claim->count->modifier != Modifier::kVague) figures_[f.claim->effect].insert(*f.figure);
  if (!f.origin.empty()) origins_.insert(f.origin);
  actors_.insert(f.actors.begin(), f.actors.end());
  if (!war_total_) settle_window();  // a war's days are nobody's question
}

void Group::absorb(const Group& other, const std::vector<std::string>& why, double score) {
  for (const Entry& e : other.entries()) {
    std::vector<std::string> all = why;
    for (const std::string& w : e.why)
      if (std::find(all.begin(), all.end(), w) == all.end()) all.push_back(w);
    add(*e.facts, std::move(all), std::max(e.score, score));
  }
}

// A place that few claims name does not draw others to the incident: else totals of several places would join without end.
void Group::add_places(const PlaceSet& places, int weight) {
  for (const auto& p : places.finest) {
    const auto same = std::find_if(places_.begin(), places_.end(), [&](const auto& q) { return attest::relate(p, q.first) == PlaceRelation::kSame; });
    if (same != places_.end()) same->second += weight;
    else if (places_.size() < kPlaces) places_.emplace_back(p, weight);
  }
  int most = 0;
  for (const auto& [place, votes] : places_) most = std::max(most, votes);
  where_ = {};
  for (const auto& [place, votes] : places_)
    if (5 * votes >= most) where_.finest.push_back(place);
  const auto unknown = [](const auto& p) { return p.at.precision == Precision::kUnknown; };
  where_.located = !std::all_of(where_.finest.begin(), where_.finest.end(), unknown);
  where_.country_only = where_.located && std::all_of(where_.finest.begin(), where_.finest.end(), [&](const auto& p) {
    return p.at.precision == Precision::kCountry || unknown(p);
  });
}

// The days most claims give, those in the claims' own words first. A container's days span all that its claims name.
void Group::settle_window() {
  const bool own = std::any_of(windows_.begin(), windows_.end(), [](const auto& w) { return w.first.own; });
  int most = 0;
  const bool told = std::any_of(windows_.begin(), windows_.end(), [](const auto& w) { return !w.first.guess && (w.first.first || w.first.last); });
  for (const auto& [days, n] : windows_) {
    if (days.own != own || (told && days.guess) || (!days.first && !days.last)) continue;
    const Window w{days.first, days.last, days.guess, own};
    const bool shorter = w.length() > 0 && (when_.length() == 0 || w.length() < when_.length());
    if (n > most || (n == most && shorter)) when_ = w, most = n;
  }
  const bool several = std::any_of(figures_.begin(), figures_.end(), [](const auto& f) { return *f.second.rbegin() > 1; });
  container_ = !war_total_ && running_ && several && (when_.length() != 1 || !own);
  if (!container_) return;
  for (const auto& [days, n] : windows_) {
    if (!days.own || days.guess || !days.last) continue;
    if (when_.last && std::abs(*days.last - *when_.last) > kLongest) continue;
    when_.last = std::max(when_.last.value_or(*days.last), *days.last);
    if (days.first) when_.first = std::min(when_.first.value_or(*days.first), *days.first);
  }
}

Means Group::main_means() const {
  Means best = Means::kNone;
  int most = 0;
  for (const auto& [m, n] : means_)
    if (n > most) best = m, most = n;
  return best;
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
  const auto battle = [](Means m) { return m == Means::kShelling || m == Means::kGroundFighting || m == Means::kAirstrike || m == Means::kShooting || m == Means::kDrone; };
  const auto killing = [](Means m) { return m == Means::kShooting || m == Means::kExecution || m == Means::kArson || m == Means::kTorture; };
  // Gas comes in shells, rockets and bombs; reports name one or the other.
  const auto gas = [](Means m, Means by) { return m == Means::kChemical && (by == Means::kAirstrike || by == Means::kShelling); };
  return (battle(a) && battle(b)) || (killing(a) && killing(b)) || gas(a, b) || gas(b, a);
}

Fit fit(const Group& a, const Group& b) {
  Fit out;
  if (a.war_total() != b.war_total()) return {true, 0, {}};
  const Days days = relate(a.when(), b.when());
  const PlaceRelation places = relate(a.where(), b.where());
  double by_days = days_score(days, out);
  // Two days that both reports name are two days; a day that context gave may be a day off.
  if (days == Days::kNextDay && a.when().own && b.when().own) by_days = 0.3;
  out.score += (a.when().guess || b.when().guess ? std::min(by_days, 1.5) : by_days) + place_score(places, share_place(a.where(), b.where()), out);
  if (out.apart) return out;
  // A single day at a finer place is a part of what a total of several days speaks of, not the same (METHOD 5).
  if (a.container() != b.container()) {
    const Group &day = a.container() ? b : a, &total = a.container() ? a : b;
    const PlaceRelation inside = relate(day.where(), total.where());
    const bool within = day.when().own && day.when().length() > 0 && total.when().length() > 2 * day.when().length();
    if (within) return {true, out.score, out.why};
    if (day.when().known() && (day.when().length() == 1 || inside == PlaceRelation::kInside || inside == PlaceRelation::kCountryOnly)) return {true, out.score, out.why};
  }
  const bool share_number = share_figure(a, b, 3), share_source = share(a.origins(), b.origins());
  if (a.container() && b.container()) {
    // The same violence began on the same day whatever its toll's day; two campaigns that overlap in time are two.
    const bool known = a.when().first && b.when().first;
    const bool same_start = known && std::abs(*a.when().first - *b.when().first) <= 2;
    if (known && !same_start) return {true, out.score, out.why};
    out.score += 1;
  }
  const Means x = a.main_means(), y = b.main_means();
  if (x != Means::kNone && x == y) out.score += 1, out.why.push_back("means");
  else if (a.container() || b.container()) out.score += 0;  // violence of several days has several means
  else if (!agree(x, y)) out.score -= 2;
  else if (x != Means::kNone && y != Means::kNone) out.score -= 0.7;
  if (share_number) out.score += share_figure(a, b, 10) ? 2 : 1.2, out.why.push_back("figure");
  else if (share_source && rounded_figure(a, b)) out.score += 2, out.why.push_back("rounded figure");
  else if (close_figure(a, b)) out.score += 0.7;
  if (share_source) out.score += 0.7, out.why.push_back("source");
  if (share_actor(a.actors(), b.actors())) out.score += 0.5, out.why.push_back("actor");
  else if (!a.actors().empty() && !b.actors().empty()) out.score -= 0.5;
  return out;
}

}  // namespace attest
