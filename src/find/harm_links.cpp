#include "find/harm_links.h"

#include <algorithm>

namespace attest {
namespace {

using Kind = PeopleGroup::Kind;

// What stands directly before a harm word: auxiliaries, and whether the harm is real.
struct Before {
  std::uint32_t left = 0;  // the first token of all that belongs to the verb
  bool passive = false, passive_one = false, passive_many = false, have = false, negated = false, unreal = false, infinitive = false;
};

class Linker {
 public:
  Linker(const HarmReading& r, HarmSentence& s) : r_(r), tokens_(r.in.tokens), s_(s), owner_(s.groups.size(), -1) {}

  SentenceLinks run() {
    link_inner();
    for (std::size_t t = 0; t < s_.triggers.size(); ++t) link_trigger(t);
    link_among();
    link_among_after();
    link_breakdown();
    link_share_of_them();
    std::stable_sort(out_.links.begin(), out_.links.end(), [](const HarmLink& a, const HarmLink& b) { return a.group < b.group; });
    return std::move(out_);
  }

 private:
  using Groups = std::vector<std::uint32_t>;

  // Harm words inside a noun phrase: "12 deaths", "the body of a man", "3 wounded soldiers".
  void link_inner() {
    for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
      PeopleGroup& g = s_.groups[i];
      if (g.harm < 0) continue;
      const auto& word = r_.harm(g.harm);
      if (g.negated) { out_.denied = true; continue; }
      if (word.form == HarmForm::kNoun && link_of(g.last, g.harm, g.harm_token, g.count && g.kind == Kind::kNumbered)) continue;
      if (unreal_before(g.first)) continue;
      if (word.weak && !supported(i)) continue;
      const bool known = g.kind == Kind::kDefinite && word.form != HarmForm::kNoun;  // "the wounded guard": told before
      if (g.count && !known) {
        add(i, g.harm_token, g.harm_token + 1, g.harm, "inside");
        link_parts_of(i);
        if (word.form == HarmForm::kNoun && g.kind == Kind::kNumbered) link_places_after(i);
      }
      else if (const auto toll = figure_after(i); toll != kNoToken) add(toll, g.harm_token, g.harm_token + 1, g.harm, "toll");
      else out_.uncounted.push_back({i, g.harm_token, g.harm_token + 1, g.harm, "inside"});
    }
  }

  // "150 bodies were counted in Arva, 100 in Birk and 67 in Cella"
  void link_places_after(std::uint32_t whole) {
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

  bool trigger_between(std::uint32_t first, std::uint32_t last) const {
    for (auto k = first; k < last; ++k)
      if (trigger_at(k) || is_clause_end(k)) return true;
    return false;
  }

  // "90 bodies, many of them children and a few women"
  void link_parts_of(std::uint32_t whole) {
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

  // "incurring fatalities", "fatalities coded as 10"
  void link_noun(const Trigger& trigger) {
    const auto& word = r_.harm(trigger.harm);
    if (link_of(trigger.last, trigger.harm, trigger.first, false) || word.weak || word.bodies) return;
    for (std::uint32_t k = trigger.first, steps = 0; k > s_.first && steps < 6 && !is_clause_end(k - 1); --k, ++steps)
      if (r_.clause(k - 1) == ClauseWord::kNot || r_.clause(k - 1) == ClauseWord::kMaybe) { out_.denied = true; return; }
    if (const auto toll = figure_from(trigger.last, word); toll != kNoToken) return add(toll, trigger, "toll");
    uncounted(kNoToken, trigger, "inside");
  }

  // "fatalities stand at 5", "fatalities: 12"
  std::uint32_t figure_after(std::uint32_t i) const { return figure_from(s_.groups[i].last, r_.harm(s_.groups[i].harm)); }

  std::uint32_t figure_from(std::uint32_t token, const HarmWord& word) const {
    if (word.form != HarmForm::kNoun || word.bodies || word.weak) return kNoToken;
    const auto i = groups_before(token);
    if (i >= s_.groups.size()) return kNoToken;
    const auto& next = s_.groups[i];
    if (!number_only(i) || next.first > token + 3 || next.first <= token) return kNoToken;
    const auto before = r_.clause(next.first - 1);
    const bool tied = before == ClauseWord::kPreposition || before == ClauseWord::kTo || before == ClauseWord::kBoundary || is_passive(next.first - 1) || tokens_.norm(next.first - 1) == ":";
    if (!tied || trigger_at(token)) return kNoToken;
    return next.last >= s_.last || tokens_.tokens[next.last].kind == TokenKind::kPunctuation || r_.clause(next.last) != ClauseWord::kNone ? i : kNoToken;
  }

  // "lives" is harm beside "claimed"; "victims" where they are counted.
  bool supported(std::uint32_t i) const {
    const auto& g = s_.groups[i];
    if (!g.count || g.kind != Kind::kNumbered) return false;
    if (g.noun >= 0) return true;
    const auto from = g.first >= s_.first + 4 ? g.first - 4 : s_.first;
    for (auto k = from; k < g.first; ++k)
      if (r_.clause(k) == ClauseWord::kLives) return true;
    for (auto k = g.last; k < std::min(s_.last, g.last + 3); ++k)
      if (r_.clause(k) == ClauseWord::kLives) return true;
    return false;
  }

  bool unreal_before(std::uint32_t token) const {
    for (std::uint32_t k = token, steps = 0; k > s_.first && steps < 3; --k, ++steps) {
      const auto role = r_.clause(k - 1);
      if (role == ClauseWord::kMaybe || role == ClauseWord::kNot) return true;
      if (tokens_.tokens[k - 1].kind == TokenKind::kPunctuation) return false;
    }
    return false;
  }

  Before before(const Trigger& t) const {
    Before b;
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
        default: return b;
      }
      --b.left;
    }
    return b;
  }

