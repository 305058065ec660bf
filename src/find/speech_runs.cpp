#include <algorithm>

#include "find/speech_contents.h"
#include "find/speech_site.h"
#include "find/speech_stances.h"

namespace attest {
namespace {

constexpr std::ptrdiff_t kRecent = 32;     // relations in which a quotation may have been claimed already
constexpr std::uint32_t kRequest = 8;      // tokens: "“to let the convoys pass through the town at once”"
constexpr std::uint32_t kShortestRun = 4;  // a shorter quotation without a cue is a title or a word at a distance

bool is_direct(const SpeechAct& r) { return r.kind == QuoteKind::kDirect; }

// Do the quoted words make up their sentences, but for marks and a few words?
bool fills_sentence(const SpeechText& s, const QuotedRange& q) {
  const Range first = s.sentence(q.inner.begin), last = s.sentence(q.inner.end - 1);
  const Range whole = q.with_marks();
  return whole.begin <= first.begin + 1 && whole.end + 2 >= last.end;
}

// Who holds the floor: the relations that speak outside any quotation, in text order.
class Floor {
 public:
  Floor(const SpeechText& s, const std::vector<SpeechAct>& relations) : s_(s) {
    for (std::size_t i = 0; i < relations.size(); ++i) {
      const SpeechAct& r = relations[i];
      const auto at = r.cue.empty() ? r.content.front().begin : r.cue.begin;
      const bool quoted = !r.cue.empty() && s.quoted_at(r.cue.begin) >= 0;
      const bool holds =
          !r.word || (r.word->kind != CueKind::kShow && r.word->kind != CueKind::kAttitude && r.word->kind != CueKind::kNoun);
      if (!r.source.empty() && !quoted && holds) turns_.push_back({at, static_cast<int>(i)});
    }
    std::stable_sort(turns_.begin(), turns_.end(), [](const Turn& a, const Turn& b) { return a.at < b.at; });
  }
  // The last speaker before a token, within this paragraph or the two before it (a quotation that ran on counts); -1 none.
  int before(std::uint32_t token) {
    const auto next = std::partition_point(turns_.begin(), turns_.end(), [&](const Turn& t) { return t.at < token; });
    if (next == turns_.begin()) return -1;
    const Turn& turn = *std::prev(next);
    const auto here = paragraph(token);
    const bool near = paragraph(turn.at) + 2 >= here || (turn.relation == last_ && last_paragraph_ + 1 >= here);
    if (!near) return -1;
    last_ = turn.relation;
    last_paragraph_ = here;
    return turn.relation;
  }

 private:
  struct Turn {
    std::uint32_t at;
    int relation;
  };
  std::uint32_t paragraph(std::uint32_t token) const { return s_.tokens().sentences[s_.tokens().sentence_of(token)].paragraph; }

