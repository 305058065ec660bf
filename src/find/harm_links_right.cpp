#include "find/harm_linker.h"

#include <algorithm>

#include "find/harm_names.h"

// Whom a harm word harms to its right: objects, "of", names, tolls.
namespace attest {

// The group that a verb takes as its object: directly after it, or after a few words that belong to the phrase.
std::uint32_t HarmLinker::object_after(std::uint32_t token) const {
  for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    const auto begin = g.begin();
    if (begin < token) continue;
    std::uint32_t aside = 0;  // "of the Union [UP] candidate"
    if (const auto* marks = s_.aside_at(begin - 1 > token ? begin - 1 : token); marks && marks->open > token && marks->close < begin && !is_dash(marks->open)) aside = marks->close + 1 - marks->open;
    if (begin > token + 4 + aside) return kNoToken;
    for (auto k = token; k < begin; ++k) {
      if (const auto* marks = s_.aside_at(k); aside > 0 && marks && marks->open == k) { k = marks->close; continue; }
      const auto role = r_.clause(k);
      const auto kind = tokens_.tokens[k].kind;
      if (trigger_at(k) || kind == TokenKind::kPunctuation) return kNoToken;
      if (role != ClauseWord::kNone && role != ClauseWord::kAdverb && role != ClauseWord::kMore) return kNoToken;
      if (role == ClauseWord::kNone && kind == TokenKind::kWord && g.kind != Kind::kBare && g.kind != Kind::kName) return kNoToken;
    }
    if (lone_thing(g) || (g.kind == Kind::kDefinite && g.noun < 0) || (g.kind == Kind::kName && (names_many(g) || in_place(g)))) return kNoToken;
    return g.names_follow && i + 1 < s_.groups.size() ? i + 1 : i;
  }
  return kNoToken;
}

// In capitals, a name after the verb: "KILLING HADI MERRO".
std::uint32_t HarmLinker::name_after(std::uint32_t token) {
  if (!r_.capitals) return kNoToken;
  auto k = token;
  while (k < s_.last && k < token + 4) {
    const auto& role = r_.roles[k];
    if (role.clause != ClauseWord::kNone || role.in_harm || role.in_number || role.place || role.date || role.noun >= 0 || tokens_.tokens[k].kind != TokenKind::kWord) break;
    if (r_.words.means_at.longest_at(tokens_, k) || (!r_.in.parse.empty() && !is_name_word(r_, k))) break;
    ++k;
  }
  const bool plural = k == token + 1 && tokens_.norm(token).ends_with("s");
  if (k == token || plural || (k < s_.last && r_.roles[k].noun >= 0)) return kNoToken;
  return add_name(token, k);
}

std::uint32_t HarmLinker::add_name(std::uint32_t first, std::uint32_t last) {
  PeopleGroup g;
  g.kind = Kind::kName;
  g.first = first;
  g.last = last;
  g.count = Count{{tokens_.tokens[first].span.begin, tokens_.tokens[last - 1].span.end}, 1, 1, 1, Modifier::kExact};
  g.count_first = first;
  g.count_last = last;
  s_.groups.push_back(std::move(g));
  owner_.push_back(-1);
  return static_cast<std::uint32_t>(s_.groups.size() - 1);
}

// "5 killed 10 injured": the group belongs to the next harm word.
bool HarmLinker::followed_by_harm(std::uint32_t group, std::size_t t) const {
  auto k = s_.groups[group].last;
  while (k < s_.last && (r_.clause(k) == ClauseWord::kAdverb || r_.clause(k) == ClauseWord::kMore || is_passive(k) || r_.clause(k) == ClauseWord::kHave))
    ++k;
  for (std::size_t n = t + 1; n < s_.triggers.size(); ++n) {
    const auto form = r_.harm(s_.triggers[n].harm).form;
    if (s_.triggers[n].first == k) return form == HarmForm::kVerb || form == HarmForm::kState || form == HarmForm::kIntransitive;
  }
  return false;
}

std::size_t HarmLinker::index_of(const Trigger& trigger) const { return static_cast<std::size_t>(&trigger - s_.triggers.data()); }

