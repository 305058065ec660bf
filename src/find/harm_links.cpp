#include "find/harm_links.h"

#include <algorithm>

#include "find/harm_linker.h"

namespace attest {

SentenceLinks HarmLinker::run() {
  join_appositions();
  link_inner();
  for (std::size_t t = 0; t < s_.triggers.size(); ++t) link_trigger(t);
  link_among();
  link_among_after();
  link_identified();
  link_told_before();
  link_listed_among();
  link_rolls();
  link_roll_again();
  link_breakdown();
  link_share_of_them();
  link_share_first();
  std::stable_sort(out_.links.begin(), out_.links.end(), [](const HarmLink& a, const HarmLink& b) { return a.group < b.group; });
  return std::move(out_);
}

bool HarmLinker::trigger_between(std::uint32_t first, std::uint32_t last) const {
  for (auto k = first; k < last; ++k)
    if (trigger_at(k) || is_clause_end(k)) return true;
  return false;
}

bool HarmLinker::unreal_before(std::uint32_t token) const {
  for (std::uint32_t k = token, steps = 0; k > s_.first && steps < 3; --k, ++steps) {
    const auto role = r_.clause(k - 1);
    if (role == ClauseWord::kMaybe || role == ClauseWord::kNot) return true;
    if (tokens_.tokens[k - 1].kind == TokenKind::kPunctuation) return false;
  }
  return false;
}

// "should not be humiliated or beaten": what stands before the first of two participles holds for both.
void HarmLinker::look_past_pair(BeforeHarm& b) const {
  if (b.left < s_.first + 3 || tokens_.norm(b.left - 1) != "or") return;  // "could not be saved and died" did happen
  const auto first = tokens_.norm(b.left - 2);
  if (!first.ends_with("ed") && !first.ends_with("en")) return;
  for (auto k = b.left - 2; k > s_.first; --k) {
    const auto role = r_.clause(k - 1);
    b.negated |= role == ClauseWord::kNot;
    b.unreal |= role == ClauseWord::kMaybe;
    if (!is_passive(k - 1) && role != ClauseWord::kNot && role != ClauseWord::kMaybe && role != ClauseWord::kAdverb && role != ClauseWord::kHave) return;
  }
}

BeforeHarm HarmLinker::before(const Trigger& t) const {
  BeforeHarm b;
  b.left = t.first;
  while (b.left > s_.first) {
    const auto role = r_.clause(b.left - 1);
    switch (role) {
      case ClauseWord::kPassive: b.passive = b.passive_many = true; break;
      case ClauseWord::kPassiveAny: b.passive = true; break;
      case ClauseWord::kPassiveOne: b.passive = b.passive_one = true; break;
      case ClauseWord::kHave: b.have = true; break;
      case ClauseWord::kNot: b.negated = true; break;
      case ClauseWord::kMaybe: b.unreal = true; break;
      case ClauseWord::kTo: b.infinitive = true; b.passive_many = false; break;  // "to have been killed" agrees with nothing
      case ClauseWord::kAdverb: break;
      case ClauseWord::kSay:  // "were reported to have been killed"
        if (b.left < s_.first + 2 || !is_passive(b.left - 2)) return b;
        break;
      default: look_past_pair(b); return b;
    }
    --b.left;
  }
  return b;
}

bool HarmLinker::is_passive(std::uint32_t k) const {
  return r_.clause(k) == ClauseWord::kPassive || r_.clause(k) == ClauseWord::kPassiveOne || r_.clause(k) == ClauseWord::kPassiveAny;
}

void HarmLinker::link_trigger(std::size_t t) {
  const Trigger& trigger = s_.triggers[t];
  const auto& word = r_.harm(trigger.harm);
  const BeforeHarm b = before(trigger);
  if (b.negated) {
    out_.denied = true;
    return r_.note(trigger.first, trigger.last, "link", [] { return "under \"no\" or \"not\": denied, no claim"; });
  }
  if (b.unreal) r_.note(trigger.first, trigger.last, "link", [] { return "under \"may\", \"could\", \"tried to\" and the like: has not happened, no claim"; });
  else if (b.infinitive && !b.have && word.form != HarmForm::kIntransitive && !word.object_only) r_.note(trigger.first, trigger.last, "link", [] { return "an infinitive: a purpose, no claim"; });
  if (b.unreal || (b.infinitive && !b.have && word.form != HarmForm::kIntransitive && !word.object_only)) return;
  if (const auto share = share_before(trigger); share != kNoToken) return add(share, trigger, "among", true);
  switch (word.form) {
    case HarmForm::kToll: link_toll(trigger); break;
    case HarmForm::kNominal:
      if (const auto of = of_after(trigger.last); of == kNoToken || !link_of(of, trigger.harm, trigger.first, false)) link_possessive(trigger);
      break;
    case HarmForm::kNoun: link_noun(trigger); break;
    case HarmForm::kActive: link_active(t, word); break;
    case HarmForm::kIntransitive: link_subject(t, b, "before"); break;
    case HarmForm::kState: link_state(t, b); break;
    case HarmForm::kVerb: link_verb(t, b); break;
    case HarmForm::kHarmless: break;
  }
}

void HarmLinker::link_verb(std::size_t t, const BeforeHarm& b) {
  const Trigger& trigger = s_.triggers[t];
  if (b.passive) return link_subject(t, b, "passive");
  if (link_label(trigger) || link_inverted(trigger, b) || harms_thing(trigger.last)) return;
  if (!b.have && trigger.last < s_.last && r_.clause(trigger.last) == ClauseWord::kThose) return uncounted(kNoToken, trigger, "active");
  auto object = object_after(trigger.last);
  const auto left = adjacent_left(b.left);
  if (object == kNoToken && left == kNoToken && trigger.last < s_.last && tokens_.norm(trigger.last) == ",") object = object_after(past_adverbial(trigger.last));
  if (object != kNoToken && (left == kNoToken || b.have || !followed_by_harm(object, t))) {
    if (left != kNoToken && !b.have && number_only(left) && number_only(object)) return link_subject(t, b, "beside");
    return link_objects(trigger, object, "active");
  }
  if (b.have) return;
  if (const auto whom = told_behind(trigger, b); whom != kNoToken) return link_chain_left(trigger, name_of(whom), "relative", true);
  if (left != kNoToken && s_.groups[left].kind != Kind::kNumbered && has_unknown_object(trigger.last)) return uncounted(kNoToken, trigger, "active");
  link_subject(t, b, "beside");
}

std::uint32_t HarmLinker::past_adverbial(std::uint32_t token) const {
  constexpr std::uint32_t kLongest = 9;
  if (token >= s_.last) return token;
  if (const auto* aside = s_.aside_at(token); aside && aside->open == token && is_dash(token)) return aside->close + 1;
  const auto from = token + 1;
  if (tokens_.norm(token) != "," || from >= s_.last || r_.clause(from) != ClauseWord::kPreposition) return token;
  for (auto k = from + 1; k < std::min(s_.last, from + kLongest); ++k) {
    if (tokens_.norm(k) == ",") return k + 1;
    if (is_clause_end(k) || trigger_at(k) || (r_.roles[k].noun >= 0 && r_.noun(r_.roles[k].noun).person)) return token;
  }
  return token;
}

std::uint32_t HarmLinker::of_after(std::uint32_t token) const {
  constexpr std::uint32_t kLongest = 10;
  if (token >= s_.last) return kNoToken;
  if (r_.clause(token) == ClauseWord::kOf) return token;
  if (r_.clause(token) != ClauseWord::kPreposition && !r_.roles[token].date) return kNoToken;
  for (auto k = token + 1; k < std::min(s_.last, token + kLongest); ++k) {
    if (tokens_.tokens[k].kind == TokenKind::kPunctuation || is_clause_end(k) || trigger_at(k) || r_.clause(k) == ClauseWord::kAnd) return kNoToken;
    if (r_.clause(k) != ClauseWord::kOf) continue;
    const auto object = object_after(k + 1);
    if (object != kNoToken && s_.groups[object].count) return k;
  }
  return kNoToken;
}

// "the release of the engineer Hadi Merro, kidnapped on Monday by": whom a participle behind a comma tells more of.
std::uint32_t HarmLinker::told_behind(const Trigger& trigger, const BeforeHarm& b) const {
  if (b.left <= s_.first || tokens_.norm(b.left - 1) != "," || trigger.last >= s_.last) return kNoToken;
  const auto next = r_.clause(trigger.last);
  if (next != ClauseWord::kBy && next != ClauseWord::kPreposition && !r_.roles[trigger.last].date) return kNoToken;
  for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
    const auto& g = s_.groups[i];
    if (g.last != b.left - 1 && g.last != b.left) continue;
    const bool one = g.count && g.count->point == 1 && g.kind != Kind::kNumbered && !lone_thing(g);
    return one && prepositional(g) && (person_name(g) || (g.named && g.noun >= 0)) ? i : kNoToken;
  }
  return kNoToken;
}

