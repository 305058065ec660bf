#include "find/speech_relations.h"

namespace attest {
namespace {

bool is_stop(std::string_view w) { return w == "." || w == "!" || w == "?" || w == ";" || w == "…" || w == "..."; }

// A participle that begins a new act of the same speaker: "adding that", ", calling for".
bool opens_participle(const SpeechText& s, std::uint32_t i) {
  const CueWord* cue = s.cue_at(i);
  if (!cue || cue->at.begin != i || i == 0) return false;
  const bool comma = s.is_comma(i - 1);
  if (cue->kind == CueKind::kAccording) return true;
  if (!cue->participle) return false;
  if (cue->kind == CueKind::kObject || cue->kind == CueKind::kAttitude || cue->kind == CueKind::kShow || cue->kind == CueKind::kReport) return comma;
  if (comma) return true;
  return cue->kind == CueKind::kSay && !cue->noun_too && !s.is(i - 1, WordClass::kPreposition) && !s.is(i - 1, WordClass::kAuxiliary) &&
         !s.is(i - 1, WordClass::kDeterminer) && !s.is(i - 1, WordClass::kConjunction) && !s.source_at(i - 1);
}

// "and said", "but denied": a second act of the same speaker; "while the army said", ", and the army said": another speaker's.
bool opens_next_act(const SpeechText& s, std::uint32_t i, std::uint32_t high) {
  const bool conjunction = s.is(i, WordClass::kConjunction);
  const bool after_comma = i > 0 && s.is_comma(i - 1);
  if (!conjunction && !(s.is(i, WordClass::kSubordinator) && after_comma)) return false;
  std::uint32_t at = i + 1;
  while (at < high && (s.is(at, WordClass::kAuxiliary) || s.is(at, WordClass::kAdverb))) ++at;
  const CueWord* cue = s.cue_at(at);
  if (conjunction && cue && !cue->participle && !cue->noun_too && cue->kind != CueKind::kAttitude && cue->kind != CueKind::kShow) return true;
  const Range subject = phrase_after(s, i + 1, high);
  if (subject.empty() || !can_speak(s, subject) || subject.size() > 12) return false;
  at = subject.end;
  while (at < high && (s.is(at, WordClass::kAuxiliary) || s.is(at, WordClass::kAdverb))) ++at;
  cue = s.cue_at(at);
  return cue && !cue->participle && (cue->kind == CueKind::kSay || cue->kind == CueKind::kTell) && !is_passive(s, {subject.end, at}, {at, at});
}

}  // namespace

std::uint32_t content_end(const SpeechText& s, std::uint32_t begin, std::uint32_t high) {
  for (std::uint32_t i = begin; i < high; ++i) {
    const int q = s.quoted_at(i);
    if (q >= 0 && !s.quoted()[static_cast<std::size_t>(q)].inner.contains({begin, begin + 1})) {
      const auto end = s.quoted()[static_cast<std::size_t>(q)].with_marks().end;
      if (end > i + 1) { i = std::min(end, high) - 1; continue; }
    }
    if (is_stop(s.norm(i)) && s.token(i).kind == TokenKind::kPunctuation) return i;
    if (i > begin && (opens_participle(s, i) || opens_next_act(s, i, high))) return s.is_comma(i - 1) ? i - 1 : i;
  }
  return high;
}

Range clause_limits(const SpeechText& s, std::uint32_t token) {
  const Range sentence = s.sentence(token);
  const int q = s.quoted_at(token);
  if (q < 0) return sentence;
  const Range inner = s.quoted()[static_cast<std::size_t>(q)].inner;
  return {std::max(sentence.begin, inner.begin), std::min(sentence.end, inner.end)};
}

}  // namespace attest