void HarmLinker::link_objects(const Trigger& trigger, std::uint32_t first, std::string_view how) {
  Groups chain = {first};
  auto last = first;
  for (auto i = first + 1; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (g.first < s_.groups[last].last) continue;
    if (!joinable(last, i) && later_item(last, i)) continue;
    if (!joinable(last, i)) break;
    if (lone_thing(g) || prepositional(g)) continue;
    const bool linked = g.intro == ClauseWord::kAnd || g.comma_before || g.intro == ClauseWord::kPart || g.bracket_before || s_.groups[last].names_follow ||
                        (g.kind == Kind::kNumbered && g.first == s_.groups[last].last);
    if (!linked || owner_[i] >= 0) break;
    if (owner_goes_on(i)) continue;
    if (g.names_follow) { last = i; continue; }
    if (g.intro != ClauseWord::kPart && followed_by_harm(i, index_of(trigger))) break;
    const bool of_places = g.kind == Kind::kName && s_.groups[i - 1].kind == Kind::kName && prepositional(s_.groups[i - 1]);  // "in Arva, Birk and Selm"
    if (of_places || (g.kind == Kind::kName && !person_name(g)) || (g.kind == Kind::kBare && !g.count && g.intro != ClauseWord::kAnd && g.intro != ClauseWord::kPart)) break;
    const bool one_of_them = g.intro == ClauseWord::kPart && g.count;
    if (g.kind == Kind::kDefinite && ((g.intro != ClauseWord::kAnd && !one_of_them) || g.noun < 0)) break;
    const bool item = tokens_.norm(g.first - 1) == ";";
    if (g.kind != Kind::kNumbered && g.comma_before && !item && g.intro == ClauseWord::kNone && !apposed(last, i) && !possessive(g) && !list_goes_on(i)) break;  // an apposition
    if (same_person(s_.groups[last], g) || apposed(last, i)) {
      if (g.named && !s_.groups[chain.back()].named && chain.back() == last) chain.back() = i;  // "senator and candidate Hadi Merro"
      last = i;
      continue;
    }
    chain.push_back(i);
    last = i;
  }
  add_chain(chain, trigger, how);
  link_them(chain.back(), trigger, how);
}

// A later member of the same list stands after "and".
bool HarmLinker::list_goes_on(std::uint32_t i) const {
  for (auto k = i + 1; k < s_.groups.size() && joinable(k - 1, k); ++k)
    if ((s_.groups[k].intro == ClauseWord::kAnd || of_again(s_.groups[k])) && !lone_thing(s_.groups[k])) return true;
  return false;
}

// "the murder of two guides", "the bodies of 5 men", "12 deaths" being counted itself.
bool HarmLinker::link_of(std::uint32_t token, std::int16_t harm, std::uint32_t harm_token, bool counted) {
  if (token >= s_.last || r_.clause(token) != ClauseWord::kOf) return false;
  if (counted || r_.harm(harm).weak) return false;  // "victims of the war" are of it, not it
  auto object = object_after(token + 1);
  if (object == kNoToken) object = name_after(token + 1);
  if (object == kNoToken) return false;
  const Trigger trigger{harm_token, token, harm};
  if (unreal_before(harm_token)) return true;
  link_objects_of(trigger, object);
  return true;
}

void HarmLinker::link_objects_of(const Trigger& trigger, std::uint32_t first) {
  Groups chain = {first};
  auto last = first;
  for (auto i = first + 1; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (g.first < s_.groups[last].last) continue;
    if (!joinable(last, i) && later_item(last, i)) continue;
    if (!joinable(last, i) || owner_[i] >= 0) break;
    const bool again = of_again(g);
    if (owner_goes_on(i) && s_.groups[last].first < s_.groups[i - 1].first) continue;
    if (lone_thing(g) || (prepositional(g) && !again)) { if (s_.groups[last].named) continue; break; }  // "mayor Hadi Merro of Arva and two guards"
    if (!(again || g.intro == ClauseWord::kAnd || g.comma_before || g.intro == ClauseWord::kPart || g.bracket_before || s_.groups[last].names_follow)) break;
    if (g.names_follow) { last = i; continue; }
    if (same_person(s_.groups[last], g) || apposed(last, i)) {
      if (g.named && !s_.groups[chain.back()].named && chain.back() == last) chain.back() = i;
      last = i;
      continue;
    }
    const bool item = tokens_.norm(g.first - 1) == ";";
    if (g.comma_before && !item && g.kind != Kind::kNumbered && g.intro != ClauseWord::kAnd && g.intro != ClauseWord::kPart && !list_goes_on(i)) break;  // a new clause, or an apposition
    const bool counted = g.kind == Kind::kNumbered || g.kind == Kind::kSingle || person_name(g) || (g.named && g.noun >= 0);
    if (g.intro != ClauseWord::kPart && !counted && !(g.kind == Kind::kBare && g.count && possessive(s_.groups[last])) && !(g.kind == Kind::kDefinite && g.count && g.noun >= 0)) break;
    chain.push_back(i);
    last = i;
  }
  add_chain(chain, trigger, "of");
}

