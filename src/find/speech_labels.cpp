#include <algorithm>

#include "find/speech_contents.h"

namespace attest {
namespace {

constexpr std::uint32_t kLongestLabel = 9;  // tokens of a name before a colon or after a dash
constexpr std::size_t kFewestTurns = 4;     // a text with fewer labels in capitals is no transcript

bool is_dash(std::string_view w) { return w == "―" || w == "—" || w == "–" || w == "--" || w == "-"; }

// A word alone is a heading ("Factbox:", "Photo:") unless a list or the parse knows it for somebody.
bool names_speaker(const SpeechText& s, Range label) {
  if (const SourceWord* w = s.source_at(label.begin); w && w->noun && w->noun->value("kind") == "media_item") return false;
  const Parse& parse = s.input().parse;
  return label.size() > 1 || parse.empty() || s.token(label.begin).all_capital || s.source_at(label.begin) ||
         parse.name_at(label.begin);
}

// Only names, titles and the small words between them, and somebody who can speak.
bool is_label(const SpeechText& s, Range label) {
  if (label.empty() || label.size() > kLongestLabel || !can_speak(s, label) || !names_speaker(s, label)) return false;
  for (auto i = label.begin; i < label.end; ++i) {
    if (s.is_mark(i) || s.verblike(i)) return false;
    if (s.is_word(i) && !s.capital(i) && !s.source_at(i) && !s.is(i, WordClass::kPreposition) &&
        !s.is(i, WordClass::kDeterminer) && !s.has(i, WordRole::kAnd))
      return false;
  }
  return true;
}

bool in_capitals(const SpeechText& s, Range label) {
  bool any = false;
  for (auto i = label.begin; i < label.end; ++i) {
    if (s.is_word(i) && !s.token(i).all_capital && s.norm(i).size() > 1) return false;
    any = any || s.token(i).all_capital;
  }
  return any;
}

// The label that a sentence begins with, and its colon; an empty one where there is none.
Range label_of(const SpeechText& s, const Sentence& sentence) {
  const auto first = clause_limits(s, sentence.last - 1).begin;
  if (sentence.last - sentence.first < 3 || first >= sentence.last || first < sentence.first) return {};
  const auto limit = std::min(sentence.last, first + kLongestLabel);
  std::uint32_t colon = first;
  while (colon < limit && s.norm(colon) != ":") ++colon;
  if (colon >= limit || colon == first || colon + 2 >= sentence.last) return {};
  for (auto i = first; i < colon; ++i)
    if (s.is_comma(i)) return {};
  return is_label(s, {first, colon}) ? Range{first, colon} : Range{};
}

SpeechAct labelled(Range label, Range cue, Range content, QuoteKind kind, std::string_view rule) {
  SpeechAct act;
  act.source = label;
  act.cue = cue;
  act.content = {content};
  act.kind = kind;
  act.rule = rule;
  return act;
}

std::uint32_t without_stop(const SpeechText& s, std::uint32_t begin, std::uint32_t end) {
  while (end > begin + 1 && s.norm(end - 1) == ".") --end;
  return end;
}

// "BRANDT: …" again and again: each turn goes on to the next label, however many paragraphs.
bool add_turns(const SpeechText& s, std::vector<SpeechAct>& acts) {
  const auto& sentences = s.tokens().sentences;
  std::vector<std::size_t> turns;
  std::vector<Range> labels(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i > 0 && sentences[i].paragraph == sentences[i - 1].paragraph) continue;
    labels[i] = label_of(s, sentences[i]);
    if (!labels[i].empty() && in_capitals(s, labels[i])) turns.push_back(i);
  }
  if (turns.size() < kFewestTurns) return false;
  for (std::size_t t = 0; t < turns.size(); ++t) {
    const Range label = labels[turns[t]];
    const auto last = t + 1 < turns.size() ? turns[t + 1] : turns[t] + 1;
    const auto begin = label.end + 1, end = without_stop(s, begin, sentences[last - 1].last);
    if (end > begin) acts.push_back(labelled(label, {label.end, label.end + 1}, {begin, end}, QuoteKind::kDirect, "label.turn"));
  }
  return true;
}

// "The mayor: the road is closed."
void add_colon_speakers(const SpeechText& s, const Contents& claimed, std::vector<SpeechAct>& acts) {
  for (const Sentence& sentence : s.tokens().sentences) {
    const Range label = label_of(s, sentence);
    if (label.empty()) continue;
    const auto begin = label.end + 1;
    const int q = s.is_mark(begin) ? s.quoted_at(begin) : -1;
    const Range content =
        q >= 0 ? s.quoted()[static_cast<std::size_t>(q)].inner : Range{begin, without_stop(s, begin, sentence.last)};
    if (q >= 0 && claimed.hold(content)) continue;
    acts.push_back(
        labelled(label, {label.end, label.end + 1}, content, q >= 0 ? QuoteKind::kDirect : QuoteKind::kIndirect, "label.colon"));
  }
}

// "… did not surprise the mayor: “…”", "“…” — Ilse Brandt": a quotation that no cue claimed, beside a name.
void add_named_quotations(const SpeechText& s, const Contents& claimed, std::vector<SpeechAct>& acts) {
  for (const QuotedRange& q : s.quoted()) {
    const Range whole = q.with_marks();
    if (q.inner.size() < 3 || claimed.hold(q.inner)) continue;
    if (is_dash(s.norm(whole.end))) {
      const auto begin = whole.end + 1;
      const Range limits = begin < s.size() ? s.sentence(begin) : Range{};
      const Range name = without_stop(s, begin, limits.end) > begin ? Range{begin, without_stop(s, begin, limits.end)} : Range{};
      if (!name.empty() && s.capital(begin) && is_label(s, name)) {
        acts.push_back(labelled(name, {whole.end, begin}, q.inner, QuoteKind::kDirect, "label.dash"));
        continue;
      }
    }
    if (whole.begin < 2 || s.norm(whole.begin - 1) != ":") continue;
    const auto colon = whole.begin - 1;
    Range who = phrase_before(s, colon, s.sentence(colon - 1).begin, true);
    for (auto i = who.end; i > who.begin; --i)
      if (is_dash(s.norm(i - 1)) && s.token(i - 1).space_before) who.begin = std::max(who.begin, i);
    if (!who.empty() && s.capital(who.end - 1) && can_speak(s, who))
      acts.push_back(labelled(who, {colon, colon + 1}, q.inner, QuoteKind::kDirect, "label.colon_quotation"));
  }
}

}  // namespace

void add_labelled_speech(const SpeechText& s, std::vector<SpeechAct>& acts) {
  if (add_turns(s, acts)) return;
  const Contents claimed(acts);
  add_named_quotations(s, claimed, acts);
  const Contents with_names(acts);
  add_colon_speakers(s, with_names, acts);
}

}  // namespace attest
