#include <algorithm>

#include "find/accusations.h"
#include "find/perpetrators.h"

namespace attest {
namespace {

constexpr std::uint32_t kObject = 8;   // tokens from "claims" to the attack
constexpr std::uint32_t kSaid = 10;    // tokens from "said" to "its fighters"
constexpr std::uint32_t kPaper = 600;  // bytes from a claimer to "the claim"

class ClaimantReader {
 public:
  explicit ClaimantReader(const HarmReading& r) : r_(r), tokens_(r.in.tokens) {}

  Claimants run() {
    if (!words_) return {};
    for (std::uint32_t s = 0; s < tokens_.sentences.size(); ++s) {
      const Sentence& sentence = tokens_.sentences[s];
      std::uint32_t length = 1;
      for (auto k = sentence.first; k < sentence.last; k += length) read(s, k, length);
    }
    return std::move(out_);
  }

 private:
  std::string_view kind(std::uint32_t k, std::uint32_t* length = nullptr) const { return word_kind(r_, words_, k, length); }

  void read(std::uint32_t s, std::uint32_t k, std::uint32_t& length) {
    const Sentence& sentence = tokens_.sentences[s];
    length = 1;
    const auto what = kind(k, &length);
    std::optional<Perpetrator> who;
    if (what == "unclaimed") out_.unclaimed = true;
    else if (what == "claimed" || (what == "claims" && claims_attack(sentence, k + length))) who = party_before(r_, sentence, k);
    else if (what == "claimed_by" && !of_others(sentence, k)) who = party_after(r_, sentence, k + length);
    else if (what == "own") who = teller_of(sentence, k);
    if (!who || vague_again(*who)) return;
    who->certainty = Certainty::kAsserted;
    who->asserted_by = who->text;
    // "That raid was claimed by the Front, which said three of its fighters …": all of it is of that one.
    const bool goes_on = !out_.all.empty() && out_.all.back().sentence == s && out_.all.back().of_earlier;
    out_.all.push_back({std::move(*who), s, goes_on || (what == "claimed_by" && of_earlier(sentence, k))});
  }

  // "claims the double bomb attack", never "claimed the lives of", "claimed that", "claimed was an attack", "has claimed previous
  // attacks".
  bool claims_attack(const Sentence& sentence, std::uint32_t k) const {
    for (auto i = k; i < std::min(sentence.last, k + kObject); ++i) {
      if (kind(i) == "attack") return true;
      const auto role = r_.clause(i);
      if (kind(i) == "earlier" || role == ClauseWord::kPassive || role == ClauseWord::kPassiveOne ||
          role == ClauseWord::kPassiveAny || r_.roles[i].harm >= 0 || role == ClauseWord::kBoundary || role == ClauseWord::kSay ||
          role == ClauseWord::kRelative || role == ClauseWord::kHave)
        return false;
    }
    return false;
  }

  // "The Front said three of its fighters attacked": a party that tells of its own deed.
  std::optional<Perpetrator> teller_of(const Sentence& sentence, std::uint32_t own) const {
    bool deed = false;
    for (auto i = own; i < sentence.last && !deed; ++i) {
      const auto match = r_.words.actor_at.longest_at(tokens_, i);
      deed = (match && r_.words.actors[match.value] == ActorWord::kDeed) || kind(i) == "attack" || kind(i) == "commit" ||
             kind(i) == "behind";
    }
    if (!deed) return std::nullopt;
    for (auto i = own; i > sentence.first && i + kSaid > own; --i)
      if (r_.clause(i - 1) == ClauseWord::kSay) return party_before(r_, sentence, i - 1);
    return std::nullopt;
  }

  // "the group" after "the Dorvan Front": whoever claimed before goes on.
  bool vague_again(const Perpetrator& p) const {
    if (out_.all.empty()) return false;
    const auto first = static_cast<std::uint32_t>(tokens_.token_at(p.span.begin)),
               last = static_cast<std::uint32_t>(tokens_.token_at(p.span.end - 1));
    for (auto k = first + 1; k <= last; ++k)
      if (tokens_.tokens[k].capital) return false;
    return !tokens_.tokens[first].all_capital && (last > first || !tokens_.tokens[first].capital);
  }