// "her husband's death"
void HarmLinker::link_possessive(const Trigger& trigger) {
  if (trigger.first < s_.first + 1 || (tokens_.norm(trigger.first - 1) != "'s" && tokens_.norm(trigger.first - 1) != "'")) return;  // "the six priests' murder"
  for (std::uint32_t i = 0; i < s_.groups.size(); ++i)
    if (s_.groups[i].last == trigger.first - 1 || s_.groups[i].last == trigger.first) {
      if (!unreal_before(s_.groups[i].first)) add(i, trigger, "of");
      return;
    }
}

// "the death toll climbed from 43 to 112"
void HarmLinker::link_toll(const Trigger& trigger) {
  std::uint32_t best = kNoToken;
  for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (g.first < trigger.last || !g.count || g.kind != Kind::kNumbered) continue;
    if (g.first > trigger.last + 14) break;
    bool ended = false;
    for (auto k = trigger.last; k < g.first; ++k) ended |= trigger_at(k) || is_sentence_stop(k) || r_.clause(k) == ClauseWord::kMaybe;
    if (ended) break;
    if (lone_thing(g) || harmed_otherwise(i, trigger)) continue;
    best = i;
    if (g.first == s_.first || tokens_.norm(g.first - 1) != "from") break;
  }
  if (best != kNoToken) add(best, trigger, "toll");
}

// "a toll of one person wounded": the word behind the group tells of another harm.
bool HarmLinker::harmed_otherwise(std::uint32_t group, const Trigger& toll) const {
  const auto* verb = verb_at(s_.groups[group].last);
  return verb && r_.harm(verb->harm).effect != r_.harm(toll.harm).effect;
}

bool HarmLinker::is_sentence_stop(std::uint32_t k) const { return tokens_.norm(k) == ";"; }

std::int64_t HarmLinker::size_of(const PeopleGroup& g) { return g.count && g.count->point ? *g.count->point : 0; }

bool HarmLinker::link_inverted(const Trigger& trigger, const BeforeHarm& b) {
  constexpr std::uint32_t kFar = 10;  // tokens
  if (b.passive || b.have || (b.left > s_.first && tokens_.tokens[b.left - 1].kind != TokenKind::kPunctuation)) return false;
  if (b.left > s_.first && tokens_.norm(b.left - 1) == ",") return false;
  for (auto k = trigger.last; k < std::min(s_.last, trigger.last + kFar) && !is_clause_end(k) && !trigger_at(k) && tokens_.norm(k) != ","; ++k) {
    if (!is_passive(k)) continue;
    if (k > trigger.last && r_.clause(trigger.last) != ClauseWord::kPreposition && r_.clause(trigger.last) != ClauseWord::kBy) return false;
    const auto object = object_after(k + 1 < s_.last && tokens_.norm(k + 1) == ":" ? k + 2 : k + 1);
    if (object == kNoToken || owner_[object] >= 0 || !s_.groups[object].count) return false;
    link_objects(trigger, object, "inverted");
    return true;
  }
  return false;
}

bool HarmLinker::link_label(const Trigger& trigger) {
  const bool begins = trigger.first == s_.first || tokens_.tokens[trigger.first - 1].kind == TokenKind::kPunctuation;
  if (!begins || trigger.last + 1 >= s_.last || tokens_.norm(trigger.last) != ":") return false;
  Groups chain;
  auto end = trigger.last + 1;
  for (auto i = groups_before(end); i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (g.first > end + 1 || owner_[i] >= 0 || lone_thing(g)) break;
    const bool noun_first = i + 1 < s_.groups.size() && !g.count && g.noun >= 0 && s_.groups[i + 1].first == g.last;
    if (noun_first && take_noun_before(i + 1)) ++i;
    if (s_.groups[i].kind != Kind::kNumbered) break;
    chain.push_back(i);
    end = s_.groups[i].last;
  }
  if (chain.empty()) return false;
  for (const auto i : chain) add(i, trigger, "active");
  return true;
}

bool HarmLinker::take_noun_before(std::uint32_t figure) {
  auto& g = s_.groups[figure];
  const auto& before = s_.groups[figure - 1];
  if (!number_only(figure)) return false;
  g.first = before.first;
  g.noun = before.noun;
  g.head = before.head, g.head_last = before.head_last;
  g.modifiers = before.modifiers;
  return true;
}

}  // namespace attest
