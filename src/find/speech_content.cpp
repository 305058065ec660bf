#include <algorithm>

#include "find/speech_relations.h"
#include "find/speech_tree.h"

namespace attest {
namespace {

bool is_stop(std::string_view w) { return w == "." || w == "!" || w == "?" || w == ";" || w == "…" || w == "..."; }

// Where the comma before a participle is lost, a noun must stand there, and none that the participle may describe.
bool follows_noun(const SpeechText& s, std::uint32_t i) { return s.nounlike(i - 1) && !s.source_at(i - 1) && !s.cue_at(i - 1); }

// A participle that begins a new act of the same speaker: "adding that", ", calling for".
bool opens_participle(const SpeechText& s, std::uint32_t begin, std::uint32_t i) {
  const CueWord* cue = s.cue_at(i);
  if (!cue || cue->at.begin != i || i == 0) return false;
  const bool comma = s.is_comma(i - 1);
  if (cue->kind == CueKind::kAccording) return true;
  if (!cue->participle) return false;
  // "… will make the case, highlighting what was done": the parse hangs it on a verb of the content itself.
  if (const SpeechTree tree(s);
      !tree.empty() && cue->kind != CueKind::kSay && cue->kind != CueKind::kTell && cue->kind != CueKind::kCite)
    if (tree.arc(i) == Arc::kAdvcl && tree.head(i) >= static_cast<std::int32_t>(begin)) return false;
  if (cue->kind == CueKind::kObject || cue->kind == CueKind::kAttitude || cue->kind == CueKind::kShow ||
      cue->kind == CueKind::kReport)
    return comma || (s.commas_lost() && cue->kind == CueKind::kObject && !cue->noun_too && i > begin + 3 && follows_noun(s, i));
  if (comma) return true;
  return cue->kind == CueKind::kSay && !cue->noun_too && !s.is(i - 1, WordClass::kPreposition) &&
         !s.is(i - 1, WordClass::kSubordinator) && !s.is(i - 1, WordClass::kAuxiliary) && !s.is(i - 1, WordClass::kDeterminer) &&
         !s.is(i - 1, WordClass::kConjunction) && !s.source_at(i - 1);
}

// "and said", "but denied": a second act of the same speaker; "while the army said", ", and the army said": another speaker's.
bool opens_next_act(const SpeechText& s, std::uint32_t i, std::uint32_t high) {
  const bool conjunction = s.is(i, WordClass::kConjunction) || s.is_contrast(i);
  const bool after_comma = i > 0 && s.is_comma(i - 1);
  if (!conjunction && !(s.is(i, WordClass::kSubordinator) && after_comma)) return false;
  std::uint32_t at = i + 1;
  while (at < high && (s.is(at, WordClass::kAuxiliary) || s.is(at, WordClass::kAdverb))) ++at;
  const CueWord* cue = s.cue_at(at);
  if (conjunction && cue && !cue->participle && !cue->noun_too && cue->kind != CueKind::kAttitude && cue->kind != CueKind::kShow)
    return true;
  const Range subject = phrase_after(s, i + 1, high);
  if (subject.empty() || !can_speak(s, subject) || subject.size() > 12) return false;
  at = subject.end;
  while (at < high && (s.is(at, WordClass::kAuxiliary) || s.is(at, WordClass::kAdverb))) ++at;
  cue = s.cue_at(at);
  return cue && !cue->participle && (cue->kind == CueKind::kSay || cue->kind == CueKind::kTell) &&
         !is_passive(s, {subject.end, at}, {at, at});
}

// A headline and a date line run into the first sentence of some texts ("… AFP Tuesday 5 Jul 2016 A market …"): the sentence
// begins after the year.
std::uint32_t after_date_line(const SpeechText& s, Range sentence, std::uint32_t token) {
  const auto limit = std::min({token, sentence.end, sentence.begin + 40});
  for (auto i = sentence.begin + 1; i + 1 < limit; ++i) {
    const bool year = s.token(i).kind == TokenKind::kNumber && s.norm(i).size() == 4 &&
                      (s.norm(i).starts_with("19") || s.norm(i).starts_with("20"));
    const bool dated = s.is(i - 1, WordClass::kTime) || s.token(i - 1).kind == TokenKind::kNumber ||
                       (s.is_comma(i - 1) && i > 1 && s.token(i - 2).kind == TokenKind::kNumber);
    if (year && dated && s.capital(i + 1)) return i + 1;
  }
  return sentence.begin;
}

// "said the fighting had eased, although it went on in the north": a clause of what is said, where the parse hangs it there.
bool concedes(const SpeechText& s, std::uint32_t begin, std::uint32_t contrast) {
  const SpeechTree tree(s);
  if (tree.empty() || tree.arc(contrast) != Arc::kMark || tree.head(contrast) < 0) return false;
  const auto clause = static_cast<std::uint32_t>(tree.head(contrast));
  return tree.arc(clause) == Arc::kAdvcl && tree.head(clause) >= static_cast<std::int32_t>(begin);
}

// "said that nobody would answer for it: We are alone here.": the marks are lost, the words themselves follow.
bool words_after_colon(const SpeechText& s, std::uint32_t begin, std::uint32_t colon) {
  constexpr std::uint32_t kClause = 4;  // tokens
  const bool told = begin > 0 && s.has(begin - 1, WordRole::kThat) && colon > begin + kClause;
  return told && s.capital(colon + 1) && s.is_word(colon + 1);
}

// ", three towns on the coast": a phrase without a verb that closes the sentence tells of the last name, it is not what is said.
bool trailing_apposition(const SpeechText& s, std::uint32_t begin, std::uint32_t high) {
  const bool opens = s.is(begin, WordClass::kDeterminer) || (begin < s.size() && s.token(begin).kind == TokenKind::kNumber);
  if (!opens || s.is_mark(begin)) return false;
  std::uint32_t i = begin;
  for (; i < high && !is_stop(s.norm(i)); ++i) {
    const auto c = s.norm(i) == "'s" && s.capital(i - 1) ? WordClass::kOther : s.word_class(i);
    const bool clause = c == WordClass::kAuxiliary || c == WordClass::kVerb || c == WordClass::kConjunction;
    if (s.is_comma(i) || s.is_mark(i) || clause) return false;
  }
  return i > begin + 2;
}

}  // namespace

std::uint32_t content_end(const SpeechText& s, std::uint32_t begin, std::uint32_t high) {
  for (std::uint32_t i = begin; i < high; ++i) {
    const int q = s.quoted_at(i);
    if (q >= 0 && !s.quoted()[static_cast<std::size_t>(q)].inner.contains({begin, begin + 1})) {
      const auto end = s.quoted()[static_cast<std::size_t>(q)].with_marks().end;
      if (end > i + 1) {
        i = std::min(end, high) - 1;
        continue;
      }
    }
    if (s.norm(i) == ":" && i > begin && (s.is_mark(i + 1) || words_after_colon(s, begin, i))) return i;
    if (is_stop(s.norm(i)) && s.token(i).kind == TokenKind::kPunctuation) return i;
    if (s.commas_lost() && i > begin + 5 && s.is_contrast(i) && !concedes(s, begin, i)) return i;
    if (s.is_comma(i) && i > begin + 5 &&
        ((s.is_contrast(i + 1) && !s.has(i + 1, WordRole::kConcedes) && !concedes(s, begin, i + 1)) ||
         trailing_apposition(s, i + 1, high)))
      return i;
    if (i > begin && (opens_participle(s, begin, i) || opens_next_act(s, i, high))) return s.is_comma(i - 1) ? i - 1 : i;
  }
  return high;
}

Range clause_limits(const SpeechText& s, std::uint32_t token) {
  Range sentence = s.sentence(token);
  if (sentence.begin == 0) sentence.begin = after_date_line(s, sentence, token);
  const int q = s.quoted_at(token);
  if (q < 0) return sentence;
  const Range inner = s.quoted()[static_cast<std::size_t>(q)].inner;
  return {std::max(sentence.begin, inner.begin), std::min(sentence.end, inner.end)};
}

}  // namespace attest
