// From the number or article of a noun phrase to its head: modifiers, families, words of harm inside it.
#include "find/group_reader.h"

#include <algorithm>

#include "find/harm_names.h"

namespace attest {
namespace {

constexpr std::uint32_t kMaxPhrase = 9;  // tokens before the head of a noun phrase

}  // namespace

void GroupReader::read_body(PeopleGroup& g, std::uint32_t& k) {
  if (g.count && k < out_.last && r_.clause(k) == ClauseWord::kOf) skip_of(g, k);
  else if (g.count && k > 0 && r_.clause(k - 1) == ClauseWord::kOf) { --k; skip_of(g, k); }
  else skip_of_them(g, k);
  if (read_name(g, k)) return;
  const auto limit = std::min(out_.last, k + kMaxPhrase);
  while (k < limit && (!stops(k) || skip_bracket(g, k) || joins_modifiers(g, k))) {
    if (k >= limit || stops(k)) continue;
    const auto& role = r_.roles[k];
    if (role.number >= 0 && k != g.count_first) {
      if (number_at(k)->hint != NumberHint::kAge) break;
      if (!g.age) g.age = age_in(*number_at(k));
      k = number_at(k)->last;
      while (k < limit && (r_.clause(k) == ClauseWord::kAge || tokens_.norm(k) == "-")) ++k;
      continue;
    }
    if (role.harm >= 0 && !read_inner_harm(g, k)) break;
    else if (role.harm >= 0) { if (g.head != kNoToken) break; continue; }
    if (role.noun >= 0) {
      read_noun(g, k);
      continue;
    }
    if (role.clause == ClauseWord::kMore) g.more = true;
    if (owned_head_ahead(g, k)) { g.noun = -1; g.head = kNoToken; ++k; continue; }
    const bool name = g.head != kNoToken && continues_name(g, k);
    if (g.head != kNoToken && !name && !head_ahead(k)) break;
    g.named |= name || (g.age && is_name_word(r_, k));
    k = name ? std::max(k + 1, name_end(r_, k, limit)) : k + 1;
  }
  if (g.of_them && g.head != kNoToken && g.head_last == k) take_second_head(g, k);
}

void GroupReader::take_second_head(PeopleGroup& g, std::uint32_t& k) const {
  if (k + 1 >= out_.last || r_.clause(k) != ClauseWord::kAnd || r_.roles[k + 1].noun < 0 || r_.roles[k + 1].harm >= 0) return;
  const auto& noun = r_.noun(r_.roles[k + 1].noun);
  if (!noun.person || noun.modifier || noun.number != NounWord::Number::kMany) return;
  g.modifiers.push_back(r_.roles[k + 1].noun);
  k += 1 + r_.roles[k + 1].noun_length;
  g.head_last = k;
}

bool GroupReader::joins_modifiers(const PeopleGroup& g, std::uint32_t& k) const {
  if (!g.count || g.head != kNoToken || r_.clause(k) != ClauseWord::kAnd || k <= g.count_last || !tokens_.tokens[k - 1].capital || r_.capitals) return false;
  if (k + 1 >= out_.last || !tokens_.tokens[k + 1].capital || !head_ahead(k + 1)) return false;
  ++k;
  return true;
}

bool GroupReader::skip_bracket(const PeopleGroup& g, std::uint32_t& k) const {
  if (g.named && g.head == kNoToken) return false;
  const auto open = tokens_.norm(k);
  if (open != "(" && open != "[") return false;
  for (auto end = k + 1; end < std::min(out_.last, k + 16); ++end)
    if (const auto close = tokens_.norm(end); close == ")" || close == "]") {
      if (g.head != kNoToken && (end + 1 >= out_.last || !head_ahead(end + 1))) return false;
      k = end + 1;
      return k < out_.last;
    }
  return false;
}

void GroupReader::skip_of_them(PeopleGroup& g, std::uint32_t& k) const {
  if (!g.count || k != g.count_last || k + 2 >= out_.last || r_.clause(k) != ClauseWord::kPart || r_.clause(k + 1) != ClauseWord::kPart || tokens_.norm(k) != "of") return;
  const auto noun = r_.roles[k + 2].noun;
  if (noun < 0 || !r_.noun(noun).person || r_.roles[k + 2].harm >= 0) return;
  g.subset = g.of_them = true;
  k += 2;
}

void GroupReader::skip_of(PeopleGroup& g, std::uint32_t& k) {
  ++k;
  if (k >= out_.last) return;
  const auto role = r_.clause(k);
  if (role == ClauseWord::kThe || role == ClauseWord::kPossessive || role == ClauseWord::kThose) {
    g.subset = true;
    g.of_them = role == ClauseWord::kThose;
    ++k;
    if (const auto* whole = k < out_.last ? number_at(k) : nullptr; whole && whole->hint == NumberHint::kNone && (head_ahead(whole->last) || (whole->last < out_.last && r_.roles[whole->last].harm >= 0))) k = whole->last;  // "six of the nine hostages"
  }
}

bool GroupReader::head_ahead(std::uint32_t k) const {
  for (auto next = k; next < std::min(out_.last, k + 3) && !stops(next); ++next) {
    const auto& role = r_.roles[next];
    if (role.harm >= 0 || role.in_number || tokens_.norm(next) == "'s") return false;
    if (role.noun >= 0) return r_.noun(role.noun).person && !r_.noun(role.noun).modifier;
  }
  return false;
}

bool GroupReader::owned_head_ahead(const PeopleGroup& g, std::uint32_t k) const {
  if (g.kind == PeopleGroup::Kind::kBare || g.head == kNoToken || tokens_.norm(k) != "'s") return false;
  auto next = k + 1;
  if (next < out_.last && r_.roles[next].number >= 0 && number_at(next)->hint == NumberHint::kAge) {  // "the agent's 2-year-old son"
    next = number_at(next)->last;
    while (next < out_.last && (r_.clause(next) == ClauseWord::kAge || tokens_.norm(next) == "-")) ++next;
  }
  return head_ahead(next);
}

bool GroupReader::read_inner_harm(PeopleGroup& g, std::uint32_t& k) {
  const auto& role = r_.roles[k];
  const auto& word = r_.harm(role.harm);
  const auto end = k + role.harm_length;
  if (g.head != kNoToken) {  // "6 rebel fatalities"
    if (word.form != HarmForm::kNoun || g.head_last != k || !g.count || g.noun < 0) return false;
    g.modifiers.push_back(g.noun);
  }
  if (word.form == HarmForm::kNoun) {
    g.harm = role.harm;
    g.harm_token = k;
    g.head = k;
    g.head_last = end;
    g.noun = role.noun_length == role.harm_length ? role.noun : std::int16_t{-1};
    k = end;
    return true;
  }
  if (word.form != HarmForm::kVerb && word.form != HarmForm::kState) return false;
  if (word.form == HarmForm::kVerb && verb_of_name(g, k)) return false;
  for (auto next = end; next < std::min(out_.last, end + 3) && !stops(next); ++next) {
    if (r_.roles[next].harm >= 0 || r_.roles[next].number >= 0) break;
    if (r_.roles[next].noun < 0 || !r_.noun(r_.roles[next].noun).person) continue;
    g.harm = role.harm;
    g.harm_token = k;
    k = end;
    return true;
  }
  if (k == g.first + 1 && role.noun >= 0 && g.kind == PeopleGroup::Kind::kDefinite) {  // "the wounded"
    read_noun(g, k);
    g.harm = role.harm;
    g.harm_token = g.head;
    return true;
  }
  if (g.subset && role.noun >= 0) {  // "15 of the wounded"
    read_noun(g, k);
    g.harm = role.harm;
    g.harm_token = g.head;
    return true;
  }
  return false;
}

bool GroupReader::verb_of_name(const PeopleGroup& g, std::uint32_t k) const {
  const auto& words = r_.in.parse.words;
  return k > g.first + 1 && k < words.size() && !g.count && words[k - 1].upos == Upos::kPropn;
}

bool GroupReader::names_means(const PeopleGroup& g) const {
  for (auto k = g.first; k < g.last; ++k)
    if (r_.words.means_at.longest_at(tokens_, k)) return true;
  return false;
}

bool GroupReader::people_follow(std::uint32_t k) const {
  constexpr std::uint32_t kSoon = 3;  // tokens: "four missing miners"
  for (auto i = k; i < std::min(out_.last, k + kSoon) && r_.clause(i) != ClauseWord::kPreposition; ++i)
    if (r_.roles[i].noun >= 0 && r_.noun(r_.roles[i].noun).person && !r_.noun(r_.roles[i].noun).modifier) return true;
  return false;
}

bool GroupReader::read_family(PeopleGroup& g, std::uint32_t& k) {
  const auto of = k + r_.roles[k].noun_length;
  if (of + 1 >= out_.last || r_.clause(of) != ClauseWord::kOf || g.kind == PeopleGroup::Kind::kNumbered) return false;
  const auto* number = number_at(of + 1);
  if (!number || number->hint != NumberHint::kNone) return false;
  if (g.kind != PeopleGroup::Kind::kSingle && people_follow(number->last)) {  // "the families of four miners" are not four
    g.noun = r_.roles[k].noun;
    g.head = k;
    g.head_last = of;
    k = of;
    return true;
  }
  g.kind = PeopleGroup::Kind::kNumbered;
  g.count = number->count;
  g.count_first = number->first;
  g.noun = r_.roles[k].noun;
  g.head = k;
  g.head_last = of;
  k = g.count_last = number->last;
  g.of_family = true;
  if (k < out_.last && r_.roles[k].noun >= 0 && r_.noun(r_.roles[k].noun).person) k += r_.roles[k].noun_length;
  return true;
}

void GroupReader::read_noun(PeopleGroup& g, std::uint32_t& k) {
  const auto& role = r_.roles[k];
  const auto& noun = r_.noun(role.noun);
  if (role.clause == ClauseWord::kMore) g.more = true;
  if (noun.family && read_family(g, k)) return;
  if (!noun.person) {
    if (g.head == kNoToken) g.thing = true;
    k += role.noun_length;
    return;
  }
  if (noun.modifier || (noun.title && g.head != kNoToken)) {
    g.modifiers.push_back(role.noun);
  } else {
    if (g.noun >= 0) g.modifiers.push_back(g.noun);
    g.noun = role.noun;
    g.head = k;
    g.head_last = k + role.noun_length;
    g.thing = false;
  }
  k += role.noun_length;
}

}  // namespace attest
