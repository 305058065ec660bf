#include <algorithm>

#include "find/speech_relations.h"

namespace attest {
namespace {

constexpr std::uint32_t kLongestSpeakerLabel = 9;  // tokens before a colon
constexpr std::uint32_t kShortestRun = 4;          // a shorter quotation without a cue is a title or a word at a distance

bool is_direct(const Relation& r) { return r.kind == QuoteKind::kDirect; }

bool claimed(const std::vector<Relation>& relations, Range inner) {
  return std::any_of(relations.begin(), relations.end(), [&](const Relation& r) {
    return std::any_of(r.content.begin(), r.content.end(), [&](Range c) { return c.contains(inner); });
  });
}

// Do the quoted words make up their sentences, but for marks and a few words?
bool fills_sentence(const SpeechText& s, const QuotedRange& q) {
  const Range first = s.sentence(q.inner.begin), last = s.sentence(q.inner.end - 1);
  const Range whole = q.with_marks();
  return whole.begin <= first.begin + 1 && whole.end + 2 >= last.end;
}

// The last relation before a token that speaks outside any quotation, within the same or the preceding paragraph.
int floor_before(const SpeechText& s, const std::vector<Relation>& relations, std::uint32_t token) {
  const auto paragraph = [&](std::uint32_t i) { return s.tokens().sentences[s.tokens().sentence_of(i)].paragraph; };
  int best = -1;
  std::uint32_t best_at = 0;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const Relation& r = relations[i];
    const auto at = r.cue.empty() ? r.content.front().begin : r.cue.begin;
    if (at >= token || r.source.empty() || (!r.cue.empty() && s.quoted_at(r.cue.begin) >= 0)) continue;
    if (paragraph(at) + 2 < paragraph(token)) continue;
    if (r.word && r.word->kind != CueKind::kSay && r.word->kind != CueKind::kTell && r.word->kind != CueKind::kReport &&
        r.word->kind != CueKind::kAccording && r.word->kind != CueKind::kCite && r.word->kind != CueKind::kObject)
      continue;
    if (best < 0 || at > best_at) {
      best = static_cast<int>(i);
      best_at = at;
    }
  }
  return best;
}

// "… reports that A X said": what an earlier cue took in beyond the speaker of a final cue is not its content.
void end_before_final(const SpeechText& s, const Relation& last, std::vector<Relation>& relations) {
  if (last.source.empty() || last.content.back().end > last.cue.begin) return;
  const Range sentence = s.sentence(last.cue.begin);
  const auto edge = std::min(last.source.begin, last.cue.begin);
  for (auto i = relations.size(); i-- > 0;) {
    Relation& r = relations[i];
    if (r.cue.empty() || r.cue.begin < sentence.begin) break;
    Range& c = r.content.back();
    if (r.source == last.source || !c.contains(last.cue) || c.begin >= edge || !last.whole().contains(r.cue)) continue;
    c.end = edge;
    while (c.end > c.begin + 1 && s.is_comma(c.end - 1)) --c.end;
  }
}

// "…, citing a doctor": the source of the act before it in the sentence.
bool take_cited(const SpeechText& s, const CueWord& cue, std::vector<Relation>& relations) {
  if (relations.empty()) return false;
  Relation& last = relations.back();
  const Range sentence = s.sentence(cue.at.begin);
  if (last.cue.empty() || !sentence.contains(last.cue) || s.quoted_at(cue.at.begin) != s.quoted_at(last.cue.begin)) return false;
  const Range who = phrase_after(s, cue.at.end, sentence.end);
  if (who.empty() || !can_speak(s, who)) return false;
  if (last.cited.empty()) last.cited = who;
  return true;
}

}  // namespace