bool HarmLinker::has_unknown_object(std::uint32_t token) const {
  while (token < s_.last && r_.clause(token) == ClauseWord::kAdverb) ++token;
  if (token + 1 >= s_.last || r_.roles[token].date || r_.roles[token + 1].date) return false;
  const auto role = r_.clause(token);
  return role == ClauseWord::kThe || role == ClauseWord::kOne || role == ClauseWord::kPossessive;
}

// "burned houses", "killed livestock"
bool HarmLinker::harms_thing(std::uint32_t token) const {
  for (const auto& g : s_.groups)
    if (g.first >= token && g.first <= token + 1) return lone_thing(g) && (g.first == token || r_.clause(token) == ClauseWord::kAdverb);
  return token < s_.last && r_.roles[token].noun >= 0 && !r_.noun(r_.roles[token].noun).person && r_.clause(token) == ClauseWord::kNone;
}

// "killing strangers is obligatory": of somebody whom no list knows one or two words stand between.
bool HarmLinker::norm_behind(std::uint32_t token) const {
  constexpr std::uint32_t kWords = 2;
  for (auto k = token; k < s_.last && k <= token + kWords && !is_clause_end(k); ++k)
    if (r_.clause(k) == ClauseWord::kNorm) return true;
  return false;
}

void HarmLinker::link_active(std::size_t t, const HarmWord& word) {
  const Trigger& trigger = s_.triggers[t];
  auto object = object_after(trigger.last);
  const auto of = of_after(trigger.last);
  const bool noun = trigger.first > s_.first && r_.clause(trigger.first - 1) == ClauseWord::kThe;
  if (noun && of == kNoToken) object = kNoToken;  // "called those behind the massacres extremists"
  if (object == kNoToken && of != kNoToken) {  // "the killing of two"
    if (link_of(of, trigger.harm, trigger.first, false) || of == trigger.last) return;
  }
  if (object == kNoToken && !noun) object = object_after(past_adverbial(trigger.last));
  if (object == kNoToken && !noun && word.effect == Effect::kKilled) object = name_after(trigger.last);
  if (norm_behind(object == kNoToken ? trigger.last : s_.groups[object].last))
    return r_.note(trigger.first, trigger.last, "link", [] { return "what is bidden or forbidden, not what happened: no claim"; });
  if (object == kNoToken) {
    if (word.effect == Effect::kKilled && trigger.first > s_.first && (tokens_.norm(trigger.first - 1) == "'s" || tokens_.norm(trigger.first - 1) == "'")) return link_possessive(trigger);  // "Hadi Merro's murder"
    if (!word.object_only && !word.weak) uncounted(kNoToken, trigger, "active");
    return;
  }
  if (word.object_only && !flees(object)) return;
  if (word.weak && (s_.groups[object].first != trigger.last || s_.groups[object].noun < 0)) return;  // "lost her seat"
  link_objects(trigger, object, "active");
}

