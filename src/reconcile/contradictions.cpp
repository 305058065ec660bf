#include "reconcile/contradictions.h"

#include <algorithm>
#include <cstdlib>

#include "reconcile/policies.h"
#include "reconcile/responsibility.h"
#include "reconcile/scope.h"
#include "reconcile/scope_relation.h"
#include "reconcile/titles.h"

namespace attest {
namespace {

// A figure this many times smaller than another is told of as a part of it, and read so.
constexpr std::int64_t kNoRival = 4;

// A reading that an account of today rests on: an origin's latest one, or an unsourced one that no other explains.
struct Stand {
  const Toll* toll;
  const Reading* reading;
  FigureScope scope;
};

int people(const Reading& r) { return static_cast<int>(std::min<std::int64_t>(number(r.count).value_or(0), 1'000'000'000)); }

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& p : parts) out += (out.empty() ? "" : "; ") + p;
  return out;
}

std::vector<Stand> standing(const std::vector<Toll>& tolls, const LinkedIncident& incident, const CaseFacts& facts) {
  std::vector<Stand> out;
  for (const Toll& t : tolls) {
    for (const Reading& r : t.readings) {
      const bool latest = std::find(t.latest.begin(), t.latest.end(), r.id) != t.latest.end();
      if ((!latest && r.status != "unsourced") || r.claims.empty() || is_vague(r.count) || !r.derived_from.empty()) continue;
      if (r.note.rfind("names only", 0) == 0 || is_mixed_part(t.scope)) continue;
      Said s;
      s.ref = r.claims.front(), s.claim = claim_of(facts, s.ref), s.scope = t.scope, s.day = r.as_of;
      if (!s.claim) continue;
      s.narrower_place = is_part(t.scope);
      out.push_back({&t, &r, figure_scope(s, incident)});
    }
  }
  return out;
}

SpanRef sentence_of(const Reading& r, const CaseFacts& facts) {
  if (r.claims.empty()) return {};
  const Claim* c = claim_of(facts, r.claims.front());
  return {r.claims.front().report, c ? c->sentence : Span{}};
}

bool same_number(const Reading& a, const Reading& b) { return number(a.count) == number(b.count); }

// What two standing figures of one harm with different numbers are to each other, where they are no conflict.
std::optional<FigureConflict> difference(const Stand& a, const Stand& b, const CaseFacts& facts) {
  const Reading &x = *a.reading, &y = *b.reading;
  if (x.origin == y.origin || same_number(x, y)) return std::nullopt;
  // Nobody takes 11 for a contradiction of 1,540.
  if (kNoRival * std::min(people(x), people(y)) < std::max(people(x), people(y))) return std::nullopt;
  FigureConflict out;
  out.about = name(a.toll->effect);
  out.between = {x.id, y.id};
  out.weight = std::abs(people(x) - people(y));
  out.evidence = {sentence_of(x, facts), sentence_of(y, facts)};
  if (a.toll != b.toll) {
    const Compared c = relate(a.scope, b.scope);
    if (c.relation == Relation::kUnknown || c.relation == Relation::kEqual) return std::nullopt;
    std::vector<std::string> told;
    for (const std::string& why : c.why)
      if (why.find("do not tell") == std::string::npos) told.push_back(why);
    out.kind = "scope";
    out.reason = "no contradiction: they do not count the same people (" + joined(told) + ")";
    return out;
  }
  const bool days_apart = x.as_of && y.as_of && std::abs(x.as_of->days() - y.as_of->days()) > kSameWindowDays;
  out.kind = days_apart ? "day" : "wording";
  out.reason = days_apart ? "no contradiction: they hold as of " + x.as_of->iso() + " and " + y.as_of->iso() : "no contradiction: both can hold as they are worded";
  return out;
}

// The same figure of the same origin in two reports that put it in places, or on days, that share nothing.
void add_misplaced(std::vector<FigureConflict>& out, const std::vector<Said>& said) {
  const auto comparable = [](const Said& s) { return s.claim->count && !s.origin.empty() && !s.narrower_place && !is_vague(*s.claim->count) && number(*s.claim->count) > 1; };
  std::set<std::pair<std::string, std::string>> places, days;
  constexpr std::size_t kMostCompared = 200;
  for (std::size_t i = 0; i < said.size() && i < kMostCompared; ++i) {
    for (std::size_t j = i + 1; j < said.size() && j < kMostCompared; ++j) {
      const Said &a = said[i], &b = said[j];
      if (!comparable(a) || !comparable(b) || a.report == b.report || a.origin != b.origin || a.claim->effect != b.claim->effect) continue;
      if (number(*a.claim->count) != number(*b.claim->count) || a.claim->victims.status != b.claim->victims.status) continue;
      FigureConflict c;
      c.weight = static_cast<int>(std::min<std::int64_t>(*number(*a.claim->count), 1'000'000'000));
      c.evidence = {{a.ref.report, a.claim->sentence}, {b.ref.report, b.claim->sentence}};
      if (!a.claim->located.empty() && !b.claim->located.empty()) {
        const Located &x = a.claim->located.front(), &y = b.claim->located.front();
        if (relate_places({x}, {y}) == Relation::kDisjoint && places.insert(std::minmax(x.name, y.name)).second) {
          c.about = "place", c.reason = "one figure of one origin is put in " + x.name + " and in " + y.name;
          out.push_back(c);
        }
      }
      const Interval &x = a.claim->time.days, &y = b.claim->time.days;
      if (x.start && y.start && relate_days(x, y) == Relation::kDisjoint && days.insert(std::minmax(x.start->iso(), y.start->iso())).second) {
        c.about = "day", c.reason = "one figure of one origin is dated " + x.start->iso() + " and " + y.start->iso();
        out.push_back(c);
      }
    }
  }
}

int weight_of(const std::vector<std::string>& readings, const std::vector<Toll>& tolls) {
  int out = 0;
  for (const Toll& t : tolls)
    for (const Reading& r : t.readings)
      if (std::find(readings.begin(), readings.end(), r.id) != readings.end()) out = std::max(out, people(r));
  return out;
}

void sort_unique(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

// Allegations that the same denials answer make one row: a denial is told once, however many names the accused go by.
void add_denied(std::vector<FigureConflict>& out, const std::vector<Responsibility>& all, const std::vector<Toll>& tolls) {
  struct Row {
    std::vector<std::string> alleged, types;
    FigureConflict conflict{"perpetrator", {}, "", "conflict", 0, {}};
  };
  std::vector<std::pair<std::vector<SpanRef>, Row>> rows;
  for (const Responsibility& r : all) {
    std::vector<SpanRef> denials;
    for (const auto& d : r.denials)
      if (!d.evidence.empty()) denials.push_back(d.evidence.front());
    const bool accused = std::any_of(r.accusers.begin(), r.accusers.end(), [](const Accuser& a) { return !a.evidence.empty(); });
    if (denials.empty() || !accused) continue;
    auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& known) {
      return std::equal(known.first.begin(), known.first.end(), denials.begin(), denials.end(),
                        [](const SpanRef& a, const SpanRef& b) { return a.report == b.report && a.span == b.span; });
    });
    if (row == rows.end()) row = rows.insert(rows.end(), {denials, {}});
    row->second.alleged.push_back(r.alleged);
    for (const auto& d : r.denials) row->second.types.push_back(d.type);
    FigureConflict& one = row->second.conflict;
    one.between.insert(one.between.end(), r.covers.begin(), r.covers.end());
    for (const Accuser& a : r.accusers)
      if (!a.evidence.empty()) one.evidence.push_back(a.evidence.front());
  }
  for (auto& [denials, row] : rows) {
    sort_unique(row.types);
    sort_unique(row.conflict.between);
    row.conflict.reason = "alleged of " + listed(row.alleged) + " and denied (" + listed(row.types, ", ") + ")";
    row.conflict.weight = weight_of(row.conflict.between, tolls);
    row.conflict.evidence.insert(row.conflict.evidence.end(), denials.begin(), denials.end());
    out.push_back(std::move(row.conflict));
  }
}

// All parties that rival allegations name, in one row: each by the first of its names.
void add_rivals(std::vector<FigureConflict>& out, const std::vector<Responsibility>& all, const std::vector<Toll>& tolls, const PartyWords& words) {
  const Rivals rivals(all, words);
  std::vector<std::size_t> parties;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Responsibility& r = all[i];
    if (r.standing != "rival_allegations" || r.accusers.empty() || r.accusers.front().evidence.empty()) continue;
    if (std::all_of(parties.begin(), parties.end(), [&](std::size_t p) { return rivals.between(i, p); })) parties.push_back(i);
  }
  if (parties.size() < 2) return;
  FigureConflict one{"perpetrator", {}, "", "conflict", 0, {}};
  std::vector<std::string> alleged;
  for (const std::size_t p : parties) {
    alleged.push_back("to " + all[p].alleged);
    one.between.insert(one.between.end(), all[p].covers.begin(), all[p].covers.end());
    one.evidence.push_back(all[p].accusers.front().evidence.front());
  }
  one.reason = "ascribed " + listed(alleged);
  sort_unique(one.between);
  one.weight = weight_of(one.between, tolls);
  out.push_back(std::move(one));
}

using Pairs = std::set<std::pair<std::string, std::string>>;

bool heavier(const FigureConflict& a, const FigureConflict& b) { return a.weight > b.weight; }

const Reading* find(const std::vector<Toll>& tolls, const std::string& id) {
  for (const Toll& t : tolls)
    for (const Reading& r : t.readings)
      if (r.id == id) return &r;
  return nullptr;
}

std::vector<FigureConflict> differences(const std::vector<Stand>& stands, const Pairs& conflicts, const CaseFacts& facts) {
  std::vector<FigureConflict> out;
  if (stands.size() > 2 * kMostRelated) return out;  // a war's totals: everything differs from everything
  for (std::size_t i = 0; i < stands.size(); ++i)
    for (std::size_t j = i + 1; j < stands.size(); ++j) {
      if (stands[i].toll->effect != stands[j].toll->effect || conflicts.count(std::minmax(stands[i].reading->id, stands[j].reading->id)) > 0) continue;
      if (auto d = difference(stands[i], stands[j], facts)) out.push_back(std::move(*d));
    }
  std::stable_sort(out.begin(), out.end(), heavier);
  if (out.size() > kMostDifferences) out.resize(kMostDifferences);
  return out;
}

}  // namespace

std::vector<FigureConflict> contradictions(std::vector<FigureConflict> found, const std::vector<Said>& said, const std::vector<Toll>& tolls,
                                           const std::vector<Responsibility>& responsibility, const LinkedIncident& incident, const CaseFacts& facts) {
  std::vector<FigureConflict> out;
  Pairs conflicts;
  for (FigureConflict& c : found) {
    const Reading *a = find(tolls, c.between.front()), *b = find(tolls, c.between.back());
    if (!a || !b) continue;
    conflicts.insert(std::minmax(a->id, b->id));
    c.weight = std::abs(people(*a) - people(*b));
    c.evidence = {sentence_of(*a, facts), sentence_of(*b, facts)};
    out.push_back(std::move(c));
  }
  add_misplaced(out, said);
  add_denied(out, responsibility, tolls);
  add_rivals(out, responsibility, tolls, facts.party_words);
  std::stable_sort(out.begin(), out.end(), heavier);
  for (FigureConflict& d : differences(standing(tolls, incident, facts), conflicts, facts)) out.push_back(std::move(d));
  return out;
}

std::vector<ScopeRelation> relations(const std::vector<Toll>& tolls, const LinkedIncident& incident, const CaseFacts& facts) {
  std::vector<ScopeRelation> out;
  std::map<Effect, std::vector<Stand>> by_harm;
  for (Stand& s : standing(tolls, incident, facts)) by_harm[s.toll->effect].push_back(std::move(s));
  for (const auto& [effect, stands] : by_harm) {
    if (stands.size() > kMostRelated) continue;
    for (std::size_t i = 0; i < stands.size(); ++i)
      for (std::size_t j = i + 1; j < stands.size(); ++j) {
        Compared c = relate(stands[i].scope, stands[j].scope);
        out.push_back({stands[i].reading->id, stands[j].reading->id, std::string(name(c.relation)), std::move(c.why)});
      }
  }
  return out;
}

}  // namespace attest
