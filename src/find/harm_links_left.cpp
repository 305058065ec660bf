// Whom a harm word harms to its left: subjects, relative clauses, companions.
#include "find/harm_linker.h"

#include <algorithm>

#include "find/harm_names.h"

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
  for (auto k = near.first; k < near.words_last && !object; ++k) {
    const auto head = parse.words[k].head;
    const bool inner = head >= 0 && holds(near, static_cast<std::uint32_t>(head));  // "64 years" hangs on "old" inside "the 64-year-old Hadi Merro"
    object = !inner && (parse.is(k, Arc::kObj) || parse.is(k, Arc::kObl) || parse.is(k, Arc::kNmod) || (b.passive_one && !near.named && parse.is(k, Arc::kAppos)));
  }
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
  if (!b.passive || !g.count || g.of_family) return true;  // "a family of five was killed"
  const bool single = g.count->point == 1 && g.count->high == 1;
  if (b.passive_one) return single || (g.kind == Kind::kNumbered && g.count->point == 1);  // "at least one person was killed"
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
