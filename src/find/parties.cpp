#include "find/parties.h"

#include <algorithm>
#include <array>

namespace attest {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class PartyReader {
 public:
  PartyReader(const HarmReading& r, PartyRange range)
      : r_(r),
        tokens_(r.in.tokens),
        s_(tokens_.sentences[std::min(tokens_.sentence_of(range.first), tokens_.sentences.size() - 1)]),
        range_(range) {}

  PartyRange run() {
    range_.last = std::min(range_.last, s_.last);
    skip_furniture();
    skip_dateline();
    if (range_.empty() || !skip_holder()) return {};
    trim();
    if (range_.empty() || begins_with_deed() || kind(range_.first) == "nobody" || blames()) return {};
    if (takes_party()) ++range_.first;
    if (!names_party()) return {};
    complete_name();
    return range_;
  }

 private:
  std::string_view kind(std::uint32_t k, std::uint32_t* length = nullptr) const { return word_kind(r_, words_, k, length); }
  const Token& token(std::uint32_t k) const { return tokens_.tokens[k]; }
  ActorWord actor_word(std::uint32_t k, bool& found) const {
    const auto match = r_.words.actor_at.longest_at(tokens_, k);
    found = static_cast<bool>(match);
    return match ? r_.words.actors[match.value] : ActorWord::kActor;
  }
  bool is(std::uint32_t k, ActorWord word) const {
    bool found = false;
    return actor_word(k, found) == word && found;
  }

  // "Tags Arva Police A bomber …", "12 Related Raiders Shell Arva": the capitals after such a word are the page's, up to the one
  // that opens the sentence proper.
  void skip_furniture() {
    for (auto k = s_.first; k < range_.last; ++k) {
      if (!token(k).capital || kind(k) != "furniture") continue;
      furniture_ = true;
      auto end = k + 1;
      while (end < s_.last && (token(end).capital || token(end).kind != TokenKind::kWord)) ++end;
      if (end < s_.last && token(end - 1).capital) --end;
      range_.first = std::max(range_.first, std::max(end, k + 1));
    }
  }

  // "Arva MNA-Gunmen": an agency before a dash ends a date line.
  void skip_dateline() {
    for (auto k = range_.first; k + 1 < range_.last; ++k)
      if (const auto listed = r_.in.know.actors.longest_at(tokens_, k);
          listed && tail_of_kind(listed.actor->kind) == Tail::kTeller && tokens_.norm(k + listed.length) == "-")
        range_.first = k + listed.length + 1;
  }

  // "the rebel-held town of Arva": who holds a place has done nothing by that. False where nobody else is left.
  bool skip_holder() {
    for (auto k = range_.first; k <= range_.last && k + 1 < s_.last; ++k)
      if (tokens_.norm(k) == "-" && kind(k + 1) == "held") range_.first = k + 2;
    return !range_.empty();
  }

  void trim() {
    for (bool again = true; again && !range_.empty();) {
      again = false;
      std::uint32_t length = 1;
      const auto first = range_.first;
      if (tokens_.norm(first) == "(") {  // a credit; a bracket that is closed stands before the words
        auto close = first;
        while (close < range_.last && tokens_.norm(close) != ")") ++close;
        range_.first = close < range_.last ? close + 1 : range_.last;
        again = true;
      } else if (token(first).kind == TokenKind::kPunctuation || token(first).kind == TokenKind::kQuote ||
                 token(first).kind == TokenKind::kSymbol || kind(first, &length) == "aside") {
        range_.first += length;
        again = true;
      } else if (r_.clause(first) == ClauseWord::kThe && first + 1 < range_.last && kind(first + 1, &length) == "aside") {
        range_.first += 1 + length;
        again = true;
      }
    }
    while (!range_.empty()) {
      const auto last = range_.last - 1;
      const auto what = kind(last);
      if (token(last).kind == TokenKind::kWord || token(last).kind == TokenKind::kNumber) {
        if (what != "aside" && what != "joint" && r_.clause(last) != ClauseWord::kAnd && r_.clause(last) != ClauseWord::kThe &&
            r_.clause(last) != ClauseWord::kOf)
          break;
      } else if (tokens_.norm(last) == ")" && has_open_bracket()) {
        break;
      }
      range_.last = last;
    }
  }

  bool has_open_bracket() const {
    for (auto k = range_.first; k < range_.last; ++k)
      if (tokens_.norm(k) == "(") return true;
    return false;
  }

  // "hit a police", "losses of gunmen": the deed and what it befell.
  bool begins_with_deed() const {
    const auto k = range_.first;
    if (token(k).capital && k != s_.first) return false;
    return r_.roles[k].harm >= 0 || is(k, ActorWord::kDeed) || (takes_object() && !takes_party());
  }

