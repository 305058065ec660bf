// When two phrases of a sentence speak of one person: names, appositions, owners.
#include "find/harm_linker.h"

#include <algorithm>

#include "find/harm_names.h"

namespace attest {

// A second noun without article tells more of the same person: "a pharmacist and director".
bool HarmLinker::same_person(const PeopleGroup& left, const PeopleGroup& right) const {
  if (right.kind != Kind::kBare || !right.count || right.intro != ClauseWord::kAnd) return false;
  if (right.named) return left.kind == Kind::kBare && !left.named && left.count && left.count->point == 1;  // "senator and candidate Hadi Merro"
  if (left.kind == Kind::kSingle) return !possessive(left);
  return left.count && left.count->point == 1 && left.kind != Kind::kBare;
}

bool HarmLinker::possessive(const PeopleGroup& g) const { return g.kind == Kind::kSingle && (g.owned || r_.clause(g.first) == ClauseWord::kPossessive); }

bool HarmLinker::owner_goes_on(std::uint32_t i) const {
  return i > 0 && s_.groups[i - 1].intro == ClauseWord::kOf && owner_[i - 1] < 0 && s_.groups[i].named && same_person(s_.groups[i - 1], s_.groups[i]);
}

// A name that the lists and the parse do not take for a place or a body.
bool HarmLinker::person_name(const PeopleGroup& g) const {
  return g.kind == Kind::kName && g.named && !names_many(g) && !in_place(g) && !names_no_person(r_, g.first, g.words_last);
}

// Tells more of the name or the one before it: "Hadi Merro, a teacher,", "the teacher, Hadi Merro,", "Hadi Merro, mayor of Arva".
bool HarmLinker::apposed(std::uint32_t left, std::uint32_t right) const {
  const auto& a = s_.groups[left];
  const auto& b = s_.groups[right];
  const auto one = [](const PeopleGroup& g) { return g.count && g.count->point == 1 && g.count->high == 1 && g.kind != Kind::kNumbered; };
  if (b.bracket_before && b.kind == Kind::kBare && !b.named && a.named && one(a) && one(b)) return true;  // "Hadi Merro (brother of the mayor)"
  if (!b.comma_before || b.intro == ClauseWord::kAnd || !one(a) || !one(b) || tokens_.norm(b.first - 1) == ";") return false;
  if (b.named && b.noun < 0) return !a.named && a.noun >= 0;
  if (b.named || !a.named) return false;
  if (b.kind == Kind::kBare) return true;
  const bool article = b.kind == Kind::kDefinite || (b.kind == Kind::kSingle && !possessive(b));
  return article && !(right + 1 < s_.groups.size() && list_goes_on(right) && unnamed_next(right));
}

void HarmLinker::join_appositions() {
  for (std::uint32_t i = 0; i + 1 < s_.groups.size(); ++i) {
    auto& who = s_.groups[i];
    const auto& name = s_.groups[i + 1];
    if (!name.named || name.first != who.last + 1 || !apposed(i, i + 1)) continue;
    if (!who.age) who.age = name.age;
    who.name_first = name.first;
    who.name_last = name.words_last;
  }
}

// "Hadi Merro, the mayor of Arva, was killed": the name, where the words tell more of it.
std::uint32_t HarmLinker::name_of(std::uint32_t i) const {
  for (auto j = i; j-- > 0 && joinable(j, i);) {
    if ((prepositional(s_.groups[j]) && owner_[j] < 0) || lone_thing(s_.groups[j])) continue;
    const bool aged = s_.groups[i].kind == Kind::kSingle && s_.groups[i].noun < 0;  // "his wife, 35-year-old Salma, was killed": the wife
    return apposed(j, i) && (s_.groups[j].named || aged) ? j : i;
  }
  return i;
}

// The next member of the list is somebody without a name.
bool HarmLinker::unnamed_next(std::uint32_t i) const {
  for (auto k = i + 1; k < s_.groups.size() && joinable(k - 1, k); ++k)
    if (!lone_thing(s_.groups[k]) && !prepositional(s_.groups[k])) return !s_.groups[k].named && s_.groups[k].comma_before;
  return false;
}

}  // namespace attest