// "forced 13,000 residents to flee"
bool HarmLinker::flees(std::uint32_t group) const {
  const auto from = s_.groups[group].last;
  for (const auto& other : s_.triggers)
    if (other.first >= from && other.first <= from + 4 && r_.harm(other.harm).effect == Effect::kDisplaced) return true;
  return false;
}

void HarmLinker::link_state(std::size_t t, const BeforeHarm& b) {
  const Trigger& trigger = s_.triggers[t];
  if (link_label(trigger)) return;
  if (!b.passive) {
    if (const auto left = adjacent_left(b.left); left != kNoToken) return link_chain_left(trigger, left, "beside", false);
    for (auto i = static_cast<std::uint32_t>(s_.groups.size()); i-- > 0;) {  // "leaving one of the officers dead"
      const auto& g = s_.groups[i];
      if (g.last > b.left || g.thing) continue;
      if (b.left - g.last > 6) break;
      if (leave_before(g)) return link_chain_left(trigger, i, "beside", false);
    }
    if (const auto object = object_after(trigger.last); object != kNoToken && s_.groups[object].first == trigger.last) return link_objects(trigger, object, "active");
  }
  link_subject(t, b, "passive");
}

bool HarmLinker::leave_before(const PeopleGroup& g) const {
  for (std::uint32_t k = g.first, steps = 0; k > s_.first && steps < 4; --k, ++steps)
    if (r_.clause(k - 1) == ClauseWord::kLeave) return true;
  return false;
}

