#include "reconcile/scope.h"

#include <algorithm>

#include "know/names.h"
#include "reconcile/rounding.h"
#include "reconcile/scope_relation.h"

namespace attest {
namespace {

constexpr std::size_t kMostSplit = 2000;  // figures of one harm; totals of a war have more and are not split

// A window that is longer than the incident's by more than this is another figure's: of the week, the month, the war.
constexpr std::int64_t kLongerDays = 6;

constexpr std::string_view kCombatants[] = {"soldiers", "rebels", "militants", "kurdish_fighters", "insurgents"};

std::size_t words(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + (text.empty() ? 0 : 1);
}

std::string last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  std::string out;
  for (std::size_t at = space == std::string_view::npos ? 0 : space + 1; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    append_utf8(out, fold_case(d.code));
    at += d.size;
  }
  return out;
}

// Nouns for people of whatever age and sex: a group beside one is some of them ("29 people, including children").
bool names_anybody(std::string_view word) {
  static constexpr std::string_view kAnybody[] = {"people", "persons", "person", "others", "those",
                                                  "them",   "victims", "dead",   "bodies"};
  return std::find(std::begin(kAnybody), std::end(kAnybody), word) != std::end(kAnybody);
}

std::string victims_scope(const Claim& c) {
  if (c.unit == Unit::kFamilies) return "families";
  if (c.victims.status == VictimStatus::kCombatant) return "combatant";
  // "11 children" is a group; "civilians, including women and children" stays what its head says, and so does "civilians" where
  // the children stand after the verb.
  const std::string head = last_word(c.victims.text);
  const bool some = names_anybody(head) || head == "civilians" || head == "civilian";
  if (c.victims.groups.size() == 1 && !some && (c.part_of || words(c.victims.text) <= 2)) return c.victims.groups.front();
  if (c.victims.status == VictimStatus::kCivilian) return "civilian";
  return "all";
}

bool one_person(const Count& c) { return c.low == 1 && c.high == 1; }

bool same_number(const Said& a, const Said& b) { return number(*a.claim->count) == number(*b.claim->count); }

// A rounded repeat of a figure of the same origin is that figure, whatever places the outlet names with it.
bool repeats(const Said& s, const std::vector<Said>& said) {
  return !s.origin.empty() && std::any_of(said.begin(), said.end(), [&](const Said& o) {
    return o.origin == s.origin && !o.narrower_place && victims_scope(*o.claim) == victims_scope(*s.claim) &&
           may_round(*s.claim->count, *o.claim->count);
  });
}

bool longer(const Said& s, const LinkedIncident& incident) {
  const auto length = [](const Interval& i) { return i.end->days() - i.start->days(); };
  const Interval &own = s.claim->time.days, &all = incident.days;
  if (incident.container || !own.start || !own.end || !all.start || !all.end) return false;
  return length(own) > length(all) + kLongerDays && relate_days(own, all) == Relation::kSuperset;
}

constexpr double kSameName = 0.5;  // two spellings of one place, as linking has it

std::string part_in(const Said& s) {
  const auto& c = *s.claim;
  std::string place = !c.located.empty() ? c.located.front().name : !c.places.empty() ? c.places.front() : "";
  // A village that no gazetteer has is named with what holds it: "in Derwash (Orlat)".
  const bool lost = c.extent == Extent::kWithin && c.places.size() > 1 && !c.located.empty() &&
                    std::none_of(c.located.begin(), c.located.end(), [&](const Located& l) { return name_similarity(l.name, c.places.front()) >= kSameName; });
  if (lost) place = c.places.front() + " (" + place + ")";
  return std::string(kPart) + (place.empty() ? "" : ": in " + place);
}

std::string part_of_whom(const Said& s) {
  const std::string word = last_word(s.claim->victims.text);
  const bool anybody = word.empty() || names_anybody(word);
  return std::string(kPart) + (anybody ? "" : ": " + word);
}

// "35 of the victims": some of those whom the report counted before.
bool of_those_told(const Said& s, const std::vector<Said>& said) {
  const std::string& text = s.claim->victims.text;
  const std::string first = last_word(text.substr(0, text.find(' ')));
  if (first != "the" && first != "those" && first != "them") return false;
  return std::any_of(said.begin(), said.end(), [&](const Said& o) {
    return o.ref.report == s.ref.report && o.claim->span.begin < s.claim->span.begin && o.claim->effect == s.claim->effect &&
           !is_vague(*o.claim->count) && number(*o.claim->count) > number(*s.claim->count);
  });
}

// Breakdowns without category, single people beside a larger figure, one place inside the incident's, a longer time.
void set_parts(std::vector<Said>& said, const LinkedIncident& incident) {
  std::int64_t largest = 0;
  for (const Said& s : said)
    if (!is_vague(*s.claim->count)) largest = std::max(largest, number(*s.claim->count).value_or(0));
  const bool persons =
      std::any_of(said.begin(), said.end(), [](const Said& s) { return s.claim->unit == Unit::kPersons && !s.claim->part_of; });
  for (Said& s : said) {
    s.scope = victims_scope(*s.claim);
    if (s.scope == "all" && (s.claim->part_of || of_those_told(s, said))) s.scope = part_of_whom(s);
    if (one_person(*s.claim->count) && largest > 1) s.scope = std::string(kPart) + ": single people";
    else if (s.narrower_place && !repeats(s, said)) s.scope = part_in(s);
    else if (s.claim->unit == Unit::kBodies && persons && !is_part(s.scope)) s.scope = "bodies";
    if (!is_part(s.scope) && longer(s, incident)) s.scope += kLonger;
  }
}

// Parts never exceed the whole: an origin that tells of 21 civilians and, on the same day, of 15 people means some of them by the
// latter.
void set_less_than_a_part_apart(std::vector<Said>& said) {
  const auto floor = [](const Said& s) { return s.claim->count->low.value_or(0); };
  for (Said& s : said) {
    if (s.scope != "all" || s.origin.empty() || is_vague(*s.claim->count) || !s.claim->count->point) continue;
    const std::int64_t n = *s.claim->count->point;
    const auto exceeds = [&](const Said& o) {
      return o.origin == s.origin && o.day == s.day && o.scope != "all" && !is_part(o.scope) && !o.claim->part_of &&
             !is_vague(*o.claim->count) && o.claim->unit == s.claim->unit && floor(o) > n &&
             relate_victims(o.scope, "all") == Relation::kSubset && o.scope.find(',') == std::string::npos;
    };
    if (std::any_of(said.begin(), said.end(), exceeds)) s.scope = part_in(s);
  }
}

// "148 insurgents and 125 soldiers" in one sentence are two groups, not two readings of one.
void split_combatants(std::vector<Said>& said) {
  for (Said& s : said) {
    if (s.scope != "combatant") continue;
    const bool listed = std::any_of(said.begin(), said.end(), [&](const Said& o) {
      return o.ref.report == s.ref.report && o.claim != s.claim && o.claim->sentence == s.claim->sentence &&
             o.claim->effect == s.claim->effect && o.claim->victims.status == VictimStatus::kCombatant && !is_part(o.scope) &&
             !same_number(o, s) && last_word(o.claim->victims.text) != last_word(s.claim->victims.text);
    });
    if (listed) s.note = s.claim->victims.groups.size() == 1 ? s.claim->victims.groups.front() : last_word(s.claim->victims.text);
  }
  for (Said& s : said)
    if (s.scope == "combatant" && !s.note.empty()) s.scope = s.note, s.note.clear();
}

void split_limited(std::vector<Said>& said) {
  for (Said& s : said) {
    if (s.claim->perpetrators.empty() || s.origin.empty() || is_part(s.scope)) continue;
    bool unlimited = false, equal = false;
    for (const Said& o : said) {
      if (o.origin != s.origin || o.scope != s.scope || !o.claim->perpetrators.empty() || is_vague(*o.claim->count)) continue;
      unlimited = true;
      equal = equal || same_number(o, s);
    }
    if (unlimited && !equal) s.note = "limited";
  }
  for (Said& s : said)
    if (s.note == "limited")
      s.scope += kByPerpetrator, s.note = "counts only what is ascribed to " + s.claim->perpetrators.front().text;
}

// By report and origin: what it says of each group.
using OfOrigin = std::map<std::pair<std::uint32_t, std::string>, std::map<std::string, std::vector<Said>>>;

bool counted(const Said& s) { return !is_vague(*s.claim->count); }

bool is_group(const std::string& scope) {
  return !is_part(scope) && scope != "all" && scope != "families" && scope != "bodies" && scope.find(',') == std::string::npos;
}

// The greatest figure that anybody gives of some other group: whoever counts fewer does not count all.
std::int64_t most_of_others(const std::map<std::string, std::vector<Said>>& out, const std::string& scope) {
  std::int64_t most = 0;
  for (const auto& [other, said] : out)
    if (other != scope && is_group(other))
      for (const Said& s : said)
        if (counted(s) && !s.claim->part_of) most = std::max(most, s.claim->count->low.value_or(0));
  return most;
}

void promote(const OfOrigin& of_origin, std::vector<Said>& all) {
  for (const auto& [origin, scopes] : of_origin) {
    if (scopes.size() != 1) continue;
    for (Said s : scopes.begin()->second) {
      s.note = std::string(kNamesOnly) + scopes.begin()->first;
      all.push_back(std::move(s));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Said& a, const Said& b) {
    return std::tuple(a.day.has_value(), a.day, a.rank, a.claim->span) <
           std::tuple(b.day.has_value(), b.day, b.rank, b.claim->span);
  });
}

// Who tells of civilians alone, or of fighters alone, stands among those who count all: their number is the least that all can
// be. Only of an origin that gives no figure of all (policies leave it aside where somebody counts more).
void add_status_groups(std::map<std::string, std::vector<Said>>& out) {
  std::set<std::string> of_all;
  for (const Said& s : out["all"])
    if (counted(s)) of_all.insert(s.origin);
  OfOrigin found;
  for (const std::string_view scope : {"civilian", "combatant"}) {
    const auto group = out.find(std::string(scope));
    if (group == out.end()) continue;
    for (const Said& s : group->second)
      if (counted(s) && !s.origin.empty() && !s.claim->part_of && of_all.count(s.origin) == 0)
        found[{s.report, s.origin}][group->first].push_back(s);
  }
  // An origin that tells of both, in whatever report, means two groups.
  std::map<std::string, std::set<std::string>> scopes;
  for (const auto& [key, groups] : found)
    for (const auto& [scope, said] : groups) scopes[key.second].insert(scope);
  std::erase_if(found, [&](const auto& f) { return scopes[f.first.second].size() > 1; });
  promote(found, out["all"]);
}

// Where nobody with a name counts all, whoever counts one group stands for all.
void add_single_groups(std::map<std::string, std::vector<Said>>& out) {
  const auto total = out.find("all");
  if (total != out.end() &&
      std::any_of(total->second.begin(), total->second.end(), [](const Said& s) { return counted(s) && !s.origin.empty(); }))
    return add_status_groups(out);
  const bool unsourced = total != out.end() && std::any_of(total->second.begin(), total->second.end(), counted);
  OfOrigin of_origin;
  for (const auto& [scope, said] : out) {
    if (!is_group(scope)) continue;
    for (const Said& s : said)
      if (counted(s) && !s.claim->part_of && !(unsourced && s.origin.empty()))
        of_origin[{s.report, s.origin}][scope].push_back(s);
  }
  std::erase_if(of_origin, [&](const auto& entry) {
    const auto& [scope, said] = *entry.second.begin();
    const std::int64_t others = most_of_others(out, scope);
    return entry.second.size() == 1 &&
           std::all_of(said.begin(), said.end(), [&](const Said& s) { return number(*s.claim->count).value_or(0) < others; });
  });
  std::vector<Said> promoted;
  promote(of_origin, promoted);
  if (promoted.empty()) return;
  auto& all = out["all"];
  all.insert(all.end(), promoted.begin(), promoted.end());
  promote({}, all);
}

}  // namespace

bool is_part(std::string_view scope) { return scope == kPart || scope.substr(0, kPart.size() + 2) == "part: "; }

bool is_mixed_part(std::string_view scope) { return scope == kPart || scope == "part: single people"; }

std::map<std::string, std::vector<Said>> by_scope(std::vector<Said> said, const LinkedIncident& incident) {
  set_parts(said, incident);
  if (said.size() <= kMostSplit) {
    set_less_than_a_part_apart(said);
    split_combatants(said);
    if (incident.container) split_limited(said);
  }
  std::map<std::string, std::vector<Said>> out;
  for (Said& s : said) out[s.scope].push_back(std::move(s));
  add_single_groups(out);
  return out;
}

bool disjoint_scopes(std::string_view a, std::string_view b) {
  const auto fighters = [](std::string_view s) {
    return s == "combatant" || std::find(std::begin(kCombatants), std::end(kCombatants), s) != std::end(kCombatants);
  };
  if (a == b) return false;
  if (a == "civilian") return fighters(b);
  if (b == "civilian") return fighters(a);
  return fighters(a) && fighters(b) && a != "combatant" && b != "combatant";
}

}  // namespace attest