  const SpeechText& s_;
  std::vector<Turn> turns_;
  int last_ = -1;
  std::uint32_t last_paragraph_ = 0;
};

// "… reports that A X said": what an earlier cue took in beyond the speaker of a final cue is not its content.
void end_before_final(const SpeechText& s, const SpeechAct& last, std::vector<SpeechAct>& relations) {
  if (last.source.empty() || last.content.back().end > last.cue.begin) return;
  const Range sentence = s.sentence(last.cue.begin);
  const auto edge = std::min(last.source.begin, last.cue.begin);
  for (auto i = relations.size(); i-- > 0;) {
    SpeechAct& r = relations[i];
    if (r.cue.empty() || r.cue.begin < sentence.begin) break;
    Range& c = r.content.back();
    if (r.source == last.source || !c.contains(last.cue) || c.begin >= edge || !last.whole().contains(r.cue)) continue;
    c.end = edge;
    while (c.end > c.begin + 1 && s.is_comma(c.end - 1)) --c.end;
  }
}

// "A man who said he had lost his house told …": what the clause about the speaker says ends before the main cue.
void end_before_main(const SpeechText& s, const SpeechAct& main, std::vector<SpeechAct>& relations) {
  if (main.source.empty() || main.cue.begin < main.source.end || !main.word || main.word->participle) return;
  for (auto i = relations.size(); i-- > 0;) {
    SpeechAct& r = relations[i];
    if (r.cue.empty() || r.cue.begin < main.source.end || !s.sentence(main.cue.begin).contains(r.cue)) break;
    Range& c = r.content.back();
    if (r.source.empty() || r.source.begin < main.source.end) break;
    if (c.begin > r.cue.begin && c.begin < main.cue.begin && c.contains(main.cue)) c.end = main.cue.begin;
  }
}

// "…, condemning the grant: “…”": the speaker's own words behind what the report makes of them.
void add_quotations_after_colons(const SpeechText& s, std::vector<SpeechAct>& relations) {
  const Contents claimed(relations);
  const auto cued = relations.size();
  for (std::size_t i = 0; i < cued; ++i) {
    const SpeechAct& told = relations[i];
    const auto colon = told.content.back().end;
    if (is_direct(told) || told.cue.begin > told.content.front().begin || s.norm(colon) != ":") continue;
    const int q = quotation_at(s, colon + 1);
    if (q < 0 || quoted_words(s, q).size() < kShortestRun || claimed.hold(quoted_words(s, q))) continue;
    SpeechAct r;
    r.source = told.source;
    r.told = told.told;
    r.cue = told.cue;
    r.word = told.word;
    r.content = {quoted_words(s, q)};
    r.kind = QuoteKind::kDirect;
    r.speaker_of = static_cast<int>(i);
    r.rule = "run.colon";
    relations.push_back(std::move(r));
  }
}

// "…, citing a doctor": the source of the act before it in the sentence.
bool take_cited(const SpeechText& s, const CueWord& cue, std::vector<SpeechAct>& relations) {
  if (relations.empty()) return false;
  SpeechAct& last = relations.back();
  const Range sentence = s.sentence(cue.at.begin);
  if (last.cue.empty() || !sentence.contains(last.cue) || s.quoted_at(cue.at.begin) != s.quoted_at(last.cue.begin)) return false;
  if (cites_reasons(s, cue, sentence.end)) return false;
  const Range who = phrase_after(s, cue.at.end, sentence.end);
  if (who.empty() || !can_speak(s, who)) return false;
  if (last.cited.empty()) last.cited = who;
  return true;
}

}  // namespace

void add_running_quotations(const SpeechText& s, std::vector<SpeechAct>& relations) {
  const Contents claimed(relations);
  Floor turns(s, relations);
  std::vector<char> direct_cues(s.size() + 1, 0);
  for (const SpeechAct& r : relations)
    if (is_direct(r) && !r.cue.empty()) direct_cues[r.cue.begin] = 1;
  for (const QuotedRange& q : s.quoted()) {
    if (q.inner.size() < kShortestRun || claimed.hold(q.inner) || !fills_sentence(s, q)) continue;
    const auto cued = !q.closed && std::any_of(direct_cues.begin() + q.inner.begin, direct_cues.begin() + q.inner.end,
                                               [](char c) { return c != 0; });
    if (cued) continue;  // its closing mark was lost before the cue
    const int floor = turns.before(q.inner.begin);
    SpeechAct r;
    r.kind = QuoteKind::kDirect;
    r.content = {q.inner};
    r.rule = "run.on";
    if (floor >= 0) {
      const SpeechAct& held = relations[static_cast<std::size_t>(floor)];
      r.source = held.source;
      r.told = held.told;
      r.cue = held.cue;
      r.word = held.word;
      r.speaker_of = floor;
    }
    relations.push_back(std::move(r));
  }
}

void add_quoted_parts(const SpeechText& s, std::vector<SpeechAct>& relations) {
  const Contents contents(relations);
  for (const QuotedRange& q : s.quoted()) {
    int owner = -1;  // the innermost mixed relation around the quotation
    contents.holding(q.inner, [&](std::size_t i) {
      if (relations[i].kind != QuoteKind::kMixed) return;
      if (owner < 0 || relations[static_cast<std::size_t>(owner)].whole().contains(relations[i].whole()))
        owner = static_cast<int>(i);
    });
    if (owner < 0) continue;
    const SpeechAct& whole = relations[static_cast<std::size_t>(owner)];
    // "called the raid “a crime”": one act of one word, its quoted part is no second quotation, unless it is a whole request.
    const bool judged = !whole.word || whole.word->kind == CueKind::kObject || whole.word->kind == CueKind::kAttitude;
    if (judged && !(q.inner.size() >= kRequest && s.has(q.inner.begin, WordRole::kTo))) continue;
    SpeechAct r;
    r.kind = QuoteKind::kDirect;
    r.content = {q.inner};
    r.rule = "quoted.part";
    r.source = whole.source;
    r.told = whole.told;
    r.cue = whole.cue;
    r.word = whole.word;
    r.speaker_of = owner;
    relations.push_back(std::move(r));
  }
}

// "The council, which says that it saw nothing, shares the blame": what a relative clause between commas says ends with it.
void end_with_aside(const SpeechText& s, SpeechAct& r) {
  const Parse& parse = s.input().parse;
  if (r.cue.empty() || r.content.empty() || r.cue.begin < 2) return;
  const Range clause = clause_limits(s, r.cue.begin);
  auto who = verb_group(s, r.cue, clause.begin).begin;
  if (who > clause.begin && !s.is(who, WordClass::kRelative)) --who;
  if (who <= clause.begin || !s.is(who, WordClass::kRelative) || !s.is_comma(who - 1)) return;
  Range& c = r.content.back();
  for (auto i = std::max(c.begin, r.cue.end); i + 1 < c.end && i + 1 < parse.words.size(); ++i) {
    if (!s.is_comma(i) || s.quoted_at(i) >= 0 || s.capital(i + 1)) continue;
    const ParsedWord& next = parse.words[i + 1];
    const bool participle = next.xpos == Xpos::kVBG || next.xpos == Xpos::kVBN;
    if (s.verblike(i + 1) || (next.upos == Upos::kVerb && !participle)) {
      c.end = i;
      return;
    }
  }
}

// "The monitor cited residents who said …": whoever cites them stands between the report and them.
Range citing(const SpeechText& s, const SpeechAct& r) {
  if (r.source.empty() || !r.carrier.empty()) return {};
  const Range clause = clause_limits(s, r.source.begin);
  const bool relative = r.source.size() == 1 && s.is(r.source.begin, WordClass::kRelative);
  const Range who = relative ? phrase_before(s, r.source.begin, clause.begin, true) : r.source;
  if (who.empty() || who.begin <= clause.begin + 1) return {};
  const CueWord* cite = s.cue_at(who.begin - 1);
  if (!cite || cite->kind != CueKind::kCite || cite->participle || cite->at.end != who.begin) return {};
  const Range by = subject_before(s, verb_group(s, cite->at, clause.begin).begin, clause.begin, false);
  return by.empty() || !can_speak(s, by) ? Range{} : by;
}

std::vector<SpeechAct> find_relations(const SpeechText& s) {
  std::vector<SpeechAct> out;
  for (const CueWord& cue : s.cues()) {
    if (cue.kind == CueKind::kCite && cue.participle && take_cited(s, cue, out)) continue;
    SpeechAct r = relation_of_cue(s, cue, out);
    if (r.content.empty()) continue;
    if (const Range by = citing(s, r); !by.empty()) r.carrier = by;
    bound_content(s, r);
    end_with_aside(s, r);
    // A quotation has one speaker: the first cue that claims it as a whole keeps it.
    const auto recent = out.size() > kRecent ? out.end() - kRecent : out.begin();
    const auto same = [&](const SpeechAct& o) { return is_direct(o) && o.content.front() == r.content.front(); };
    if (is_direct(r) && std::any_of(recent, out.end(), same)) continue;
    end_before_final(s, r, out);
    end_before_main(s, r, out);
    out.push_back(std::move(r));
  }
  add_quotations_after_colons(s, out);
  add_unmarked_speech(s, out);
  add_labelled_speech(s, out);
  add_stances(s, out);
  add_running_quotations(s, out);
  return out;
}

}  // namespace attest
