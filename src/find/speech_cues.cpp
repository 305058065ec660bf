#include <algorithm>

#include "find/speech_relations.h"

namespace attest {
namespace {

// One cue with what every way of reading it needs.
struct Site {
  const SpeechText& s;
  const CueWord& cue;
  const std::vector<Relation>& found;
  Range limits;  // clause_limits of the cue
  Range group;   // the verb group
};

bool ends_clause(const SpeechText& s, std::uint32_t i, std::uint32_t high) {
  if (i >= high) return true;
  const auto w = s.norm(i);
  return s.token(i).kind == TokenKind::kPunctuation && (w == "." || w == "!" || w == "?" || w == ";" || w == "…");
}

bool speaks(CueKind kind) { return kind == CueKind::kSay || kind == CueKind::kTell || kind == CueKind::kReport; }

// The closing mark directly before `at` (a comma between is fine): the index of its quotation, or -1. Where the mark closed a
// sentence of its own
// ("Who?" he asked), what follows must go on with a small letter or be no more than speaker and cue.
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

// The quotation whose opening mark stands at `at`, or -1.
int quotation_at(const SpeechText& s, std::uint32_t at) {
  const int q = s.quoted_at(at);
  return q >= 0 && s.quoted()[static_cast<std::size_t>(q)].with_marks().begin == at ? q : -1;
}

Range inner(const SpeechText& s, int q) { return s.quoted()[static_cast<std::size_t>(q)].inner; }

Range trimmed(const SpeechText& s, Range r) {
  const auto loose = [&](std::uint32_t i) {
    return s.is_comma(i) || s.norm(i) == ":" || s.norm(i) == "." || (s.norm(i) == "-" && s.token(i).space_before);
  };
  while (!r.empty() && (loose(r.begin))) ++r.begin;
  while (!r.empty() && loose(r.end - 1)) --r.end;
  return r;
}

bool holds_marks(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (s.is_mark(i)) return true;
  return false;
}

// The content before a final cue: the quotation that ends there, or the clause from the limits' begin.
void take_left(const Site& at, std::uint32_t end, Relation& out) {
  const SpeechText& s = at.s;
  const int q = quotation_before(at, end);
  const Range clause = trimmed(s, {at.limits.begin, end});
  if (q >= 0) {
    const Range whole = s.quoted()[static_cast<std::size_t>(q)].with_marks();
    if (whole.begin <= clause.begin + 1 || whole.size() * 10 >= clause.size() * 7) {
      out.kind = QuoteKind::kDirect;
      out.content = {inner(s, q)};
      return;
    }
  }
  if (clause.size() < 2) return;
  out.kind = holds_marks(s, clause) ? QuoteKind::kMixed : QuoteKind::kIndirect;
  out.content = {clause};
}

// What is condemned or denied ends where another clause begins, though its comma may be lost.
std::uint32_t object_end(const SpeechText& s, std::uint32_t begin, std::uint32_t end) {
  for (auto i = begin + 1; i < end; ++i) {
    if (s.quoted_at(i) >= 0) continue;
    const bool next_clause = s.is_contrast(i) || (s.norm(i) == "in" && i + 1 < end && s.norm(i + 1) == "what");
    if (next_clause) return i;
  }
  return end;
}

// The content after an initial cue: quotations (direct) or the clause to its end.
void take_right(const Site& at, std::uint32_t begin, Relation& out) {
  const SpeechText& s = at.s;
  const bool punctuated = s.is_comma(begin) || s.norm(begin) == ":";
  if (begin < at.limits.end && punctuated) ++begin;
  if (begin < at.limits.end && s.norm(begin) == "that") ++begin;
  if (const int q = quotation_at(s, begin); q >= 0) {
    const auto end = s.quoted()[static_cast<std::size_t>(q)].with_marks().end;
    if (ends_clause(s, end, at.limits.end) || s.is_comma(end) || inner(s, q).end >= at.limits.end) {
      out.kind = QuoteKind::kDirect;
      out.content = {inner(s, q)};
      return;
    }
  }
  if (begin >= at.limits.end) return;
  auto end = content_end(s, begin, at.limits.end);
  if (at.cue.kind == CueKind::kObject) end = object_end(s, begin, end);
  const Range clause = trimmed(s, {begin, end});
  if (clause.empty() || (clause.size() == 1 && s.word_class(clause.begin) != WordClass::kOther)) return;
  out.kind = holds_marks(s, clause) ? QuoteKind::kMixed : QuoteKind::kIndirect;
  out.content = {clause};
}

bool has_verb(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (s.verblike(i) || s.is_mark(i)) return true;
  return r.size() > 12;
}

void set_tail(Relation& out, const CueTail& tail) {
  out.told = tail.told;
  out.carrier = tail.carrier;
  out.cited = tail.cited;
}

// "…", said X | … said X.: the speaker follows the cue, the content stands before it.
bool inverted(const Site& at, Relation& out) {
  const SpeechText& s = at.s;
  if (!speaks(at.cue.kind) || at.cue.kind == CueKind::kTell || at.cue.participle || at.group.begin != at.cue.at.begin ||
      at.group.begin <= at.limits.begin + 1) {
    if (quotation_before(at, at.group.begin) < 0 || at.cue.participle || !speaks(at.cue.kind)) return false;
  }
  const Range who = phrase_after(s, at.cue.at.end, at.limits.end);
  if (who.empty() || !can_speak(s, who)) return false;
  const bool quote = quotation_before(at, at.group.begin) >= 0;
  const bool comma = s.is_comma(at.group.begin - 1);
  CueWord after_name = at.cue;
  after_name.at.end = who.end;
  after_name.kind = CueKind::kSay;
  const CueTail tail = cue_tail(s, after_name, at.limits.end);
  const CueWord* next = s.cue_at(tail.end);
  const bool told_of = s.is(tail.end, WordClass::kRelative) ||
                       s.norm(tail.end < s.size() ? tail.end : 0) == "that";  // "said the head of the group that …"
  const bool closed = ends_clause(s, tail.end, at.limits.end) || s.is_comma(tail.end) || (told_of && s.source_at(who.end - 1)) ||
                      s.norm(tail.end) == ":" || (next && next->participle) || s.is_mark(tail.end);
  if (!quote && !closed) return false;
  if (quote && !closed && s.is(who.begin, WordClass::kThing)) return false;
  if (!quote && !comma) {  // lost marks: only a name or a title may stand there
    const Range before = phrase_before(s, at.group.begin, at.limits.begin, true);
    const bool name = s.capital(who.end - 1) || s.source_at(who.begin) || s.source_at(who.end - 1);
    const bool pronoun_before = !before.empty() && before.size() == 1 && s.word_class(before.begin) != WordClass::kOther;
    const bool no_speaker_before = before.empty() || !can_speak(s, before);
    if (!name || at.cue.noun_too || pronoun_before || s.is(who.begin, WordClass::kThing) || who.size() < 2) return false;
    if (!s.capital(who.begin) && !s.capital(who.end - 1) && !no_speaker_before) return false;
    if (told_of && !no_speaker_before) return false;
  }
  if (comma && !quote && s.is(who.begin, WordClass::kThing)) return false;
  out.source = who;
  out.cue = at.cue.at;
  out.rule = "cue.inverted";
  set_tail(out, tail);
  take_left(at, at.group.begin, out);
  const int after = s.is_comma(tail.end) ? quotation_at(s, tail.end + 1) : -1;
  if (out.kind != QuoteKind::kDirect && after >= 0 && at.group.begin - at.limits.begin < 4) {  // "But, said X, “…”"
    out.kind = QuoteKind::kDirect;
    out.content = {inner(s, after)};
    return true;
  }
  if (!out.content.empty() && s.is_comma(tail.end) && out.kind == QuoteKind::kDirect)
    if (const int q = quotation_at(s, tail.end + 1); q >= 0) out.content.push_back(inner(s, q));
  return !out.content.empty();
}

// The last relation before the cue in its sentence and at its level.
int previous_act(const Site& at) {
  for (auto i = at.found.size(); i-- > 0;) {
    const Relation& r = at.found[i];
    if (r.cue.empty() || !at.limits.contains(r.cue)) continue;
    if (at.s.quoted_at(r.cue.begin) == at.s.quoted_at(at.cue.at.begin)) return static_cast<int>(i);
  }
  return -1;
}

// The subject that a sentence opens with.
Range opening_subject(const Site& at) {
  const SpeechText& s = at.s;
  std::uint32_t i = at.limits.begin;
  while (i < at.cue.at.begin &&
         (s.is(i, WordClass::kAdverb) || s.is(i, WordClass::kConjunction) || s.is(i, WordClass::kTime) || s.is_comma(i)))
    ++i;
  const Range who = phrase_after(s, i, at.cue.at.begin);
  return !who.empty() && can_speak(s, who) ? who : Range{};
}

// "…, adding that …", "a statement saying …", "by saying …".
bool participle(const Site& at, Relation& out) {
  const SpeechText& s = at.s;
  const auto before = at.cue.at.begin;
  if (before <= at.limits.begin) return false;
  const bool comma = s.is_comma(before - 1);
  const bool strong = at.cue.kind == CueKind::kSay || at.cue.kind == CueKind::kTell;
  if (s.is(before - 1, WordClass::kDeterminer) || s.is(before - 1, WordClass::kPossessive) || s.norm(before - 1) == "as")
    return false;
  const Range near = comma ? Range{} : phrase_before(s, before, at.limits.begin, true);
  const SourceWord* noun = comma ? nullptr : s.source_at(before - 1);
  const bool item = noun && noun->noun && noun->noun->value("kind") == "media_item";
  if (!comma && !strong && !(at.cue.kind == CueKind::kShow && item)) return false;
  if (noun && !near.empty()) out.source = near;
  else if (const int previous = previous_act(at); previous >= 0) {
    out.speaker_of = previous;
    out.source = at.found[static_cast<std::size_t>(previous)].source;
  } else out.source = opening_subject(at);
  if (out.source.empty() && out.speaker_of < 0) return false;
  out.cue = at.cue.at;
  out.rule = "cue.participle";
  const CueTail tail = cue_tail(s, at.cue, at.limits.end);
  set_tail(out, tail);
  take_right(at, tail.end, out);
  return !out.content.empty();
}

// "were reported by X": what stands before is the content.
bool passive(const Site& at, Relation& out) {
  const SpeechText& s = at.s;
  if (at.cue.at.end >= at.limits.end || s.norm(at.cue.at.end) != "by" || at.cue.kind == CueKind::kAttitude) return false;
  const Range who = phrase_after(s, at.cue.at.end + 1, at.limits.end);
  if (who.empty() || !can_speak(s, who)) return false;
  Range clause = trimmed(s, {at.limits.begin, at.group.begin});
  if (at.cue.kind == CueKind::kObject) clause = phrase_before(s, at.group.begin, at.limits.begin, false);
  if (clause.empty() || (clause.size() == 1 && s.word_class(clause.begin) != WordClass::kOther)) return false;
  out.source = who;
  out.cue = {at.group.begin, at.cue.at.end + 1};
  out.content = {clause};
  out.kind = holds_marks(s, clause) ? QuoteKind::kMixed : QuoteKind::kIndirect;
  out.rule = "cue.passive";
  return true;
}

// A noun that is also a verb counts as a verb only with a plain subject before it.
bool noun_reading(const SpeechText& s, const CueWord& cue, Range group, Range subject) {
  if (!cue.noun_too || group.begin < cue.at.begin) return false;
  if (subject.empty()) return true;
  const auto c = s.word_class(subject.begin);
  if (c == WordClass::kPerson || c == WordClass::kThing || c == WordClass::kRelative) return false;
  const bool singular_verb = s.norm(cue.at.begin).ends_with("s");
  const bool past = s.norm(cue.at.begin).ends_with("ed");
  const auto last = subject.end - 1;
  const bool plural = s.norm(last).ends_with("s") && !s.norm(last).ends_with("ss");
  if (past) {  // "a statement posted on …": somebody else did it
    const SourceWord* w = s.source_at(last);
    const bool item = s.is_setting(last) || (w && w->noun && w->noun->value("kind") == "media_item");
    if (subject.begin > 0 && s.is(subject.begin - 1, WordClass::kPreposition)) return true;  // "with the toll estimated at"
    return !can_speak(s, subject) || (item && cue.kind == CueKind::kSay && s.norm(cue.at.end) != "that");
  }
  const bool name = s.capital(last) || s.source_at(last);
  const bool fits = singular_verb ? name && !plural : plural && s.source_at(last);
  const auto next = cue.at.end;
  const bool noun_after = s.is(next, WordClass::kPreposition) || s.is(next, WordClass::kAuxiliary) ||
                          s.is(next, WordClass::kConjunction) || s.is_comma(next) || s.cue_at(next) != nullptr;
  return !fits || noun_after;
}

// What kinds of subject a cue takes.
bool fitting_subject(const SpeechText& s, const CueWord& cue, Range subject) {
  if (cue.kind == CueKind::kSay || cue.kind == CueKind::kTell) return true;
  const bool first_person = subject.size() == 1 && s.is(subject.begin, WordClass::kPerson) && s.norm(subject.begin) != "he" &&
                            s.norm(subject.begin) != "she";
  if (first_person && cue.kind != CueKind::kReport) return false;
  if (!can_speak(s, subject)) return false;
  if (cue.kind != CueKind::kShow) return true;
  if (s.norm(cue.at.end) == "that") return true;
  for (auto i = subject.begin; i < subject.end; ++i)
    if (const SourceWord* w = s.source_at(i)) {
      const auto kind = w->noun ? w->noun->value("kind") : std::string_view(w->actor->kind);
      if (kind == "media_item" || kind == "monitor" || kind == "ngo" || kind == "outlet" || kind == "international") return true;
    }
  return false;
}

// "The director of the clinic said. …": a colon became a stop; what is said is the next sentence.
bool next_sentence(const Site& at, Range who, const CueTail& tail, Relation& out) {
  const SpeechText& s = at.s;
  if (!speaks(at.cue.kind) || who.size() > 20) return false;
  const auto begin = s.sentence(at.cue.at.begin).end;
  if (begin >= s.size() || s.quoted_at(at.cue.at.begin) >= 0 || tail.end + 1 < begin) return false;
  const Range next = s.sentence(begin);
  if (s.is_mark(begin) || next.size() < 4) return false;
  for (auto i = at.limits.begin; i < who.begin; ++i)
    if (s.is_comma(i)) return false;
  out.source = {at.limits.begin, who.end};
  out.cue = at.group;
  out.content = {trimmed(s, next)};
  out.rule = "cue.next_sentence";
  set_tail(out, tail);
  return true;
}

// "A video shot in the market showed": the subject opens the sentence and a reduced clause stands between it and the cue.
Range far_subject(const Site& at) {
  const SpeechText& s = at.s;
  if (at.cue.kind != CueKind::kShow && at.cue.kind != CueKind::kReport) return {};
  const Range who = opening_subject(at);
  if (who.empty() || at.group.begin - who.end > 14 || !fitting_subject(s, at.cue, who)) return {};
  for (auto i = who.end; i < at.group.begin; ++i) {
    const CueWord* other = s.cue_at(i);
    const bool finite = other && !other->participle && !other->noun_too && !s.norm(i).ends_with("ed");
    if (finite || s.is(i, WordClass::kAuxiliary) || s.is(i, WordClass::kRelative) || s.is(i, WordClass::kSubordinator)) return {};
  }
  return who;
}

// "X spoke to residents who said": X stands between the report and the source.
void take_interviewer(const Site& at, Relation& out) {
  const SpeechText& s = at.s;
  if (out.source.size() != 1 || !s.is(out.source.begin, WordClass::kRelative)) return;
  const Range told = phrase_before(s, out.source.begin, at.limits.begin, true);
  if (told.empty() || told.begin <= at.limits.begin) return;
  const CueWord* spoke = s.cue_at(told.begin - 1);
  if (spoke && spoke->kind == CueKind::kInterview)
    out.carrier = subject_before(s, verb_group(s, spoke->at, at.limits.begin).begin, at.limits.begin, false);
}

// "said on a visit to the city": no more than where it was said follows the cue.
bool only_setting(const Site& at, std::uint32_t begin) {
  const SpeechText& s = at.s;
  if (!s.is(begin, WordClass::kPreposition) || !speaks(at.cue.kind) || at.group.begin < at.limits.begin + 4) return false;
  for (auto i = begin; i < at.limits.end; ++i) {
    if (ends_clause(s, i, at.limits.end)) return i - begin < 10;
    if (s.verblike(i) || s.is_mark(i) || s.norm(i) == "that" || s.norm(i) == ":") return false;
  }
  return at.limits.end - begin < 10;
}

// X said … | …, X said | … X said.
bool subject_first(const Site& at, Relation& out) {
  const SpeechText& s = at.s;
  const CueTail tail = cue_tail(s, at.cue, at.limits.end);
  const CueWord* next_cue = s.cue_at(tail.end);
  const bool act_follows = next_cue && next_cue->participle && speaks(at.cue.kind);  // "he said referring to …"
  const bool closes = (ends_clause(s, tail.end, at.limits.end) || act_follows || only_setting(at, tail.end)) &&
                      s.norm(tail.end < s.size() ? tail.end : 0) != ":";
  const bool comma_after = s.is_comma(tail.end) && tail.end < at.limits.end;
  Range who = subject_before(s, at.group.begin, at.limits.begin, closes);
  if (!who.empty() && s.norm(who.begin) == "that" && who.size() == 1) who = {};
  const bool conjunction = at.group.begin > at.limits.begin && s.is(at.group.begin - 1, WordClass::kConjunction);
  if (noun_reading(s, at.cue, at.group, who)) return false;
  if (who.empty() || !fitting_subject(s, at.cue, who)) {
    const Range opening = far_subject(at);
    if (!opening.empty()) who = opening;
  }
  if (who.empty() && conjunction) {
    const int previous = previous_act(at);
    if (previous >= 0) {
      out.speaker_of = previous;
      out.source = at.found[static_cast<std::size_t>(previous)].source;
    } else if (speaks(at.cue.kind) || at.cue.kind == CueKind::kObject) out.source = opening_subject(at);
    if (out.source.empty()) return false;
  } else {
    if (who.empty() || !fitting_subject(s, at.cue, who)) return false;
    out.source = who;
  }
  out.cue = at.group;
  set_tail(out, tail);
  const auto left_end = who.empty() ? at.group.begin : who.begin;
  const int left_quote = quotation_before(at, left_end);
  const bool pronoun = who.size() == 1 && (s.is(who.begin, WordClass::kPerson) || s.is(who.begin, WordClass::kThing));
  const bool only_subject = closes && left_quote < 0 && !who.empty() && !pronoun && !has_verb(s, {at.limits.begin, who.begin});
  if (only_subject) return next_sentence(at, who, tail, out);
  const auto left_size = left_end > at.limits.begin ? left_end - at.limits.begin : 0;
  if (speaks(at.cue.kind) && (closes || (comma_after && (left_quote >= 0 || quotation_at(s, tail.end + 1) < 0) &&
                                         (left_quote >= 0 || (left_size > 3 && s.is_comma(left_end - 1)))))) {
    out.rule = "cue.final";
    take_left(at, left_end, out);
    if (comma_after && !out.content.empty()) {
      const int q = quotation_at(s, tail.end + 1);
      if (q >= 0 && out.kind == QuoteKind::kDirect) out.content.push_back(inner(s, q));
      const CueWord* next = s.cue_at(tail.end + 1);
      if (q < 0 && left_quote < 0 && !(next && (next->participle || next->kind == CueKind::kAccording)))
        out.content.back().end = content_end(s, tail.end + 1, at.limits.end);
    }
    return !out.content.empty();
  }
  if (left_quote >= 0 && speaks(at.cue.kind) && !who.empty()) {  // "…" he said on his way
    out.rule = "cue.final";
    take_left(at, left_end, out);
    if (!out.content.empty() && out.kind == QuoteKind::kDirect) return true;
    out.content.clear();
  }
  if (closes) return false;
  out.rule = "cue.initial";
  take_interviewer(at, out);
  take_right(at, tail.end, out);
  const bool inserted = left_end > at.limits.begin + 1 && s.is(left_end - 1, WordClass::kRelative) && s.is_comma(left_end - 2);
  if (inserted && out.kind != QuoteKind::kDirect && !out.content.empty())  // ", which X described as a crime, …"
    for (auto i = out.content.back().begin; i < out.content.back().end; ++i)
      if (s.is_comma(i)) out.content.back().end = i;
  return !out.content.empty();
}

// …, according to X | according to X, …
bool according(const Site& at, Relation& out) {
  const SpeechText& s = at.s;
  const Range who = phrase_after(s, at.cue.at.end, at.limits.end);
  if (who.empty()) return false;
  out.source = who;
  out.cue = at.cue.at;
  out.rule = "cue.according";
  std::uint32_t first = at.cue.at.begin;
  while (first > at.limits.begin && (s.is(first - 1, WordClass::kAdverb) || s.is(first - 1, WordClass::kConjunction) ||
                                     s.is(first - 1, WordClass::kSubordinator) || s.is_comma(first - 1)))
    --first;
  if (first == at.limits.begin) take_right(at, who.end, out);
  else take_left(at, at.cue.at.begin, out);
  // "Spending, according to X, has risen": the clause goes on behind the second comma.
  const bool inserted =
      first > at.limits.begin && s.is_comma(at.cue.at.begin - 1) && s.is_comma(who.end) && !has_verb(s, {at.limits.begin, first});
  if (inserted && !out.content.empty()) out.content.back().end = content_end(s, who.end + 1, at.limits.end);
  return !out.content.empty();
}

// X quoted Y as saying … | Y was quoted by X as saying …
bool cited(const Site& at, Relation& out) {
  const SpeechText& s = at.s;
  std::uint32_t i = at.cue.at.end;
  const Range subject = subject_before(s, at.group.begin, at.limits.begin, false);
  Range other;
  const bool is_by = s.norm(std::min(i, s.size() - 1)) == "by";
  if (i < at.limits.end && is_by) ++i;
  other = phrase_after(s, i, at.limits.end);
  if (!other.empty()) i = other.end;
  if (i + 1 >= at.limits.end || s.norm(i) != "as") return false;
  const CueWord* saying = s.cue_at(i + 1);
  if (!saying || !saying->participle) return false;
  const bool turned = is_passive(s, at.group, at.cue.at);
  if (turned && s.norm(i + 2) == "by" && other.empty()) {
    other = phrase_after(s, i + 3, at.limits.end);
    i = other.empty() ? i : other.end - 2;
  }
  out.source = turned ? subject : other;
  out.carrier = turned ? other : subject;
  if (out.source.empty()) return false;
  out.cue = saying->at;
  out.word = saying;
  out.rule = "cue.cited";
  take_right(at, std::max(i + 2, saying->at.end), out);
  return !out.content.empty();
}

// "allegations by X that …", "X's claim that …", "reports that …".
bool noun_cue(const Site& at, Relation& out) {
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

}  // namespace

Relation relation_of_cue(const SpeechText& s, const CueWord& cue, const std::vector<Relation>& found) {
  const Range limits = clause_limits(s, cue.at.begin);
  const Site at{s, cue, found, limits, verb_group(s, cue.at, limits.begin)};
  const auto fresh = [&] {
    Relation r;
    r.word = &cue;
    return r;
  };
  Relation out = fresh();
  const auto before = at.group.begin;
  // A capital inside a line of capitals: a heading, where only plain words of saying count.
  const bool heading = s.capital(cue.at.begin) && cue.at.begin > limits.begin + 1 && !s.is_mark(cue.at.begin - 1) &&
                       !s.token(cue.at.begin).all_capital;
  if (heading && (cue.participle || cue.kind == CueKind::kObject || cue.kind == CueKind::kAttitude || cue.kind == CueKind::kShow))
    return fresh();
  if (cue.kind == CueKind::kNone || cue.kind == CueKind::kInterview) return out;
  if (cue.kind == CueKind::kNoun || cue.noun_too)
    if (noun_cue(at, out)) return out;
  if (cue.kind == CueKind::kNoun) return fresh();
  out = fresh();
  if (cue.kind == CueKind::kAttitude && s.quoted_at(cue.at.begin) >= 0)
    return out;  // what a speaker thinks is said in the quotation itself
  if (cue.kind == CueKind::kAccording) return according(at, out) ? out : fresh();
  if (cue.kind == CueKind::kCite) return cited(at, out) ? out : fresh();
  if (before > limits.begin && s.norm(before - 1) == "to" && !cue.participle) return fresh();
  const bool has_auxiliary = before < cue.at.begin && s.is(before, WordClass::kAuxiliary);
  if (cue.participle && !has_auxiliary) return participle(at, out) ? out : fresh();
  if (is_passive(s, at.group, cue.at)) return passive(at, out) ? out : fresh();
  const bool inverted_order = inverted(at, out);
  if (!inverted_order) {
    out = fresh();
    if (!subject_first(at, out)) return fresh();
  }
  return cue.direct_only && out.kind != QuoteKind::kDirect ? fresh() : out;
}

}  // namespace attest
