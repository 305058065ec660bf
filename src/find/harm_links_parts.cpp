#include "find/harm_linker.h"

#include <algorithm>

#include "find/harm_names.h"

// Figures that are parts of figures told before, and bare numbers that go on with the next place.
namespace attest {

// "150 bodies were counted in Arva, 100 in Birk and 67 in Cella"
void HarmLinker::link_places_after(std::uint32_t whole) {
  auto last = whole;
  for (auto i = whole + 1; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (g.kind == Kind::kName || prepositional(g)) continue;
    const bool placed = g.last + 1 < s_.last && tokens_.norm(g.last) == "in" && tokens_.tokens[g.last + 1].capital;
    if (!number_only(i) || !placed || g.first - s_.groups[last].last > 10 || trigger_between(s_.groups[last].last, g.first)) return;
    add(i, s_.groups[whole].harm_token, s_.groups[whole].harm_token + 1, s_.groups[whole].harm, "inside");
    last = i;
  }
}

// "60 dead, many of them women and some boys"
void HarmLinker::link_parts_of(std::uint32_t whole) {
  const Trigger trigger{s_.groups[whole].harm_token, s_.groups[whole].last, s_.groups[whole].harm};
  auto last = whole;
  for (auto i = whole + 1; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    const bool tied = g.intro == ClauseWord::kPart || g.of_them || (last != whole && g.intro == ClauseWord::kAnd);
    if (!tied || lone_thing(g) || !joinable(last, i)) return;
    add(i, trigger, "inside", true);
    last = i;
  }
}

// "12 people were killed on Monday, including five children": the first part after the verb, kNoToken none.
std::uint32_t HarmLinker::parts_after(const Trigger& trigger) const {
  for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (g.first < trigger.last) continue;
    if (g.first > trigger.last + 30) return kNoToken;
    if (g.intro != ClauseWord::kPart && !g.of_them) {
      if (g.kind == Kind::kNumbered && !lone_thing(g) && !prepositional(g)) return kNoToken;
      continue;
    }
    for (auto k = trigger.last; k < g.first; ++k) {
      const auto role = r_.clause(k);
      if (trigger_at(k) || role == ClauseWord::kSay || is_passive(k) || tokens_.norm(k) == ";") return kNoToken;
    }
    return owner_[i] < 0 ? i : kNoToken;
  }
  return kNoToken;
}

// "29 men executed in Arva and 11 in Birk": bare numbers that go on with the places.
void HarmLinker::link_ellipsis(const Trigger& trigger, std::uint32_t last, std::string_view how) {
  auto from = std::max(trigger.last, s_.groups[last].last);
  for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (g.first < from) continue;
    if (g.first - from > 12) return;
    for (auto k = from; k < g.first; ++k)
      if (is_clause_end(k) || trigger_at(k) || is_passive(k)) return;
    if (g.kind == Kind::kName || prepositional(g)) continue;
    const bool goes_on = g.last < s_.last && r_.clause(g.last) == ClauseWord::kPreposition;
    if (!goes_on || owner_[i] >= 0) { if (number_only(i)) return; continue; }
    if (!number_only(i) || g.first == from) return;
    add(i, trigger, how);
    from = g.last;
  }
}

// "three militants, two with ties to": a smaller bare number after a comma tells of the same people.
bool HarmLinker::goes_with_before(std::uint32_t i) const {
  const auto& g = s_.groups[i];
  if (!number_only(i) || !g.comma_before || g.more || i == 0) return false;
  const auto& whole = s_.groups[i - 1];
  const auto size = [](const PeopleGroup& x) { return x.count && x.count->point ? *x.count->point : 0; };
  if (!whole.count || size(g) >= size(whole) || g.last >= s_.last) return false;
  if (r_.clause(g.last) == ClauseWord::kPreposition) return whole.head != kNoToken && tokens_.norm(g.last) != "in";
  const bool how = r_.in.parse.is(g.last, Arc::kAdvmod) && (g.last + 1 >= s_.last || tokens_.tokens[g.last + 1].kind == TokenKind::kPunctuation);  // "14, three critically"
  return how && whole.last + 1 >= g.first;
}

// "60 dead, many of them women"
void HarmLinker::link_them(std::uint32_t last, const Trigger& trigger, std::string_view how) {
  if (last + 1 >= s_.groups.size()) return;
  const auto& g = s_.groups[last + 1];
  if (g.of_them && g.first <= s_.groups[last].last + 2 && owner_[last + 1] < 0) add(last + 1, trigger, how, true);
}

