#include "find/speech_site.h"

namespace attest {

// "allegations by X that …", "X's claim that …", "reports that …".
bool read_noun_cue(const Site& at, SpeechAct& out) {
  const SpeechText& s = at.s;
  std::uint32_t i = at.cue.at.end;
  if (i + 1 >= at.limits.end) return false;
  Range who;
  if (s.norm(i) == "by" || s.norm(i) == "from") {
    who = phrase_after(s, i + 1, at.limits.end);
    if (who.empty() || !can_speak(s, who)) return false;
    i = who.end;
  }
  if (i + 2 >= at.limits.end || s.norm(i) != "that") return false;
  const Range phrase = phrase_before(s, at.cue.at.end, at.limits.begin, false);
  if (phrase.empty() ||
      (who.empty() && at.cue.noun_too && at.cue.at.size() == 1 && s.is(at.cue.at.begin - 1, WordClass::kPerson)))
    return false;
  const bool plural = s.norm(at.cue.at.end - 1).ends_with("s");
  if (who.empty() && at.cue.noun_too && !plural) return false;
  out.source = who.empty() ? phrase : who;
  out.cue = at.cue.at;
  out.rule = "cue.noun";
  take_right(at, i, out);
  return !out.content.empty();
}

}  // namespace attest
