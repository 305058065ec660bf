#include <algorithm>

#include "find/finders.h"

namespace attest {
namespace {

// The first token of `file`'s words within a span that `take` accepts, or nullptr.
template <class Take>
const Rule* first_rule(const FindInput& in, const RuleFile& file, Span span, Take take) {
  for (auto i = in.tokens.token_at(span.begin); i < in.tokens.size() && in.tokens.tokens[i].span.end <= span.end; ++i)
    if (const auto m = file.table.longest_at(in.tokens, i); m && take(file.rules[m.value])) return &file.rules[m.value];
  return nullptr;
}

// "no civilians were killed", "nobody was hurt", "there were no casualties". That none were reported, or no fewer than some, says no such
// thing.
bool nobody_harmed(const FindInput& in, const RuleFile& words, Span span) {
  constexpr std::size_t kReach = 7;  // tokens from "no" to the harm, and from there to "were reported"
  const auto none = [&](std::size_t i) {
    const auto m = i < in.tokens.size() ? words.table.longest_at(in.tokens, i) : PhraseTable::Match{};
    return m ? words.rules[m.value].value("kind") : std::string_view();
  };
  for (auto i = in.tokens.token_at(span.begin); i < in.tokens.size() && in.tokens.tokens[i].span.end <= span.end; ++i) {
    if (none(i) != "who") continue;
    std::optional<std::size_t> harm;
    bool known = true;
    for (auto k = i + 1; k < std::min(in.tokens.size(), (harm ? *harm : i) + kReach) && known; ++k) {
      const auto what = none(k);
      if (what == "unknown" || in.tokens.tokens[k].kind == TokenKind::kNumber) known = harm && what != "unknown";
      if (in.tokens.tokens[k].kind == TokenKind::kPunctuation || in.tokens.tokens[k].span.end > span.end) break;
      if (what == "harm" && !harm) harm = k;
    }
    if (harm && known) return true;
  }
  return false;
}

bool denies(const FindInput& in, const RuleFile& cues, const RuleFile& words, const Quote& q) {
  if (!q.cue_span || q.chain.empty()) return false;
  const auto says = [&](std::string_view key) { return first_rule(in, words, q.span, [&](const Rule& r) { return r.value(key) == "true"; }); };
  if (const Rule* cue = first_rule(in, cues, *q.cue_span, [](const Rule& r) { return r.value("certainty") == "denied"; }))
    return cue->value("answers").empty() || says("told") || says("denies");
  return q.kind != QuoteKind::kDirect && says("denies");
}

// The highest of the file's rules among the words denied decides; without one it is the act.
std::string type_of(const FindInput& in, const RuleFile& words, Span span) {
  const Rule* best = nullptr;
  first_rule(in, words, span, [&](const Rule& r) {
    if (!best || &r < best) best = &r;
    return false;
  });
  return best ? std::string(best->value("type")) : "act";
}

std::optional<std::string> claim_within(Span span, const std::vector<Claim>& claims) {
  const auto first =
      std::partition_point(claims.begin(), claims.end(), [&](const Claim& c) { return c.sentence.end <= span.begin; });
  for (auto it = first; it != claims.end() && it->sentence.begin < span.end; ++it)
    if (const Claim& c = *it; span.overlaps(c.count ? c.count->span : c.span)) return c.id;
  return std::nullopt;
}

// What a denial answers that holds no figure itself: of the claims told before it within a few sentences, the last one that the denier is said
// to have done; else the last one that somebody else alleges; a figure or harm denied is that of the last claim.
std::optional<std::string> claim_answered(const FindInput& in, const Denial& d, const std::vector<Claim>& claims) {
  constexpr std::size_t kReach = 4;  // sentences
  const auto here = in.tokens.sentence_at(d.span.begin);
  const auto names = [&](const std::string& a, const std::string& b) {
    const auto x = " " + fold_phrase(a) + " ", y = " " + fold_phrase(b) + " ";
    return a.size() > 2 && b.size() > 2 && (x.find(y) != std::string::npos || y.find(x) != std::string::npos);
  };
  std::optional<std::string> alleged, last;
  for (auto i = claims.size(); i-- > 0;) {
    const Claim& c = claims[i];
    if (c.span.begin >= d.span.begin) continue;
    if (in.tokens.sentence_at(c.sentence.begin) + kReach < here) break;
    for (const Perpetrator& p : c.perpetrators)
      if (names(p.text, d.by)) return c.id;
    const bool own = !c.attribution.empty() && names(c.attribution.back().text, d.by);
    if (own) continue;
    if (!alleged && !c.perpetrators.empty()) alleged = c.id;
    if (!last) last = c.id;
  }
  if (alleged && d.type != "figure") return alleged;
  return d.type == "figure" || d.type == "harm" ? last : std::nullopt;
}

// What a denial of the report's happening answers, however far off: the last killing or injury told before it that is no
// background, else the first one after it. Parts give way to their whole.
std::optional<std::string> happening_denied(const FindInput& in, const RuleFile& words, const Denial& d,
                                            const std::vector<Claim>& claims) {
  if (d.type == "footage" || !first_rule(in, words, d.span, [](const Rule& r) { return r.value("refers") == "event"; }))
    return std::nullopt;
  const Claim* best = nullptr;
  for (const Claim& c : claims) {
    if (c.background || (c.effect != Effect::kKilled && c.effect != Effect::kWounded && c.effect != Effect::kKilledOrWounded))
      continue;
    if (best && c.span.begin >= d.span.begin) break;
    if (!best || !c.part_of) best = &c;
  }
  return best ? std::optional(best->id) : std::nullopt;
}

// Whether one of the tokens [from, to) is the last word of `name`.
bool names_again(const FindInput& in, std::size_t from, std::size_t to, const std::string& name) {
  std::string last;
  for (std::size_t at = name.rfind(' ') + 1; at < name.size();) {
    const Decoded letter = decode_utf8(name, at);
    append_utf8(last, fold_case(letter.code));
    at += letter.size;
  }
  for (std::size_t i = from; i < to; ++i)
    if (!last.empty() && in.tokens.norm(i) == last) return true;
  return false;
}

// A figure that its own origin takes back (METHOD 6): the last one told before, where the cue is followed at once by a word for a figure and
// the origin is who spoke.
std::optional<Denial> retraction_at(const FindInput& in, const RuleFile& words, const PhraseTable::Match& cue, std::size_t at, const std::vector<Claim>& claims) {
  constexpr std::size_t kReach = 4;  // "the earlier death toll"
  const Span span{in.tokens.tokens[at].span.begin, in.tokens.tokens[at + cue.length - 1].span.end};
  std::optional<std::size_t> figure;
  for (std::size_t i = at + cue.length; i < std::min(at + cue.length + kReach, in.tokens.size()) && !figure; ++i)
    if (const auto m = words.table.longest_at(in.tokens, i); m && words.rules[m.value].id == "figure") figure = i;
  const auto after = std::partition_point(claims.begin(), claims.end(), [&](const Claim& c) { return c.span.begin < span.begin; });
  if (!figure || after == claims.begin()) return std::nullopt;
  const Claim& claim = *std::prev(after);
  const std::string by = claim.attribution.empty() ? in.report.outlet.value_or("") : claim.attribution.back().text;
  if (by.empty() || !claim.count) return std::nullopt;
  const auto sentence = in.tokens.token_at(claim.sentence.end);
  if (words.rules[cue.value].value("retracts") == "named" && !names_again(in, std::min(sentence, at), at, by)) return std::nullopt;
  Denial d;
  d.span = {span.begin, in.tokens.tokens[*figure].span.end};
  d.by = by;
  d.type = "figure";
  d.of = claim.id;
  return d;
}

void find_retractions(const FindInput& in, const RuleFile& words, const std::vector<Claim>& claims, std::vector<Denial>& out) {
  for (std::size_t i = 0; i < in.tokens.size(); ++i) {
    const auto m = words.table.longest_at(in.tokens, i);
    if (!m || words.rules[m.value].value("retracts").empty()) continue;
    if (auto d = retraction_at(in, words, m, i, claims)) out.push_back(std::move(*d));
    i += m.length - 1;
  }
}

}  // namespace

std::vector<Denial> find_denials(const FindInput& in, const Speech& speech, const std::vector<Claim>& claims) {
  std::vector<Denial> out;
  const RuleFile* cues = in.know.lexicon.find("cues");
  const RuleFile* words = in.know.lexicon.find("denials");
  const RuleFile* nobody = in.know.lexicon.find("nobody_harmed");
  if (!cues || !words) return out;
  for (const Quote& q : speech.quotes) {
    const bool none = nobody && !q.chain.empty() && q.cue_span && nobody_harmed(in, *nobody, q.span);
    if (!denies(in, *cues, *words, q) && !none) continue;
    Denial d;
    d.span = {std::min(q.cue_span->begin, q.span.begin), std::max(q.cue_span->end, q.span.end)};
    const bool same_act = !out.empty() && out.back().span.overlaps(d.span);  // the quoted part of a denial, or its second part
    if (same_act) continue;
    d.by = q.speaker_canonical.empty() ? q.speaker : q.speaker_canonical;
    d.type = none ? "harm" : type_of(in, *words, q.span);
    if (!none) d.of = claim_within(q.span, claims);  // a figure beside "nobody" is what the speaker holds instead
    if (!d.of) d.of = claim_answered(in, d, claims);
    if (!d.of) d.of = happening_denied(in, *words, d, claims);
    out.push_back(std::move(d));
  }
  find_retractions(in, *words, claims, out);
  std::stable_sort(out.begin(), out.end(), [](const Denial& a, const Denial& b) { return a.span.begin < b.span.begin; });
  for (std::size_t i = 0; i < out.size(); ++i) out[i].id = "d" + std::to_string(i + 1);
  return out;
}

}  // namespace attest
