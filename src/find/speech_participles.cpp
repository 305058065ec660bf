#include <algorithm>

#include "find/speech_site.h"
#include "find/speech_tree.h"

namespace attest {

// "…, adding that …", "a statement saying …", "by saying …".
bool read_participle(const Site& at, SpeechAct& out) {
  const SpeechText& s = at.s;
  const auto before = at.cue.at.begin;
  if (before <= at.limits.begin) return false;
  const bool comma = s.is_comma(before - 1);
  const bool strong = at.cue.kind == CueKind::kSay || at.cue.kind == CueKind::kTell;
  if (s.is(before - 1, WordClass::kDeterminer) || s.is(before - 1, WordClass::kPossessive) || s.has(before - 1, WordRole::kAs))
    return false;
  const bool by_saying = at.cue.kind == CueKind::kObject && s.has(before - 1, WordRole::kBy) && previous_act(at) < 0;
  const Range near = comma || by_saying ? Range{} : phrase_before(s, before, at.limits.begin, true);
  const SourceWord* noun = comma || by_saying ? nullptr : s.source_at(before - 1);
  const bool item = noun && noun->noun && noun->noun->value("kind") == "media_item";
  const SpeechTree tree(s);  // "fighters calling the raid a “holy act”"
  const bool naming = at.cue.kind == CueKind::kObject && noun && !tree.empty() && tree.arc(at.cue.at.begin) == Arc::kAcl;
  const bool lost_comma =
      s.commas_lost() && at.cue.kind == CueKind::kObject && !at.cue.noun_too && !noun && previous_act(at) >= 0;
  if (!comma && !strong && !by_saying && !naming && !lost_comma && !(at.cue.kind == CueKind::kShow && item)) return false;
  Range heard_by;  // "told AFP that …, adding that …"
  if (noun && !near.empty()) out.source = near;
  else if (const int previous = previous_act(at); previous >= 0) {
    out.speaker_of = previous;
    const SpeechAct& earlier = at.found[static_cast<std::size_t>(previous)];
    out.source = earlier.source;
    heard_by = earlier.told;
  } else out.source = opening_subject(at);
  if (out.source.empty() && out.speaker_of < 0) return false;
  out.cue = at.cue.at;
  out.rule = "cue.participle";
  const CueTail tail = cue_tail(s, at.cue, at.limits.end);
  set_tail(out, tail);
  if (out.told.empty()) out.told = heard_by;
  take_right(at, tail.end, out);
  if (naming && !comma && !out.content.empty()) {
    if (out.kind == QuoteKind::kIndirect) return false;
    Range& content = out.content.front();
    for (auto i = content.begin; i < content.end; ++i)
      if (s.is_mark(i) && s.quoted_at(i) >= 0)
        content.end = std::min(content.end, s.quoted()[static_cast<std::size_t>(s.quoted_at(i))].with_marks().end);
  }
  return !out.content.empty();
}

}  // namespace attest