  bool is_passive(std::uint32_t k) const {
    return r_.clause(k) == ClauseWord::kPassive || r_.clause(k) == ClauseWord::kPassiveOne || r_.clause(k) == ClauseWord::kPassiveAny;
  }

  void link_trigger(std::size_t t) {
    const Trigger& trigger = s_.triggers[t];
    const auto& word = r_.harm(trigger.harm);
    const Before b = before(trigger);
    if (b.negated) { out_.denied = true; return; }
    if (b.unreal || (b.infinitive && !b.have && word.form != HarmForm::kIntransitive && !word.object_only)) return;
    switch (word.form) {
      case HarmForm::kToll: link_toll(trigger); break;
      case HarmForm::kNominal:
        if (!link_of(trigger.last, trigger.harm, trigger.first, false)) link_possessive(trigger);
        break;
      case HarmForm::kNoun: link_noun(trigger); break;
      case HarmForm::kActive: link_active(t, word); break;
      case HarmForm::kIntransitive: link_subject(t, b, "before"); break;
      case HarmForm::kState: link_state(t, b); break;
      case HarmForm::kVerb: link_verb(t, b); break;
      case HarmForm::kHarmless: break;
    }
  }

  void link_verb(std::size_t t, const Before& b) {
    const Trigger& trigger = s_.triggers[t];
    if (b.passive) return link_subject(t, b, "passive");
    if (harms_thing(trigger.last)) return;
    if (!b.have && trigger.last < s_.last && r_.clause(trigger.last) == ClauseWord::kThose) return uncounted(kNoToken, trigger, "active");
    const auto object = object_after(trigger.last);
    const auto left = adjacent_left(b.left);
    if (object != kNoToken && (left == kNoToken || b.have || !followed_by_harm(object, t))) {
      if (left != kNoToken && !b.have && number_only(left) && number_only(object)) return link_subject(t, b, "beside");
      return link_objects(trigger, object, "active");
    }
    if (b.have) return;
    link_subject(t, b, "beside");
  }

  // "burned houses", "killed livestock"
  bool harms_thing(std::uint32_t token) const {
    for (const auto& g : s_.groups)
      if (g.first >= token && g.first <= token + 1) return lone_thing(g) && (g.first == token || r_.clause(token) == ClauseWord::kAdverb);
    return token < s_.last && r_.roles[token].noun >= 0 && !r_.noun(r_.roles[token].noun).person && r_.clause(token) == ClauseWord::kNone;
  }

