#include "find/claim_floor.h"

#include <algorithm>

namespace attest {
namespace {

const Rule* cue_of(const FindInput& in, const Quote& q) { return q.cue_span ? last_rule_in(in, "cues", *q.cue_span) : nullptr; }

// A witness, whose name may be hidden, tells on.
bool is_witness(const Quote& q) { return q.chain.back().kind == "witness"; }

// Footage that shows.
bool shows(const FindInput& in, const Quote& q) {
  const Rule* cue = cue_of(in, q);
  return q.chain.back().kind == "media_item" && !q.chain.back().named && cue && cue->value("kind") == "show";
}

// The voice in a video: what it says is still the video's.
bool speaks_in_footage(const FindInput& in, const Quote& q) {
  const RuleFile* nouns = in.know.lexicon.find("source_nouns");
  const Span who = q.chain.back().span;
  for (auto i = in.tokens.token_at(who.begin); nouns && i < in.tokens.size() && in.tokens.tokens[i].span.begin < who.end; ++i)
    if (const auto m = nouns->table.longest_at(in.tokens, i); m && nouns->rules[m.value].value("in_footage") == "true")
      return true;
  return false;
}

// The speech of the sentence before and of the one behind, and of whatever stood before that; nullptr none.
struct Around {
  const Quote* last = nullptr;
  const Quote* earlier = nullptr;
  const Quote* next = nullptr;
  bool own_cue = false;  // the sentence names a speaker itself
};

Around speech_around_sentence(const FindInput& in, const Speech& speech, const Claim& claim, std::size_t here) {
  const auto& sentences = in.tokens.sentences;
  const Sentence& before = sentences[here - 1];
  const bool followed = here + 1 < sentences.size() && sentences[here + 1].paragraph == sentences[here].paragraph;
  Around out;
  for (auto it = first_near(speech.quotes, claim.sentence.begin); it != speech.quotes.end(); ++it) {
    const Quote& q = *it;
    if (q.span.begin >= (followed ? sentences[here + 1].span.end : claim.sentence.end)) break;
    if (q.cue_span && claim.sentence.contains(*q.cue_span)) out.own_cue = true;
    if (q.chain.empty()) continue;
    if (q.span.overlaps(before.span)) {
      if (out.last && out.last->chain.back().text != q.chain.back().text) out.earlier = out.last;
      out.last = &q;
    } else if (q.span.end <= before.span.begin) out.earlier = &q;
    else if (!out.next && followed && q.cue_span && sentences[here + 1].span.contains(*q.cue_span)) out.next = &q;
  }
  return out;
}

bool same_speaker(const Quote& a, const Quote& b) {
  return !a.speaker_canonical.empty() && a.speaker_canonical == b.speaker_canonical;
}

// Does the sentence open with words that go on counting: "Another nine", "Five of the dead".
bool goes_on(const FindInput& in, std::size_t sentence) {
  constexpr std::uint32_t kOpening = 4;  // tokens
  const RuleFile* words = in.know.lexicon.find("floor");
  const Sentence& s = in.tokens.sentences[sentence];
  for (auto i = s.first; words && i < std::min(s.last, s.first + kOpening); ++i) {
    const auto m = words->table.longest_at(in.tokens, i);
    if (m && (i == s.first || words->rules[m.value].value("first") != "true")) return true;
  }
  return false;
}

// The last claim of the sentence before.
const Claim* claim_before(const FindInput& in, const std::vector<Claim>& before, std::size_t here) {
  for (auto i = before.size(); i-- > 0;) {
    const auto there = in.tokens.sentence_at(before[i].sentence.begin);
    if (there + 1 == here) return &before[i];
    if (there + 1 < here) return nullptr;
  }
  return nullptr;
}

}  // namespace

const Rule* last_rule_in(const FindInput& in, std::string_view file_name, Span span) {
  const RuleFile* file = in.know.lexicon.find(file_name);
  if (!file) return nullptr;
  const Rule* last = nullptr;
  for (auto i = in.tokens.token_at(span.begin); i < in.tokens.size() && in.tokens.tokens[i].span.begin < span.end; ++i)
    if (const auto m = file->table.longest_at(in.tokens, i)) last = &file->rules[m.value];
  return last;
}

HeldFloor floor_before(const FindInput& in, const Speech& speech, const Claim& claim, const std::vector<Claim>& before) {
  const auto here = in.tokens.sentence_at(claim.sentence.begin);
  if (here == 0 || here >= in.tokens.sentences.size()) return {};
  if (in.tokens.sentences[here - 1].paragraph != in.tokens.sentences[here].paragraph) return {};
  const Around around = speech_around_sentence(in, speech, claim, here);
  if (around.own_cue) return {};
  if (around.last) {
    if (is_witness(*around.last) || shows(in, *around.last)) return {around.last, nullptr, "tells"};
    if (speaks_in_footage(in, *around.last) && around.earlier && shows(in, *around.earlier))
      return {around.earlier, nullptr, "tells"};
    if (around.next && same_speaker(*around.last, *around.next)) return {around.last, nullptr, "between"};
  }
  const Claim* counted = goes_on(in, here) ? claim_before(in, before, here) : nullptr;
  if (counted && !counted->attribution.empty()) return {nullptr, counted, "goes_on"};
  return {};
}

}  // namespace attest
