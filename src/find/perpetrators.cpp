#include "find/perpetrators.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::uint32_t kReach = 26;  // tokens between a harm word and "by"

struct Range {
  std::uint32_t first = 0, last = 0;
  bool empty() const { return last <= first; }
};

class PerpetratorReader {
 public:
  PerpetratorReader(const HarmReading& r, const Sentence& s, const HarmLink& link) : r_(r), tokens_(r.in.tokens), s_(s), link_(link) {}

  std::vector<Perpetrator> run() const {
    Range who = after_by(link_.last, std::min(s_.last, link_.last + kReach));
    if (who.empty()) who = armed_with();
    // "a guard opened fire before being shot": who did a deed of war is the one who was harmed.
    const bool harmed = link_.first > s_.first && tokens_.norm(link_.first - 1) == "being";
    const Range deed = harmed ? Range{} : doer(ActorWord::kDeed);
    if (who.empty() && link_.how == "active") {
      who = subject();
      if (!deed.empty() && deed.first > who.first && deed.first < link_.first) who = deed;
    }
    if (who.empty() && link_.how == "beside") who = taker();
    if (who.empty()) who = opponent();
    if (who.empty()) who = deed;
    if (who.empty()) who = massacre_of();
    if (who.empty()) return blamed();
    return {make(who)};
  }

  std::optional<Perpetrator> after(std::uint32_t token) const { return made(phrase(token)); }
  std::optional<Perpetrator> before(std::uint32_t token) const { return made(somebody(words_before(token))); }

  // The words that end before a verb and its auxiliaries; a name in brackets stands among them ("the Dorvan Front (DF) group").
  Range words_before(std::uint32_t k) const {
    auto end = k;
    while (end > s_.first && (r_.clause(end - 1) == ClauseWord::kHave || r_.clause(end - 1) == ClauseWord::kAdverb ||
                              r_.clause(end - 1) == ClauseWord::kRelative))
      --end;
    if (end > s_.first && (r_.clause(end - 1) == ClauseWord::kPassive || r_.clause(end - 1) == ClauseWord::kPassiveOne))
      return {};
    auto begin = end;
    while (begin > s_.first && end - begin < 8) {
      const auto open = bracket_before(begin);
      if (open == begin && ends_phrase(begin - 1)) break;
      begin = open == begin ? begin - 1 : open;
    }
    if (begin > s_.first + 1 && begin < end && (loose_tie(begin - 1) || tokens_.norm(begin - 1) == "with")) return {};
    return {begin, end};
  }

 private:
  std::optional<Perpetrator> made(Range who) const { return who.empty() ? std::nullopt : std::optional(make(who)); }

  // "individuals associated with the Front": not the front itself.
  bool loose_tie(std::uint32_t k) const {
    for (auto i = k; i > s_.first && i + 3 > k; --i)
      if (const auto match = r_.words.actor_at.longest_at(tokens_, i - 1);
          match && i - 1 + match.length > k && r_.words.actors[match.value] == ActorWord::kTie)
        return true;
    return false;
  }

  // Where the bracket of at most four words opens that closes before `k`; `k` where none does.
  std::uint32_t bracket_before(std::uint32_t k) const {
    if (k < s_.first + 3 || tokens_.norm(k - 1) != ")") return k;
    for (auto open = k - 1; open > s_.first && open + 6 > k; --open)
      if (tokens_.norm(open - 1) == "(") return open - 1;
    return k;
  }

  Perpetrator make(Range who) const {
    for (auto k = who.first + 1; k + 1 < who.last; ++k)  // "Rural Tolm The Dorvan army": a heading ran into the sentence
      if (r_.clause(k) == ClauseWord::kThe && tokens_.tokens[k].capital && !r_.capitals) who.first = k;
    Perpetrator p;
    p.span = {tokens_.tokens[who.first].span.begin, tokens_.tokens[who.last - 1].span.end};
    p.text = std::string(p.span.in(r_.in.text()));
    if (const auto tie = tie_of(who); tie.tie != Tie::kNone) {
      p.tie = tie.tie;
      p.span.end = tokens_.tokens[std::max(tie.last, who.last) - 1].span.end;
      p.text = std::string(p.span.in(r_.in.text()));
    }
    p.certainty = alleged() ? Certainty::kAlleged : Certainty::kAsserted;
    return p;
  }

  struct TieFound {
    Tie tie = Tie::kNone;
    std::uint32_t last = 0;  // the end of the party that they are tied to
  };

