#include "find/speech_nesting.h"

#include <algorithm>

namespace attest {
namespace {

std::uint32_t place_of(const SpeechAct& act) { return act.cue.empty() ? act.content.front().begin : act.cue.begin; }

bool same_act(const SpeechAct& a, const SpeechAct& b) { return a.source == b.source && a.cue == b.cue; }

bool media_item(const SpeechText& s, Range phrase) {
  for (auto i = phrase.begin; i < phrase.end; ++i)
    if (const SourceWord* w = s.source_at(i); w && w->noun && w->noun->value("kind") == "media_item") return true;
  return false;
}

bool names_a_source(const SpeechText& s, Range source) {
  for (auto i = source.begin; i < source.end; ++i)
    if (s.source_at(i)) return true;
  return false;
}

// "The council cannot claim that …": in somebody's words no saying, but what they judge.
bool may_not_be(const SpeechText& s, const SpeechAct& act) {
  bool modal = false, negated = false;
  for (auto i = act.cue.begin; i < act.word->at.begin; ++i) {
    modal = modal || s.has(i, WordRole::kModal);
    negated = negated || s.has(i, WordRole::kNot);
  }
  return modal && negated;
}

// A saying that somebody else's words pass on: "she said doctors had told her …". What a speaker wants, fears or supports, and what "he" or
// "they" say in somebody's words, is part of those words. What footage shows is the footage's, whoever tells of it.
bool passed_on(const SpeechText& s, const SpeechAct& inner, const SpeechAct& outer) {
  if (!inner.word || inner.source.empty() || inner.source == outer.source) return inner.rule == "quoted.part" || inner.cue.empty();
  const bool person = inner.word->kind != CueKind::kReport && inner.word->kind != CueKind::kShow;
  for (auto i = inner.source.begin; i < inner.source.end && (!person || inner.source.size() == 1); ++i)
    if (s.is_self(i)) return false;  // "“Our evidence indicates …,” she said": she is her own source
  if (may_not_be(s, inner)) return false;
  switch (inner.word->kind) {
    case CueKind::kSay:
    case CueKind::kTell:
    case CueKind::kReport:
    case CueKind::kCite:
    case CueKind::kAccording: break;
    case CueKind::kShow:
      return media_item(s, inner.source);
    case CueKind::kNoun:
    case CueKind::kObject:
      if (s.has(inner.word->at.end - 1, WordRole::kTo)) return false;  // "they refused to leave": done, not said
      if (outer.kind == QuoteKind::kIndirect) break;
      return false;
    default: return false;
  }
  const bool judged = outer.word && outer.word->kind == CueKind::kObject;  // "blames the army for the raid, which it says killed nine"
  if (judged && inner.word->kind == CueKind::kSay) return true;
  if (names_a_source(s, inner.source)) return true;
  const bool pronoun = inner.source.size() == 1 && s.word_class(inner.source.begin) != WordClass::kOther;
  return !pronoun && outer.kind == QuoteKind::kIndirect;
}

// Whether an act's words are nothing but who says the other's, and that they do: "the mayor told AFP that".
bool tells_only_who(const SpeechAct& act, const SpeechAct& other) {
  constexpr int kMostBeside = 2;
  int beside = 0;
  for (const Range c : act.content)
    for (auto i = c.begin; i < c.end; ++i)
      if (!other.source.contains(i) && !other.cue.contains(i) && !other.told.contains(i)) ++beside;
  return beside <= kMostBeside && other.content.front().size() > kMostBeside;
}

// What an act may pass on within another's words: those before its source, or those behind its cue.
Range words_within(const SpeechText& s, const SpeechAct& act, const SpeechAct& outer) {
  constexpr std::uint32_t kFewest = 3;
  if (act.source.empty() || !s.source_at(head_of(s, act.source))) return {};  // "the neighbourhood of a sheikh" is none
  for (const Range c : outer.content) {
    if (!c.contains(act.cue)) continue;
    const Range before{c.begin, std::min(act.source.begin, act.cue.begin)};
    if (before.size() >= kFewest) return act.word && act.word->kind == CueKind::kSay ? before : Range{};
    return {std::max(act.cue.end, act.source.end), c.end};
  }
  return {};
}

// Where commas are lost, each of two acts can seem to stand in the other's words: "Six were shot a guard of the mill said the
// council reported". The one whose words are only the other's source and cue is the inner one. It passes on what the other's words leave it; without
// any it loses its words.
void part_from_each_other(const SpeechText& s, std::vector<SpeechAct>& acts) {
  const auto parents = find_parents(acts);
  for (std::size_t i = 0; i < acts.size(); ++i) {
    if (parents[i] < 0 || parents[static_cast<std::size_t>(parents[i])] != static_cast<int>(i)) continue;
    const auto k = static_cast<std::size_t>(parents[i]);
    if (k < i) continue;
    const bool first = tells_only_who(acts[i], acts[k]);
    if (first == tells_only_who(acts[k], acts[i])) continue;
    SpeechAct& inner = first ? acts[i] : acts[k];
    inner.content = {words_within(s, inner, first ? acts[k] : acts[i])};
  }
}

}  // namespace

std::vector<int> find_parents(const std::vector<SpeechAct>& acts) {
  struct Piece {
    Range at;
    int owner;
  };
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < acts.size(); ++i)
    for (Range c : acts[i].content) pieces.push_back({c, static_cast<int>(i)});
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.at.begin != b.at.begin ? a.at.begin < b.at.begin : a.at.end > b.at.end;
  });
  std::vector<int> order(acts.size()), out(acts.size(), -1);
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  const auto at = [&](int i) { return place_of(acts[static_cast<std::size_t>(i)]); };
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return at(a) < at(b); });
  std::vector<Piece> open;
  std::size_t next = 0;
  for (const int i : order) {
    while (next < pieces.size() && pieces[next].at.begin <= at(i)) {
      while (!open.empty() && open.back().at.end <= pieces[next].at.begin) open.pop_back();
      open.push_back(pieces[next++]);
    }
    const SpeechAct& act = acts[static_cast<std::size_t>(i)];
    for (auto p = open.rbegin(); p != open.rend(); ++p) {
      const SpeechAct& outer = acts[static_cast<std::size_t>(p->owner)];
      if (p->owner == i || !p->at.contains(at(i)) || same_act(outer, act) || act.cue.empty()) continue;
      if (act.content.front() == p->at || act.whole().contains(p->at)) continue;
      out[static_cast<std::size_t>(i)] = p->owner;
      break;
    }
    if (open.size() > 64) open.erase(open.begin());
  }
  return out;
}

std::vector<SpeechAct> without_inner_acts(const SpeechText& s, std::vector<SpeechAct> acts) {
  part_from_each_other(s, acts);
  const auto parents = find_parents(acts);
  std::vector<int> place(acts.size(), -1);
  std::vector<SpeechAct> out;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    if (acts[i].content.front().empty()) continue;
    if (parents[i] >= 0 && !passed_on(s, acts[i], acts[static_cast<std::size_t>(parents[i])])) continue;
    place[i] = static_cast<int>(out.size());
    out.push_back(std::move(acts[i]));
  }
  for (SpeechAct& act : out)
    if (act.speaker_of >= 0) act.speaker_of = place[static_cast<std::size_t>(act.speaker_of)];
  return out;
}

}  // namespace attest
