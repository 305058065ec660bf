#include "find/speech_site.h"
#include "find/speech_tree.h"

namespace attest {

// "X issued a statement, choosing to condemn “…”": only beside words in marks, for what somebody wants to say is not said. The
// speaker is the subject of the verbs above.
bool read_infinitive(const Site& at, SpeechAct& out) {
  constexpr int kHighestClimb = 5;
  const SpeechText& s = at.s;
  const SpeechTree tree(s);
  if (tree.empty() || at.cue.kind == CueKind::kAttitude || at.cue.kind == CueKind::kShow) return false;
  take_right(at, cue_tail(s, at.cue, at.limits.end).end, out);
  if (out.content.empty() || out.kind == QuoteKind::kIndirect) return false;
  auto verb = static_cast<std::int32_t>(at.cue.at.begin);
  for (int climbs = 0; climbs < kHighestClimb && verb >= 0; ++climbs, verb = tree.head(static_cast<std::uint32_t>(verb))) {
    const auto subject = tree.child(static_cast<std::uint32_t>(verb), Arc::kNsubj);
    if (!subject || *subject >= at.cue.at.begin || !at.limits.contains(*subject)) continue;
    out.source = tree.noun_phrase(*subject);
    out.cue = at.cue.at;
    out.rule = "cue.infinitive";
    return can_speak(s, out.source) && !out.source.overlaps(out.whole());
  }
  return false;
}

}  // namespace attest