  // "gunmen affiliated with the Dorvan Front", "unknown gunmen": as worded. The party has to be somebody.
  TieFound tie_of(Range who) const {
    for (auto k = who.first; k <= who.last && k < s_.last; ++k) {
      const auto match = r_.words.actor_at.longest_at(tokens_, k);
      if (!match || r_.words.actors[match.value] != ActorWord::kTie) continue;
      const auto tie = r_.words.ties[match.value];
      if (tie == Tie::kUnidentified) {
        if (k < who.last) return {tie, who.last};
        continue;
      }
      const auto party = phrase(k + match.length);
      if (party.empty()) continue;
      auto last = std::max(who.last, party.last);
      if (const auto more = last < s_.last ? r_.words.actor_at.longest_at(tokens_, last) : PhraseTable::Match{};  // "linked to gunmen | loyal to …"
          more && r_.words.actors[more.value] == ActorWord::kTie && r_.words.ties[more.value] != Tie::kUnidentified)
        if (const auto further = phrase(last + more.length); !further.empty()) last = further.last;
      while (tokens_.tokens[last - 1].kind == TokenKind::kPunctuation) --last;
      if (last + 2 < s_.last && tokens_.norm(last) == "(" && tokens_.tokens[last + 1].all_capital && tokens_.norm(last + 2) == ")") last += 3;
      return {tie, last};
    }
    return {};
  }

  // "killed in the Merran army's air strikes": whose weapon it was.
  Range armed_with() const {
    for (auto k = link_.last; k + 1 < std::min(s_.last, link_.last + 5); ++k) {
      if (r_.clause(k) == ClauseWord::kBoundary || r_.roles[k].harm >= 0) return {};
      if (tokens_.norm(k) != "in" && tokens_.norm(k) != "during") continue;
      auto last = k + 1;
      bool armed = false;
      for (; last < s_.last && last < k + 9 && !ends_phrase(last); ++last) armed |= weapon(last);
      return armed ? somebody({k + 1, last}) : Range{};
    }
    return {};
  }

  // "The rebels took 40 passengers hostage": the subject of the verb before those taken.
  Range taker() const {
    constexpr std::uint32_t kNear = 3;  // tokens
    const auto effect = r_.harm(link_.harm).effect;
    if (effect != Effect::kAbducted && effect != Effect::kDetained) return {};
    for (auto k = link_.victims_first; k > s_.first && link_.victims_first - k < kNear; --k)
      if (r_.clause(k - 1) == ClauseWord::kLeave) return somebody(words_before(k - 1));
    return {};
  }

  // "the regime's massacre of villagers, with over 1,000 people killed": whose killing the sentence tells of.
  Range massacre_of() const {
    if (r_.harm(link_.harm).effect != Effect::kKilled) return {};
    for (auto k = s_.first + 2; k < s_.last; ++k) {
      const auto harm = r_.roles[k].harm;
      if (harm < 0 || tokens_.norm(k - 1) != "'s" || r_.harm(harm).effect != Effect::kKilled) continue;
      const auto form = r_.harm(harm).form;
      if ((form != HarmForm::kNominal && form != HarmForm::kActive) || k + r_.roles[k].harm_length >= s_.last || r_.clause(k + r_.roles[k].harm_length) != ClauseWord::kOf) continue;
      if (const auto who = somebody(words_before(k - 1)); !who.empty() && !covers_victims(who)) return who;
    }
    return {};
  }

  // "accused the army of an attack that killed nine": alleged, whatever else is said.
  std::vector<Perpetrator> blamed() const {
    for (auto k = s_.first; k < link_.first && k < s_.last; ++k) {
      const auto match = r_.words.actor_at.longest_at(tokens_, k);
      if (!match || r_.words.actors[match.value] != ActorWord::kBlame) continue;
      auto last = k + match.length;
      while (last < s_.last && last < k + 10 && !ends_phrase(last) && r_.clause(last) != ClauseWord::kOf) ++last;
      const auto who = somebody({k + match.length, last});
      if (who.empty()) continue;
      auto p = make(who);
      p.certainty = Certainty::kAlleged;
      return {p};
    }
    return {};
  }

  // "killed in clashes with the Dorvan Front"
  Range opponent() const {
    for (auto k = link_.last; k + 1 < std::min(s_.last, link_.last + 12); ++k) {
      const auto means = r_.words.means_at.longest_at(tokens_, k);
      if (!means || r_.words.means[means.value] != Means::kGroundFighting) continue;
      const auto with = k + means.length;
      if (with + 1 >= s_.last || tokens_.norm(with) != "with") continue;
      return phrase(with + 1);
    }
    return {};
  }

  Range phrase(std::uint32_t first) const {
    auto last = first;
    while (last < s_.last && last < first + 10 && !ends_phrase(last)) ++last;
    return somebody({first, last});
  }

