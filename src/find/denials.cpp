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

bool denies(const FindInput& in, const RuleFile& cues, const RuleFile& words, const Quote& q) {
  if (!q.cue_span || q.chain.empty()) return false;
  if (first_rule(in, cues, *q.cue_span, [](const Rule& r) { return r.value("certainty") == "denied"; })) return true;
  return q.kind != QuoteKind::kDirect && first_rule(in, words, q.span, [](const Rule& r) { return r.value("denies") == "true"; });
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

}  // namespace

std::vector<Denial> find_denials(const FindInput& in, const Speech& speech, const std::vector<Claim>& claims) {
  std::vector<Denial> out;
  const RuleFile* cues = in.know.lexicon.find("cues");
  const RuleFile* words = in.know.lexicon.find("denials");
  if (!cues || !words) return out;
  for (const Quote& q : speech.quotes) {
    if (!denies(in, *cues, *words, q)) continue;
    Denial d;
    d.span = {std::min(q.cue_span->begin, q.span.begin), std::max(q.cue_span->end, q.span.end)};
    const bool same_act = !out.empty() && out.back().span.overlaps(d.span);  // the quoted part of a denial, or its second part
    if (same_act) continue;
    d.id = "d" + std::to_string(out.size() + 1);
    d.by = q.speaker_canonical.empty() ? q.speaker : q.speaker_canonical;
    d.type = type_of(in, *words, q.span);
    d.of = claim_within(q.span, claims);
    out.push_back(std::move(d));
  }
  return out;
}

}  // namespace attest
