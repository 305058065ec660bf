// Lists of people: what joins two members, where a list ends, which members are parts of others.
#include "find/harm_linker.h"

#include <algorithm>

namespace attest {

// From the nearest group leftwards through "and", commas and "including" to the whole list.
void HarmLinker::link_chain_left(const Trigger& trigger, std::uint32_t nearest, std::string_view how, bool single) {
  Groups chain = {nearest};
  auto i = single || (s_.groups[nearest].subset && s_.groups[nearest].intro != ClauseWord::kAnd) ? 0 : nearest;
  bool listed = s_.groups[nearest].intro == ClauseWord::kAnd;
  while (i > 0) {
    const auto& g = s_.groups[i];
    const bool named_behind = g.named && s_.groups[i - 1].kind == Kind::kNumbered && s_.groups[i - 1].noun >= 0 && s_.groups[i - 1].last == g.first;  // "their two sons Hadi and Sami"
    const bool linked = g.intro == ClauseWord::kAnd || g.comma_before || g.intro == ClauseWord::kPart || g.bracket_before || named_behind;
    if (!linked) break;
    auto j = i - 1;
    const auto aside = [&](const PeopleGroup& x) { return lone_thing(x) || prepositional(x) || (x.kind == Kind::kName && x.bracket_before); };
    while (j > 0 && aside(s_.groups[j]) && joinable(j - 1, j)) --j;
    const auto& left = s_.groups[j];
    if (owner_[j] >= 0 && chain.back() == i && joinable(j, i) && apposed(j, i)) chain.pop_back();  // told with another harm word
    if (lone_thing(left) || prepositional(left) || !joinable(j, i) || owner_[j] >= 0) break;
    if (left.kind == Kind::kName && g.intro != ClauseWord::kAnd && !((listed || g.named) && person_name(left))) break;
    if (apposed(j, i)) {  // of "Hadi Merro, a teacher, and", the name stands for both
      if (chain.back() == i) chain.pop_back();
      listed = true;
    }
    const bool only_comma = g.intro != ClauseWord::kAnd && g.intro != ClauseWord::kPart && !g.bracket_before;
    if (only_comma && !listed && !named_behind && !(g.kind == Kind::kNumbered && left.kind == Kind::kNumbered)) break;  // an apposition
    listed |= g.intro == ClauseWord::kAnd;
    if (is_predicate(left) || !counts_as_member(left)) break;
    if (g.intro == ClauseWord::kAnd && new_clause(left.last, g.first)) break;
    const bool told_twice = left.kind == Kind::kBare && g.kind == Kind::kBare && !g.named && j > 0 && apposed(j - 1, j);  // "Hadi Merro, senator and candidate,"
    if (told_twice && chain.back() == i) chain.pop_back();
    if (same_person(left, g)) {  // "an official and activist", "senator and candidate Hadi Merro"
      if (g.named && chain.back() == i) { i = j; continue; }
      chain.clear();
    }
    chain.push_back(j);
    i = j;
  }
  if (chain.empty()) return;
  std::reverse(chain.begin(), chain.end());
  extend_chain(chain, trigger, nearest);
  add_chain(chain, trigger, how);
  link_ellipsis(trigger, chain.back(), how);
}

void HarmLinker::extend_chain(Groups& chain, const Trigger& trigger, std::uint32_t nearest) const {
  for (auto k = nearest + 1; k < s_.groups.size(); ++k) {  // "17 troops, including a commander, were killed"
    const auto& g = s_.groups[k];
    if (g.last > trigger.first || !joinable(chain.back(), k)) break;
    if (lone_thing(g) || prepositional(g)) continue;
    const bool part = g.intro == ClauseWord::kPart || g.bracket_before;
    if (!part && (chain.back() == nearest || g.intro != ClauseWord::kAnd)) break;
    chain.push_back(k);
  }
  for (auto k = parts_after(trigger); k < s_.groups.size() && k != kNoToken; ++k) {
    const auto& g = s_.groups[k];
    if (chain.back() != k - 1 && !(g.intro == ClauseWord::kPart || g.of_them)) break;
    if (lone_thing(g) || (g.kind != Kind::kNumbered && g.noun < 0)) break;
    if (!(g.intro == ClauseWord::kPart || g.of_them || g.intro == ClauseWord::kAnd || g.comma_before) || followed_by_harm(k, index_of(trigger))) break;
    if (!joinable(chain.back(), k) && g.intro != ClauseWord::kPart && !g.of_them) break;
    chain.push_back(k);
  }
}

// ", and" far from the group before it begins a new clause.
bool HarmLinker::new_clause(std::uint32_t from, std::uint32_t to) const { return to - from > 6 && to >= 2 && tokens_.norm(to - 2) == "," && verb_between(from, to); }

bool HarmLinker::verb_between(std::uint32_t from, std::uint32_t to) const {
  const auto& words = r_.in.parse.words;
  if (words.empty()) return true;
  for (auto k = from; k < to; ++k)
    if (words[k].upos == Upos::kVerb || words[k].upos == Upos::kAux) return true;
  return false;
}

bool HarmLinker::counts_as_member(const PeopleGroup& g) const { return g.noun >= 0 || g.kind == Kind::kNumbered || g.kind == Kind::kName || (g.named && g.age); }

// Nothing between two groups ends the list.
bool HarmLinker::joinable(std::uint32_t left, std::uint32_t right) const {
  const auto from = s_.groups[left].last, to = s_.groups[right].begin();
  if (to < from) return false;
  if (list_item(left, right)) return true;
  std::uint32_t depth = 0, length = 0;
  for (auto k = from; k < to; ++k) {
    const auto norm = tokens_.norm(k);
    if (norm == "(" || norm == "[") ++depth;
    if (const auto* aside = s_.aside_at(k); aside && is_dash(k)) {
      if (aside->open == k && aside->close < to) k = aside->close;
      continue;
    }
    if (depth > 0) {  // an aside
      if (norm == ")" || norm == "]") --depth;
      continue;
    }
    if (is_dash(k) && k + 1 < s_.last && (r_.clause(k + 1) == ClauseWord::kPart || k + 1 == to)) continue;
    if (ends_item(k, to) && (s_.groups[left].named || s_.groups[right].named)) continue;
    if (++length > 16 || is_clause_end(k) || trigger_at(k)) return false;
    const auto role = r_.clause(k);
    if (is_passive(k) || role == ClauseWord::kHave || role == ClauseWord::kMaybe || role == ClauseWord::kRelative)
      return false;
  }
  return true;
}

bool HarmLinker::list_item(std::uint32_t left, std::uint32_t right) const {
  constexpr std::uint32_t kLongest = 30;
  const auto& a = s_.groups[left];
  const auto& b = s_.groups[right];
  if (!a.named && !b.named) return false;
  auto mark = b.first;
  while (mark > a.last && r_.clause(mark - 1) == ClauseWord::kAnd) --mark;
  if (mark <= a.last || tokens_.norm(mark - 1) != ";" || mark - a.last > kLongest || trigger_between(a.last, mark - 1)) return false;
  return b.last >= s_.last || tokens_.tokens[b.last].kind == TokenKind::kPunctuation || r_.clause(b.last) == ClauseWord::kAnd;
}

bool HarmLinker::later_item(std::uint32_t left, std::uint32_t inside) const {
  for (auto k = inside + 1; k < s_.groups.size(); ++k)
    if (list_item(left, k)) return true;
  return false;
}

bool HarmLinker::of_again(const PeopleGroup& g) const { return g.intro == ClauseWord::kOf && g.first >= s_.first + 2 && r_.clause(g.first - 2) == ClauseWord::kAnd; }

// "Hadi Merro, 42; Salma Odeh; and a guard": the mark before the next member.
bool HarmLinker::ends_item(std::uint32_t k, std::uint32_t next) const {
  if (tokens_.norm(k) != ";") return false;
  while (++k < next)
    if (r_.clause(k) != ClauseWord::kAnd) return false;
  return true;
}

void HarmLinker::add_chain(const Groups& chain, const Trigger& trigger, std::string_view how) {
  bool first = true, named_parts = false;
  const AsideMarks* within = nullptr;
  auto whole = chain.empty() ? 0 : size_of(s_.groups[chain.front()]);
  for (const auto i : chain) {
    const auto& g = s_.groups[i];
    if (!first && g.kind == Kind::kNumbered && g.noun >= 0) whole = size_of(g), named_parts = false;
    named_parts |= !first && whole > 1 && g.named && (g.comma_before || g.intro == ClauseWord::kNone) && g.intro != ClauseWord::kAnd;  // "two men, Hadi and Sami Merro"
    const auto* aside = s_.aside_at(g.first);
    if (within && aside != within) in_part_ = false;  // "six priests (five old and one young) and two women"
    within = aside;
    const bool part = !first && ((named_parts && g.kind != Kind::kNumbered) || g.intro == ClauseWord::kPart || g.bracket_before || in_part_ || g.of_them || goes_with_before(i));
    in_part_ = part;
    const auto before = out_.links.size();
    add(i, trigger, how, part);
    if (out_.links.size() > before) out_.links.back().doubt = doubt(i, part && !g.of_them && g.intro != ClauseWord::kPart && !g.bracket_before);
    first = false;
  }
  in_part_ = false;
}

// "Hadi Merro, a teacher, and a guard": the teacher may be Hadi Merro. "Two men, Hadi and Sami Merro": may be two further people.
std::string_view HarmLinker::doubt(std::uint32_t i, bool part_by_order) const {
  if (part_by_order) return "may be further people, not a part";
  const auto& g = s_.groups[i];
  const bool article = g.kind == Kind::kSingle && !possessive(g) && !g.named && !g.more;
  if (article && g.comma_before && g.intro != ClauseWord::kAnd && i > 0 && s_.groups[i - 1].named) return "may tell more of the person before";
  return {};
}

}  // namespace attest
