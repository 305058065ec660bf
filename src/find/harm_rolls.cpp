#include <algorithm>

#include "find/harm_linker.h"
#include "find/harm_names.h"
#include "know/name_words.h"

// People told one by one: after "the dead were", "identified as", "members of the family:", "was killed alongside", and before
// "were all killed".
namespace attest {
namespace {

constexpr std::uint32_t kLongestGap = 9;  // tokens between two members of a list, marks and asides left out
constexpr std::uint32_t kNearLead = 3;    // tokens between the words that lead to a list and its first member
constexpr std::uint32_t kNamingGap = 9;   // tokens between "identified" and "as"
constexpr std::uint32_t kBesideGap = 10;  // tokens between "killed" and "alongside"

}  // namespace

void HarmLinker::link_rolls() {
  for (auto k = s_.first; k < s_.last; ++k) {
    const auto lead = roll_lead(k);
    if (lead.harm.harm < 0) continue;
    const auto list = roll_from(lead.token);
    if (list.size() < lead.least || suffers_else(list.back(), lead.harm)) continue;
    add_roll(list, lead);
    k = std::max(k, s_.groups[list.back()].last - 1);
  }
  link_roll_before();
}

void HarmLinker::add_roll(const Groups& list, const RollLead& lead) {
  std::int64_t named_of = 0;  // members still to come of "their two sons: …"
  bool part = lead.part;
  for (const auto i : list) {
    const auto& g = s_.groups[i];
    const bool one = g.count && g.count->point == 1;
    part |= i != list.front() && (g.intro == ClauseWord::kPart || g.of_them);  // "15 civilians, including eight children"
    const bool member_of = named_of > 0 && one && g.named && !possessive(g);
    if (member_of) --named_of;
    else named_of = g.kind == Kind::kNumbered && !one ? size_of(g) : 0;
    if (owner_[i] < 0) add(i, lead.harm, "roll", part || member_of);
  }
}

HarmLinker::RollLead HarmLinker::roll_lead(std::uint32_t k) const {
  if (name_word_at(r_.words.identified_at, tokens_, k, NameWord::kBeside) > 0) return beside_lead(k);
  return told_lead(k);
}

// "was killed (in the attack) alongside her husband"
HarmLinker::RollLead HarmLinker::beside_lead(std::uint32_t k) const {
  RollLead out;
  const auto gap = r_.clause(k) == ClauseWord::kAnd ? kBesideGap : 1;  // "in a fight with a gang" tells no victim
  const bool comma = k > s_.first && tokens_.norm(k - 1) == ",";
  for (std::uint32_t steps = 0, at = comma ? k - 1 : k; at > s_.first && steps < gap; --at, ++steps) {
    if (const auto* t = verb_at(at - 1)) {
      const auto& word = r_.harm(t->harm);
      const auto befell = [&](const HarmLink& l) { return l.first == t->first; };
      if (word.effect != Effect::kKilled || !(before(*t).passive || word.form == HarmForm::kIntransitive) ||
          (std::none_of(out_.links.begin(), out_.links.end(), befell) && std::none_of(out_.uncounted.begin(), out_.uncounted.end(), befell)))
        return out;
      out.harm = *t;
      break;
    }
    if (tokens_.norm(at - 1) == "," || is_clause_end(at - 1) || r_.clause(at - 1) == ClauseWord::kAnd) return out;
  }
  out.token = k + name_word_at(r_.words.identified_at, tokens_, k, NameWord::kBeside);
  const auto first = groups_before(out.token);
  const bool aside = comma || (k > s_.first && tokens_.norm(k - 1) == "(");  // of those told in an aside, only names and kin
  if (aside &&
      !(first < s_.groups.size() &&
        (s_.groups[first].named || r_.clause(s_.groups[first].first) == ClauseWord::kPossessive || s_.groups[first].subset)))
    return {};
  return out;
}

// "those killed were", "the victims included", "identified by their families as", "members of the Merro family:"
HarmLinker::RollLead HarmLinker::told_lead(std::uint32_t k) const {
  RollLead out;
  if (k == s_.first) return out;
  const bool colon = tokens_.norm(k) == ":" || is_dash(k);
  const bool tells = is_passive(k) || r_.clause(k) == ClauseWord::kPart;
  std::uint32_t next = k + 1;
  if (const auto cue = name_word_at(r_.words.identified_at, tokens_, k, NameWord::kIdentified)) {
    next = k + cue;
  } else if (name_word_at(r_.words.identified_at, tokens_, k, NameWord::kNaming) > 0 || name_word_at(r_.words.identified_at, tokens_, k, NameWord::kCalled) == 1) {
    for (next = k + 1; next < s_.last && next < k + kNamingGap && tokens_.norm(next) != "as" && tokens_.norm(next) != ":"; ++next)
      if (tokens_.norm(next) == "," || r_.roles[next].in_harm) break;
    if (next >= s_.last || (tokens_.norm(next) != "as" && tokens_.norm(next) != ":")) return out;
    ++next;
    if (next < s_.last && tokens_.norm(next) == ":") ++next;
  } else if (!colon && !tells) {
    return out;
  }
  const auto harm = killed_before(k, out.part);
  if (harm.harm < 0 || one_before(harm, k)) return out;
  const bool near = harm.last == k || harm.last + 1 == k || tells_who(k);
  if (is_passive(k) && !near && !(roll_gap(harm.last, k, kLongestGap) && names_next(next))) return out;
  out.token = next;
  out.harm = harm;
  out.least = colon || (is_passive(k) && !near) ? 2 : 1;
  return out;
}

// Somebody by name or age stands at the token: "the four who were killed in the strike were 68-year-old Hadi Merro, his wife".
bool HarmLinker::names_next(std::uint32_t token) const {
  const auto i = groups_before(token);
  return i < s_.groups.size() && s_.groups[i].first == token && roll_member(i) && s_.groups[i].named;
}

bool HarmLinker::several(const PeopleGroup& g) { return g.count && !(g.count->point == 1 && g.count->high == 1); }

// The last word of death before a token in its clause, with whether somebody counted was told there.
Trigger HarmLinker::killed_before(std::uint32_t token, bool& part) const {
  Trigger out;
  const auto take = [&](std::uint32_t first, std::uint32_t last, std::int16_t harm) {
    if (last <= token && harm >= 0 && r_.harm(harm).effect == Effect::kKilled && (out.harm < 0 || first > out.first))
      out = {first, last, harm};
  };
  for (const auto& link : out_.links) take(link.first, link.last, link.harm);
  for (const auto& link : out_.uncounted) take(link.first, link.last, link.harm);
  for (const auto& g : s_.groups)
    if (g.harm >= 0 && !g.negated && r_.harm(g.harm).form == HarmForm::kNoun) take(g.harm_token, g.head_last, g.harm);
  for (const auto& t : s_.triggers)
    if (t.last <= token && t.first > out.first && r_.harm(t.harm).effect != Effect::kKilled)
      return {};  // "killed, and those injured were"
  part = std::any_of(out_.links.begin(), out_.links.end(), [&](const HarmLink& l) {
    return l.first == out.first && !l.part && s_.groups[l.group].last <= token && several(s_.groups[l.group]);
  });
  return out;
}

// "The killed driver was": one person told, who is meant again.
bool HarmLinker::one_before(const Trigger& harm, std::uint32_t token) const {
  const HarmLink* last = nullptr;
  for (const auto& l : out_.links)
    if (l.first == harm.first && s_.groups[l.group].last <= token && !l.part) last = &l;
  if (last) return !several(s_.groups[last->group]);
  return std::any_of(s_.groups.begin(), s_.groups.end(), [&](const PeopleGroup& g) {
    return g.harm >= 0 && g.harm_token == harm.first && g.count && g.count->point == 1;
  });
}

HarmLinker::Groups HarmLinker::roll_from(std::uint32_t token) const {
  Groups list;
  auto last = token;
  for (auto i = groups_before(token); i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (g.first < token) continue;
    if (g.first < last) continue;
    if (!roll_gap(last, g.first, list.empty() ? kNearLead : kLongestGap)) break;
    last = g.last;
    if (g.bracket_before || !roll_member(i)) {
      const bool leads =
          g.noun >= 0 && !g.count && r_.noun(g.noun).person && !prepositional(g);  // "his sisters, Salma and Nadia"
      if (list.empty() && !leads) break;
      continue;
    }
    if (!list.empty() && list.back() + 1 == i && (apposed(list.back(), i) || goes_on(list.back(), i))) continue;
    list.push_back(i);
  }
  return list;
}

// "Hadi (Hady) Merro", "a man named Hadi Merro": no mark of a list between, the same person.
bool HarmLinker::goes_on(std::uint32_t left, std::uint32_t right) const {
  if (!s_.groups[right].named || several(s_.groups[left])) return false;
  for (auto k = s_.groups[left].last; k < s_.groups[right].first; ++k) {
    const auto norm = tokens_.norm(k);
    if (norm == "," || norm == ";" || norm == ":" || is_dash(k) || r_.clause(k) == ClauseWord::kAnd ||
        name_word_at(r_.words.identified_at, tokens_, k, NameWord::kBeside) > 0)
      return false;
  }
  return true;
}

// Nothing between two members ends the list.
bool HarmLinker::roll_gap(std::uint32_t from, std::uint32_t to, std::uint32_t most) const {
  std::uint32_t depth = 0, words = 0;
  for (auto k = from; k < to; ++k) {
    const auto norm = tokens_.norm(k);
    if (norm == "(" || norm == "[") ++depth;
    if (depth > 0) {
      if (norm == ")" || norm == "]") --depth;
      continue;
    }
    const auto role = r_.clause(k);
    const bool ends = trigger_at(k) || is_passive(k) || role == ClauseWord::kHave || role == ClauseWord::kSay ||
                      role == ClauseWord::kBoundary || role == ClauseWord::kRelative || role == ClauseWord::kMaybe ||
                      role == ClauseWord::kNot || role == ClauseWord::kLeave || role == ClauseWord::kThose ||
                      role == ClauseWord::kBy;
    if (ends || (tokens_.tokens[k].kind == TokenKind::kWord && ++words > most)) return false;
  }
  return true;
}

// Somebody by name or kin, or a number of kin.
bool HarmLinker::roll_member(std::uint32_t i) const {
  const auto& g = s_.groups[i];
  const bool beside = g.first > s_.first && name_word_at(r_.words.identified_at, tokens_, g.first - 1, NameWord::kBeside) > 0;
  if (lone_thing(g) || (prepositional(g) && !beside) || !g.count || g.negated || g.harm >= 0) return false;
  if (g.kind == Kind::kName) return person_name(g);
  if (g.noun < 0) return g.named && g.age;  // "11-year-old Layan"
  return g.noun >= 0 && r_.noun(g.noun).person && !r_.noun(g.noun).family;
}

// "… and his cousin was wounded": the last member belongs to another harm.
bool HarmLinker::suffers_else(std::uint32_t i, const Trigger& harm) const {
  auto k = s_.groups[i].last;
  while (k < s_.last && (is_passive(k) || r_.clause(k) == ClauseWord::kHave || r_.clause(k) == ClauseWord::kAdverb)) ++k;
  const auto* next = verb_at(k);
  return next && r_.harm(next->harm).effect != r_.harm(harm.harm).effect;
}

// "Hadi Merro, along with his wife Salma, their two sons and a nephew, were all killed": the longest list that ends at the verb.
void HarmLinker::link_roll_before() {
  for (const auto& t : s_.triggers) {
    const auto b = before(t);
    if (r_.harm(t.harm).effect != Effect::kKilled || b.negated || b.unreal ||
        !(b.passive || r_.harm(t.harm).form == HarmForm::kIntransitive))
      continue;
    for (std::uint32_t i = 0; i < s_.groups.size() && s_.groups[i].last <= b.left; ++i) {
      if (!roll_member(i) || owner_[i] >= 0) continue;
      auto list = roll_from(s_.groups[i].first);
      while (!list.empty() && s_.groups[list.back()].last > b.left) list.pop_back();
      if (list.size() < 3 || !std::all_of(list.begin() + 1, list.end(), [&](std::uint32_t g) {
            return s_.groups[g].named || r_.clause(s_.groups[g].first) == ClauseWord::kPossessive;
          }))
        continue;
      if (!roll_gap(s_.groups[list.back()].last, b.left, kNearLead)) continue;
      const bool told =
          std::any_of(list.begin(), list.end(), [&](std::uint32_t g) { return owner_[g] == static_cast<int>(t.first); });
      if (told) add_roll(list, {0, t, false, 2});
      break;
    }
  }
}

void HarmLinker::link_roll_again() {
  if (!told_.roll || told_.roll_harm < 0 || r_.harm(told_.roll_harm).effect != Effect::kKilled || !out_.links.empty() || !out_.uncounted.empty() || !verbless()) return;
  const auto list = roll_from(s_.first);
  if (list.size() < 2 || !s_.groups[list.front()].named) return;
  const auto first = s_.groups[list.front()].first;
  add_roll(list, {first, {first, first + 1, told_.roll_harm}, told_.part, 2});
}

// No finite verb of its own, as far as the parse tells.
bool HarmLinker::verbless() const {
  const auto& words = r_.in.parse.words;
  if (words.size() < s_.last) return false;
  for (auto k = s_.first; k < s_.last; ++k) {
    if (words[k].upos == Upos::kAux) return false;
    const auto xpos = words[k].xpos;
    if (words[k].upos == Upos::kVerb && (xpos == Xpos::kVBD || xpos == Xpos::kVBZ || xpos == Xpos::kVBP || words[k].head < 0)) return false;
  }
  return true;
}

}  // namespace attest
