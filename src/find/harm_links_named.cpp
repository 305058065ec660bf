#include <algorithm>

#include "find/harm_linker.h"
#include "find/harm_names.h"
#include "know/name_words.h"

// Who the people of a figure told before were: lists behind "identified as", "those killed were", "they are".
namespace attest {

// "Those killed were identified as Hadi Merro and his wife": names of those told before.
void HarmLinker::link_identified() {
  for (auto k = s_.first + 1; k < s_.last; ++k) {
    auto cue = r_.words.identified_at.longest_at(tokens_, k);
    if (cue && static_cast<NameWord>(cue.value) != NameWord::kIdentified) cue = {};
    const bool some = r_.clause(k) == ClauseWord::kPart;  // "The wounded include a child"
    const std::uint32_t length = cue ? cue.length : tells_who(k) ? 1 : 0;
    if (length == 0) continue;
    const auto list = people_list(k + length);
    if (list.empty() || (!cue && !some && !s_.groups[list.front()].named)) continue;
    const HarmLink* whole = nullptr;
    for (const auto& link : out_.links)
      if (s_.groups[link.group].last <= k && !link.part && (!whole || s_.groups[link.group].first > s_.groups[whole->group].first)) whole = &link;
    if (whole && size_of(s_.groups[whole->group]) == 1) continue;  // the same person
    Trigger harm;
    if (whole) harm = {whole->first, whole->first + 1, whole->harm};
    else harm = last_harm_before(k);
    if (harm.harm < 0) continue;
    for (const auto i : list) add(i, harm, "identified", true);
    k += length;
  }
}

// "The injured policeman is", "those killed were": somebody named comes next.
bool HarmLinker::tells_who(std::uint32_t k) const {
  const bool as = tokens_.norm(k) == "as";  // "identified the dead men as"
  if (!is_passive(k) && !as && r_.clause(k) != ClauseWord::kPart) return false;
  for (const auto& g : s_.groups)
    if (g.last == k && g.harm >= 0 && r_.harm(g.harm).form != HarmForm::kNoun && !g.count) return true;
  for (const auto& t : s_.triggers) {
    if (t.last != k || as) continue;
    auto left = before(t).left;
    if (left > s_.first && r_.clause(left - 1) == ClauseWord::kRelative) --left;  // "those who were killed are"
    if (left > s_.first && r_.clause(left - 1) == ClauseWord::kThose) return true;
  }
  return false;
}

// The last harm word before a token that befell somebody without a count: "those killed", "the dead".
Trigger HarmLinker::last_harm_before(std::uint32_t token) const {
  Trigger out;
  for (const auto& link : out_.uncounted)
    if (link.first < token && (out.harm < 0 || link.first > out.first)) out = {link.first, link.last, link.harm};
  return out;
}

HarmLinker::Groups HarmLinker::people_list(std::uint32_t token) const {
  Groups list;
  for (auto i = groups_before(token); i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (!list.empty() && (lone_thing(g) || prepositional(g)) && joinable(list.back(), i)) continue;
    if (list.empty() ? g.first > token + 1 : !(g.intro == ClauseWord::kAnd || g.comma_before) || !joinable(list.back(), i)) break;
    if (!list.empty() && apposed(list.back(), i)) continue;
    const bool person = person_name(g) || (g.named && g.count) || (g.noun >= 0 && g.count && g.kind != Kind::kDefinite);
    if (!person || owner_[i] >= 0 || lone_thing(g)) break;
    list.push_back(i);
  }
  return list;
}

// "They were Hadi Merro, Sami Odeh and a guard" after "Three men were killed in Arva": the same people by name.
void HarmLinker::link_told_before() {
  constexpr std::uint32_t kSoon = 8;  // tokens
  if (told_.harm < 0 || told_.size < 2 || !out_.links.empty()) return;
  for (auto k = s_.first + 1; k < std::min(s_.last, s_.first + kSoon); ++k) {
    if (!is_passive(k) || !speaks_of_told(k)) continue;
    auto cue = k + 1 < s_.last ? r_.words.identified_at.longest_at(tokens_, k + 1) : PhraseTable::Match{};
    if (cue && static_cast<NameWord>(cue.value) > NameWord::kCalled) cue = {};
    const auto list = people_list(k + 1 + static_cast<std::uint32_t>(cue.length));
    std::int64_t sum = 0;
    for (const auto i : list) sum += size_of(s_.groups[i]);
    const bool fits = list.size() >= 2 && s_.groups[list.front()].named && (cue ? sum <= told_.size : sum == told_.size);
    if (fits)
      for (const auto i : list) add(i, k, k + 1, told_.harm, "among", true);
    return;
  }
}

// "They", or "the victims" without a number, before the verb at a token.
bool HarmLinker::speaks_of_told(std::uint32_t verb) const {
  if (r_.clause(verb - 1) == ClauseWord::kThose) return true;
  return std::any_of(s_.groups.begin(), s_.groups.end(), [&](const PeopleGroup& g) { return g.last == verb && g.definite && !g.count && g.noun >= 0; });
}

}  // namespace attest
