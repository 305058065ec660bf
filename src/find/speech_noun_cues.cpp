#include <algorithm>

#include "find/speech_site.h"
#include "find/speech_tree.h"

namespace attest {

namespace {

// "Reports began to surface on Monday that …": verbs and a day stand between the noun and what is said. Where "that" stands, or
// `at`.
std::uint32_t over_verbs(const SpeechText& s, std::uint32_t at, std::uint32_t high) {
  constexpr std::uint32_t kReach = 7;  // tokens
  const SpeechTree tree(s);
  if (tree.empty() || tree.upos(at) != Upos::kVerb) return at;
  for (auto i = at; i < std::min(high, at + kReach); ++i) {
    if (s.has(i, WordRole::kThat)) return i;
    if (s.cue_at(i) && !s.cue_at(i)->direct_only) return at;  // "reports indicate that": the verb tells
    const bool verb =
        tree.upos(i) == Upos::kVerb || tree.upos(i) == Upos::kAux || s.has(i, WordRole::kTo) || s.has(i - 1, WordRole::kTo);
    const bool day = s.is(i, WordClass::kTime) || s.is(i, WordClass::kAdverb) ||
                     (s.is(i, WordClass::kPreposition) && s.is(i + 1, WordClass::kTime));
    if (!verb && !day) return at;
  }
  return at;
}

// "an allegation that the army denied": the clause is about the allegation, not what it alleges.
bool is_answered(const SpeechText& s, std::uint32_t begin, std::uint32_t high) {
  const Range who = phrase_after(s, begin, high);
  if (who.empty()) return false;
  auto verb = who.end;
  while (verb < high && (s.is(verb, WordClass::kAuxiliary) || s.is(verb, WordClass::kAdverb))) ++verb;
  const CueWord* cue = s.cue_at(verb);
  return cue && cue->rule->value("certainty") == "denied" && ends_clause(s, verb + 1, high);
}

}  // namespace

// "allegations by X that …", "X's claim that …", "reports that …".
bool read_noun_cue(const Site& at, SpeechAct& out) {
  const SpeechText& s = at.s;
  std::uint32_t i = at.cue.at.end;
  if (i + 1 >= at.limits.end) return false;
  Range who;
  if (s.has(i, WordRole::kAuthor)) {
    who = phrase_after(s, i + 1, at.limits.end);
    if (who.empty() || !can_speak(s, who)) return false;
    i = who.end;
  }
  if (who.empty() && s.norm(at.cue.at.end - 1).ends_with("s")) i = over_verbs(s, i, at.limits.end);
  if (i + 2 >= at.limits.end || !s.has(i, WordRole::kThat)) return false;
  const Range phrase = phrase_before(s, at.cue.at.end, at.limits.begin, false);
  if (phrase.empty() ||
      (who.empty() && at.cue.noun_too && at.cue.at.size() == 1 && s.is(at.cue.at.begin - 1, WordClass::kPerson)))
    return false;
  const bool plural = s.norm(at.cue.at.end - 1).ends_with("s");
  if (who.empty() && at.cue.noun_too && !plural) return false;
  if (is_answered(s, i + 1, at.limits.end)) return false;
  out.source = who.empty() ? phrase : who;
  out.cue = at.cue.at;
  out.rule = "cue.noun";
  take_right(at, i, out);
  return !out.content.empty();
}

}  // namespace attest
