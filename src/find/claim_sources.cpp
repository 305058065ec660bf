#include <algorithm>
#include <map>

#include "find/claim_floor.h"

namespace attest {
namespace {

Span anchor_of(const Claim& claim) { return claim.count ? claim.count->span : claim.span; }

// The speech that holds the claim: the one with the longest chain, then the shortest words. Own voice: nullptr.
const Quote* speech_around(const Speech& speech, Span anchor) {
  const Quote* best = nullptr;
  for (auto it = first_near(speech.quotes, anchor.begin); it != speech.quotes.end(); ++it) {
    const Quote& q = *it;
    if (q.span.begin > anchor.begin) break;
    if (!q.span.contains(anchor) || q.chain.empty()) continue;
    if (!best || q.chain.size() > best->chain.size() ||
        (q.chain.size() == best->chain.size() && q.span.size() < best->span.size()))
      best = &q;
  }
  return best;
}

// Does a hedge of the claim's own sentence touch it: doubt about the whole sentence does; a word before the claim governs what
// follows it to the next contrast ("while", "but"); one behind it only stands close.
bool touches(const FindInput& in, const Hedge& h, const Claim& claim) {
  constexpr std::uint32_t kClose = 25;  // bytes
  if (claim.span.overlaps(h.span) || h.type == "unverified" || h.type == "distancing") return true;
  if (h.span.begin >= claim.span.end) return h.span.begin - claim.span.end <= kClose;
  const RuleFile* words = in.know.lexicon.find("speech_words");
  for (auto i = in.tokens.token_at(h.span.end); words && i < in.tokens.size() && in.tokens.tokens[i].span.end <= claim.span.begin;
       ++i) {
    const auto m = words->table.longest_at(in.tokens, i);
    if (in.tokens.norm(i) == ";" || (m && words->rules[m.value].value("contrast") == "true")) return false;
  }
  return true;
}

// The class of a small word ("relative", "possessive"), "" none.
std::string_view class_at(const FindInput& in, std::uint32_t token) {
  const RuleFile* words = in.know.lexicon.find("speech_words");
  const auto match = words ? words->table.longest_at(in.tokens, token) : PhraseTable::Match{};
  return match ? words->rules[match.value].value("class") : std::string_view();
}

// "videos of scenes, which the paper could not verify": the doubt is of its own sentence.
bool in_relative(const FindInput& in, Span hedge) {
  const auto at = static_cast<std::uint32_t>(in.tokens.token_at(hedge.begin));
  const auto first = in.tokens.sentences[in.tokens.sentence_of(at)].first;
  for (auto i = at; i > first + 1 && in.tokens.norm(i - 1) != ","; --i)
    if (in.tokens.norm(i - 2) == "," && class_at(in, i - 1) == "relative") return true;
  return false;
}

// "an official", "activists": nobody could ask them. "The ministry", "the mayor" say who speaks, though no name is given.
bool hides_who(const FindInput& in, const Source& last) {
  if (last.named || last.kind == "media_item") return false;
  const Rule* noun = last_rule_in(in, "source_nouns", last.span);
  if (noun && noun->value("unnamed") == "true") return true;
  const RuleFile* roles = in.know.lexicon.find("speech_roles");
  const auto first = roles ? roles->table.longest_at(in.tokens, in.tokens.token_at(last.span.begin)) : PhraseTable::Match{};
  return !first || roles->rules[first.value].value("role").find("definite") == std::string_view::npos ||
         roles->rules[first.value].id == "article";
}

std::vector<Hedge> hedges_of(const FindInput& in, const Speech& speech, const Claim& claim, const Quote* quote) {
  std::vector<Hedge> out;
  const auto here = in.tokens.sentence_at(claim.sentence.begin);
  for (auto it = first_near(speech.hedges, claim.sentence.begin); it != speech.hedges.end(); ++it) {
    const Hedge& h = *it;
    const bool same = claim.sentence.contains(h.span);
    const auto there = in.tokens.sentence_at(h.span.begin);
    if (there > here + 1) break;
    if (!same && (there != here + 1 || there >= in.tokens.sentences.size() || h.type != "unverified")) continue;
    if (!same && (last_rule_in(in, "hedges", h.span)->value("scope") != "next" || in_relative(in, h.span))) continue;
    if (same && !touches(in, h, claim)) continue;
    Hedge mine = h;
    mine.by = quote && quote->span.contains(h.span) ? "origin" : "outlet";
    out.push_back(std::move(mine));
  }
  if (!claim.attribution.empty() && hides_who(in, claim.attribution.back())) {
    const Source& last = claim.attribution.back();
    out.push_back({last.span, last.text, "unnamed_source", "outlet"});
  }
  return out;
}

// "…, among them three children": parts that nobody else tells of are told by who told of the whole, in the next sentence too.
void carry_to_parts(const FindInput& in, std::vector<Claim>& claims) {
  constexpr std::ptrdiff_t kNear = 40;  // claims between a whole and its parts
  for (auto it = claims.begin(); it != claims.end(); ++it) {
    Claim& part = *it;
    if (!part.attribution.empty() || !part.part_of) continue;
    const auto first = it - claims.begin() > kNear ? it - kNear : claims.begin();
    const auto whole = std::find_if(first, it, [&](const Claim& c) { return c.id == *part.part_of; });
    if (whole == it || whole->attribution.empty()) continue;
    const auto here = in.tokens.sentence_at(part.sentence.begin), there = in.tokens.sentence_at(whole->sentence.begin);
    if (here != there + 1 || in.tokens.sentences[here].paragraph != in.tokens.sentences[there].paragraph) continue;
    part.attribution = whole->attribution;
    part.attribution.back().rule = "carried.part_of." + part.attribution.back().rule;
    part.certainty = whole->certainty;
    part.origin_certainty = whole->origin_certainty;
  }
}

Certainty certainty_of(const FindInput& in, const Claim& claim, const Quote* quote, bool origin_only) {
  Certainty out = quote ? Certainty::kReported : Certainty::kAsserted;
  if (quote && quote->cue_span) {
    const Rule* cue = last_rule_in(in, "cues", *quote->cue_span);
    const auto word = cue ? cue->value("certainty") : std::string_view();
    const bool act =
        cue && cue->value("kind") == "object";  // an accusation or denial is the source's own, "claimed" is the outlet's word
    if (word == "alleged" && (!origin_only || act)) out = Certainty::kAlleged;
    if (word == "denied") out = Certainty::kDenied;
  }
  for (const Hedge& h : claim.hedges) {
    if (origin_only && h.by != "origin") continue;
    const Rule* rule = last_rule_in(in, "hedges", h.span);
    const auto word = rule ? rule->value("certainty") : std::string_view();
    if (word == "unverified") return out == Certainty::kAlleged || out == Certainty::kDenied ? out : Certainty::kUnverified;
    const bool near = claim.span.overlaps(h.span) || (claim.span.begin >= h.span.end && claim.span.begin - h.span.end < 3);
    if (!near) continue;
    if (word == "alleged" && out != Certainty::kDenied) out = Certainty::kAlleged;
    if (word == "reported" && out == Certainty::kAsserted) out = Certainty::kReported;
  }
  return out;
}

// "The monitor raised its toll of 12, saying …": the figure is of whoever speaks in that sentence.
const Quote* speech_of_own_toll(const FindInput& in, const Speech& speech, const Claim& claim) {
  constexpr std::uint32_t kNear = 5;  // tokens between "its" and the figure
  if (!claim.count || !claim.rule.starts_with("killed.toll")) return nullptr;
  const auto at = static_cast<std::uint32_t>(in.tokens.token_at(claim.count->span.begin));
  bool own = false;
  for (auto i = at; i > 0 && at - i < kNear && !own; --i) own = class_at(in, i - 1) == "possessive";
  if (!own) return nullptr;
  for (auto it = first_near(speech.quotes, claim.sentence.begin); it != speech.quotes.end() && it->span.begin < claim.sentence.end; ++it)
    if (!it->chain.empty() && claim.sentence.contains(it->span) && it->source_span && it->source_span->begin < claim.span.begin) return &*it;
  return nullptr;
}

// "The watch's inquiry into 14 of these killings found …": the figure is of whose inquiry it is.
const Quote* speech_of_counter(const Speech& speech, const Claim& claim) {
  if (!claim.count || !claim.rule.ends_with(".among")) return nullptr;
  for (auto it = first_near(speech.quotes, claim.sentence.begin); it != speech.quotes.end() && it->span.begin < claim.sentence.end; ++it)
    if (!it->chain.empty() && it->source_span && it->source_span->contains(claim.count->span) && it->source_span->begin < claim.span.begin) return &*it;
  return nullptr;
}

// Whom the words around an accusation name as its source is whoever these words are where speech was read: "Brandt" is the envoy
// told of in full before.
class Accusers {
 public:
  explicit Accusers(const Speech& speech) : speech_(speech) {}