  void link_active(std::size_t t, const HarmWord& word) {
    const Trigger& trigger = s_.triggers[t];
    if (r_.clause(trigger.last < s_.last ? trigger.last : trigger.first) == ClauseWord::kOf) {  // "the killing of two"
      link_of(trigger.last, trigger.harm, trigger.first, false);
      return;
    }
    auto object = object_after(trigger.last);
    if (object == kNoToken && word.effect == Effect::kKilled) object = name_after(trigger.last);
    if (object == kNoToken) {
      if (!word.object_only) uncounted(kNoToken, trigger, "active");
      return;
    }
    if (word.object_only && !flees(object)) return;
    link_objects(trigger, object, "active");
  }

  // "forced 13,000 residents to flee"
  bool flees(std::uint32_t group) const {
    const auto from = s_.groups[group].last;
    for (const auto& other : s_.triggers)
      if (other.first >= from && other.first <= from + 4 && r_.harm(other.harm).effect == Effect::kDisplaced) return true;
    return false;
  }

  void link_state(std::size_t t, const Before& b) {
    const Trigger& trigger = s_.triggers[t];
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

  bool leave_before(const PeopleGroup& g) const {
    for (std::uint32_t k = g.first, steps = 0; k > s_.first && steps < 4; --k, ++steps)
      if (r_.clause(k - 1) == ClauseWord::kLeave) return true;
    return false;
  }

  // --- to the left -------------------------------------------------------------------------------------------------------------

  // The group that ends where the verb begins: "29 men executed", "5 dead".
  std::uint32_t adjacent_left(std::uint32_t token) const {
    for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
      const auto& g = s_.groups[i];
      if (g.last == token && !lone_thing(g) && g.intro != ClauseWord::kBy) return i;
    }
    return kNoToken;
  }

  bool lone_thing(const PeopleGroup& g) const { return g.thing && g.head == kNoToken; }
  bool number_only(std::uint32_t i) const { return s_.groups[i].head == kNoToken && s_.groups[i].kind == Kind::kNumbered && !s_.groups[i].thing; }

  bool is_clause_end(std::uint32_t k) const {
    const auto role = r_.clause(k);
    if (role == ClauseWord::kBoundary || role == ClauseWord::kSay) return true;
    const auto norm = tokens_.norm(k);
    return norm == ";" || norm == ":" || is_dash(k);
  }
  bool is_dash(std::uint32_t k) const {
    const auto norm = tokens_.norm(k);
    return norm == "--" || norm == "\xE2\x80\x93" || norm == "\xE2\x80\x94";
  }

  bool prepositional(const PeopleGroup& g) const {
    return g.intro == ClauseWord::kPreposition || g.intro == ClauseWord::kBy || g.intro == ClauseWord::kOf || g.intro == ClauseWord::kTo;
  }

  void link_subject(std::size_t t, const Before& b, std::string_view how) {
    const Trigger& trigger = s_.triggers[t];
    auto k = b.left;
    if (k > s_.first && r_.clause(k - 1) == ClauseWord::kRelative) {  // "the 10 miners who were killed"
      const auto antecedent = nearest_left(k - 1, b);
      if (antecedent != kNoToken) return link_chain_left(trigger, antecedent, "relative", false);
    }
    if (k > s_.first && r_.clause(k - 1) == ClauseWord::kThose) {
      if (const auto meant = antecedent_of(k - 1); meant != kNoToken) return add(meant, trigger, "pronoun");
      return uncounted(kNoToken, trigger, how);
    }
    auto subject = nearest_left(k, b);
    if (!b.passive)  // "with over 1,000 people killed"
      if (const auto beside = adjacent_left(b.left); beside != kNoToken && s_.groups[beside].kind == Kind::kNumbered) subject = beside;
    if (subject != kNoToken) return link_chain_left(trigger, subject, how, b.passive_one);
    if (share_previous(t, how)) return;
    if (b.passive_one || (b.passive && b.have) || r_.harm(trigger.harm).form == HarmForm::kIntransitive)
      if (const auto named = name_before(b.left); named != kNoToken) return add(named, trigger, how);
    uncounted(kNoToken, trigger, how);
  }

