#include <algorithm>

#include "find/speech_contents.h"
#include "find/speech_site.h"
#include "find/speech_sources.h"
#include "find/speech_tree.h"

namespace attest {
namespace {

constexpr int kLongestRun = 6;  // sentences

// How the first of several sentences speaks.
struct Voice {
  bool self = false;     // of itself
  bool present = false;  // in the present
};

// By the verb that the rest hangs on; by the first one where the parse has none.
bool in_present(const SpeechText& s, Range r) {
  const SpeechTree tree(s);
  if (tree.empty()) return false;
  const auto present = [&](std::uint32_t i) {
    return tree.xpos(i) == Xpos::kVBZ || tree.xpos(i) == Xpos::kVBP || tree.xpos(i) == Xpos::kMD;
  };
  for (auto i = r.begin; i < r.end; ++i) {
    const auto head = tree.head(i);
    if (head >= 0 && r.contains(static_cast<std::uint32_t>(head))) continue;
    if (present(i)) return true;
    if (tree.xpos(i) == Xpos::kVBD) return false;
    for (const auto c : tree.children(i))
      if (r.contains(c) && (tree.arc(c) == Arc::kAux || tree.arc(c) == Arc::kCop || tree.arc(c) == Arc::kAuxPass))
        return present(c);
  }
  for (auto i = r.begin; i < r.end; ++i)
    if (present(i) || tree.xpos(i) == Xpos::kVBD) return present(i);
  return false;
}

bool holds_name(const SpeechText& s, Range r) {
  for (auto i = r.begin + 1; i < r.end; ++i)
    if (s.capital(i) && !s.is_self(i)) return true;
  return false;
}

bool holds_marks(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (s.quoted_at(i) >= 0) return true;
  return false;
}

bool begins_with_pronoun(const SpeechText& s, Range r) {
  return s.is(r.begin, WordClass::kPerson) || s.is(r.begin, WordClass::kThing) || s.is(r.begin, WordClass::kPossessive);
}

bool holds_cue(const SpeechText& s, Range r, bool of_any_kind) {
  for (auto i = r.begin; i < r.end; ++i)
    if (const CueWord* cue = s.cue_at(i); cue && (of_any_kind || speaks(cue->kind) || cue->kind == CueKind::kAccording))
      return true;
  return false;
}

bool goes_on(const SpeechText& s, Range next, Voice voice) {
  if (holds_marks(s, next)) return false;
  if (begins_with_pronoun(s, next) && !holds_cue(s, next, false)) return true;
  if (holds_name(s, next)) return false;
  return (voice.present && in_present(s, next)) || (voice.self && !holds_cue(s, next, true));
}

std::uint32_t end_of_run(const SpeechText& s, std::uint32_t end, Voice voice) {
  const auto paragraph = [&](std::uint32_t i) { return s.tokens().sentences[s.tokens().sentence_of(i)].paragraph; };
  for (int n = 0; n < kLongestRun && end > 0 && end < s.size() && paragraph(end) == paragraph(end - 1); ++n) {
    const Range next = s.sentence(end);
    if (!goes_on(s, next, voice)) break;
    end = next.end;
  }
  return end;
}

// Speech in a text without commas, by the sentences of its cues.
class Unmarked {
 public:
  Unmarked(const SpeechText& s, std::vector<SpeechAct>& acts) : s_(s), acts_(acts), last_(s.tokens().sentences.size(), -1) {
    for (std::size_t i = 0; i < acts.size(); ++i) {
      if (acts[i].cue.empty() || s.quoted_at(acts[i].cue.begin) >= 0) continue;
      int& last = last_[sentence_of(acts[i].cue.begin)];
      if (last < 0 || speaks_plainly(acts[i]) || !speaks_plainly(acts[static_cast<std::size_t>(last)]))
        last = static_cast<int>(i);
    }
  }

  // "A nurse said 213 died. Many are children. They came cold, the nurse said", the comma lost: what stands between is hers.
  void reach_back() {
    for (SpeechAct& act : acts_) {
      if (act.rule != "cue.final" || act.content.size() != 1 || act.source.empty()) continue;
      Range& content = act.content.front();
      const bool unmarked = content.end == act.source.begin && content.begin == s_.sentence(content.begin).begin;
      if (!unmarked || holds_marks(s_, content)) continue;
      const auto from = first_between(act);
      if (from == content.begin) continue;
      content.begin = from;
      act.kind = QuoteKind::kDirect;
    }
  }

  // "… he said. We should not wonder that they do it again."
  void run_on() {
    const auto& sentences = s_.tokens().sentences;
    const Contents said(acts_);
    for (std::size_t k = 1; k < sentences.size(); ++k) {
      const Range here{sentences[k].first, sentences[k].last};
      const bool own_cue = last_[k] >= 0 && !is_own(acts_[static_cast<std::size_t>(last_[k])].source);
      const int held = !own_cue && sentences[k].paragraph == sentences[k - 1].paragraph ? last_[k - 1] : -1;
      if (held < 0 || holds_marks(s_, here) || said.hold({here.begin, here.begin + 1}) || !speaker_goes_on(held, here)) continue;
      SpeechAct run = acts_[static_cast<std::size_t>(held)];
      run.content = {trimmed(s_, here)};
      run.kind = QuoteKind::kDirect;
      run.speaker_of = held;
      run.rule = "run.unmarked";
      last_[k] = static_cast<int>(acts_.size());
      acts_.push_back(std::move(run));
    }
  }

