#include "find/harm_linker.h"

#include <algorithm>

#include "find/harm_names.h"

// Whom a harm word harms to its left: subjects, relative clauses, lists.
namespace attest {

// The group that ends where the verb begins: "29 men executed", "5 dead".
std::uint32_t HarmLinker::adjacent_left(std::uint32_t token) const {
  for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (g.last == token && !lone_thing(g) && g.intro != ClauseWord::kBy) return i;
  }
  return kNoToken;
}

bool HarmLinker::lone_thing(const PeopleGroup& g) const { return g.thing && g.head == kNoToken; }

bool HarmLinker::number_only(std::uint32_t i) const { return s_.groups[i].head == kNoToken && s_.groups[i].kind == Kind::kNumbered && !s_.groups[i].thing; }

bool HarmLinker::is_clause_end(std::uint32_t k) const {
  const auto role = r_.clause(k);
  if (role == ClauseWord::kBoundary || role == ClauseWord::kSay) return true;
  const auto norm = tokens_.norm(k);
  return norm == ";" || norm == ":" || is_dash(k);
}

bool HarmLinker::is_dash(std::uint32_t k) const {
  const auto norm = tokens_.norm(k);
  return norm == "--" || norm == "\xE2\x80\x93" || norm == "\xE2\x80\x94";
}

bool HarmLinker::prepositional(const PeopleGroup& g) const {
  return g.intro == ClauseWord::kPreposition || g.intro == ClauseWord::kBy || g.intro == ClauseWord::kOf || g.intro == ClauseWord::kTo;
}

void HarmLinker::link_subject(std::size_t t, const BeforeHarm& b, std::string_view how) {
  const Trigger& trigger = s_.triggers[t];
  auto k = b.left;
  if (k > s_.first && r_.clause(k - 1) == ClauseWord::kRelative) {  // "the 10 miners who were killed"
    auto antecedent = antecedent_before(k - 1, b);
    if (antecedent == kNoToken) antecedent = nearest_left(k - 1, b);
    if (antecedent != kNoToken) return link_chain_left(trigger, name_of(antecedent), "relative", false);
  }
  const bool object = k > s_.first + 1 && (r_.clause(k - 2) == ClauseWord::kPreposition || r_.clause(k - 2) == ClauseWord::kOf || r_.clause(k - 2) == ClauseWord::kBy);  // "who worked with them"
  if (k > s_.first && r_.clause(k - 1) == ClauseWord::kThose && !object) {
    if (const auto meant = antecedent_of(k - 1); meant != kNoToken) return add(meant, trigger, "pronoun");
    return uncounted(kNoToken, trigger, how);
  }
  auto subject = parsed_subject(trigger, nearest_left(k, b), b);
  if (!b.passive)  // "with over 1,000 people killed"
    if (const auto beside = adjacent_left(b.left); beside != kNoToken && s_.groups[beside].kind == Kind::kNumbered) subject = beside;
  if (subject != kNoToken) {
    link_chain_left(trigger, name_of(subject), how, b.passive_one);
    return link_companions(trigger, how);
  }
  if (share_previous(t, how)) return;
  if (b.passive_one || (b.passive && b.have) || r_.harm(trigger.harm).form == HarmForm::kIntransitive)
    if (const auto named = name_before(b.left); named != kNoToken) return add(named, trigger, how);
  uncounted(kNoToken, trigger, how);
}

std::uint32_t HarmLinker::antecedent_before(std::uint32_t relative, const BeforeHarm& b) const {
  for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    const bool directly = g.last == relative || (g.last + 1 == relative && tokens_.norm(g.last) == ",");
    if (!directly) continue;
    const bool counted = g.count && (g.noun >= 0 || person_name(g)) && g.kind != Kind::kDefinite;
    return counted && g.intro == ClauseWord::kPreposition && !lone_thing(g) && agrees(g, b) && owner_[i] < 0 ? i : kNoToken;
  }
  return kNoToken;
}

std::uint32_t HarmLinker::relative_start(std::uint32_t token) const {
  constexpr std::uint32_t kLongest = 24;
  if (token <= s_.first + 2 || tokens_.norm(token - 1) != ",") return token;
  for (auto k = token - 2; k > s_.first && token - k < kLongest; --k) {
    if (trigger_at(k) || is_clause_end(k)) return token;
    if (r_.clause(k) == ClauseWord::kRelative && tokens_.norm(k - 1) == ",") return k;
  }
  return token;
}