  // "attacks, many of which were claimed by the Front": no claim of what is told here.
  bool of_others(const Sentence& sentence, std::uint32_t k) const {
    constexpr std::uint32_t kNear = 6;
    for (auto i = k; i > sentence.first + 3 && i + kNear > k; --i)
      if (kind(i - 1) == "earlier") return true;
    return false;
  }

  bool of_earlier(const Sentence& sentence, std::uint32_t k) const {
    for (auto i = sentence.first; i < std::min(k, sentence.first + 3); ++i)
      if (kind(i) == "earlier") return true;
    return false;
  }

  const HarmReading& r_;
  const Tokens& tokens_;
  const RuleFile* words_ = r_.in.know.lexicon.find("accusations");
  Claimants out_;
};

// Whether the folded words of a text are a phrase of this kind.
bool is_phrase(const RuleFile& words, std::string_view text, std::initializer_list<std::string_view> kinds) {
  const std::string folded = fold_phrase(text);
  for (const Rule& rule : words.rules)
    if (std::find(kinds.begin(), kinds.end(), rule.value("kind")) != kinds.end() &&
        std::find(rule.words.begin(), rule.words.end(), folded) != rule.words.end())
      return true;
  return false;
}

const Perpetrator* claimer_before(const std::vector<Claim>& claims, Span at) {
  const Perpetrator* best = nullptr;
  for (const Claim& c : claims)
    for (const Perpetrator& p : c.perpetrators)
      if (!p.asserted_by.empty() && p.asserted_by == p.text && p.span.end <= at.begin && p.span.end + kPaper > at.begin &&
          (!best || best->span.end < p.span.end))
        best = &p;
  return best;
}

void speak_for(const FindInput& in, const Perpetrator& claimer, Source& source) {
  source.text = claimer.text;
  source.named = true;
  source.kind = "armed_group";
  source.rule = "source.claim";
  for (auto k = in.tokens.token_at(claimer.span.begin); k < in.tokens.size() && in.tokens.tokens[k].span.begin < claimer.span.end;
       ++k)
    if (const auto listed = in.know.actors.longest_at(in.tokens, k)) {
      source.entity = listed.actor->id;
      source.kind = listed.actor->kind;
      return;
    }
}

}  // namespace

Claimants find_claimants(const HarmReading& reading) { return ClaimantReader(reading).run(); }

const Claimant* Claimants::covering(std::uint32_t sentence) const {
  for (const Claimant& c : all)
    if (c.sentence == sentence || (c.of_earlier && c.sentence == sentence + 1)) return &c;
  if (unclaimed) return nullptr;
  for (const Claimant& c : all)
    if (!c.of_earlier) return &c;
  return nullptr;
}

std::vector<Claim> settle_claimers(const FindInput& in, std::vector<Claim> claims) {
  const RuleFile* words = in.know.lexicon.find("accusations");
  if (!words) return claims;
  for (Claim& claim : claims) {
    const auto claims_deed = [&](const Source& s) {
      return is_phrase(*words, s.cue, {"claims", "claimed"}) &&
             std::any_of(claim.perpetrators.begin(), claim.perpetrators.end(), [&](const Perpetrator& p) {
               return !p.asserted_by.empty() && p.asserted_by == p.text && claim.sentence.contains(p.span) &&
                      s.span.overlaps(p.span);
             });
    };
    if (std::erase_if(claim.attribution, claims_deed) > 0 && claim.attribution.empty())
      claim.certainty = claim.origin_certainty = Certainty::kAsserted;
    for (Source& s : claim.attribution) {
      if (s.named || !is_phrase(*words, s.text, {"paper"})) continue;
      if (const Perpetrator* who = claimer_before(claims, s.span)) speak_for(in, *who, s);
    }
  }
  return claims;
}

}  // namespace attest
