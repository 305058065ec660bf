#include "find/accusations.h"

#include <algorithm>

#include "find/accusation_parties.h"
#include "find/perpetrators.h"

namespace attest {
namespace {

constexpr std::uint32_t kNear = 8;      // tokens between a word and what it governs
constexpr std::uint32_t kContent = 18;  // tokens of what somebody is accused of

class AccusationReader {
 public:
  AccusationReader(const HarmReading& r, const std::vector<Mention>& places) : r_(r), tokens_(r.in.tokens), parties_(r, places) {}

  std::vector<Claim> run() {
    if (!words_) return {};
    for (const Sentence& s : tokens_.sentences) read_sentence(s);
    for (const Claimant& c : find_claimants(r_).all) {
      s_ = &tokens_.sentences[c.sentence];
      const auto k = static_cast<std::uint32_t>(tokens_.token_at(c.who.span.begin));
      add("claim", c.who, {}, k, k + 1, Effect::kAffected)->background |= c.of_earlier;
    }
    std::stable_sort(out_.begin(), out_.end(), [](const Claim& a, const Claim& b) { return a.span < b.span; });
    return std::move(out_);
  }

 private:
  std::string_view kind(std::uint32_t k, std::uint32_t* length = nullptr) const { return word_kind(r_, words_, k, length); }

  void read_sentence(const Sentence& s) {
    s_ = &s;
    taken_ = 0;
    const bool unsure = read_unsure();
    std::uint32_t length = 1;
    for (auto k = s.first; k < s.last; k += length) {
      length = 1;
      const auto what = kind(k, &length);
      if (what == "unclaimed") add("unknown", std::nullopt, {}, k, k + length, Effect::kAffected);
      else if (what == "described") described(k, length);
      else if (what.empty() || unsure || unreal(k)) continue;
      else if (what == "blame") blame(k, length);
      else if (what == "hold") hold(k, length);
      else if (what == "crime" || what == "attack" || what == "hands") deed_by(k, length, what);
      else if (what == "commit") commit(k, length);
      else if (what == "involved") involved(k, length);
      else if (what == "label") label(k, length);
      else if (what == "targets") targets(k, length);
      else if (what == "launch") launch(k, length);
    }
  }

  // "It was not clear whether the strikes had been carried out by …": whoever is named after that is said to have done nothing.
  bool read_unsure() {
    for (auto k = s_->first; k < s_->last; ++k) {
      std::uint32_t length = 1;
      if (kind(k, &length) != "unsure") continue;
      auto asks = k + length;
      while (asks < std::min(s_->last, k + length + 3) && kind(asks) != "asks") ++asks;
      if (asks >= s_->last || kind(asks) != "asks") continue;
      for (auto i = asks + 1; i < s_->last; ++i) {
        const auto what = kind(i);
        if (what != "behind" && what != "launch" && what != "commit" && what != "responsible" && what != "involved") continue;
        add("unknown", std::nullopt, {}, k, i + 1, Effect::kAffected);
        return true;
      }
    }
    return false;
  }

  bool unreal(std::uint32_t k) const {
    for (auto i = k; i > s_->first && i + 3 > k; --i)
      if (r_.clause(i - 1) == ClauseWord::kMaybe || r_.clause(i - 1) == ClauseWord::kNot) return true;
    return false;
  }

  bool passive(std::uint32_t k) const {
    for (auto i = k; i > s_->first && i + 3 > k; --i) {
      const auto role = r_.clause(i - 1);
      if (role == ClauseWord::kPassive || role == ClauseWord::kPassiveOne || role == ClauseWord::kPassiveAny) return true;
      if (role != ClauseWord::kAdverb) return false;
    }
    return false;
  }

  std::uint32_t token_after(const Perpetrator& p) const {
    auto k = static_cast<std::uint32_t>(tokens_.token_at(p.span.begin));
    while (k < s_->last && tokens_.tokens[k].span.begin < p.span.end) ++k;
    return k;
  }

  bool tells_harm(std::uint32_t first, std::uint32_t last) const {
    for (auto k = first; k < last; ++k) {
      const auto what = kind(k);
      if (what == "crime" || what == "attack" || r_.roles[k].harm >= 0) return true;
      if (const auto deed = r_.words.actor_at.longest_at(tokens_, k); deed && r_.words.actors[deed.value] == ActorWord::kDeed)
        return true;
    }
    return false;
  }