void HarmLinker::uncounted(std::uint32_t group, const Trigger& trigger, std::string_view how) {
  if (group == kNoToken && r_.harm(trigger.harm).weak) return;  // "houses burned"
  if (group == kNoToken && r_.harm(trigger.harm).effect == Effect::kDisplaced) return;  // "the ruler fled abroad"
  out_.uncounted.push_back({group, trigger.first, trigger.last, trigger.harm, how});
}

void HarmLinker::add(std::uint32_t group, const Trigger& trigger, std::string_view how, bool part) {
  add(group, trigger.first, trigger.last, trigger.harm, how, part);
}

void HarmLinker::add(std::uint32_t group, std::uint32_t first, std::uint32_t last, std::int16_t harm, std::string_view how, bool part) {
  const auto& g = s_.groups[group];
  const auto effect = r_.harm(harm).effect;
  const auto refuse = [&](std::string_view why) { r_.note(g.first, g.last, "link", [&] { return "not harmed by \"" + std::string(tokens_.norm(first)) + "\": " + std::string(why); }); };
  if (g.kind == Kind::kName && how == "active" && (effect == Effect::kAffected || effect == Effect::kDisplaced || effect == Effect::kMissing)) return refuse("a name after such a verb is a place or a body more often than a person");
  if (g.noun < 0 && effect == Effect::kDetained && g.kind != Kind::kNumbered && how != "passive") return refuse("no noun of people");
  if (g.negated) {
    out_.denied = true;
    return refuse("under \"no\"");
  }
  if (names_no_people(g, r_.harm(harm))) return refuse("what such a verb befalls is mostly a thing, and the noun is not known as people");
  r_.note(g.first, g.last, "link", [&] {
    return "harmed by \"" + std::string(tokens_.norm(first)) + "\", rule " + r_.harm(harm).id + "." + std::string(how) + (part ? ", a part of the figure before" : "") + (g.count ? "" : "; no count: unquantified");
  });
  if (!g.count) { out_.uncounted.push_back({group, first, last, harm, how, part}); return; }
  const auto same = [&](const HarmLink& l) { return l.group == group && r_.harm(l.harm).effect == r_.harm(harm).effect; };
  if (std::any_of(out_.links.begin(), out_.links.end(), same)) return;
  if (g.harm >= 0 && first != g.harm_token && r_.harm(g.harm).effect != r_.harm(harm).effect) {
    const auto inner = [&](const HarmLink& l) { return l.group == group && l.how == "inside"; };
    if (r_.harm(g.harm).form == HarmForm::kNoun) return;
    out_.links.erase(std::remove_if(out_.links.begin(), out_.links.end(), inner), out_.links.end());
  }
  owner_[group] = static_cast<int>(first);
  out_.links.push_back({group, first, last, harm, how, part});
}

// "Eleven stalls burned": what a weak verb befalls is somebody only where the lists know its noun, or it bears a name.
bool HarmLinker::names_no_people(const PeopleGroup& g, const HarmWord& word) const {
  if (!word.weak || word.form != HarmForm::kVerb || g.noun >= 0 || g.kind == Kind::kName) return false;
  return g.last > g.count_last && !g.more;
}

SentenceLinks link_harm(const HarmReading& reading, HarmSentence& sentence, const ToldBefore& told) { return HarmLinker(reading, sentence, told).run(); }

}  // namespace attest
