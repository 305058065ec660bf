#include "find/victims.h"

#include <algorithm>

#include "find/harm_names.h"

namespace attest {
namespace {

void add_sorted(std::vector<std::string>& groups, const std::vector<std::string>& more) {
  for (const auto& group : more)
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
  std::sort(groups.begin(), groups.end());
}

// The noun phrase without its number and what ties the number to it.
Span noun_phrase(const HarmReading& r, const PeopleGroup& g) {
  const auto& tokens = r.in.tokens.tokens;
  auto first = g.count && g.kind == PeopleGroup::Kind::kSingle ? g.begin() : g.first;
  if (g.kind == PeopleGroup::Kind::kNumbered) {
    first = g.count_last;
    while (first < g.last && (r.clause(first) == ClauseWord::kOf || r.clause(first) == ClauseWord::kMore || r.clause(first) == ClauseWord::kPart)) ++first;
    if (g.head != kNoToken && first > g.head) first = g.head;
  } else if (g.kind == PeopleGroup::Kind::kSingle && r.clause(first) == ClauseWord::kOne) {
    ++first;
  }
  if (first >= g.last) return {};
  const bool named = g.kind != PeopleGroup::Kind::kNumbered && g.count;  // with the name after a title
  const auto last = g.head != kNoToken && !named ? std::max(g.head_last, first + 1) : std::max(g.words_last, first + 1);
  return {tokens[first].span.begin, tokens[last - 1].span.end};
}

void add_noun(const NounWord& noun, bool head, Victims& v) {
  add_sorted(v.groups, noun.groups);
  if (!noun.condition.empty() && !v.condition) v.condition = noun.condition;
  if (!noun.identity.empty()) v.identity.push_back(noun.identity);
  if (noun.status == VictimStatus::kUnknown) return;
  if (head || v.status == VictimStatus::kUnknown) v.status = noun.status;
}

// "Dorvan Front members", "members of the Dorvan Front": an armed group of the lists, or fighters, in the phrase or in "of …" after it.
bool in_armed_group(const HarmReading& r, const PeopleGroup& g) {
  auto last = g.last;
  if (last < r.roles.size() && r.clause(last) == ClauseWord::kOf)
    for (++last; last < std::min<std::size_t>(r.roles.size(), g.last + 9); ++last) {
      const auto role = r.clause(last);
      if (role != ClauseWord::kNone && role != ClauseWord::kThe && role != ClauseWord::kOne && role != ClauseWord::kOf && role != ClauseWord::kAdverb) break;
    }
  for (auto k = g.first; k < last; ++k) {
    if (const auto actor = r.in.know.actors.longest_at(r.in.tokens, k); actor && actor.actor->kind == "armed_group") return true;
    if (k >= g.last && r.roles[k].noun >= 0 && r.noun(r.roles[k].noun).status == VictimStatus::kCombatant) return true;
    if (r.in.tokens.norm(k) == "armed") return true;
  }
  return false;
}

// "two members of the Dorvan police": who they were is told by the body they belong to.
void add_body(const HarmReading& r, const PeopleGroup& g, Victims& v) {
  if (g.noun < 0 || g.last >= r.roles.size() || r.clause(g.last) != ClauseWord::kOf) return;
  for (auto k = g.last + 1; k < std::min<std::size_t>(r.roles.size(), g.last + 8); ++k) {
    const auto role = r.clause(k);
    if (role != ClauseWord::kNone && role != ClauseWord::kThe && role != ClauseWord::kAdverb) return;
    if (r.roles[k].noun < 0) continue;
    const auto& noun = r.noun(r.roles[k].noun);
    if (!noun.person || noun.family) return;
    const bool force = std::find(noun.groups.begin(), noun.groups.end(), "police") != noun.groups.end() || std::find(noun.groups.begin(), noun.groups.end(), "soldiers") != noun.groups.end();
    if (force) add_noun(noun, false, v);
    return;
  }
}

// A retired general is no soldier any more, and nobody says that he is a civilian.
void drop_office(Victims& v) {
  v.status = VictimStatus::kUnknown;
  std::erase_if(v.groups, [](const std::string& group) { return group == "soldiers" || group == "police"; });
}

// A stated age below 18 makes a child of whom no other group than the sex names; a daughter of 18 and more is a woman.
void add_age_group(const HarmReading& r, const PeopleGroup& g, Victims& v) {
  constexpr int kGrownUp = 18;
  if (!g.age) return;
  const bool sex_only = v.groups.size() == 1 && (v.groups.front() == "women" || v.groups.front() == "men");  // "his niece Salma (6)"
  if (*g.age < kGrownUp && sex_only) v.groups.clear();
  if (!v.groups.empty()) return;
  if (*g.age < kGrownUp) add_sorted(v.groups, {"children"});
  else if (g.noun >= 0 && r.noun(g.noun).female) add_sorted(v.groups, {"women"});
}

// "Salma Merro, 40, was killed": a grown woman by her name, where nothing else tells who she was.
void add_name_group(const HarmReading& r, const PeopleGroup& g, Victims& v) {
  const bool one = g.named || g.kind == PeopleGroup::Kind::kName;
  if (!one || r.capitals || !v.groups.empty() || !g.count || g.count->point != 1 || v.status == VictimStatus::kCombatant) return;
  if (g.noun >= 0 && (r.noun(g.noun).female || r.noun(g.noun).male)) return;  // a daughter of no told age may be a girl, "his son Salma" is none
  const auto name = read_person_name(r, g);
  if (name.words.size() > 1 && name.sex == NameSex::kFemale && !names_no_person(r, g.first, g.words_last)) add_sorted(v.groups, {"women"});
}

// "40 people as unarmed civilians": the status that the source gives them after "as"; unknown where it gives none.
VictimStatus named_as(const HarmReading& r, const PeopleGroup& g) {
  if (g.last >= r.roles.size() || r.in.tokens.norm(g.last) != "as") return VictimStatus::kUnknown;
  const auto end = std::min<std::size_t>(r.roles.size(), g.last + 5);
  for (auto k = g.last + 1; k < end && r.in.tokens.tokens[k].kind == TokenKind::kWord; ++k)
    if (r.roles[k].noun >= 0 && r.noun(r.roles[k].noun).person) return r.noun(r.roles[k].noun).status;
  return VictimStatus::kUnknown;
}

}  // namespace

Victims describe_victims(const HarmReading& r, const PeopleGroup& g) {
  Victims v;
  v.span = noun_phrase(r, g);
  v.text = std::string(v.span.in(r.in.text()));
  if (g.noun >= 0) add_noun(r.noun(g.noun), true, v);
  for (const auto modifier : g.modifiers) add_noun(r.noun(modifier), false, v);
  if (v.status == VictimStatus::kUnknown && v.groups.empty()) add_body(r, g, v);
  if (v.condition == "former_combatant") {
    if (v.status == VictimStatus::kCombatant || !v.groups.empty()) drop_office(v);
    else v.condition.reset();  // a former minister
  }
  add_age_group(r, g, v);
  add_name_group(r, g, v);
  if (v.status == VictimStatus::kUnknown) v.status = named_as(r, g);
  if (v.status == VictimStatus::kUnknown && in_armed_group(r, g)) v.status = VictimStatus::kCombatant;
  if (v.status != VictimStatus::kUnknown) v.status_basis = "stated";
  return v;
}

void inherit_victims(const HarmReading& r, const PeopleGroup& g, const Victims& before, Victims& v) {
  const bool bare_number = g.head == kNoToken && g.kind != PeopleGroup::Kind::kName && !g.named;  // a name tells somebody else
  const bool others = g.more && g.noun >= 0 && r.noun(g.noun).number == NounWord::Number::kMany && r.noun(g.noun).status == VictimStatus::kUnknown && r.noun(g.noun).groups.empty();
  if (!bare_number && !others) return;
  if (v.status == VictimStatus::kUnknown) v.status = before.status, v.status_basis = before.status_basis;
  if (!bare_number) return;
  if (v.groups.empty()) v.groups = before.groups;
  if (v.text.empty()) v.span = before.span, v.text = before.text;
}

void add_groups(const HarmReading& r, const PeopleGroup& part, Victims& v) {
  if (part.noun >= 0) {
    const auto& noun = r.noun(part.noun);
    if (noun.status == VictimStatus::kCivilian && noun.groups.empty() && v.status == VictimStatus::kUnknown) v.status = VictimStatus::kMixed;
    add_sorted(v.groups, noun.groups);
  }
  for (const auto modifier : part.modifiers) add_sorted(v.groups, r.noun(modifier).groups);
}

}  // namespace attest
