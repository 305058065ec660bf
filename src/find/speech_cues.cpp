#include "find/speech_site.h"

namespace attest {

SpeechAct relation_of_cue(const SpeechText& s, const CueWord& cue, const std::vector<SpeechAct>& found) {
  const Range limits = clause_limits(s, cue.at.begin);
  const Site at{s, cue, found, limits, verb_group(s, cue.at, limits.begin)};
  const auto fresh = [&] {
    SpeechAct r;
    r.word = &cue;
    return r;
  };
  SpeechAct out = fresh();
  const auto before = at.group.begin;
  // A capital inside a line of capitals: a heading, where only plain words of saying count.
  const bool heading = s.capital(cue.at.begin) && cue.at.begin > limits.begin + 1 && !s.is_mark(cue.at.begin - 1) &&
                       !s.token(cue.at.begin).all_capital;
  if (heading && (cue.participle || cue.kind == CueKind::kObject || cue.kind == CueKind::kAttitude || cue.kind == CueKind::kShow))
    return fresh();
  if (cue.kind == CueKind::kNone || cue.kind == CueKind::kInterview) return out;
  if (cue.kind == CueKind::kNoun || cue.noun_too)
    if (read_noun_cue(at, out)) return out;
  if (cue.kind == CueKind::kNoun) return fresh();
  out = fresh();
  if (cue.kind == CueKind::kAttitude && s.quoted_at(cue.at.begin) >= 0)
    return out;  // what a speaker thinks is said in the quotation itself
  if (cue.kind == CueKind::kAccording) return read_according(at, out) ? out : fresh();
  if (cue.kind == CueKind::kCite) return read_cited(at, out) ? out : fresh();
  if (before > limits.begin && s.norm(before - 1) == "to" && !cue.participle) return fresh();
  const bool has_auxiliary = before < cue.at.begin && s.is(before, WordClass::kAuxiliary);
  if (cue.participle && !has_auxiliary) return read_participle(at, out) ? out : fresh();
  if (is_passive(s, at.group, cue.at)) return read_passive(at, out) ? out : fresh();
  const bool inverted_order = read_inverted(at, out);
  if (!inverted_order) {
    out = fresh();
    if (!read_subject_first(at, out)) return fresh();
  }
  return cue.direct_only && out.kind != QuoteKind::kDirect ? fresh() : out;
}

}  // namespace attest
