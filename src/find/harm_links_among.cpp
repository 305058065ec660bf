// People told as among those harmed: "among the dead was", "were among the dead", "was also listed among those killed".
#include <algorithm>

#include "find/harm_linker.h"
#include "find/harm_names.h"
#include "know/name_words.h"

namespace attest {

// "Among the dead was a child": a part of those told before.
void HarmLinker::link_among() {
  for (auto a = s_.first; a < s_.last; ++a) {
    if (r_.clause(a) != ClauseWord::kAmong) continue;
    std::uint32_t b = a + 1;
    while (b < s_.last && !is_clause_end(b) && !is_passive(b)) ++b;
    if (b >= s_.last || is_clause_end(b)) continue;
    const Trigger* harm = nullptr;
    Trigger inner;
    for (const auto& t : s_.triggers)
      if (t.first > a && t.last <= b) harm = &t;
    for (const auto& g : s_.groups)
      if (g.first > a && g.last <= b && g.harm >= 0) inner = {g.harm_token, g.harm_token + 1, g.harm}, harm = &inner;
    if (!harm) continue;
    const auto object = object_after(b + 1);
    if (object == kNoToken || owner_[object] >= 0) continue;
    const Trigger trigger = *harm;
    const auto before = out_.links.size();
    link_objects_of(trigger, object);
    for (auto i = before; i < out_.links.size(); ++i) out_.links[i].part = true, out_.links[i].how = "among";
  }
}

// "Four children were among the dead": a part of those told before.
void HarmLinker::link_among_after() {
  for (auto a = s_.first + 2; a < s_.last; ++a) {
    if (r_.clause(a) != ClauseWord::kAmong || !is_passive(a - 1)) continue;
    const auto subject = adjacent_left(a - 1);
    const auto harm = harm_near(a + 1);
    if (subject == kNoToken || harm.harm < 0 || !s_.groups[subject].count || s_.groups[subject].noun < 0) continue;
    const auto known = [&](const HarmLink& l) { return l.group == subject; };  // an object of the clause before it is none
    std::erase_if(out_.links, known);
    owner_[subject] = -1;
    const auto before = out_.links.size();
    add(subject, harm, "among", true);
    if (out_.links.size() == before) continue;
    for (auto i = subject; i > 0 && s_.groups[i].intro == ClauseWord::kAnd && joinable(i - 1, i) && owner_[i - 1] < 0 && s_.groups[i - 1].count && s_.groups[i - 1].noun >= 0 && s_.groups[i - 1].intro == ClauseWord::kNone; --i)
      add(i - 1, harm, "among", true);
  }
}

// The harm word of "the dead", "those killed" at a token; harm -1 none.
Trigger HarmLinker::harm_near(std::uint32_t token) const {
  for (const auto& t : s_.triggers)
    if (t.first >= token && t.first <= token + 2) return t;
  for (const auto& g : s_.groups)
    if (g.first >= token && g.first <= token + 1 && g.harm >= 0) return {g.harm_token, g.harm_token + 1, g.harm};
  return {};
}

// "Hadi Merro and his two sons were also listed among those killed", "identified Hadi Merro, a trader, as among the dead": all of the list.
void HarmLinker::link_listed_among() {
  for (auto a = s_.first + 2; a < s_.last; ++a) {
    if (r_.clause(a) != ClauseWord::kAmong) continue;
    const auto harm = harm_near(a + 1);
    if (harm.harm < 0) continue;
    bool told = false;
    const auto end = before_telling(a, told);
    const auto list = list_before(end);
    if (list.empty() || !(told || naming_before(s_.groups[list.front()].first))) continue;
    const auto before = out_.links.size();
    add_roll(list, {a, harm, true, 1});
    for (auto i = before; i < out_.links.size(); ++i) out_.links[i].how = "among";
  }
}

// Where the words of telling before "among" begin: "were also reported". Sets whether a verb in the passive is one of them.
std::uint32_t HarmLinker::before_telling(std::uint32_t among, bool& told) const {
  constexpr std::uint32_t kLongest = 5;
  const auto& words = r_.in.parse.words;
  auto k = among;
  for (; k > s_.first && among - k < kLongest; --k) {
    const auto role = r_.clause(k - 1);
    const bool passive = is_passive(k - 1);
    const bool verb = k - 1 < words.size() && words[k - 1].upos == Upos::kVerb && words[k - 1].xpos == Xpos::kVBN;
    const bool small = role == ClauseWord::kHave || role == ClauseWord::kAdverb || role == ClauseWord::kSay || tokens_.norm(k - 1) == "as";
    if (!passive && !verb && !small) break;
    told |= passive;
  }
  return k;
}

// The longest list of names and kin that ends at a token.
HarmLinker::Groups HarmLinker::list_before(std::uint32_t end) const {
  for (std::uint32_t i = 0; i < s_.groups.size() && s_.groups[i].last <= end; ++i) {
    if (!roll_member(i)) continue;
    auto list = roll_from(s_.groups[i].first);
    while (!list.empty() && s_.groups[list.back()].last > end) list.pop_back();
    if (!list.empty() && roll_gap(s_.groups[list.back()].last, end, 1)) return list;
  }
  return {};
}

// "identified", "names" directly before a list.
bool HarmLinker::naming_before(std::uint32_t token) const {
  constexpr std::uint32_t kNear = 3;
  for (auto k = token; k > s_.first && token - k < kNear; --k) {
    if (name_word_at(r_.words.identified_at, tokens_, k - 1, NameWord::kNaming) > 0) return true;
    if (r_.clause(k - 1) != ClauseWord::kThe && r_.clause(k - 1) != ClauseWord::kPossessive && r_.clause(k - 1) != ClauseWord::kOne) return false;
  }
  return false;
}

}  // namespace attest
