#include <algorithm>

#include "find/speech_site.h"
#include "find/speech_tree.h"

namespace attest {

// "were reported by X": what stands before is the content.
bool read_passive(const Site& at, SpeechAct& out) {
  const SpeechText& s = at.s;
  if (at.cue.at.end >= at.limits.end || !s.has(at.cue.at.end, WordRole::kBy) || at.cue.kind == CueKind::kAttitude) return false;
  const Range who = phrase_after(s, at.cue.at.end + 1, at.limits.end);
  if (who.empty() || !can_speak(s, who)) return false;
  Range clause = trimmed(s, {at.limits.begin, at.group.begin});
  if (at.cue.kind == CueKind::kObject) clause = phrase_before(s, at.group.begin, at.limits.begin, false);
  if (clause.empty() || (clause.size() == 1 && s.word_class(clause.begin) != WordClass::kOther)) return false;
  out.source = who;
  out.cue = {at.group.begin, at.cue.at.end + 1};
  take_clause(s, clause, out);
  if (!is_passive(s, at.group, at.cue.at)) {  // "those described by X as “remnants”": only words in marks are somebody's
    const int q = s.has(who.end, WordRole::kAs) ? quotation_at(s, who.end + 1) : -1;
    if (q < 0) return false;
    out.kind = QuoteKind::kMixed;
    out.content = {s.quoted()[static_cast<std::size_t>(q)].with_marks()};
  }
  out.rule = "cue.passive";
  return true;
}

bool plural_end(const SpeechText& s, Range who) {
  return who.size() > 1 && s.source_at(who.end - 1) && s.norm(who.end - 1).ends_with("s");
}

// "According to a doctor, who spoke to AFP by telephone, …": the clause tells of the speaker, perhaps to whom he spoke. Where it
// ends, or `at`.
std::uint32_t after_clause_about(const Site& site, std::uint32_t at, SpeechAct& out) {
  constexpr std::uint32_t kReach = 25;  // tokens
  const SpeechText& s = site.s;
  if (!s.is_comma(at) || !s.is(at + 1, WordClass::kRelative)) return at;
  for (auto i = at + 2; i < std::min(site.limits.end, at + kReach); ++i) {
    if (s.is_mark(i)) return at;
    if (s.is_comma(i)) return i;
    const CueWord* cue = s.cue_at(i);
    if (cue && cue->kind == CueKind::kInterview) out.told = phrase_after(s, cue->at.end, site.limits.end);
  }
  return at;
}

// …, according to X | according to X, …
bool read_according(const Site& at, SpeechAct& out) {
  const SpeechText& s = at.s;
  const Range who = phrase_after(s, at.cue.at.end, at.limits.end);
  if (who.empty()) return false;
  const bool bare =
      s.is(at.cue.at.begin, WordClass::kPreposition) && at.cue.at.size() == 1;  // "per": "per day", "per family" name nobody
  if (bare && !(can_speak(s, who) && (s.is(who.begin, WordClass::kDeterminer) || s.capital(who.begin) || plural_end(s, who))))
    return false;
  out.source = who;
  out.cue = at.cue.at;
  out.rule = "cue.according";
  std::uint32_t first = at.cue.at.begin;
  while (first > at.limits.begin && (s.is(first - 1, WordClass::kAdverb) || s.is(first - 1, WordClass::kConjunction) ||
                                     s.is(first - 1, WordClass::kSubordinator) || s.is_comma(first - 1)))
    --first;
  if (first == at.limits.begin) take_right(at, after_clause_about(at, who.end, out), out);
  else take_left(at, at.cue.at.begin, out);
  // "Spending, according to X, has risen": the clause goes on behind the second comma.
  const bool inserted =
      first > at.limits.begin && s.is_comma(at.cue.at.begin - 1) && s.is_comma(who.end) && !has_verb(s, {at.limits.begin, first});
  const SpeechTree tree(s);  // its commas may be lost: "The attacks according to the source killed nine"
  const bool goes_on = s.commas_lost() && first > at.limits.begin && !has_verb(s, {at.limits.begin, first}) && !tree.empty() &&
                       (tree.xpos(who.end) == Xpos::kVBD || tree.xpos(who.end) == Xpos::kVBZ || tree.xpos(who.end) == Xpos::kVBP);
  if (goes_on && !out.content.empty()) out.content.back().end = content_end(s, who.end, at.limits.end);
  if (inserted && !out.content.empty()) out.content.back().end = content_end(s, who.end + 1, at.limits.end);
  return !out.content.empty();
}

// X quoted Y as saying … | Y was quoted by X as saying …
bool read_cited(const Site& at, SpeechAct& out) {
  const SpeechText& s = at.s;
  std::uint32_t i = at.cue.at.end;
  const Range subject = subject_before(s, at.group.begin, at.limits.begin, false);
  Range other;
  const bool is_by = s.has(i, WordRole::kBy);
  if (i < at.limits.end && is_by) ++i;
  other = phrase_after(s, i, at.limits.end);
  if (!other.empty()) i = other.end;
  if (i + 1 >= at.limits.end || !s.has(i, WordRole::kAs)) return false;
  const CueWord* saying = s.cue_at(i + 1);
  if (!saying || !saying->participle) return false;
  const bool turned = is_passive(s, at.group, at.cue.at);
  if (turned && s.has(i + 2, WordRole::kBy) && other.empty()) {
    other = phrase_after(s, i + 3, at.limits.end);
    i = other.empty() ? i : other.end - 2;
  }
  out.source = turned ? subject : other;
  out.carrier = turned ? other : subject;
  if (out.source.empty()) return false;
  out.cue = saying->at;
  out.word = saying;
  out.rule = "cue.cited";
  const auto after = std::max(i + 2, saying->at.end);
  if (turned && ends_clause(s, after, at.limits.end)) take_left(at, subject.begin, out);  // "…, X was quoted by Y as saying."
  else take_right(at, after, out);
  return !out.content.empty();
}

}  // namespace attest