  // "two drivers were resting when they were abducted": the first counted group of the sentence, where the number fits.
  std::uint32_t antecedent_of(std::uint32_t pronoun) const {
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
  std::uint32_t nearest_left(std::uint32_t token, const Before& b) const {
    std::uint32_t fallback = kNoToken;
    auto i = static_cast<std::uint32_t>(s_.groups.size());
    const bool commas = token > s_.first && tokens_.norm(token - 1) == ",";
    bool aside = commas;  // "a nurse, while on leave, was kidnapped"
    for (auto k = token; k > s_.first; --k) {
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
      while (i > 0 && s_.groups[i - 1].first > k - 1) --i;
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

  std::uint32_t groups_before(std::uint32_t token) const {
    std::uint32_t n = 0;
    while (n < s_.groups.size() && s_.groups[n].last <= token) ++n;
    return n;
  }

  // "was" wants one, "were" several or a list.
  bool agrees(const PeopleGroup& g, const Before& b) const {
    if (!b.passive || !g.count) return true;
    const bool single = g.count->point == 1 && g.count->high == 1;
    if (b.passive_one) return single;
    return !b.passive_many || !single || g.intro == ClauseWord::kAnd || g.comma_before;
  }

  // "he was a militant and was killed"
  bool is_predicate(const PeopleGroup& g) const {
    return g.intro == ClauseWord::kPassive || g.intro == ClauseWord::kPassiveOne || g.intro == ClauseWord::kPassiveAny;
  }

  // A name, or a phrase without a known noun of people, is a subject only where nothing stands between it and its verb.
  bool fits_subject(const PeopleGroup& g, std::uint32_t token, const Before& b) const {
    if (g.kind == Kind::kName) return !names_many(g) && !in_place(g) && (b.passive_one || (!b.passive && g.last == token));
    if (g.noun >= 0 || g.kind == Kind::kNumbered || g.harm >= 0) return true;
    return g.last == token;
  }

  bool in_place(const PeopleGroup& g) const {
    for (auto k = g.first; k < g.last; ++k)
      if (!r_.roles[k].place && tokens_.tokens[k].kind == TokenKind::kWord) return false;
    return true;
  }

  // "Alawites": one word in the plural names a people.
  bool names_many(const PeopleGroup& g) const { return g.last == g.first + 1 && tokens_.norm(g.first).ends_with("s"); }

  // A verb of harm there; nouns of harm divide no clause.
  const Trigger* verb_at(std::uint32_t token) const {
    for (const auto& t : s_.triggers) {
      const auto form = r_.harm(t.harm).form;
      if (t.first <= token && token < t.last && form != HarmForm::kNoun && form != HarmForm::kNominal && form != HarmForm::kToll) return &t;
    }
    return nullptr;
  }
  bool trigger_at(std::uint32_t token) const { return verb_at(token) != nullptr; }

  // "a leader, who was injured on Sunday, died": whom the relative clause speaks of.
  std::uint32_t relative_subject(const Trigger& t) const {
    for (const auto& link : out_.links)
      if (link.first == t.first && link.how == "relative") return link.group;
    return kNoToken;
  }

  // From the nearest group leftwards through "and", commas and "including" to the whole list.
  void link_chain_left(const Trigger& trigger, std::uint32_t nearest, std::string_view how, bool single) {
    Groups chain = {nearest};
    auto i = single || s_.groups[nearest].subset ? 0 : nearest;
    bool listed = s_.groups[nearest].intro == ClauseWord::kAnd;
    while (i > 0) {
      const auto& g = s_.groups[i];
      const bool linked = g.intro == ClauseWord::kAnd || g.comma_before || g.intro == ClauseWord::kPart || g.bracket_before;
      if (!linked) break;
      auto j = i - 1;
      const auto aside = [&](const PeopleGroup& x) { return lone_thing(x) || prepositional(x) || (x.kind == Kind::kName && x.bracket_before); };
      while (j > 0 && aside(s_.groups[j]) && joinable(j - 1, j)) --j;
      const auto& left = s_.groups[j];
      if (lone_thing(left) || prepositional(left) || !joinable(j, i) || owner_[j] >= 0) break;
      if (left.kind == Kind::kName && g.intro != ClauseWord::kAnd) break;
      const bool only_comma = g.intro != ClauseWord::kAnd && g.intro != ClauseWord::kPart && !g.bracket_before;
      if (only_comma && !listed && !(g.kind == Kind::kNumbered && left.kind == Kind::kNumbered)) break;  // an apposition
      listed |= g.intro == ClauseWord::kAnd;
      if (is_predicate(left) || !counts_as_member(left)) break;
      if (g.intro == ClauseWord::kAnd && new_clause(left.last, g.first)) break;
      if (same_person(left, g)) chain.clear();  // "an official and activist"
      chain.push_back(j);
      i = j;
    }
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
  bool new_clause(std::uint32_t from, std::uint32_t to) const { return to - from > 6 && to >= 2 && tokens_.norm(to - 2) == ","; }

  // A second noun without article tells more of the same person: "a pharmacist and director".
  bool same_person(const PeopleGroup& left, const PeopleGroup& right) const {
    if (right.kind != Kind::kBare || !right.count || right.intro != ClauseWord::kAnd) return false;
    if (left.kind == Kind::kSingle) return r_.clause(left.first) != ClauseWord::kPossessive;
    return left.count && left.count->point == 1 && left.kind != Kind::kBare;
  }

  // "12 people were killed on Monday, including five children": the first part after the verb, kNoToken none.
  std::uint32_t parts_after(const Trigger& trigger) const {
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

  bool possessive(const PeopleGroup& g) const { return g.kind == Kind::kSingle && r_.clause(g.first) == ClauseWord::kPossessive; }

  bool counts_as_member(const PeopleGroup& g) const { return g.noun >= 0 || g.kind == Kind::kNumbered || g.kind == Kind::kName; }

  // "29 men executed in Arva and 11 in Birk": bare numbers that go on with the places.
  void link_ellipsis(const Trigger& trigger, std::uint32_t last, std::string_view how) {
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

  // Nothing between two groups ends the list.
  bool joinable(std::uint32_t left, std::uint32_t right) const {
    const auto from = s_.groups[left].last, to = s_.groups[right].first;
    if (to < from) return false;
    std::uint32_t depth = 0, length = 0;
    for (auto k = from; k < to; ++k) {
      const auto norm = tokens_.norm(k);
      if (norm == "(" || norm == "[") ++depth;
      if (depth > 0) {  // an aside
        if (norm == ")" || norm == "]") --depth;
        continue;
      }
      if (is_dash(k) && k + 1 < s_.last && (r_.clause(k + 1) == ClauseWord::kPart || k + 1 == to)) continue;
      if (++length > 16 || is_clause_end(k) || trigger_at(k)) return false;
      const auto role = r_.clause(k);
      if (is_passive(k) || role == ClauseWord::kHave || role == ClauseWord::kMaybe || role == ClauseWord::kRelative)
        return false;
    }
    return true;
  }

  void add_chain(const Groups& chain, const Trigger& trigger, std::string_view how) {
    bool first = true;
    for (const auto i : chain) {
      const auto& g = s_.groups[i];
      const bool part = !first && (g.intro == ClauseWord::kPart || g.bracket_before || in_part_ || g.of_them || goes_with_before(i));
      in_part_ = part;
      add(i, trigger, how, part);
      first = false;
    }
    in_part_ = false;
  }

  // "three militants, two with ties to": a smaller bare number after a comma tells of the same people.
  bool goes_with_before(std::uint32_t i) const {
    const auto& g = s_.groups[i];
    if (!number_only(i) || !g.comma_before || g.more || i == 0) return false;
    const auto& whole = s_.groups[i - 1];
    const auto size = [](const PeopleGroup& x) { return x.count && x.count->point ? *x.count->point : 0; };
    return whole.count && whole.head != kNoToken && size(g) < size(whole) && g.last < s_.last && r_.clause(g.last) == ClauseWord::kPreposition && tokens_.norm(g.last) != "in";
  }

  // "was kidnapped by rebels and later killed": the people of the harm word before.
  bool share_previous(std::size_t t, std::string_view how) {
    if (t == 0) return false;
    const Trigger& trigger = s_.triggers[t];
    const Trigger& previous = s_.triggers[t - 1];
    bool joined = false;
    for (auto k = previous.last; k < trigger.first; ++k) joined |= r_.clause(k) == ClauseWord::kAnd || tokens_.norm(k) == ",";
    if (!joined) return false;
    std::vector<HarmLink> shared;
    for (const auto& link : out_.links)
      if (link.first == previous.first && (link.how == "passive" || link.how == "relative" || link.how == "pronoun" || link.how == "before" || link.how == "beside" || link.how == how)) shared.push_back(link);
    for (const auto& link : shared) add(link.group, trigger, "shared", link.part);
    return !shared.empty();
  }

  // A person named before the verb: "Hadi Merro was killed".
  std::uint32_t name_before(std::uint32_t token) {
    auto k = token;
    while (k > s_.first) {
      const auto role = r_.clause(k - 1);
      const auto& t = tokens_.tokens[k - 1];
      if (role != ClauseWord::kNone && role != ClauseWord::kThe && role != ClauseWord::kOne) break;
      if (t.kind == TokenKind::kPunctuation && tokens_.norm(k - 1) != "-" && tokens_.norm(k - 1) != "'") break;
      if (trigger_at(k - 1) || r_.roles[k - 1].in_number) break;
      if (!r_.capitals && !t.capital && role == ClauseWord::kNone && t.kind == TokenKind::kWord) break;
      --k;
    }
    if (k >= token || token - k > 8) return kNoToken;
    for (auto i = k; i < token; ++i)
      if (r_.roles[i].noun >= 0 && !r_.noun(r_.roles[i].noun).person) return kNoToken;
    return add_name(k, token);
  }

  // --- to the right ------------------------------------------------------------------------------------------------------------

  // The group that a verb takes as its object: directly after it, or after a few words that belong to the phrase.
  std::uint32_t object_after(std::uint32_t token) const {
    for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
      const auto& g = s_.groups[i];
      if (g.first < token) continue;
      if (g.first > token + 4) return kNoToken;
      for (auto k = token; k < g.first; ++k) {
        const auto role = r_.clause(k);
        const auto kind = tokens_.tokens[k].kind;
        if (trigger_at(k) || kind == TokenKind::kPunctuation) return kNoToken;
        if (role != ClauseWord::kNone && role != ClauseWord::kAdverb && role != ClauseWord::kMore) return kNoToken;
        if (role == ClauseWord::kNone && kind == TokenKind::kWord && g.kind != Kind::kBare && g.kind != Kind::kName) return kNoToken;
      }
      if (lone_thing(g) || (g.kind == Kind::kDefinite && g.noun < 0) || (g.kind == Kind::kName && (names_many(g) || in_place(g)))) return kNoToken;
      return i;
    }
    return kNoToken;
  }

  // In capitals, a name after the verb: "KILLING HADI MERRO".
  std::uint32_t name_after(std::uint32_t token) {
    if (!r_.capitals) return kNoToken;
    auto k = token;
    while (k < s_.last && k < token + 4) {
      const auto& role = r_.roles[k];
      if (role.clause != ClauseWord::kNone || role.in_harm || role.in_number || role.place || role.date || role.noun >= 0 || tokens_.tokens[k].kind != TokenKind::kWord) break;
      if (r_.words.means_at.longest_at(tokens_, k)) break;
      ++k;
    }
    const bool plural = k == token + 1 && tokens_.norm(token).ends_with("s");
    if (k == token || plural || (k < s_.last && r_.roles[k].noun >= 0)) return kNoToken;
    return add_name(token, k);
  }

  std::uint32_t add_name(std::uint32_t first, std::uint32_t last) {
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
  bool followed_by_harm(std::uint32_t group, std::size_t t) const {
    auto k = s_.groups[group].last;
    while (k < s_.last && (r_.clause(k) == ClauseWord::kAdverb || r_.clause(k) == ClauseWord::kMore || is_passive(k) || r_.clause(k) == ClauseWord::kHave))
      ++k;
    for (std::size_t n = t + 1; n < s_.triggers.size(); ++n) {
      const auto form = r_.harm(s_.triggers[n].harm).form;
      if (s_.triggers[n].first == k) return form == HarmForm::kVerb || form == HarmForm::kState || form == HarmForm::kIntransitive;
    }
    return false;
  }

  std::size_t index_of(const Trigger& trigger) const { return static_cast<std::size_t>(&trigger - s_.triggers.data()); }

  void link_objects(const Trigger& trigger, std::uint32_t first, std::string_view how) {
    Groups chain = {first};
    auto last = first;
    for (auto i = first + 1; i < s_.groups.size(); ++i) {
      const auto& g = s_.groups[i];
      if (g.first < s_.groups[last].last) continue;
      if (!joinable(last, i)) break;
      if (lone_thing(g) || prepositional(g)) continue;
      const bool linked = g.intro == ClauseWord::kAnd || g.comma_before || g.intro == ClauseWord::kPart || g.bracket_before ||
                          (g.kind == Kind::kNumbered && g.first == s_.groups[last].last);
      if (!linked || owner_[i] >= 0) break;
      if (g.intro != ClauseWord::kPart && followed_by_harm(i, index_of(trigger))) break;
      if (g.kind == Kind::kName || (g.kind == Kind::kBare && !g.count && g.intro != ClauseWord::kAnd && g.intro != ClauseWord::kPart)) break;
      if (g.kind == Kind::kDefinite && (g.intro != ClauseWord::kAnd || g.noun < 0)) break;
      if (g.kind != Kind::kNumbered && g.comma_before && g.intro == ClauseWord::kNone && !list_goes_on(i)) break;  // an apposition
      if (same_person(s_.groups[last], g)) continue;
      chain.push_back(i);
      last = i;
    }
    add_chain(chain, trigger, how);
    link_them(chain.back(), trigger, how);
  }

  // "90 bodies, many of them children"
  void link_them(std::uint32_t last, const Trigger& trigger, std::string_view how) {
    if (last + 1 >= s_.groups.size()) return;
    const auto& g = s_.groups[last + 1];
    if (g.of_them && g.first <= s_.groups[last].last + 2 && owner_[last + 1] < 0) add(last + 1, trigger, how, true);
  }

  // A later member of the same list stands after "and".
  bool list_goes_on(std::uint32_t i) const {
    for (auto k = i + 1; k < s_.groups.size() && joinable(k - 1, k); ++k)
      if (s_.groups[k].intro == ClauseWord::kAnd && !lone_thing(s_.groups[k])) return true;
    return false;
  }

  // "the murder of two guides", "the bodies of 5 men", "12 deaths" being counted itself.
  bool link_of(std::uint32_t token, std::int16_t harm, std::uint32_t harm_token, bool counted) {
    if (token >= s_.last || r_.clause(token) != ClauseWord::kOf) return false;
    if (counted) return false;
    auto object = object_after(token + 1);
    if (object == kNoToken) object = name_after(token + 1);
    if (object == kNoToken) return false;
    const Trigger trigger{harm_token, token, harm};
    if (unreal_before(harm_token)) return true;
    link_objects_of(trigger, object);
    return true;
  }

  void link_objects_of(const Trigger& trigger, std::uint32_t first) {
    Groups chain = {first};
    auto last = first;
    for (auto i = first + 1; i < s_.groups.size(); ++i) {
      const auto& g = s_.groups[i];
      if (g.first < s_.groups[last].last) continue;
      if (!joinable(last, i) || lone_thing(g) || prepositional(g) || owner_[i] >= 0) break;
      if (!(g.intro == ClauseWord::kAnd || g.comma_before || g.intro == ClauseWord::kPart || g.bracket_before)) break;
      if (g.intro != ClauseWord::kPart && g.kind != Kind::kNumbered && g.kind != Kind::kSingle && !(g.kind == Kind::kBare && g.count && possessive(s_.groups[last]))) break;
      chain.push_back(i);
      last = i;
    }
    add_chain(chain, trigger, "of");
  }

  // "her husband's death"
  void link_possessive(const Trigger& trigger) {
    if (trigger.first < s_.first + 1 || tokens_.norm(trigger.first - 1) != "'s") return;
    for (std::uint32_t i = 0; i < s_.groups.size(); ++i)
      if (s_.groups[i].last == trigger.first - 1 || s_.groups[i].last == trigger.first) return add(i, trigger, "of");
  }

  // "the death toll climbed from 43 to 112"
  void link_toll(const Trigger& trigger) {
    std::uint32_t best = kNoToken;
    for (std::uint32_t i = 0; i < s_.groups.size(); ++i) {
      const auto& g = s_.groups[i];
      if (g.first < trigger.last || !g.count || g.kind != Kind::kNumbered) continue;
      if (g.first > trigger.last + 14) break;
      bool ended = false;
      for (auto k = trigger.last; k < g.first; ++k) ended |= trigger_at(k) || is_sentence_stop(k) || r_.clause(k) == ClauseWord::kMaybe;
      if (ended) break;
      if (lone_thing(g)) continue;
      best = i;
      if (g.first == s_.first || tokens_.norm(g.first - 1) != "from") break;
    }
    if (best != kNoToken) add(best, trigger, "toll");
  }

  bool is_sentence_stop(std::uint32_t k) const { return tokens_.norm(k) == ";"; }

  // "Among the dead was a child": a part of those told before.
  void link_among() {
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
  void link_among_after() {
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
  Trigger harm_near(std::uint32_t token) const {
    for (const auto& t : s_.triggers)
      if (t.first >= token && t.first <= token + 2) return t;
    for (const auto& g : s_.groups)
      if (g.first >= token && g.first <= token + 1 && g.harm >= 0) return {g.harm_token, g.harm_token + 1, g.harm};
    return {};
  }

  static std::int64_t size_of(const PeopleGroup& g) { return g.count && g.count->point ? *g.count->point : 0; }

  // "23 people were killed: 14 men, eight women and a child": what stands after the colon, as long as it is no more than the whole.
  void link_breakdown() {
    for (auto colon = s_.first + 1; colon + 1 < s_.last; ++colon) {
      if (tokens_.norm(colon) != ":") continue;
      const HarmLink* whole = nullptr;
      for (const auto& link : out_.links)
        if (s_.groups[link.group].last <= colon && !link.part && (!whole || s_.groups[link.group].first > s_.groups[whole->group].first)) whole = &link;
      if (!whole) continue;
      const auto parts = list_from(colon + 1, size_of(s_.groups[whole->group]));
      const Trigger trigger{whole->first, whole->first + 1, whole->harm};
      for (const auto part : parts) add(part, trigger, "breakdown", true);
    }
  }

  // The counted groups of a list that begins at a token: two at least, of people, in sum no more than `whole`.
  Groups list_from(std::uint32_t token, std::int64_t whole) const {
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
  void link_share_of_them() {
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

  // --- results -----------------------------------------------------------------------------------------------------------------

  void uncounted(std::uint32_t group, const Trigger& trigger, std::string_view how) {
    out_.uncounted.push_back({group, trigger.first, trigger.last, trigger.harm, how});
  }

  void add(std::uint32_t group, const Trigger& trigger, std::string_view how, bool part = false) {
    add(group, trigger.first, trigger.last, trigger.harm, how, part);
  }

  void add(std::uint32_t group, std::uint32_t first, std::uint32_t last, std::int16_t harm, std::string_view how, bool part = false) {
    const auto& g = s_.groups[group];
    const auto effect = r_.harm(harm).effect;
    if (g.kind == Kind::kName && how == "active" && (effect == Effect::kAffected || effect == Effect::kDisplaced || effect == Effect::kMissing)) return;
    if (g.noun < 0 && effect == Effect::kDetained && g.kind != Kind::kNumbered && how != "passive") return;
    if (g.negated) { out_.denied = true; return; }
    if (names_no_people(g, r_.harm(harm))) return;
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
  bool names_no_people(const PeopleGroup& g, const HarmWord& word) const {
    if (!word.weak || word.form != HarmForm::kVerb || g.noun >= 0 || g.kind == Kind::kName) return false;
    return g.last > g.count_last && !g.more;
  }

  const HarmReading& r_;
  const Tokens& tokens_;
  HarmSentence& s_;
  SentenceLinks out_;
  std::vector<int> owner_;  // the harm word of a group, -1 none
  bool in_part_ = false;
};

}  // namespace

SentenceLinks link_harm(const HarmReading& reading, HarmSentence& sentence) { return Linker(reading, sentence).run(); }

}  // namespace attest
