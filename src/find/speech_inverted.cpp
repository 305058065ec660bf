#include "find/speech_site.h"
#include "find/speech_sources.h"
#include "find/speech_tree.h"

namespace attest {
namespace {

// Where the marks and commas are lost, only a name or a title may stand behind the cue, and nobody who can speak before it.
bool fits_without_marks(const Site& at, Range who, bool told_of) {
  const SpeechText& s = at.s;
  if (at.cue.noun_too || s.is(who.begin, WordClass::kThing) || who.size() < 2) return false;
  const bool name = s.capital(who.end - 1) || s.source_at(who.begin) || s.source_at(who.end - 1);
  const Range before = phrase_before(s, at.group.begin, at.limits.begin, true);
  const bool pronoun_before = before.size() == 1 && s.word_class(before.begin) != WordClass::kOther;
  if (!name || pronoun_before) return false;
  const bool speaker_before = !before.empty() && can_speak(s, before);
  const bool capital = s.capital(who.begin) || s.capital(who.end - 1);
  return !speaker_before || (capital && !told_of);
}

// May the cue stand before its speaker at all.
bool may_invert(const Site& at, bool quote) {
  if (!speaks(at.cue.kind) || at.cue.participle) return false;
  return quote || (at.cue.kind != CueKind::kTell && at.group.begin == at.cue.at.begin && at.group.begin > at.limits.begin + 1);
}

}  // namespace

bool read_inverted(const Site& at, SpeechAct& out) {
  const SpeechText& s = at.s;
  const Range near = phrase_before(s, at.group.begin, at.limits.begin, true);
  if (near.size() > 1 && s.is_mark(near.end - 1)) return false;  // "The “interim mayor” said": a speaker, nothing said
  const bool quote = quotation_before(at, at.group.begin) >= 0;
  if (!may_invert(at, quote)) return false;
  const Range who = phrase_after(s, at.cue.at.end, at.limits.end);
  if (who.empty() || !can_speak(s, who)) return false;
  const auto word = s.norm(at.cue.at.begin);
  if (!quote && at.cue.noun_too && !word.ends_with("s") && !word.ends_with("ed"))
    return false;  // "some reports … detail killings"
  CueWord after_name = at.cue;
  after_name.at.end = who.end;
  after_name.kind = CueKind::kSay;
  const CueTail tail = cue_tail(s, after_name, at.limits.end);
  const CueWord* next = s.cue_at(tail.end);
  const bool told_of =
      s.is(tail.end, WordClass::kRelative) || s.has(tail.end, WordRole::kThat);  // "said the head of the group that …"
  const Range also =
      s.commas_lost() && s.is(tail.end, WordClass::kDeterminer) ? phrase_after(s, tail.end, at.limits.end) : Range{};
  const bool described = !also.empty() && head_noun(s, also);  // "said X a monitoring group opposed to …"
  const bool closed = described || ends_clause(s, tail.end, at.limits.end) || s.is_comma(tail.end) || s.norm(tail.end) == ":" ||
                      s.is_mark(tail.end) || (told_of && s.source_at(who.end - 1)) || (next && next->participle);
  // "X said Y “…”": the quoted words are what Y did. The mark closes nothing where the parse has the subject before the cue.
  if (const SpeechTree tree(s); !quote && s.is_mark(tail.end) && !tree.empty())
    if (const auto before = tree.child(at.cue.at.begin, Arc::kNsubj); before && *before < at.group.begin) return false;
  const bool thing = s.is(who.begin, WordClass::kThing);
  if (quote ? !closed && thing : !closed) return false;
  const bool comma = s.is_comma(at.group.begin - 1);
  if (!quote && (comma ? thing : !fits_without_marks(at, who, told_of))) return false;
  out.source = who;
  out.cue = at.cue.at;
  out.rule = "cue.inverted";
  set_tail(out, tail);
  take_left(at, at.group.begin, out);
  const int after = s.is_comma(tail.end) ? quotation_at(s, tail.end + 1) : -1;
  const bool direct = out.kind == QuoteKind::kDirect && !out.content.empty();
  if (after >= 0 && direct) out.content.push_back(quoted_words(s, after));
  if (after >= 0 && !direct && at.group.begin < at.limits.begin + 4) {  // "But, said X, “…”"
    out.kind = QuoteKind::kDirect;
    out.content = {quoted_words(s, after)};
  }
  return !out.content.empty();
}

}  // namespace attest
