#include <algorithm>
#include <map>
#include <set>

#include "link/incidents.h"
#include "link/narrower.h"

namespace attest {
namespace {

constexpr std::size_t kParents = 16;  // the nearest wholes of an incident; more say nothing more

struct Placed {
  Located at;
  int votes = 0;
  bool counted = false;  // a figure names it
};

// Places by how many claims name them; the more precise, then the name, where votes are equal.
std::vector<Placed> places_of(const Group& g) {
  std::vector<Placed> out;
  // Where people fled to is no place of what they fled from.
  const auto harmed = [](const Group::Entry& e) { return e.facts->claim->effect != Effect::kDisplaced; };
  const bool any_harmed = std::any_of(g.entries().begin(), g.entries().end(), [&](const Group::Entry& e) { return harmed(e) && e.facts->where.located; });
  // Nor is a place that only a small part of the greatest toll names the place of all: "nine in the mill", of 600.
  constexpr std::int64_t kPart = 4;
  const auto people = [](const Group::Entry& e) { return e.facts->claim->effect == Effect::kKilled ? e.facts->figure.value_or(0) : 0; };
  std::int64_t most = 0;
  for (const auto& e : g.entries()) most = std::max(most, people(e));
  for (const auto& e : g.entries()) {
    if (any_harmed && !harmed(e)) continue;
    const bool small = g.container() && people(e) > 0 && kPart * people(e) < most;
    for (const auto* p : e.facts->where.finest) {
      if (p->at.precision == Precision::kUnknown) continue;
      const auto same = std::find_if(out.begin(), out.end(), [&](const Placed& q) {
        return (!p->at.gazetteer.empty() && p->at.gazetteer == q.at.gazetteer) ||
               relate(*p, {"", p->detail, q.at}) == PlaceRelation::kSame;
      });
      // A figure says where; harm told in passing and a place that is only inherited say less.
      const int weight = small ? 0 : (e.facts->claim->count ? 3 : 1) * (e.facts->own_place ? 2 : 1);
      const bool counted = e.facts->claim->count.has_value();
      if (same == out.end()) out.push_back({p->at, weight, counted});
      else same->votes += weight, same->counted |= counted;
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Placed& a, const Placed& b) {
    const auto rank = [](const Located& l) { return l.precision == Precision::kCountry ? 9 : static_cast<int>(l.precision); };
    return std::tuple(a.at.precision == Precision::kCountry, -a.votes, rank(a.at), a.at.name, a.at.gazetteer) <
           std::tuple(b.at.precision == Precision::kCountry, -b.votes, rank(b.at), b.at.name, b.at.gazetteer);
  });
  return out;
}

// Whether a figure counts people of several provinces: violence of days that spread so far is no one town's.
bool spread_over_provinces(const Group& g) {
  return g.container() && std::any_of(g.entries().begin(), g.entries().end(), [](const Group::Entry& e) {
           std::set<std::string> provinces;
           for (const auto* p : e.facts->where.finest)
             if (!p->at.admin1.empty()) provinces.insert(p->at.country + "/" + p->at.admin1);
           return e.facts->claim->count && provinces.size() > 1;
         });
}

void set_places(const Group& g, LinkedIncident& out) {
  auto placed = places_of(g);
  // A war is told of as a whole: a town beside it is none of its place.
  if (g.war_total())
    placed.erase(
        std::remove_if(placed.begin(), placed.end(), [](const Placed& p) { return p.at.precision != Precision::kCountry; }),
        placed.end());
  // Of violence over days, what is told without a figure adds no place: it may be where a picture was taken.
  if (g.container() && std::any_of(placed.begin(), placed.end(), [](const Placed& p) { return p.counted && p.at.precision != Precision::kCountry; }))
    std::erase_if(placed, [](const Placed& p) { return !p.counted; });
  int all = 0;
  for (const Placed& p : placed) {
    out.places.push_back(p.at);
    if (p.at.precision != Precision::kCountry || placed.size() == 1) all += p.votes;
  }
  // One place stands for the incident where most claims name it; several of equal weight stand as a set.
  if (!placed.empty() && (placed.front().votes > 0 || placed.front().at.precision == Precision::kCountry) && (placed.size() == 1 || !g.container() || (3 * placed.front().votes >= all && !spread_over_provinces(g))))
    out.place = placed.front().at;
}

// Violence of days bears the name of one means only where most figures tell of it.
bool mostly_by(const Group& g, Means means) {
  int by = 0, all = 0;
  for (const auto& e : g.entries())
    if (e.facts->claim->count) ++all, by += e.facts->claim->means == means;
  return !g.container() || 2 * by > all;
}

std::string kind_of(const Group& g) {
  if (g.war_total()) return "war total";
  if (const Means means = g.main_means(); means != Means::kNone && means != Means::kOther && mostly_by(g, means)) return std::string(name(means));
  std::map<Effect, int> effects;
  for (const auto& e : g.entries()) ++effects[e.facts->claim->effect];
  const auto most =
      std::max_element(effects.begin(), effects.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return effects.count(Effect::kKilled) > 0 ? "killings" : std::string(name(most->first));
}

std::optional<Date> day(const std::optional<std::int64_t>& n) { return n ? std::optional(Date::from_days(*n)) : std::nullopt; }

auto entry_key(const CaseView& view, const Group::Entry& e) {
  const auto& reference = view.analysis(e.facts->report).findings.dates.reference;
  return std::tuple(!reference, reference ? reference->days() : 0, view.rank[e.facts->report], e.facts->claim->span,
                    e.facts->claim->id);
}

LinkedIncident describe(const CaseView& view, const Group& g) {
  std::vector<Group::Entry> entries = g.entries();
  std::sort(entries.begin(), entries.end(),
            [&](const auto& a, const auto& b) { return entry_key(view, a) < entry_key(view, b); });
  LinkedIncident out;
  const ClaimFacts& first = *entries.front().facts;
  const std::string id =
      view.report(first.report).id + ":" + std::to_string(first.claim->span.begin) + "-" + std::to_string(first.claim->span.end);
  out.id = "i" + sha256_id(id).substr(7, 12);
  out.kind = kind_of(g);
  set_places(g, out);
  out.days = {day(g.when().first), day(g.when().last)};
  out.war_total = g.war_total();
  out.container = g.container();
  const NarrowerPlaces narrower(g, out.places.empty() ? nullptr : &out.places.front());
  for (const auto& e : entries)
    out.members.push_back({{e.facts->report, e.facts->claim->id}, e.why.words(), narrower.holds(*e.facts), e.score});
  return out;
}

// Whether `part` is one of the happenings that `whole` speaks of: its days and its place lie within, and the whole is wider in
// one of them.
bool holds(const Group& whole, const Group& part) {
  if (!whole.container() || whole.war_total() || part.war_total() || !whole.when().first || !whole.when().last ||
      !part.when().known())
    return false;
  const std::int64_t first = part.when().first.value_or(*part.when().last), last = part.when().last.value_or(first);
  if (first < *whole.when().first || last > *whole.when().last) return false;
  const std::int64_t days = last - first + 1;
  const PlaceRelation r = relate(part.where(), whole.where());
  const bool inside = r == PlaceRelation::kInside || r == PlaceRelation::kCountryOnly;
  if (r == PlaceRelation::kContains || r == PlaceRelation::kApart ||
      (r == PlaceRelation::kUnknown && !part.where().finest.empty()))
    return false;
  // Of two that span days at one place the one is a part of the other only where it began later and takes half the time at most:
  // totals of one wave of violence begin on one day, whatever their last.
  if (part.container() && !inside && (first <= *whole.when().first || 2 * days > whole.when().length())) return false;
  // What was done by several means may hold a part done by any.
  if (mostly_by(whole, whole.main_means()) && !agree(whole.main_means(), part.main_means())) return false;
  return days < whole.when().length() || inside;
}

// Parents by week and province, nearest (shortest, then smallest) first.
void nest(const std::vector<const Group*>& groups, std::vector<LinkedIncident>& incidents) {
  std::map<std::pair<std::int64_t, std::string>, std::vector<std::uint32_t>> wholes;
  const auto keys = [](const Group& g) {
    std::set<std::pair<std::int64_t, std::string>> out;
    if (!g.when().known()) return out;
    const std::int64_t last = g.when().last.value_or(*g.when().first), first = g.when().first.value_or(last);
    for (std::int64_t week = first / 7; week <= last / 7 && out.size() < 200; ++week) {
      for (const auto* p : g.where().finest) out.insert({week, p->at.country});
      if (g.where().finest.empty()) out.insert({week, ""});
    }
    return out;
  };
  for (std::uint32_t i = 0; i < groups.size(); ++i)
    if (groups[i]->container())
      for (const auto& k : keys(*groups[i])) wholes[k].push_back(i);
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    std::set<std::uint32_t> parents;
    for (const auto& k : keys(*groups[i])) {
      const Window& when = groups[i]->when();
      if (k.first != when.first.value_or(when.last.value_or(0)) / 7) break;  // a whole holds the first week too
      const auto here = wholes.find(k);
      if (here == wholes.end()) continue;
      for (const std::uint32_t w : here->second)
        if (w != i && holds(*groups[w], *groups[i])) parents.insert(w);
    }
    // Two containers may hold each other only if they are equal: then neither is the parent.
    for (const std::uint32_t w : parents)
      if (!holds(*groups[i], *groups[w])) incidents[i].parents.push_back(w);
    std::stable_sort(incidents[i].parents.begin(), incidents[i].parents.end(),
                     [&](auto a, auto b) { return groups[a]->when().length() < groups[b]->when().length(); });
    if (incidents[i].parents.size() > kParents) incidents[i].parents.resize(kParents);
  }
}

}  // namespace

std::vector<LinkedIncident> finish_incidents(const CaseView& view, const std::vector<const Group*>& groups) {
  std::vector<std::pair<LinkedIncident, const Group*>> all;
  all.reserve(groups.size());
  for (const Group* g : groups) all.emplace_back(describe(view, *g), g);
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    const auto key = [](const LinkedIncident& i) {
      return std::tuple(i.war_total, !i.days.start && !i.days.end, i.days.start.value_or(i.days.end.value_or(Date{})), i.id);
    };
    return key(a.first) < key(b.first);
  });
  std::vector<LinkedIncident> out;
  std::vector<const Group*> sorted;
  for (auto& [incident, group] : all) out.push_back(std::move(incident)), sorted.push_back(group);
  nest(sorted, out);
  return out;
}

}  // namespace attest