  // The subject of a deed of war in the sentence ("gunmen opened fire").
  Range doer(ActorWord kind) const {
    for (auto k = s_.first; k < s_.last; ++k) {
      const auto match = r_.words.actor_at.longest_at(tokens_, k);
      if (!match || r_.words.actors[match.value] != kind) continue;
      if (const auto who = somebody(words_before(k)); !who.empty() && !covers_victims(who)) return who;
    }
    return {};
  }

  bool covers_victims(Range who) const { return who.first <= link_.victims_first && link_.victims_first < who.last; }

  bool actor(std::uint32_t k) const { return actor_length(k) > 0; }
  std::uint32_t actor_length(std::uint32_t k) const {
    if (const auto match = r_.words.actor_at.longest_at(tokens_, k); match && r_.words.actors[match.value] == ActorWord::kActor)
      return match.length;
    if (const auto listed = r_.in.know.actors.longest_at(tokens_, k);
        listed && (listed.actor->kind == "armed_group" || listed.actor->kind == "military"))
      return listed.length;
    const auto noun = r_.roles[k].noun;
    return noun >= 0 && r_.noun(noun).person && !r_.noun(noun).modifier ? 1 : 0;
  }
  bool weapon(std::uint32_t k) const {
    if (const auto match = r_.words.actor_at.longest_at(tokens_, k); match && r_.words.actors[match.value] == ActorWord::kActor) return false;
    const auto noun = r_.roles[k].noun;
    if (const auto means = r_.words.means_at.longest_at(tokens_, k)) {  // a bomber is the bomb's, gunmen are somebody
      if (noun < 0 || !r_.noun(noun).person || r_.words.means[means.value] == Means::kBombing) return true;
    }
    return noun >= 0 && !r_.noun(noun).person && !inside_name(k);
  }
  // "the Hill Guard": a thing with a capital that another follows is a part of a name.
  bool inside_name(std::uint32_t k) const {
    return !r_.capitals && k > s_.first && k + 1 < s_.last && tokens_.tokens[k].capital && tokens_.tokens[k + 1].capital;
  }
  bool name(std::uint32_t k) const {
    const auto& t = tokens_.tokens[k];
    if (t.kind != TokenKind::kWord || !t.capital || r_.capitals || r_.clause(k) != ClauseWord::kNone || r_.roles[k].date || r_.roles[k].place) return false;
    if (k + 1 < s_.last && r_.roles[k + 1].place && k != s_.first) return false;  // "Central Orlavia"
    return k != s_.first || t.all_capital || (k + 1 < s_.last && tokens_.tokens[k + 1].capital);
  }
  bool ends_phrase(std::uint32_t k) const {
    switch (r_.clause(k)) {
      case ClauseWord::kPreposition: case ClauseWord::kBy: case ClauseWord::kBoundary: case ClauseWord::kSay: case ClauseWord::kRelative: case ClauseWord::kPassive:
      case ClauseWord::kPassiveOne: case ClauseWord::kPassiveAny: case ClauseWord::kHave: case ClauseWord::kMaybe: case ClauseWord::kPart: case ClauseWord::kTo: return true;
      default: break;
    }
    const auto kind = tokens_.tokens[k].kind;
    const auto norm = tokens_.norm(k);
    return r_.roles[k].harm >= 0 || (kind == TokenKind::kPunctuation && norm != "-" && norm != "'" && norm != "/" && norm != "." );
  }

  // A phrase about somebody: cut to what names them where its head is a weapon ("Merran army helicopters").
  Range somebody(Range range) const {
    while (!range.empty() && (r_.clause(range.first) == ClauseWord::kAdverb || r_.clause(range.first) == ClauseWord::kAnd)) ++range.first;
    if (range.empty()) return {};
    bool weapons = false;
    auto last = range.last;
    for (auto k = range.first; k < range.last; ++k)
      if (weapon(k)) { weapons = true; last = std::min(last, k); }
    if (weapons) range.last = last;
    for (auto k = range.first; k < range.last; ++k)
      if (r_.roles[k].date) range.first = k + 1;  // a headline's date runs into the sentence
    bool known = false;
    auto cut = range.first, inside = range.first;
    for (auto k = range.first; k < range.last; ++k) {
      inside = std::max(inside, k + actor_length(k));
      const bool mine = k < inside || name(k);
      const bool loose =
          !mine && tokens_.tokens[k].kind == TokenKind::kWord && !tokens_.tokens[k].capital && r_.clause(k) == ClauseWord::kNone;
      if (known && loose && !r_.capitals && !actor_ahead(k, range.last)) break;  // the verb
      known |= mine;
      cut = k + 1;
    }
    while (cut > range.first && r_.clause(cut - 1) == ClauseWord::kOf) --cut;
    range.last = cut;
    if (!known || range.empty()) return {};
    const auto party = party_in(r_, {range.first, range.last});
    return {party.first, party.last};
  }