// "23 people were killed: 14 men, eight women and a child": what stands after the colon, as long as it is no more than the whole.
void HarmLinker::link_breakdown() {
  for (auto colon = s_.first + 1; colon + 1 < s_.last; ++colon) {
    if (tokens_.norm(colon) != ":") continue;
    const HarmLink* whole = nullptr;
    for (const auto& link : out_.links)
      if (s_.groups[link.group].last <= colon && !link.part && (!whole || s_.groups[link.group].first > s_.groups[whole->group].first)) whole = &link;
    if (!whole) continue;
    auto parts = list_from(colon + 1, size_of(s_.groups[whole->group]));
    if (parts.empty() && size_of(s_.groups[whole->group]) > 1) {  // "killed three clerks: Hadi Merro, a cook, and Sami Odeh"
      parts = people_list(colon + 1);
      if (static_cast<std::int64_t>(parts.size()) > size_of(s_.groups[whole->group])) parts.clear();
    }
    const Trigger trigger{whole->first, whole->first + 1, whole->harm};
    for (const auto part : parts) add(part, trigger, "breakdown", true);
  }
}

// The counted groups of a list that begins at a token: two at least, of people, in sum no more than `whole`.
HarmLinker::Groups HarmLinker::list_from(std::uint32_t token, std::int64_t whole) const {
  Groups list;
  std::int64_t sum = 0;
  for (auto i = groups_before(token); i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    const bool goes_on = list.empty() ? g.first == token : (g.intro == ClauseWord::kAnd || g.comma_before) && joinable(list.back(), i) && g.first <= s_.groups[list.back()].last + 2;
    if (!goes_on || g.first < token || owner_[i] >= 0 || lone_thing(g) || g.noun < 0 || !g.count || g.kind == Kind::kName) break;
    list.push_back(i);
    sum += size_of(g);
  }
  return list.size() >= 2 && sum <= whole ? list : Groups{};
}

// "Over 1,000 people have been killed, and 400 of them were civilians"
void HarmLinker::link_share_of_them() {
  for (std::uint32_t i = 1; i + 1 < s_.groups.size(); ++i) {
    auto& g = s_.groups[i];
    const auto& who = s_.groups[i + 1];
    auto verb = g.last;
    const bool share = g.of_them || (verb + 2 < s_.last && r_.clause(verb) == ClauseWord::kPart && tokens_.norm(verb) == "of");
    if (!g.of_them) verb += 2;
    if (!share || !g.count || owner_[i] >= 0 || g.noun >= 0 || verb >= s_.last || !is_passive(verb) || who.first != verb + 1 || who.noun < 0 || who.count) continue;
    const auto before = std::find_if(out_.links.rbegin(), out_.links.rend(), [&](const HarmLink& l) { return s_.groups[l.group].last <= g.first && !l.part; });
    if (before == out_.links.rend()) continue;
    g.noun = who.noun;
    add(i, before->first, before->first + 1, before->harm, "among", true);
  }
}

// "An inquiry into 14 of these killings": the bare number, kNoToken none. Without "of these", a number of killings counts events.
std::uint32_t HarmLinker::share_before(const Trigger& trigger) const {
  if (!r_.harm(trigger.harm).of_one || trigger.first < s_.first + 3) return kNoToken;
  const auto which = r_.clause(trigger.first - 1);
  const bool told = which == ClauseWord::kThose || which == ClauseWord::kThe || which == ClauseWord::kPart;  // "those", "the", "of these"
  if (!told || tokens_.norm(trigger.first - 2) != "of") return kNoToken;
  for (std::uint32_t i = 0; i < s_.groups.size(); ++i)
    if (s_.groups[i].count_last == trigger.first - 2) return number_only(i) && owner_[i] < 0 ? i : kNoToken;
  return kNoToken;
}

void HarmLinker::link_share_first() {
  if (s_.first >= s_.last || tokens_.norm(s_.first) != "of") return;
  const auto whole = std::find_if(out_.links.begin(), out_.links.end(), [&](const HarmLink& l) { return s_.groups[l.group].first <= s_.first + 2 && size_of(s_.groups[l.group]) > 1; });
  if (whole == out_.links.end()) return;
  const Trigger harm{whole->first, whole->last, whole->harm};
  const auto first = whole->group;  // adding moves the links
  auto last = first;
  auto left = size_of(s_.groups[last]);
  for (auto i = last + 1; i < s_.groups.size(); ++i) {
    auto& g = s_.groups[i];
    if (g.kind != Kind::kNumbered || lone_thing(g)) continue;
    const auto verb = g.last;
    const bool tells = number_only(i) && verb < s_.last && is_passive(verb) && i + 1 < s_.groups.size() && s_.groups[i + 1].first == verb + 1 && s_.groups[i + 1].noun >= 0;
    const bool goes_on = last != first && (g.intro == ClauseWord::kAnd || g.comma_before) && g.noun >= 0;
    if (owner_[i] >= 0 || !(tells || goes_on) || size_of(g) > left) return;
    if (tells) g.noun = s_.groups[i + 1].noun;
    left -= size_of(g);
    add(i, harm, "among", true);
    last = i;
  }
}

}  // namespace attest
