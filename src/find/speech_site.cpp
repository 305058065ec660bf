#include "find/speech_site.h"

#include <algorithm>

namespace attest {
namespace {

bool holds_marks(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (s.is_mark(i)) return true;
  return false;
}

// What is condemned or denied ends where another clause begins, though its comma may be lost.
std::uint32_t object_end(const SpeechText& s, std::uint32_t begin, std::uint32_t end) {
  for (auto i = begin + 1; i < end; ++i) {
    if (s.quoted_at(i) >= 0) continue;
    const bool next_clause =
        s.is_contrast(i) || (s.is(i, WordClass::kPreposition) && i + 1 < end && s.has(i + 1, WordRole::kWhat));
    if (next_clause) return i;
  }
  return end;
}

}  // namespace

bool ends_clause(const SpeechText& s, std::uint32_t i, std::uint32_t high) {
  if (i >= high) return true;
  const auto w = s.norm(i);
  return s.token(i).kind == TokenKind::kPunctuation && (w == "." || w == "!" || w == "?" || w == ";" || w == "…");
}

bool is_spaced_dash(const SpeechText& s, std::uint32_t i) {
  const auto w = s.norm(i);
  return i + 1 < s.size() && (w == "-" || w == "–" || w == "—" || w == "--") && s.token(i).space_before &&
         s.token(i + 1).space_before;
}

bool speaks(CueKind kind) { return kind == CueKind::kSay || kind == CueKind::kTell || kind == CueKind::kReport; }

int quotation_before(const Site& site, std::uint32_t at) {
  const SpeechText& s = site.s;
  if (at > 0 && s.is_comma(at - 1)) --at;
  if (at == 0) return -1;
  const int q = s.quoted_at(at - 1);
  if (q < 0 || s.quoted()[static_cast<std::size_t>(q)].with_marks().end != at) return -1;
  const Range sentence = s.sentence(site.cue.at.begin);
  if (at - 1 >= sentence.begin || (at < s.size() && !s.capital(at))) return q;
  const auto& sentences = s.tokens().sentences;
  const bool same_paragraph =
      sentences[s.tokens().sentence_of(at - 1)].paragraph == sentences[s.tokens().sentence_of(at)].paragraph;
  return same_paragraph && sentence.end <= site.cue.at.end + 2 ? q : -1;
}

int quotation_at(const SpeechText& s, std::uint32_t at) {
  const int q = s.quoted_at(at);
  return q >= 0 && s.quoted()[static_cast<std::size_t>(q)].with_marks().begin == at ? q : -1;
}

Range quoted_words(const SpeechText& s, int quotation) { return s.quoted()[static_cast<std::size_t>(quotation)].inner; }

Range trimmed(const SpeechText& s, Range r) {
  const auto loose = [&](std::uint32_t i) {
    return s.is_comma(i) || s.norm(i) == ":" || s.norm(i) == "." || (s.norm(i) == "-" && s.token(i).space_before);
  };
  while (!r.empty() && (loose(r.begin))) ++r.begin;
  while (!r.empty() && (loose(r.end - 1) || (r.size() > 2 && s.is(r.end - 1, WordClass::kRelative) && s.is_comma(r.end - 2))))
    --r.end;
  return r;
}

std::uint32_t run_on_end(const SpeechText& s, std::uint32_t sentence_end) {
  constexpr int kLongestRun = 6;  // sentences
  const auto paragraph = [&](std::uint32_t i) { return s.tokens().sentences[s.tokens().sentence_of(i)].paragraph; };
  auto end = sentence_end;
  for (int n = 0; n < kLongestRun && end > 0 && end < s.size() && paragraph(end) == paragraph(end - 1); ++n) {
    const Range next = s.sentence(end);
    const bool goes_on =
        s.is(next.begin, WordClass::kPerson) || s.is(next.begin, WordClass::kThing) || s.is(next.begin, WordClass::kPossessive);
    if (!goes_on) break;
    for (auto i = next.begin; i < next.end; ++i) {
      const CueWord* cue = s.cue_at(i);
      if (s.quoted_at(i) >= 0 || (cue && (speaks(cue->kind) || cue->kind == CueKind::kAccording))) return end;
    }
    end = next.end;
  }
  return end;
}

bool has_verb(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (s.verblike(i) || s.is_mark(i)) return true;
  return r.size() > 12;
}

void take_clause(const SpeechText& s, Range clause, SpeechAct& out) {
  out.kind = holds_marks(s, clause) ? QuoteKind::kMixed : QuoteKind::kIndirect;
  out.content = {clause};
}

namespace {

// "X said nobody would answer for it: We are alone here, he said.": the second cue closes what stands behind the colon of the
// first.
std::uint32_t after_told_colon(const Site& at, std::uint32_t end) {
  const SpeechText& s = at.s;
  bool told = false;
  auto out = at.limits.begin;
  for (auto i = at.limits.begin; i + 2 < end; ++i) {
    const CueWord* cue = s.cue_at(i);
    told = told || (cue && !cue->noun_too && speaks(cue->kind));
    if (told && s.norm(i) == ":" && s.capital(i + 1) && !s.is_mark(i + 1)) out = i + 1;
  }
  return out;
}

}  // namespace

void take_left(const Site& at, std::uint32_t end, SpeechAct& out) {
  const SpeechText& s = at.s;
  const int q = quotation_before(at, end);
  const Range clause = trimmed(s, {after_told_colon(at, end), end});
  if (q >= 0) {
    const Range whole = s.quoted()[static_cast<std::size_t>(q)].with_marks();
    if (whole.begin <= clause.begin + 1 || whole.size() * 10 >= clause.size() * 7) {
      out.kind = QuoteKind::kDirect;
      out.content = {quoted_words(s, q)};
      return;
    }
  }
  if (clause.size() < 2) return;
  take_clause(s, clause, out);
  if (clause.begin > 0 && s.norm(clause.begin - 1) == ":" && out.kind == QuoteKind::kIndirect) out.kind = QuoteKind::kDirect;
  const int open = s.quoted_at(clause.begin);  // its closing mark was lost
  if (open >= 0 && !s.quoted()[static_cast<std::size_t>(open)].closed && quoted_words(s, open).begin == clause.begin)
    out.kind = QuoteKind::kDirect;
}

void take_right(const Site& at, std::uint32_t begin, SpeechAct& out) {
  const SpeechText& s = at.s;
  const bool punctuated = s.is_comma(begin) || s.norm(begin) == ":";
  const bool colon = s.norm(begin) == ":";
  if (begin < at.limits.end && punctuated) ++begin;
  if (begin < at.limits.end && s.has(begin, WordRole::kThat)) ++begin;
  if (const int q = quotation_at(s, begin); q >= 0) {
    const auto end = s.quoted()[static_cast<std::size_t>(q)].with_marks().end;
    if (ends_clause(s, end, at.limits.end) || s.is_comma(end) || quoted_words(s, q).end >= at.limits.end) {
      out.kind = QuoteKind::kDirect;
      out.content = {quoted_words(s, q)};
      return;
    }
  }
  if (begin >= at.limits.end) return;
  auto end = content_end(s, begin, at.limits.end);
  if (at.cue.kind == CueKind::kObject) end = object_end(s, begin, end);
  const Range sentence = s.sentence(begin);
  if (colon && s.quoted_at(begin) < 0 && end + 1 >= sentence.end) end = std::max(end, run_on_end(s, sentence.end));
  const Range clause = trimmed(s, {begin, end});
  if (clause.empty() || (clause.size() == 1 && s.word_class(clause.begin) != WordClass::kOther)) return;
  take_clause(s, clause, out);
}

void set_tail(SpeechAct& out, const CueTail& tail) {
  out.told = tail.told;
  out.carrier = tail.carrier;
  out.cited = tail.cited;
}

int previous_act(const Site& at) {
  for (auto i = at.found.size(); i-- > 0;) {
    const SpeechAct& r = at.found[i];
    if (r.cue.empty() || !at.limits.contains(r.cue)) continue;
    if (at.s.quoted_at(r.cue.begin) == at.s.quoted_at(at.cue.at.begin)) return static_cast<int>(i);
  }
  return -1;
}

Range opening_subject(const Site& at) {
  const SpeechText& s = at.s;
  std::uint32_t i = at.limits.begin;
  while (i < at.cue.at.begin &&
         (s.is(i, WordClass::kAdverb) || s.is(i, WordClass::kConjunction) || s.is(i, WordClass::kTime) || s.is_comma(i)))
    ++i;
  const Range who = phrase_after(s, i, at.cue.at.begin);
  return !who.empty() && can_speak(s, who) ? who : Range{};
}

}  // namespace attest
