#include "reconcile/scope_relation.h"

#include <algorithm>
#include <array>

#include "know/gazetteer.h"
#include "reconcile/scope.h"

namespace attest {
namespace {

constexpr std::array<std::string_view, 6> kNames = {"equal", "subset", "superset", "overlapping", "disjoint", "unknown"};

constexpr double kSameKm = 3;       // two wordings of one place
constexpr double kUnclearKm = 20;   // settlements that one report may name for the other
constexpr double kDistrictKm = 30;

// What people may be by their part in the fighting, and by age and sex. Within one list no person stands twice; between the lists anybody may.
constexpr std::string_view kFighters[] = {"soldiers", "rebels", "militants", "kurdish_fighters", "insurgents"};
constexpr std::string_view kCivilianKinds[] = {"medics", "journalists", "aid_workers", "students", "worshippers", "evacuees", "refugees"};
constexpr std::string_view kByAge[] = {"children", "women", "men"};

template <std::size_t N>
bool in(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool fighters(std::string_view s) { return s == "combatant" || in(kFighters, s); }
bool civilians(std::string_view s) { return s == "civilian" || in(kCivilianKinds, s); }
bool other_unit(std::string_view s) { return s == "families" || s == "bodies"; }

bool settled(const Located& p) { return p.precision == Precision::kPoint || p.precision == Precision::kSettlement; }

bool same_place(const Located& a, const Located& b) {
  if (a.precision != b.precision && !(settled(a) && settled(b))) return false;
  if (!a.gazetteer.empty() && a.gazetteer == b.gazetteer) return true;
  if (a.precision == Precision::kCountry) return !a.country.empty() && a.country == b.country;
  if (a.precision == Precision::kProvince) return a.country == b.country && !a.admin1.empty() && a.admin1 == b.admin1;
  if (a.name == b.name && a.country == b.country && a.admin1 == b.admin1) return true;
  return settled(a) && distance_km(a.latitude, a.longitude, b.latitude, b.longitude) <= kSameKm;
}

bool holds(const Located& wide, const Located& narrow) {
  if (narrow.precision == Precision::kUnknown || wide.precision <= narrow.precision) return false;
  if (wide.country != narrow.country) return false;
  if (wide.precision == Precision::kCountry) return !wide.country.empty();
  if (wide.precision == Precision::kProvince) return !wide.admin1.empty() && wide.admin1 == narrow.admin1;
  return distance_km(wide.latitude, wide.longitude, narrow.latitude, narrow.longitude) <= kDistrictKm;
}

Relation relate_place(const Located& a, const Located& b) {
  if (a.precision == Precision::kUnknown || b.precision == Precision::kUnknown) return Relation::kUnknown;
  if (same_place(a, b)) return Relation::kEqual;
  if (holds(b, a)) return Relation::kSubset;
  if (holds(a, b)) return Relation::kSuperset;
  if (a.country != b.country) return Relation::kDisjoint;
  const bool close = distance_km(a.latitude, a.longitude, b.latitude, b.longitude) <= kUnclearKm;
  const bool provinces = a.precision == Precision::kProvince && b.precision == Precision::kProvince;
  return close && !provinces ? Relation::kUnknown : Relation::kDisjoint;
}

std::string place_words(const std::vector<Located>& places, bool of_incident) {
  if (of_incident) return "all places of the incident, for its figure names none";
  std::string out;
  for (std::size_t i = 0; i < places.size() && i < 3; ++i) out += (i ? ", " : "") + places[i].name;
  return places.size() > 3 ? out + " and others" : out;
}

std::string day_words(const Interval& days) {
  const auto end = [](const std::optional<Date>& d) { return d ? d->iso() : std::string("an open end"); };
  return days.start == days.end ? end(days.start) : end(days.start) + " to " + end(days.end);
}

std::string sentence(std::string_view what, Relation r, const std::string& a, const std::string& b) {
  switch (r) {
    case Relation::kEqual: return "";
    case Relation::kSubset: return std::string(what) + ": " + a + " lies within " + b;
    case Relation::kSuperset: return std::string(what) + ": " + a + " holds " + b;
    case Relation::kOverlapping: return std::string(what) + ": " + a + " and " + b + " share some and not all";
    case Relation::kDisjoint: return std::string(what) + ": " + a + " and " + b + " share nothing";
    case Relation::kUnknown: return std::string(what) + ": the words do not tell how " + a + " lies to " + b;
  }
  return "";
}

Relation relate_limits(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a == b) return Relation::kEqual;
  if (b.empty()) return Relation::kSubset;
  if (a.empty()) return Relation::kSuperset;
  return Relation::kUnknown;  // two names may stand for one actor
}

}  // namespace

std::string_view name(Relation relation) { return kNames[static_cast<std::size_t>(relation)]; }

Relation reversed(Relation r) { return r == Relation::kSubset ? Relation::kSuperset : r == Relation::kSuperset ? Relation::kSubset : r; }

FigureScope figure_scope(const Said& said, const LinkedIncident& incident) {
  FigureScope out;
  const Claim& c = *said.claim;
  out.effect = c.effect;
  out.victims = said.scope;
  out.part_of_place = said.narrower_place;
  out.places = c.located;
  // The most specific place stands first; wider ones that hold it only say where it is.
  if (c.extent == Extent::kWithin && out.places.size() > 1) out.places.resize(1);
  if (out.places.empty()) {
    if (incident.place) out.places = {*incident.place};
    else out.places = incident.places;
    out.of_incident = true;
  }
  out.days = c.time.days;
  if (!out.days.start && !out.days.end) out.days = incident.days;
  if (c.measure == Measure::kRunningTotal && said.day) out.days.end = said.day;
  if (said.scope.find(kByPerpetrator) != std::string::npos)
    for (const Perpetrator& p : c.perpetrators) out.limited.push_back(p.text);
  return out;
}

Relation relate_harm(Effect a, Effect b) {
  if (a == b) return Relation::kEqual;
  const auto within = [](Effect part, Effect whole) {
    return whole == Effect::kAffected || (whole == Effect::kKilledOrWounded && (part == Effect::kKilled || part == Effect::kWounded));
  };
  if (within(a, b)) return Relation::kSubset;
  if (within(b, a)) return Relation::kSuperset;
  const auto bodily = [](Effect e) { return e == Effect::kKilled || e == Effect::kWounded; };
  // On one day nobody is counted among the dead and the wounded; the missing may turn out to be either.
  return bodily(a) && bodily(b) ? Relation::kDisjoint : Relation::kUnknown;
}

Relation relate_victims(std::string_view a, std::string_view b) {
  if (const auto comma = a.find(kByPerpetrator); comma != std::string_view::npos) a = a.substr(0, comma);
  if (const auto comma = b.find(kByPerpetrator); comma != std::string_view::npos) b = b.substr(0, comma);
  if (a == b) return is_part(a) ? Relation::kUnknown : Relation::kEqual;
  if (other_unit(a) || other_unit(b)) return Relation::kUnknown;
  if (b == "all") return Relation::kSubset;
  if (a == "all") return Relation::kSuperset;
  if (is_part(a) || is_part(b)) return Relation::kUnknown;
  if (b == "combatant" && fighters(a)) return Relation::kSubset;
  if (a == "combatant" && fighters(b)) return Relation::kSuperset;
  if (b == "civilian" && civilians(a)) return Relation::kSubset;
  if (a == "civilian" && civilians(b)) return Relation::kSuperset;
  if (disjoint_scopes(a, b) || (in(kByAge, a) && in(kByAge, b))) return Relation::kDisjoint;
  if ((fighters(a) && in(kCivilianKinds, b)) || (fighters(b) && in(kCivilianKinds, a))) return Relation::kDisjoint;
  return Relation::kOverlapping;
}

Relation relate_places(const std::vector<Located>& a, const std::vector<Located>& b) {
  if (a.empty() || b.empty()) return Relation::kUnknown;
  bool unknown = false, meet = false;
  const auto all_in = [&](const std::vector<Located>& x, const std::vector<Located>& y) {
    return std::all_of(x.begin(), x.end(), [&](const Located& p) {
      return std::any_of(y.begin(), y.end(), [&](const Located& q) {
        const Relation r = relate_place(p, q);
        unknown = unknown || r == Relation::kUnknown;
        meet = meet || (r != Relation::kDisjoint && r != Relation::kUnknown);
        return r == Relation::kEqual || r == Relation::kSubset;
      });
    });
  };
  const bool a_in_b = all_in(a, b), b_in_a = all_in(b, a);
  if (a_in_b && b_in_a) return Relation::kEqual;
  if (a_in_b) return Relation::kSubset;
  if (b_in_a) return Relation::kSuperset;
  if (meet) return Relation::kOverlapping;
  return unknown ? Relation::kUnknown : Relation::kDisjoint;
}

Relation relate_days(const Interval& a, const Interval& b) {
  if ((!a.start && !a.end) || (!b.start && !b.end)) return Relation::kUnknown;
  constexpr std::int64_t kOpen = 1'000'000'000;
  const auto from = [](const Interval& i) { return i.start ? i.start->days() : -kOpen; };
  const auto to = [](const Interval& i) { return i.end ? i.end->days() : kOpen; };
  if (to(a) < from(b) || to(b) < from(a)) return Relation::kDisjoint;
  const bool a_in_b = from(b) <= from(a) && to(a) <= to(b), b_in_a = from(a) <= from(b) && to(b) <= to(a);
  if (a_in_b && b_in_a) return Relation::kEqual;
  return a_in_b ? Relation::kSubset : b_in_a ? Relation::kSuperset : Relation::kOverlapping;
}

Relation combine(const std::vector<Relation>& dimensions) {
  const auto any = [&](Relation r) { return std::find(dimensions.begin(), dimensions.end(), r) != dimensions.end(); };
  if (any(Relation::kDisjoint)) return Relation::kDisjoint;
  if (any(Relation::kUnknown)) return Relation::kUnknown;
  if (any(Relation::kOverlapping) || (any(Relation::kSubset) && any(Relation::kSuperset))) return Relation::kOverlapping;
  if (any(Relation::kSubset)) return Relation::kSubset;
  return any(Relation::kSuperset) ? Relation::kSuperset : Relation::kEqual;
}

Compared relate(const FigureScope& a, const FigureScope& b) {
  const auto words = [](const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& n : names) out += (out.empty() ? "" : ", ") + n;
    return out.empty() ? std::string("everybody") : out;
  };
  const Relation harm = relate_harm(a.effect, b.effect), victims = relate_victims(a.victims, b.victims);
  const Relation days = relate_days(a.days, b.days), limits = relate_limits(a.limited, b.limited);
  Relation places = relate_places(a.places, b.places);
  if (places == Relation::kEqual && a.part_of_place != b.part_of_place) places = a.part_of_place ? Relation::kSubset : Relation::kSuperset;
  Compared out;
  out.relation = combine({harm, victims, places, days, limits});
  for (std::string why : {sentence("harm", harm, std::string(name(a.effect)), std::string(name(b.effect))), sentence("victims", victims, a.victims, b.victims),
                          sentence("place", places, place_words(a.places, a.of_incident), place_words(b.places, b.of_incident)), sentence("days", days, day_words(a.days), day_words(b.days)),
                          sentence("perpetrator", limits, words(a.limited), words(b.limited))})
    if (!why.empty()) out.why.push_back(std::move(why));
  return out;
}

}  // namespace attest