  // A word that nothing is known of before an article is a verb; one in -ing may take whoever is meant ("backing the militia").
  bool takes_object() const {
    const auto k = range_.first;
    std::uint32_t length = 1;
    if (k + 1 >= range_.last || token(k).capital || r_.clause(k) != ClauseWord::kNone || r_.roles[k].noun >= 0 ||
        tail_at(k, length) != Tail::kNothing)
      return false;
    return r_.clause(k + 1) == ClauseWord::kThe || r_.clause(k + 1) == ClauseWord::kOne;
  }
  bool takes_party() const {
    const auto k = range_.first;
    return takes_object() && k < r_.in.parse.words.size() && r_.in.parse.words[k].xpos == Xpos::kVBG;
  }

  // "the opposition accused the army": who accuses is not who did it.
  bool blames() const {
    for (auto k = range_.first; k < range_.last; ++k)
      if (is(k, ActorWord::kBlame)) return true;
    return false;
  }

  enum class Tail : std::uint8_t { kNothing, kName, kParty, kHarmed, kTeller };

  static Tail tail_of_kind(std::string_view kind) {
    if (kind == "person") return Tail::kName;
    return one_of(kind, {"government", "military", "armed_group", "police", "international"}) ? Tail::kParty : Tail::kTeller;
  }

  Tail tail_of_noun(std::uint32_t k) const {
    const NounWord& noun = r_.noun(r_.roles[k].noun);
    if (!noun.person || noun.modifier) return Tail::kNothing;
    const bool police = std::find(noun.groups.begin(), noun.groups.end(), "police") != noun.groups.end();
    if (noun.status == VictimStatus::kCombatant || police) return Tail::kParty;
    return noun.title ? Tail::kNothing : Tail::kHarmed;
  }

  // What the words from `k` on stand for; `length` gets how many they are.
  Tail tail_at(std::uint32_t k, std::uint32_t& length) const {
    length = 1;
    if (const auto listed = r_.in.know.actors.longest_at(tokens_, k)) {
      length = listed.length;
      return tail_of_kind(listed.actor->kind);
    }
    const auto what = kind(k, &length);
    if (what == "attacker" || what == "state" || what == "ruling") return Tail::kParty;
    if (what == "harmed") return Tail::kHarmed;
    if (what == "teller") return Tail::kTeller;
    if (!what.empty() && what != "article" && what != "generic" && what != "creed") return Tail::kNothing;
    length = 1;
    if (const auto match = r_.words.actor_at.longest_at(tokens_, k); match && r_.words.actors[match.value] == ActorWord::kActor) {
      length = match.length;
      return Tail::kParty;
    }
    if (r_.roles[k].noun >= 0) {
      length = std::max<std::uint32_t>(1, r_.roles[k].noun_length);
      return tail_of_noun(k);
    }
    const bool name = token(k).kind == TokenKind::kWord && token(k).capital && r_.clause(k) == ClauseWord::kNone && !is_people(k);
    return name ? Tail::kName : Tail::kNothing;
  }

  // A people or faith is nobody who did it.
  bool is_people(std::uint32_t k) const {
    const RuleFile* peoples = r_.in.know.lexicon.find("peoples");
    return peoples && static_cast<bool>(peoples->table.longest_at(tokens_, k));
  }

  // The last word that tells who decides: "a group of civilians" are civilians, "members of the Dorvan Front" the front's.
  bool names_party() const {
    Tail tail = Tail::kNothing;
    bool armed = false, teller = false, party = false;
    std::uint32_t length = 1;
    for (auto k = range_.first; k < range_.last; k += length) {
      const Tail here = tail_at(k, length);
      armed |= kind(k) == "armed";
      teller |= here == Tail::kTeller;
      party |= here == Tail::kParty;
      if (here == Tail::kNothing || (here == Tail::kName && tail != Tail::kNothing)) continue;
      tail = here;
    }
    if (tail == Tail::kHarmed) return armed;
    if (teller) return false;
    if (party) return true;
    return tail == Tail::kName && !furniture_ &&
           (r_.capitals || range_.first != s_.first || token(range_.first).all_capital || range_.last - range_.first > 1);
  }

  // "Jaish al-Dorvan" cut at its particle.
  void complete_name() {
    const auto last = range_.last;
    if (!token(last - 1).capital || last + 1 >= s_.last || kind(last) != "particle") return;
    if (token(last + 1).capital) range_.last = last + 2;
    else if (last + 2 < s_.last && tokens_.norm(last + 1) == "-" && token(last + 2).capital) range_.last = last + 3;
  }

  const HarmReading& r_;
  const Tokens& tokens_;
  const Sentence& s_;
  PartyRange range_;
  const RuleFile* words_ = r_.in.know.lexicon.find("parties");
  bool furniture_ = false;  // the page's words stand before it: a name alone may be one of them
};

}  // namespace

std::string_view word_kind(const HarmReading& reading, const RuleFile* words, std::uint32_t token, std::uint32_t* length) {
  if (!words || token >= reading.in.tokens.size()) return {};
  const auto match = words->table.longest_at(reading.in.tokens, token);
  if (!match) return {};
  if (length) *length = match.length;
  return words->rules[match.value].value("kind");
}

PartyRange party_in(const HarmReading& reading, PartyRange range) {
  if (range.empty() || !reading.in.know.lexicon.find("parties")) return range;
  return PartyReader(reading, range).run();
}

}  // namespace attest