  // "ARVA, Merra (AP) - Gunmen": a dash with room around it ends a date line.
  bool after_dash(std::uint32_t k) const {
    const auto norm = tokens_.norm(k - 1);
    const bool dash = norm == "-" || norm == "--" || norm == "\xE2\x80\x93" || norm == "\xE2\x80\x94";
    return dash && tokens_.tokens[k - 1].space_before && tokens_.tokens[k].space_before;
  }

  bool deed_at(std::uint32_t k) const {
    const auto match = r_.words.actor_at.longest_at(tokens_, k);
    return match && r_.words.actors[match.value] == ActorWord::kDeed;
  }

  bool actor_ahead(std::uint32_t k, std::uint32_t last) const {
    return (k + 1 < last && actor(k + 1)) || (k + 2 < last && tokens_.norm(k + 1) == "-" && actor(k + 2));
  }

  Range after_by(std::uint32_t from, std::uint32_t to) const {
    for (auto k = from; k < to; ++k) {
      if (r_.clause(k) == ClauseWord::kBoundary || tokens_.norm(k) == ";" || (r_.roles[k].harm >= 0 && k > from)) return {};
      const bool launched = tokens_.norm(k) == "from" && k > s_.first && deed_at(k - 1);  // "bombs dropped from army helicopters"
      if (r_.clause(k) != ClauseWord::kBy && !launched) continue;
      auto first = k + 1;
      while (first < s_.last && r_.clause(first) == ClauseWord::kBy) ++first;
      return phrase(first);
    }
    return {};
  }

  // What stands before an active harm word in its clause.
  Range subject() const {
    auto end = link_.first;
    bool relative = false;
    while (end > s_.first) {
      const auto role = r_.clause(end - 1);
      relative |= role == ClauseWord::kRelative;
      if (role != ClauseWord::kHave && role != ClauseWord::kAdverb && role != ClauseWord::kPassive &&
          role != ClauseWord::kPassiveOne && role != ClauseWord::kPassiveAny && role != ClauseWord::kRelative &&
          role != ClauseWord::kAnd && tokens_.norm(end - 1) != ",")
        break;
      --end;
    }
    if (relative)  // "the army backs the militia, which killed …"
      if (const auto who = somebody(words_before(end)); !who.empty()) return who;
    auto begin = end;
    while (begin > s_.first) {
      const auto role = r_.clause(begin - 1);
      if (role == ClauseWord::kBoundary || role == ClauseWord::kSay || after_dash(begin)) break;
      --begin;
    }
    if (const auto by = after_by(begin, end); !by.empty()) return by;
    auto core = begin;
    while (core < end && (r_.clause(core) == ClauseWord::kPreposition || tokens_.norm(core) == ",")) {  // "On Monday, rebels …"
      while (core < end && tokens_.norm(core) != ",") ++core;
      while (core < end && tokens_.norm(core) == ",") ++core;
    }
    if (core >= end) return {};
    auto last = core;
    while (last < end && last < core + 12 && (!ends_phrase(last) || last == core)) ++last;
    return somebody({core, last});
  }

  bool alleged() const {
    for (auto k = s_.first; k < s_.last; ++k)
      if (const auto match = r_.words.actor_at.longest_at(tokens_, k); match && r_.words.actors[match.value] == ActorWord::kAlleged) return true;
    return false;
  }

  const HarmReading& r_;
  const Tokens& tokens_;
  const Sentence& s_;
  const HarmLink& link_;
};

}  // namespace

std::vector<Perpetrator> find_perpetrators(const HarmReading& reading, const Sentence& sentence, const HarmLink& link) {
  return PerpetratorReader(reading, sentence, link).run();
}

std::optional<Perpetrator> party_after(const HarmReading& reading, const Sentence& sentence, std::uint32_t token) {
  return PerpetratorReader(reading, sentence, {}).after(token);
}

std::optional<Perpetrator> party_before(const HarmReading& reading, const Sentence& sentence, std::uint32_t token) {
  return PerpetratorReader(reading, sentence, {}).before(token);
}

PartyRange subject_before(const HarmReading& reading, const Sentence& sentence, std::uint32_t token) {
  const auto words = PerpetratorReader(reading, sentence, {}).words_before(token);
  return {words.first, words.last};
}

}  // namespace attest