// "two drivers were resting when they were abducted": the first counted group of the sentence, where the number fits.
std::uint32_t HarmLinker::antecedent_of(std::uint32_t pronoun) const {
  const bool plural = tokens_.norm(pronoun) == "they";
  const auto word = tokens_.norm(pronoun);
  if (!plural && word != "he" && word != "she") return kNoToken;
  for (std::uint32_t i = 0; i < s_.groups.size() && s_.groups[i].last <= pronoun; ++i) {
    const auto& g = s_.groups[i];
    if (lone_thing(g) || prepositional(g) || g.kind == Kind::kName) continue;
    if (!g.count || g.noun < 0 || owner_[i] >= 0 || g.negated) return kNoToken;
    return plural == (g.count->point != 1) && g.kind != Kind::kDefinite ? i : kNoToken;
  }
  return kNoToken;
}

// The nearest group to the left that may be the subject.
std::uint32_t HarmLinker::nearest_left(std::uint32_t token, const BeforeHarm& b) const {
  std::uint32_t fallback = kNoToken;
  const auto behind = token;
  token = relative_start(token);  // "the driver, whom nobody knew, was killed"
  auto i = static_cast<std::uint32_t>(s_.groups.size());
  const bool commas = token > s_.first && tokens_.norm(token - 1) == ",";
  bool aside = commas || token != behind;  // "a nurse, while on leave, was kidnapped"
  for (auto k = token; k > s_.first; --k) {
    while (i > 0 && s_.groups[i - 1].first > k - 1) --i;
    if (i > 0 && s_.groups[i - 1].first < k - 1 && k - 1 < s_.groups[i - 1].last) continue;  // inside a noun phrase
    if (is_dash(k - 1) && token == k) {  // "12 people – two of them boys – were killed"
      auto open = k - 1;
      while (open > s_.first && !is_dash(open - 1)) --open;
      if (open > s_.first) { k = open; i = groups_before(open - 1); continue; }
    }
    if (is_clause_end(k - 1) && aside && r_.clause(k - 1) == ClauseWord::kBoundary) { aside = false; i = groups_before(k - 1); continue; }
    if (is_clause_end(k - 1)) break;
    if (const auto* verb = verb_at(k - 1)) {
      if (const auto whom = relative_subject(*verb); whom != kNoToken) return whom;
      break;
    }
    if (i == 0) break;
    if (s_.groups[i - 1].first != k - 1) continue;
    const auto& g = s_.groups[i - 1];
    if (g.last > token || lone_thing(g) || prepositional(g)) continue;
    if (g.intro == ClauseWord::kPart || g.bracket_before) { if (fallback == kNoToken) fallback = i - 1; continue; }
    if (!agrees(g, b)) continue;
    if (is_predicate(g) || !fits_subject(g, token, b)) continue;
    if (!g.count && commas && (g.intro == ClauseWord::kMostly || g.intro == ClauseWord::kAnd || g.comma_before)) {  // "many, mostly women, were"
      if (fallback == kNoToken) fallback = i - 1;
      continue;
    }
    return i - 1;
  }
  return fallback;
}

// Where the nearest group is no subject by the parse ("the lawyer, who defended Hadi Merro, was killed") and another is, that one, if it
// fits by itself; else the nearest.
std::uint32_t HarmLinker::parsed_subject(const Trigger& trigger, std::uint32_t nearest, const BeforeHarm& b) const {
  const auto& parse = r_.in.parse;
  if (parse.empty() || nearest == kNoToken) return nearest;
  const auto holds = [](const PeopleGroup& g, std::uint32_t token) { return g.first <= token && token < g.last; };
  std::optional<std::uint32_t> subject;
  for (auto k = trigger.first; k < trigger.last && !subject; ++k) {
    subject = parse.child(k, Arc::kNsubjPass);
    if (!subject) subject = parse.child(k, Arc::kNsubj);
  }
  if (!subject || *subject >= trigger.first || holds(s_.groups[nearest], *subject)) return nearest;
  const auto& near = s_.groups[nearest];
  bool object = false;
  for (auto k = near.first; k < near.words_last && !object; ++k) object = parse.is(k, Arc::kObj) || parse.is(k, Arc::kObl) || parse.is(k, Arc::kNmod);
  if (!object) return nearest;
  for (std::uint32_t i = 0; i < nearest; ++i) {
    const auto& g = s_.groups[i];
    if (!holds(g, *subject)) continue;
    const bool person = g.noun >= 0 || person_name(g) || (g.kind == Kind::kNumbered && !lone_thing(g));
    return person && !lone_thing(g) && owner_[i] < 0 && agrees(g, b) && !prepositional(g) ? i : nearest;
  }
  return nearest;
}