 private:
  static bool speaks_plainly(const SpeechAct& act) { return act.word && speaks(act.word->kind) && !act.word->participle; }
  std::size_t sentence_of(std::uint32_t token) const { return s_.tokens().sentence_of(token); }

  // "We should not wonder": whoever speaks goes on.
  bool is_own(Range source) const { return source.size() == 1 && s_.is_self(source.begin); }

  // Who spoke in the sentence before speaks of himself, or judges what the report would only tell ("it is clear that").
  bool speaker_goes_on(int held, Range here) const {
    const SpeechAct& act = acts_[static_cast<std::size_t>(held)];
    const bool closed = act.rule == "cue.final" || act.rule == "cue.inverted" || act.rule == "run.unmarked";
    if (act.source.empty() || !closed || !speaks_plainly(act)) return false;
    if (is_heading(here)) return false;
    for (auto i = here.begin; i < here.end; ++i)
      if (s_.has(i, WordRole::kFirst)) return true;
    return act.kind == QuoteKind::kDirect && in_present(s_, here) && !holds_name(s_, here) && judges(here);
  }

  // "FOLLOW us", "Subscribe to our channel": the page speaks to its readers.
  bool is_heading(Range here) const {
    const SpeechTree tree(s_);
    return (s_.token(here.begin).all_capital && !s_.is_self(here.begin)) || (!tree.empty() && tree.xpos(here.begin) == Xpos::kVB);
  }

  bool judges(Range here) const {
    const SpeechTree tree(s_);
    for (auto i = here.begin; i + 2 < here.end; ++i) {
      if (!s_.has(i, WordRole::kIt) || !s_.has(i + 1, WordRole::kBe)) continue;
      const auto word = tree.upos(i + 2) == Upos::kAdv ? i + 3 : i + 2;
      if (word < here.end && tree.upos(word) == Upos::kAdj) return true;
    }
    return false;
  }

  // Where the sentences begin that stand between the act and one of the same speaker before it; the act's own where there is
  // none.
  std::uint32_t first_between(const SpeechAct& act) const {
    const auto& sentences = s_.tokens().sentences;
    const auto own = act.content.front().begin;
    auto k = sentence_of(own);
    if (!verbatim({own, act.content.front().end})) return own;
    for (int n = 0; n < kLongestRun && k > 0 && sentences[k - 1].paragraph == sentences[k].paragraph; ++n) {
      --k;
      if (last_[k] < 0) {
        if (!verbatim({sentences[k].first, sentences[k].last})) return own;
        continue;
      }
      return n > 0 && same_speaker(acts_[static_cast<std::size_t>(last_[k])].source, act.source) ? sentences[k].last : own;
    }
    return own;
  }

  // The report itself tells in the past.
  bool verbatim(Range here) const {
    return !holds_marks(s_, here) && (begins_with_pronoun(s_, here) || speaks_of_itself(s_, here) || in_present(s_, here));
  }

  bool same_speaker(Range before, Range now) const {
    if (before.empty()) return false;
    if (before == now) return true;
    const SourceWord* head = head_noun(s_, before);
    if (now.size() == 1 && s_.is(now.begin, WordClass::kPerson)) {
      if (before.size() == 1) return s_.norm(before.begin) == s_.norm(now.begin);
      const bool name = before.size() > 1 && s_.capital(before.begin) && s_.capital(before.begin + 1) && !listed_in(s_, before);
      return name || (head && !plural_word(s_, head->at.end - 1));
    }
    for (auto i = s_.sentence(before.begin).begin; i < before.end;
         ++i)  // "A nurse at the clinic Ilse Brandt said … the nurse said"
      if (s_.norm(i) == s_.norm(now.end - 1)) return s_.source_at(i) || s_.capital(i);
    return false;
  }

  const SpeechText& s_;
  std::vector<SpeechAct>& acts_;
  std::vector<int> last_;  // by sentence: the last act whose cue stands in it, -1 none
};

}  // namespace

std::uint32_t run_on_end(const SpeechText& s, std::uint32_t sentence_end) { return end_of_run(s, sentence_end, {}); }

std::uint32_t unmarked_end(const SpeechText& s, Range first) {
  return end_of_run(s, first.end, {speaks_of_itself(s, first), in_present(s, first)});
}

void add_unmarked_speech(const SpeechText& s, std::vector<SpeechAct>& relations) {
  if (!s.commas_lost()) return;
  Unmarked unmarked(s, relations);
  unmarked.reach_back();
  unmarked.run_on();
}

}  // namespace attest
