#include "link/place_relation.h"

#include <algorithm>
#include <cmath>

#include "know/gazetteer.h"
#include "know/names.h"
#include "link/case_view.h"

namespace attest {
namespace {

// Far apart already by latitude, most pairs need no trigonometry.
double distance_km(const Located& a, const Located& b) {
  constexpr double kDegree = 111;  // km
  const double north = std::abs(a.latitude - b.latitude) * kDegree;
  return north > 60 ? north : attest::distance_km(a.latitude, a.longitude, b.latitude, b.longitude);
}

constexpr double kSameKm = 3;
constexpr double kNearKm = 20;
constexpr double kDistrictKm = 30;

bool fine(Precision p) { return p == Precision::kPoint || p == Precision::kSettlement; }

// Finer precisions have smaller numbers in the enumeration, except that 0 is unknown.
bool finer(Precision a, Precision b) { return a != Precision::kUnknown && b != Precision::kUnknown && a < b; }

bool holds(const Located& wide, const Located& narrow) {
  if (!finer(narrow.precision, wide.precision)) return false;
  if (!wide.country.empty() && !narrow.country.empty() && wide.country != narrow.country) return false;
  if (wide.precision == Precision::kCountry) return !wide.country.empty() && wide.country == narrow.country;
  if (wide.precision == Precision::kProvince) return !wide.admin1.empty() && wide.admin1 == narrow.admin1;
  return distance_km(wide, narrow) <= kDistrictKm;
}

}  // namespace

std::size_t PlacePool::Hash::operator()(const PlaceSet::Place& p) const {
  return hash64(p.key, hash64(p.detail, hash64(p.at.gazetteer)));
}

bool PlacePool::Same::operator()(const PlaceSet::Place& p, const PlaceSet::Place& q) const {
  const auto all = [](const PlaceSet::Place& x) {
    return std::tie(x.key, x.detail, x.at.name, x.at.country, x.at.admin1, x.at.latitude, x.at.longitude, x.at.precision,
                    x.at.gazetteer);
  };
  return all(p) == all(q);
}

const PlaceSet::Place* PlacePool::keep(PlaceSet::Place place) { return &*all_.insert(std::move(place)).first; }

PlaceSet place_set(const Claim& claim, PlacePool& pool) {
  std::vector<PlaceSet::Place> all;
  for (const Located& at : claim.located) all.push_back({folded_words(at.name), "", at});
  for (const std::string& name : claim.places) {
    const std::string key = folded_words(name);
    const bool known = std::any_of(all.begin(), all.end(), [&](const auto& p) { return p.key == key; });
    // Words as written that did not resolve help only where nothing resolved: a located place says the same better.
    if (!known && !key.empty() && claim.located.empty()) all.push_back({key, "", {}});
  }
  // The most specific words come first; where the gazetteer lacks them, they still tell two places of one town apart.
  if (!claim.places.empty() && !all.empty() && !claim.located.empty()) {
    const bool found = std::any_of(claim.located.begin(), claim.located.end(),
                                   [&](const Located& l) { return name_similarity(l.name, claim.places.front()) >= 0.5; });
    if (!found) all.front().detail = folded_words(claim.places.front());
  }
  PlaceSet out;
  for (const auto& p : all) {
    const bool wider = std::any_of(all.begin(), all.end(), [&](const auto& q) { return holds(p.at, q.at); });
    const bool twice =
        std::any_of(out.finest.begin(), out.finest.end(), [&](const auto* q) { return relate(p, *q) == PlaceRelation::kSame; });
    if (!wider && !twice) out.finest.push_back(pool.keep(p));
  }
  if (claim.located.empty() && out.finest.size() > 1) out.finest.resize(1);  // unresolved names: the most specific one
  out.located =
      std::any_of(out.finest.begin(), out.finest.end(), [](const auto* p) { return p->at.precision != Precision::kUnknown; });
  out.country_only = out.located && std::all_of(out.finest.begin(), out.finest.end(), [](const auto* p) {
                       return p->at.precision == Precision::kCountry || p->at.precision == Precision::kUnknown;
                     });
  return out;
}

namespace {

PlaceRelation relate_located(const PlaceSet::Place& a, const PlaceSet::Place& b) {
  const Located &x = a.at, &y = b.at;
  if (!x.gazetteer.empty() && x.gazetteer == y.gazetteer) return PlaceRelation::kSame;
  if (x.precision == Precision::kUnknown || y.precision == Precision::kUnknown)
    return !a.key.empty() && a.key == b.key ? PlaceRelation::kSame : PlaceRelation::kUnknown;
  if (holds(y, x)) return y.precision == Precision::kCountry ? PlaceRelation::kCountryOnly : PlaceRelation::kInside;
  if (holds(x, y)) return x.precision == Precision::kCountry ? PlaceRelation::kCountryOnly : PlaceRelation::kContains;
  if (x.country != y.country) return PlaceRelation::kApart;
  const double km = distance_km(x, y);
  if (a.key == b.key && km <= kDistrictKm) return x.precision == y.precision ? PlaceRelation::kSame : PlaceRelation::kNear;
  if (fine(x.precision) && fine(y.precision) && km <= kSameKm) return PlaceRelation::kSame;
  return km <= kNearKm && x.precision != Precision::kCountry && y.precision != Precision::kCountry ? PlaceRelation::kNear
                                                                                                   : PlaceRelation::kApart;
}

}  // namespace

PlaceRelation relate(const PlaceSet::Place& a, const PlaceSet::Place& b) {
  const PlaceRelation r = relate_located(a, b);
  if (r != PlaceRelation::kSame || a.detail == b.detail) return r;
  if (a.detail.empty()) return PlaceRelation::kContains;
  if (b.detail.empty()) return PlaceRelation::kInside;
  return name_similarity(a.detail, b.detail) >= 0.5 ? PlaceRelation::kSame : PlaceRelation::kNear;
}

PlaceRelation relate(const PlaceSet& a, const PlaceSet& b) {
  if (a.finest.empty() || b.finest.empty()) return PlaceRelation::kUnknown;
  std::size_t shared = 0, inside = 0, contains = 0, near = 0, country = 0, apart = 0;
  std::vector<bool> b_met(b.finest.size(), false);
  for (const auto* x : a.finest) {
    bool met = false;
    for (std::size_t j = 0; j < b.finest.size(); ++j) {
      const PlaceRelation r = relate(*x, *b.finest[j]);
      const bool whole = x->at.precision == Precision::kCountry;  // a country in both is no shared place
      if (r == PlaceRelation::kSame && !whole) met = b_met[j] = true;
      country += r == PlaceRelation::kSame && whole;
      inside += r == PlaceRelation::kInside;
      contains += r == PlaceRelation::kContains;
      near += r == PlaceRelation::kNear;
      country += r == PlaceRelation::kCountryOnly;
      apart += r == PlaceRelation::kApart;
    }
    shared += met;
  }
  const auto b_shared = static_cast<std::size_t>(std::count(b_met.begin(), b_met.end(), true));
  if (shared > 0) {
    if (shared == a.finest.size() && b_shared < b.finest.size() && b.finest.size() > 1) return PlaceRelation::kInside;
    if (b_shared == b.finest.size() && shared < a.finest.size() && a.finest.size() > 1) return PlaceRelation::kContains;
    return PlaceRelation::kSame;
  }
  if (inside > 0 && inside >= contains) return PlaceRelation::kInside;
  if (contains > 0) return PlaceRelation::kContains;
  if (near > 0) return PlaceRelation::kNear;
  if (country > 0) return PlaceRelation::kCountryOnly;
  return apart > 0 ? PlaceRelation::kApart : PlaceRelation::kUnknown;  // names that did not resolve say nothing
}

}  // namespace attest