  // What an accusation speaks of: the words after "of", "for"; else what the sentence and the one before tell.
  bool about_harm(std::uint32_t next) const {
    const bool content = next < s_->last && (r_.clause(next) == ClauseWord::kOf || tokens_.norm(next) == "for");
    if (content) return tells_harm(next, std::min(s_->last, next + kContent));
    const auto index = static_cast<std::size_t>(s_ - tokens_.sentences.data());
    const auto first = index > 0 ? tokens_.sentences[index - 1].first : s_->first;
    return tells_harm(first, s_->last);
  }

  std::optional<Perpetrator> party(std::uint32_t k) const { return parties_.party(*s_, k); }
  PartyRange accuser(std::uint32_t k) const { return parties_.accuser(*s_, k); }

  void blame(std::uint32_t k, std::uint32_t length) {
    if (passive(k)) return;
    auto who = party(k + length);
    if (!who || !about_harm(token_after(*who))) return;
    const auto by = accuser(k);
    if (by.empty()) return;
    who->certainty = Certainty::kAlleged;
    add("blame", std::move(who), by, k, k + length, Effect::kAffected);
  }

  void hold(std::uint32_t k, std::uint32_t length) {
    if (passive(k) || (k > s_->first && r_.clause(k - 1) == ClauseWord::kTo)) return;
    auto who = party(k + length);
    if (!who) return;
    const auto from = token_after(*who);
    bool responsible = false;
    for (auto i = from; i < std::min(s_->last, from + kNear); ++i) responsible |= kind(i) == "responsible";
    const auto by = accuser(k);
    if (!responsible || by.empty()) return;
    who->certainty = Certainty::kAlleged;
    add("blame", std::move(who), by, k, k + length, Effect::kAffected);
  }

  // "massacres by the Front", "war crimes committed by forces of …", "attacks, reportedly by …".
  void deed_by(std::uint32_t k, std::uint32_t length, std::string_view what) {
    auto i = k + length;
    bool committed = what == "crime" || what == "hands", verb = false;
    for (; i < std::min(s_->last, k + length + 6); ++i) {
      std::uint32_t n = 1;
      if (r_.clause(i) == ClauseWord::kBy) break;
      if (kind(i, &n) == "commit") {
        committed = verb = true;
        i += n - 1;
      } else if (hedge(i)) {
        committed = true;
      } else if (tokens_.norm(i) != "," && r_.clause(i) != ClauseWord::kPassive && r_.clause(i) != ClauseWord::kHave &&
                 r_.clause(i) != ClauseWord::kBoundary && r_.clause(i) != ClauseWord::kRelative) {
        break;
      }
    }
    const bool by = i < s_->last && r_.clause(i) == ClauseWord::kBy;
    if (!committed || (!by && what != "hands" && !verb)) return;
    auto who = party(what == "hands" ? k + length : by ? i + 1 : i);
    if (!who) return;
    const auto after = token_after(*who);
    Claim* deed = add("deed", std::move(who), {}, k, i, effect_at(k));
    if (deed && what == "attack") attacked(*deed, after);
  }

  // "militias began targeting villagers"
  void targets(std::uint32_t k, std::uint32_t length) {
    if (passive(k)) return;
    for (auto i = k + length; i < std::min(s_->last, k + length + kNear); ++i) {
      if (r_.clause(i) == ClauseWord::kBoundary || r_.clause(i) == ClauseWord::kPreposition) return;
      const auto noun = r_.roles[i].noun;
      if (noun < 0 || !r_.noun(noun).person || r_.noun(noun).status != VictimStatus::kCivilian) continue;
      if (auto who = doer(k)) add("deed", std::move(who), {}, k, i + 1, Effect::kAffected);
      return;
    }
  }

  // The party before a verb; "people linked to the Front", of whom the verb is told, are not the Front.
  std::optional<Perpetrator> doer(std::uint32_t k) const {
    if (auto who = party_before(r_, *s_, k)) return who;
    constexpr std::uint32_t kWords = 12;
    for (auto i = std::max(s_->first, k > kWords ? k - kWords : 0); i < k; ++i)
      if (auto tied = party(i); tied && tied->tie != Tie::kNone && token_after(*tied) <= k && token_after(*tied) + 2 >= k) return tied;
    return std::nullopt;
  }