std::uint32_t HarmLinker::groups_before(std::uint32_t token) const {
  std::uint32_t n = 0;
  while (n < s_.groups.size() && s_.groups[n].last <= token) ++n;
  return n;
}

// "was" wants one, "were" several or a list.
bool HarmLinker::agrees(const PeopleGroup& g, const BeforeHarm& b) const {
  if (!b.passive || !g.count) return true;
  const bool single = g.count->point == 1 && g.count->high == 1;
  if (b.passive_one) return single;
  return !b.passive_many || !single || g.intro == ClauseWord::kAnd || g.comma_before;
}

// "he was a militant and was killed"
bool HarmLinker::is_predicate(const PeopleGroup& g) const {
  return g.intro == ClauseWord::kPassive || g.intro == ClauseWord::kPassiveOne || g.intro == ClauseWord::kPassiveAny;
}

// A name, or a phrase without a known noun of people, is a subject only where nothing stands between it and its verb.
bool HarmLinker::fits_subject(const PeopleGroup& g, std::uint32_t token, const BeforeHarm& b) const {
  if (g.kind == Kind::kName) return !names_many(g) && !in_place(g) && !names_no_person(r_, g.first, g.words_last) && (b.passive_one || (!b.passive && g.last == token) || (b.passive && ends_names(g, token)));
  if (g.noun >= 0 || g.kind == Kind::kNumbered || g.harm >= 0) return true;
  return g.last == token;
}

bool HarmLinker::ends_names(const PeopleGroup& g, std::uint32_t token) const {
  if (g.intro != ClauseWord::kAnd || !person_name(g)) return false;
  const auto i = static_cast<std::uint32_t>(&g - s_.groups.data());
  if (i == 0 || !joinable(i - 1, i) || prepositional(s_.groups[i - 1]) || !(s_.groups[i - 1].named || s_.groups[i - 1].noun >= 0)) return false;
  auto k = g.last;
  if (k < token && tokens_.norm(k) == ",") ++k;
  return k >= token || r_.clause(k) == ClauseWord::kRelative;
}

bool HarmLinker::in_place(const PeopleGroup& g) const {
  for (auto k = g.first; k < g.words_last; ++k)
    if (!r_.roles[k].place && tokens_.tokens[k].kind == TokenKind::kWord) return false;
  return true;
}

// "Alawites": one word in the plural names a people.
bool HarmLinker::names_many(const PeopleGroup& g) const { return g.words_last == g.first + 1 && tokens_.norm(g.first).ends_with("s"); }

// A verb of harm there; nouns of harm divide no clause.
const Trigger* HarmLinker::verb_at(std::uint32_t token) const {
  for (const auto& t : s_.triggers) {
    const auto form = r_.harm(t.harm).form;
    if (t.first <= token && token < t.last && form != HarmForm::kNoun && form != HarmForm::kNominal && form != HarmForm::kToll) return &t;
  }
  return nullptr;
}

bool HarmLinker::trigger_at(std::uint32_t token) const { return verb_at(token) != nullptr; }

// "a leader, who was injured on Sunday, died": whom the relative clause speaks of.
std::uint32_t HarmLinker::relative_subject(const Trigger& t) const {
  for (const auto& link : out_.links)
    if (link.first == t.first && link.how == "relative") return link.group;
  return kNoToken;
}

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
  add_chain(chain, trigger, how);
  link_ellipsis(trigger, chain.back(), how);
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

// A second noun without article tells more of the same person: "a pharmacist and director".
bool HarmLinker::same_person(const PeopleGroup& left, const PeopleGroup& right) const {
  if (right.kind != Kind::kBare || !right.count || right.intro != ClauseWord::kAnd) return false;
  if (right.named) return left.kind == Kind::kBare && !left.named && left.count && left.count->point == 1;  // "senator and candidate Hadi Merro"
  if (left.kind == Kind::kSingle) return r_.clause(left.first) != ClauseWord::kPossessive;
  return left.count && left.count->point == 1 && left.kind != Kind::kBare;
}

bool HarmLinker::possessive(const PeopleGroup& g) const { return g.kind == Kind::kSingle && r_.clause(g.first) == ClauseWord::kPossessive; }

bool HarmLinker::counts_as_member(const PeopleGroup& g) const { return g.noun >= 0 || g.kind == Kind::kNumbered || g.kind == Kind::kName; }

