#include <algorithm>

#include "find/finders.h"

namespace attest {
namespace {

Span anchor_of(const Claim& claim) { return claim.count ? claim.count->span : claim.span; }

const Rule* rule_at(const FindInput& in, std::string_view file_name, Span span) {
  const RuleFile* file = in.know.lexicon.find(file_name);
  if (!file) return nullptr;
  const Rule* last = nullptr;
  for (auto i = in.tokens.token_at(span.begin); i < in.tokens.size() && in.tokens.tokens[i].span.begin < span.end; ++i)
    if (const auto m = file->table.longest_at(in.tokens, i)) last = &file->rules[m.value];
  return last;
}

constexpr std::uint32_t kReach = 20000;  // bytes; no speech is looked for further back

// The first item (in text order) that can still touch byte `at`.
template <class Items>
auto first_near(const Items& items, std::uint32_t at) {
  return std::partition_point(items.begin(), items.end(), [&](const auto& item) { return item.span.begin + kReach < at; });
}

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

struct Voice {
  const Quote* quote = nullptr;
  bool carried = false;  // the speaker holds the floor from the sentence before
};

// May a speaker of this kind, introduced by this cue, go on without being named again?
bool tells_on(const FindInput& in, const Quote& q) {
  if (q.chain.back().kind == "witness") return true;  // a witness whose name is hidden too
  if (q.chain.back().named) return false;
  const Rule* cue = q.cue_span ? rule_at(in, "cues", *q.cue_span) : nullptr;
  return q.chain.back().kind == "media_item" && cue && cue->value("kind") == "show";
}

// A witness who tells, or footage that shows, goes on into the next sentence of the paragraph where that names no speaker of its
// own.
Voice carried_over(const FindInput& in, const Speech& speech, const Claim& claim) {
  const auto here = in.tokens.sentence_at(claim.sentence.begin);
  if (here == 0 || here >= in.tokens.sentences.size()) return {};
  const Sentence& before = in.tokens.sentences[here - 1];
  if (before.paragraph != in.tokens.sentences[here].paragraph) return {};
  const Quote* last = nullptr;
  for (auto it = first_near(speech.quotes, claim.sentence.begin); it != speech.quotes.end(); ++it) {
    const Quote& q = *it;
    if (q.span.begin >= claim.sentence.end) break;
    if (q.cue_span && claim.sentence.contains(*q.cue_span)) return {};
    if (!q.chain.empty() && q.span.overlaps(before.span)) last = &q;
  }
  if (!last || !tells_on(in, *last)) return {};
  return {last, true};
}

// Does a hedge of the claim's own sentence touch it: doubt about the whole sentence does; a word before the claim governs what follows it to the
// next contrast ("while", "but"); one behind it only stands close.
bool touches(const FindInput& in, const Hedge& h, const Claim& claim) {
  constexpr std::uint32_t kClose = 25;  // bytes
  if (claim.span.overlaps(h.span) || h.type == "unverified" || h.type == "distancing") return true;
  if (h.span.begin >= claim.span.end) return h.span.begin - claim.span.end <= kClose;
  const RuleFile* words = in.know.lexicon.find("speech_words");
  for (auto i = in.tokens.token_at(h.span.end); words && i < in.tokens.size() && in.tokens.tokens[i].span.end <= claim.span.begin; ++i) {
    const auto m = words->table.longest_at(in.tokens, i);
    if (in.tokens.norm(i) == ";" || (m && words->rules[m.value].value("contrast") == "true")) return false;
  }
  return true;
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
    if (!same && rule_at(in, "hedges", h.span)->value("scope") != "next") continue;
    if (same && !touches(in, h, claim)) continue;
    Hedge mine = h;
    mine.by = quote && quote->span.contains(h.span) ? "origin" : "outlet";
    out.push_back(std::move(mine));
  }
  if (!claim.attribution.empty() && !claim.attribution.back().named && claim.attribution.back().kind != "media_item") {
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
    const Rule* cue = rule_at(in, "cues", *quote->cue_span);
    const auto word = cue ? cue->value("certainty") : std::string_view();
    const bool act =
        cue && cue->value("kind") == "object";  // an accusation or denial is the source's own, "claimed" is the outlet's word
    if (word == "alleged" && (!origin_only || act)) out = Certainty::kAlleged;
    if (word == "denied") out = Certainty::kDenied;
  }
  for (const Hedge& h : claim.hedges) {
    if (origin_only && h.by != "origin") continue;
    const Rule* rule = rule_at(in, "hedges", h.span);
    const auto word = rule ? rule->value("certainty") : std::string_view();
    if (word == "unverified") return out == Certainty::kAlleged || out == Certainty::kDenied ? out : Certainty::kUnverified;
    const bool near = claim.span.overlaps(h.span) || (claim.span.begin >= h.span.end && claim.span.begin - h.span.end < 3);
    if (!near) continue;
    if (word == "alleged" && out != Certainty::kDenied) out = Certainty::kAlleged;
    if (word == "reported" && out == Certainty::kAsserted) out = Certainty::kReported;
  }
  return out;
}

}  // namespace

std::vector<Claim> attribute_claims(const FindInput& in, const Speech& speech, std::vector<Claim> claims) {
  for (Claim& claim : claims) {
    Voice voice{speech_around(speech, anchor_of(claim)), false};
    if (!voice.quote) voice = carried_over(in, speech, claim);
    if (voice.quote) {
      claim.attribution = voice.quote->chain;
      if (voice.carried) claim.attribution.back().rule = "carried." + claim.attribution.back().rule;
    }
    claim.hedges = hedges_of(in, speech, claim, voice.quote);
    claim.certainty = certainty_of(in, claim, voice.quote, false);
    claim.origin_certainty = certainty_of(in, claim, voice.quote, true);
  }
  carry_to_parts(in, claims);
  return claims;
}

}  // namespace attest