  void settle(Source& accuser) {
    if (!read_) read();
    const auto known = by_text_.find(accuser.text);
    if (known == by_text_.end()) return;
    accuser.entity = known->second->entity;
    accuser.kind = known->second->kind;
    accuser.named = known->second->named;
  }

 private:
  void read() {
    read_ = true;
    for (const Quote& q : speech_.quotes)
      for (const Source& s : q.chain)
        if (!s.entity.empty()) by_text_.emplace(s.text, &s);
  }

  const Speech& speech_;
  bool read_ = false;
  std::map<std::string_view, const Source*> by_text_;
};

}  // namespace

std::vector<Claim> attribute_claims(const FindInput& in, const Speech& speech, std::vector<Claim> claims) {
  std::vector<Claim> out;
  out.reserve(claims.size());
  Accusers accusers(speech);
  for (Claim& claim : claims) {
    const Quote* quote = speech_around(speech, anchor_of(claim));
    HeldFloor floor;
    if (!quote) floor = floor_before(in, speech, claim, out);
    if (floor.quote) quote = floor.quote;
    if (!quote) quote = speech_of_own_toll(in, speech, claim);
    if (!quote) quote = speech_of_counter(speech, claim);
    if (quote) claim.attribution = quote->chain;
    else if (claim.attribution.size() == 1 && claim.attribution.front().entity.empty()) accusers.settle(claim.attribution.front());
    if (floor.claim) claim.attribution = floor.claim->attribution;
    if (!floor.rule.empty() && !claim.attribution.back().rule.starts_with("carried."))
      claim.attribution.back().rule = "carried." + floor.rule + "." + claim.attribution.back().rule;
    claim.hedges = hedges_of(in, speech, claim, quote);
    claim.certainty = floor.claim ? floor.claim->certainty : certainty_of(in, claim, quote, false);
    claim.origin_certainty = floor.claim ? floor.claim->origin_certainty : certainty_of(in, claim, quote, true);
    out.push_back(std::move(claim));
  }
  carry_to_parts(in, out);
  return out;
}

}  // namespace attest