// Nothing between two groups ends the list.
bool HarmLinker::joinable(std::uint32_t left, std::uint32_t right) const {
  const auto from = s_.groups[left].last, to = s_.groups[right].first;
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

bool HarmLinker::owner_goes_on(std::uint32_t i) const {
  return i > 0 && s_.groups[i - 1].intro == ClauseWord::kOf && owner_[i - 1] < 0 && s_.groups[i].named && same_person(s_.groups[i - 1], s_.groups[i]);
}

bool HarmLinker::of_again(const PeopleGroup& g) const { return g.intro == ClauseWord::kOf && g.first >= s_.first + 2 && r_.clause(g.first - 2) == ClauseWord::kAnd; }

// "Hadi Merro, 42; Salma Odeh; and a guard": the mark before the next member.
bool HarmLinker::ends_item(std::uint32_t k, std::uint32_t next) const {
  if (tokens_.norm(k) != ";") return false;
  while (++k < next)
    if (r_.clause(k) != ClauseWord::kAnd) return false;
  return true;
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
    return apposed(j, i) && s_.groups[j].named ? j : i;
  }
  return i;
}

// The next member of the list is somebody without a name.
bool HarmLinker::unnamed_next(std::uint32_t i) const {
  for (auto k = i + 1; k < s_.groups.size() && joinable(k - 1, k); ++k)
    if (!lone_thing(s_.groups[k]) && !prepositional(s_.groups[k])) return !s_.groups[k].named && s_.groups[k].comma_before;
  return false;
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

// "was kidnapped by rebels and later killed": the people of the harm word before.
bool HarmLinker::share_previous(std::size_t t, std::string_view how) {
  if (t == 0) return false;
  const Trigger& trigger = s_.triggers[t];
  const Trigger& previous = s_.triggers[t - 1];
  bool joined = false;
  for (auto k = previous.last; k < trigger.first; ++k) joined |= r_.clause(k) == ClauseWord::kAnd || tokens_.norm(k) == ",";
  if (!joined) return false;
  std::vector<HarmLink> shared;
  for (const auto& link : out_.links)
    if (link.first == previous.first && (link.how == "passive" || link.how == "relative" || link.how == "pronoun" || link.how == "before" || link.how == "beside" || link.how == how)) shared.push_back(link);
  const bool same = !shared.empty() && r_.harm(trigger.harm).may_be == r_.harm(previous.harm).effect;  // "were killed, shot in the night": how, no second harm
  for (const auto& link : shared)
    if (!same) add(link.group, trigger, "shared", link.part);
  return !shared.empty();
}

void HarmLinker::link_companions(const Trigger& trigger, std::string_view how) {
  constexpr std::uint32_t kFar = 24;  // tokens
  for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (g.first < trigger.last) continue;
    if (g.first > trigger.last + kFar || trigger_between(trigger.last, g.first)) return;
    if (!g.together || lone_thing(g) || owner_[i] >= 0 || !counts_as_member(g)) continue;
    if (!(possessive(g) || g.subset || g.named)) return;  // who is none of theirs may be of another figure
    Groups chain = {i};
    for (auto k = i + 1; k < s_.groups.size() && joinable(chain.back(), k) && s_.groups[k].intro == ClauseWord::kAnd && counts_as_member(s_.groups[k]) && !lone_thing(s_.groups[k]); ++k) chain.push_back(k);
    return add_chain(chain, trigger, how);
  }
}

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

// A person named before the verb: "Hadi Merro was killed".
std::uint32_t HarmLinker::name_before(std::uint32_t token) {
  auto k = token;
  while (k > s_.first) {
    const auto role = r_.clause(k - 1);
    const auto& t = tokens_.tokens[k - 1];
    if (role != ClauseWord::kNone && role != ClauseWord::kThe && role != ClauseWord::kOne) break;
    if (t.kind == TokenKind::kPunctuation && tokens_.norm(k - 1) != "-" && tokens_.norm(k - 1) != "'") break;
    if (trigger_at(k - 1) || r_.roles[k - 1].in_number) break;
    if (r_.capitals && !r_.in.parse.empty() && role == ClauseWord::kNone && t.kind == TokenKind::kWord && !is_name_word(r_, k - 1)) break;
    if (!r_.capitals && !t.capital && role == ClauseWord::kNone && t.kind == TokenKind::kWord) break;
    --k;
  }
  if (k >= token || token - k > 8) return kNoToken;
  for (auto i = k; i < token; ++i)
    if (r_.roles[i].noun >= 0 && !r_.noun(r_.roles[i].noun).person) return kNoToken;
  return add_name(k, token);
}

}  // namespace attest