  // "fighters loyal to the former president launched attacks on army posts": who is hit, where it is a party.
  void launch(std::uint32_t k, std::uint32_t length) {
    if (passive(k)) return;
    for (auto i = k + length; i < std::min(s_->last, k + length + kNear); ++i) {
      std::uint32_t n = 1;
      if (r_.clause(i) == ClauseWord::kBoundary || r_.clause(i) == ClauseWord::kBy) return;
      if (kind(i, &n) != "attack") continue;
      auto last = i + n + 1;
      bool of_party = false;
      if (i + n >= s_->last || kind(i + n) != "upon") return;
      for (; last < std::min(s_->last, i + n + kNear) && r_.clause(last) != ClauseWord::kPreposition && tokens_.norm(last) != ","; ++last)
        of_party |= kind(last) == "post";
      auto who = of_party ? doer(k) : std::nullopt;
      if (!who) return;
      while (last > i + n + 1 && tokens_.tokens[last - 1].kind != TokenKind::kWord) --last;
      if (Claim* deed = add("deed", std::move(who), {}, k, i + n, Effect::kAffected))
        deed->victims.text = std::string(Span{tokens_.tokens[i + n + 1].span.begin, tokens_.tokens[last - 1].span.end}.in(r_.in.text()));
      return;
    }
  }

  // "attacks, reportedly by fighters of the Front, on the checkpoints of the army": whom they hit.
  void attacked(Claim& deed, std::uint32_t k) const {
    while (k < s_->last && (tokens_.norm(k) == "," || tokens_.tokens[k].kind == TokenKind::kQuote)) ++k;
    if (k >= s_->last || kind(k) != "upon") return;
    if (const auto whom = party(k + 1)) deed.victims.text = whom->text;
  }

  Effect effect_at(std::uint32_t k) const {
    const auto match = words_->table.longest_at(tokens_, k);
    return match ? parse_effect(words_->rules[match.value].value("effect")).value_or(Effect::kAffected) : Effect::kAffected;
  }

  // "militants have perpetrated massacres"; "the strikes were carried out by the army".
  void commit(std::uint32_t k, std::uint32_t length) {
    auto i = k + length;
    while (i < s_->last && hedge(i)) ++i;
    if (i < s_->last && r_.clause(i) == ClauseWord::kBy) {
      if (!tells_harm(s_->first, k)) return;
      if (auto who = party(i + 1)) add("deed", std::move(who), {}, k, i, Effect::kAffected);
      return;
    }
    if (passive(k)) return;
    for (i = k + length; i < std::min(s_->last, k + length + kNear); ++i) {
      if (r_.clause(i) == ClauseWord::kBoundary || r_.clause(i) == ClauseWord::kBy) return;
      if (kind(i) != "crime") continue;
      if (auto who = party_before(r_, *s_, k)) add("deed", std::move(who), {}, k, i + 1, effect_at(i));
      else if (auto first = party(s_->first)) add("deed", std::move(first), {}, k, i + 1, effect_at(i));
      return;
    }
  }

  void involved(std::uint32_t k, std::uint32_t length) {
    if (!tells_harm(s_->first, s_->last)) return;
    auto who = doer(k);
    if (!who || token_after(*who) + 2 < k) return;  // "officials believe Orlavian jets were responsible": not the officials
    who->certainty = Certainty::kAlleged;
    add("involved", std::move(who), {}, k, k + length, Effect::kAffected);
  }

  // "the perpetrators … that they are gunmen of the Front"
  void described(std::uint32_t k, std::uint32_t length) {
    bool of_doers = false;
    for (auto i = s_->first; i < k; ++i) of_doers |= kind(i) == "behind";
    auto who = of_doers ? party(k + length) : std::nullopt;
    if (!who) return;
    who->certainty = Certainty::kAlleged;
    add("label", std::move(who), {}, k, k + length, Effect::kAffected);
  }

  // "called the perpetrators of the massacre “radical militants”"
  void label(std::uint32_t k, std::uint32_t length) {
    for (auto i = k + length; i < std::min(s_->last, k + length + kNear); ++i) {
      if (tokens_.tokens[i].kind != TokenKind::kQuote && tokens_.norm(i) != "as") continue;
      auto who = party(i + 1);
      const auto by = accuser(k);
      if (!who || by.empty()) return;
      who->certainty = Certainty::kAlleged;
      add("label", std::move(who), by, k, k + length, Effect::kAffected);
      return;
    }
  }