void add_colon_speakers(const SpeechText& s, std::vector<Relation>& relations) {
  for (const Sentence& sentence : s.tokens().sentences) {
    const auto first = clause_limits(s, sentence.last - 1).begin;
    if (sentence.last - sentence.first < 3 || first >= sentence.last || first < sentence.first) continue;
    const auto limit = std::min(sentence.last, first + kLongestSpeakerLabel);
    std::uint32_t colon = first;
    while (colon < limit && s.norm(colon) != ":") ++colon;
    if (colon >= limit || colon == first || colon + 2 >= sentence.last) continue;
    const Range label{first, colon};
    bool names = true;
    for (auto i = label.begin; i < label.end; ++i)
      names = names && !s.is_mark(i) && !s.verblike(i) && !s.is_comma(i) &&
              (!s.is_word(i) || s.capital(i) || s.source_at(i) || s.is(i, WordClass::kPreposition));
    if (!names || !can_speak(s, label)) continue;
    std::uint32_t begin = colon + 1, end = sentence.last;
    while (end > begin + 1 && s.norm(end - 1) == ".") --end;
    Relation r;
    r.source = label;
    r.cue = {colon, colon + 1};
    r.rule = "colon";
    if (const int q = s.quoted_at(begin); q >= 0 && s.is_mark(begin)) {
      r.kind = QuoteKind::kDirect;
      r.content = {s.quoted()[static_cast<std::size_t>(q)].inner};
    } else r.content = {{begin, end}};
    if (is_direct(r) && claimed(relations, r.content[0])) continue;
    relations.push_back(std::move(r));
  }
}

void add_running_quotations(const SpeechText& s, std::vector<Relation>& relations) {
  for (const QuotedRange& q : s.quoted()) {
    if (q.inner.size() < kShortestRun || claimed(relations, q.inner) || !fills_sentence(s, q)) continue;
    const int floor = floor_before(s, relations, q.inner.begin);
    Relation r;
    r.kind = QuoteKind::kDirect;
    r.content = {q.inner};
    r.rule = "run.on";
    if (floor >= 0) {
      const Relation& held = relations[static_cast<std::size_t>(floor)];
      r.source = held.source;
      r.cue = held.cue;
      r.word = held.word;
      r.speaker_of = floor;
    }
    relations.push_back(std::move(r));
  }
}

void add_quoted_parts(const SpeechText& s, std::vector<Relation>& relations) {
  const auto count = relations.size();
  for (const QuotedRange& q : s.quoted()) {
    int owner = -1;
    for (std::size_t i = 0; i < count; ++i) {
      if (relations[i].kind != QuoteKind::kMixed) continue;
      for (Range c : relations[i].content)
        if (c.contains(q.inner) &&
            (owner < 0 || relations[static_cast<std::size_t>(owner)].whole().contains(relations[i].whole())))
          owner = static_cast<int>(i);
    }
    if (owner < 0) continue;
    const Relation& whole = relations[static_cast<std::size_t>(owner)];
    Relation r;
    r.kind = QuoteKind::kDirect;
    r.content = {q.inner};
    r.rule = "quoted.part";
    r.source = whole.source;
    r.cue = whole.cue;
    r.word = whole.word;
    r.speaker_of = owner;
    relations.push_back(std::move(r));
  }
}

std::vector<Relation> find_relations(const SpeechText& s) {
  std::vector<Relation> out;
  for (const CueWord& cue : s.cues()) {
    if (cue.kind == CueKind::kCite && cue.participle && take_cited(s, cue, out)) continue;
    Relation r = relation_of_cue(s, cue, out);
    if (r.content.empty()) continue;
    // A quotation has one speaker: the first cue that claims it as a whole keeps it.
    if (is_direct(r) && std::any_of(out.begin(), out.end(),
                                    [&](const Relation& o) { return is_direct(o) && o.content.front() == r.content.front(); }))
      continue;
    end_before_final(s, r, out);
    out.push_back(std::move(r));
  }
  add_colon_speakers(s, out);
  add_running_quotations(s, out);
  add_quoted_parts(s, out);
  return out;
}

}  // namespace attest
