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

std::uint32_t taken_up_at(const SpeechText& s, std::uint32_t at) {
  if (at >= 2 && s.is(at - 1, WordClass::kRelative) && s.is_comma(at - 2)) return at - 2;
  const CueWord* told = at >= 3 ? s.cue_at(at - 1) : nullptr;  // "an allegation X denies"
  if (told && told->kind == CueKind::kNoun && s.has(at - 2, WordRole::kArticle) && s.is_comma(at - 3)) return at - 3;
  const bool noun = at >= 4 && s.has(at - 1, WordRole::kThat) && s.nounlike(at - 2) && s.has(at - 3, WordRole::kArticle);
  return noun && s.is_comma(at - 4) ? at - 4 : 0;
}

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

// "X scolded him: “…,” she said", "X said it was so because “…,” she said": the words before the quotation are told by somebody
// already, the final cue has the quotation alone.
bool stands_apart(const Site& at, Range quotation) {
  const SpeechText& s = at.s;
  if (quotation.begin > at.limits.begin && s.norm(quotation.begin - 1) == ":") return true;
  const auto told = [&](const SpeechAct& act) {
    return !act.cue.empty() && at.limits.contains(act.cue) && act.cue.end <= quotation.begin && act.word &&
           speaks(act.word->kind) && act.content.back().end > quotation.begin;
  };
  return std::any_of(at.found.rbegin(),
                     at.found.rbegin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(at.found.size(), 4)), told);
}

// "“…” on 3 May, the mayor said": but for a day the quotation is all that stands before the speaker.
bool only_day_between(const SpeechText& s, int quotation, std::uint32_t end) {
  constexpr std::uint32_t kLongestDay = 5;  // tokens
  const QuotedRange& q = s.quoted()[static_cast<std::size_t>(quotation)];
  const auto begin = q.with_marks().end;
  if (!q.closed || begin >= end || end - begin > kLongestDay || q.inner.size() < 2 * (end - begin)) return false;
  bool day = false;
  for (auto i = begin; i < end; ++i) {
    const bool time = s.is(i, WordClass::kTime), number = s.token(i).kind == TokenKind::kNumber;
    if (!time && !number && !s.is(i, WordClass::kPreposition) && !s.is(i, WordClass::kDeterminer) && !s.is_comma(i)) return false;
    day = day || time;
  }
  return day;
}

}  // namespace

bool speaks_of_itself(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (s.is_self(i) && s.quoted_at(i) < 0) return true;
  return false;
}

void take_left(const Site& at, std::uint32_t end, SpeechAct& out) {
  const SpeechText& s = at.s;
  const int q = quotation_before(at, end);
  const Range clause = trimmed(s, {after_told_colon(at, end), end});
  if (q >= 0) {
    const Range whole = s.quoted()[static_cast<std::size_t>(q)].with_marks();
    if (whole.begin <= clause.begin + 1 || whole.size() * 10 >= clause.size() * 7 || stands_apart(at, whole)) {
      out.kind = QuoteKind::kDirect;
      out.content = {quoted_words(s, q)};
      return;
    }
  }
  if (clause.size() < 2) return;
  if (const int opening = quotation_at(s, clause.begin); opening >= 0 && only_day_between(s, opening, clause.end)) {
    out.kind = QuoteKind::kDirect;
    out.content = {quoted_words(s, opening)};
    return;
  }
  take_clause(s, clause, out);
  const bool verbatim =
      s.norm(clause.begin > 0 ? clause.begin - 1 : clause.begin) == ":" || (s.commas_lost() && speaks_of_itself(s, clause));
  if (verbatim && out.kind == QuoteKind::kIndirect) out.kind = QuoteKind::kDirect;
  const int open = s.quoted_at(clause.begin);  // its closing mark was lost
  if (open >= 0 && !s.quoted()[static_cast<std::size_t>(open)].closed && quoted_words(s, open).begin == clause.begin)
    out.kind = QuoteKind::kDirect;
}

namespace {

// "said on Monday, after a visit, that …", "said in a statement, carried by state television, that …": where "that" opens what is
// said, or `begin`.
std::uint32_t after_inserted(const Site& at, std::uint32_t begin, SpeechAct& out) {
  constexpr std::uint32_t kReach = 10;  // tokens
  const SpeechText& s = at.s;
  for (auto i = begin; i + 1 < std::min(at.limits.end, begin + kReach); ++i) {
    const bool carried = i == begin && s.has(i + 1, WordRole::kBy);
    if (s.is_mark(i) || (s.verblike(i) && !carried)) return begin;
    const Range who = carried ? phrase_after(s, i + 2, at.limits.end) : Range{};
    if (is_outlet(s, who) && out.carrier.empty()) out.carrier = who;
    if (s.is_comma(i)) return s.has(i + 1, WordRole::kThat) ? i + 1 : begin;
  }
  return begin;
}

}  // namespace

void take_right(const Site& at, std::uint32_t begin, SpeechAct& out) {
  const SpeechText& s = at.s;
  const bool punctuated = s.is_comma(begin) || s.norm(begin) == ":";
  const bool colon = s.norm(begin) == ":";
  if (begin < at.limits.end && punctuated) ++begin;
  if (punctuated && !colon) begin = after_inserted(at, begin, out);
  if (begin < at.limits.end && s.has(begin, WordRole::kThat)) ++begin;
  if (const int q = quotation_at(s, begin); q >= 0) {
    const auto end = s.quoted()[static_cast<std::size_t>(q)].with_marks().end;
    const bool comma_inside = s.is_comma(quoted_words(s, q).end - 1);  // "stated, “…,” in order to …": the report goes on
    if (ends_clause(s, end, at.limits.end) || s.is_comma(end) || comma_inside || quoted_words(s, q).end >= at.limits.end) {
      out.kind = QuoteKind::kDirect;
      out.content = {quoted_words(s, q)};
      return;
    }
  }
  if (begin >= at.limits.end) return;
  auto end = content_end(s, begin, at.limits.end);
  if (at.cue.kind == CueKind::kObject) end = object_end(s, begin, end);
  const Range sentence = s.sentence(begin);
  const bool unmarked = colon && s.quoted_at(begin) < 0 && end + 1 >= sentence.end;
  if (unmarked) end = std::max(end, unmarked_end(s, {begin, sentence.end}));
  const Range clause = trimmed(s, {begin, end});
  if (clause.empty() || (clause.size() == 1 && s.word_class(clause.begin) != WordClass::kOther)) return;
  take_clause(s, clause, out);
  const bool verbatim = unmarked && s.capital(begin) && speaks(at.cue.kind) && has_verb(s, clause);
  if (verbatim && out.kind == QuoteKind::kIndirect) out.kind = QuoteKind::kDirect;
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