  bool hedge(std::uint32_t k) const { return hedges_ && static_cast<bool>(hedges_->table.longest_at(tokens_, k)); }

  // The accusation as it was added; nullptr where whom it names was taken by another word.
  Claim* add(std::string_view rule, std::optional<Perpetrator> who, PartyRange by, std::uint32_t first, std::uint32_t last,
             Effect effect) {
    const auto span_of = [&](std::uint32_t from, std::uint32_t to) {
      return Span{tokens_.tokens[from].span.begin, tokens_.tokens[std::max(to, from + 1) - 1].span.end};
    };
    Claim c;
    c.span = span_of(first, last);
    c.sentence = s_->span;
    c.effect = effect;
    c.rule = "accusation." + std::string(rule);
    if (who) {
      const auto at = static_cast<std::uint32_t>(tokens_.token_at(who->span.begin));
      if (rule != "claim" && at < taken_) return nullptr;  // named by another word already
      taken_ = std::max(taken_, at + 1);
      if (at > s_->first && word_kind(r_, naming_, at - 1) == "former") {  // "former soldiers" are not soldiers
        who->span.begin = tokens_.tokens[at - 1].span.begin;
        who->text = std::string(who->span.in(r_.in.text()));
      }
      c.span = {std::min(c.span.begin, who->span.begin), std::max(c.span.end, who->span.end)};
      if (!who->certainty) who->certainty = Certainty::kAsserted;
      for (auto k = s_->first; k < at; ++k)
        if (hedge(k)) who->certainty = Certainty::kAlleged;
    }
    if (!by.empty() && !pronoun(by)) {  // "he blamed": whoever speaks there is found as speech is
      const Span accuser_span = span_of(by.first, by.last);
      c.span.begin = std::min(c.span.begin, accuser_span.begin);
      c.attribution.push_back(parties_.source(*s_, by, first));
      who->asserted_by = c.attribution.back().text;
    }
    if (who) c.perpetrators.push_back(std::move(*who));
    // What somebody is blamed for may reach back; the blame is of this happening. So is a deed that somebody condemns.
    for (auto k = s_->first; k < s_->last && rule != "blame"; ++k)
      c.background |= kind(k) != "condemn" && r_.words.background_at.longest_at(tokens_, k);
    if (!c.perpetrators.empty()) c.background |= former(c.perpetrators.front().span);
    c.confidence = r_.words.confidence.of(c, false);
    out_.push_back(std::move(c));
    return &out_.back();
  }

  bool pronoun(PartyRange by) const {
    const auto match = speech_ && by.last - by.first == 1 ? speech_->table.longest_at(tokens_, by.first) : PhraseTable::Match{};
    if (!match) return false;
    const auto word_class = speech_->rules[match.value].value("class");
    return word_class == "person" || word_class == "thing";
  }

  // What "the former government" did was before what the report tells.
  bool former(Span who) const {
    const auto at = who.empty() ? 0 : static_cast<std::uint32_t>(tokens_.token_at(who.begin));
    for (auto k = at; k < s_->last && tokens_.tokens[k].span.begin < who.end; ++k)  // "former soldiers" are somebody of today
      if (r_.roles[k].noun >= 0 && r_.noun(r_.roles[k].noun).person && !r_.noun(r_.roles[k].noun).modifier) return false;
    return (at > s_->first && word_kind(r_, naming_, at - 1) == "former") || word_kind(r_, naming_, at) == "former";
  }

  const HarmReading& r_;
  const Tokens& tokens_;
  const RuleFile* words_ = r_.in.know.lexicon.find("accusations");
  const RuleFile* naming_ = r_.in.know.lexicon.find("naming");
  const RuleFile* speech_ = r_.in.know.lexicon.find("speech_words");
  const RuleFile* hedges_ = r_.in.know.lexicon.find("hedges");
  const AccusationParties parties_;
  const Sentence* s_ = nullptr;
  std::uint32_t taken_ = 0;  // whoever is named before this token was taken
  std::vector<Claim> out_;
};

}  // namespace

std::vector<Claim> find_accusations(const HarmReading& reading, const std::vector<Mention>& places) {
  return AccusationReader(reading, places).run();
}

}  // namespace attest
