#include "find/speech_site.h"
#include "find/speech_tree.h"

namespace attest {
namespace {

// "those described by the army as “gunmen”".
bool reduced_passive(const Site& at) {
  const SpeechTree tree(at.s);
  const bool takes_name = at.cue.kind == CueKind::kObject || at.cue.kind == CueKind::kSay;
  if (!takes_name || tree.empty() || at.cue.at.size() != 1 || !at.s.has(at.cue.at.end, WordRole::kBy)) return false;
  return tree.arc(at.cue.at.begin) == Arc::kAcl && tree.xpos(at.cue.at.begin) == Xpos::kVBN;
}

// "X cited death tolls of up to nine": no source of X's, what X tells itself.
bool cites_thing(const Site& at) {
  const SpeechTree tree(at.s);
  const auto verb = at.cue.at.begin;
  if (tree.empty() || at.cue.participle || at.cue.at.size() != 1 || tree.upos(verb) != Upos::kVerb ||
      is_passive(at.s, at.group, at.cue.at))
    return false;
  const auto what = tree.child(verb, Arc::kObj);
  if (!what || *what < verb || tree.upos(*what) != Upos::kNoun || at.s.capital(*what)) return false;
  if (!at.s.source_at(*what)) return true;
  for (auto i = *what; i < tree.right(*what); ++i)  // "tolls of up to nine": a figure, however it is called
    if (tree.upos(i) == Upos::kNum) return true;
  return false;
}

// "an estimated nine people", "the reported attack", "all other declared weapons".
bool is_adjective(const SpeechText& s, const CueWord& cue) {
  const auto i = cue.at.begin;
  if (i == 0 || cue.at.size() != 1 || !s.norm(i).ends_with("ed") || !s.is(i - 1, WordClass::kDeterminer)) return false;
  if (s.has(i - 1, WordRole::kArticle)) return true;
  const SpeechTree tree(s);
  return !tree.empty() && tree.arc(i) == Arc::kAmod;
}

}  // namespace

bool cites_reasons(const SpeechText& s, const CueWord& cue, std::uint32_t high) {
  if (!cue.participle || cue.at.begin == 0 || !s.is_comma(cue.at.begin - 1)) return false;
  const Range cited = phrase_after(s, cue.at.end, high);
  if (cited.empty()) return false;
  const SpeechTree tree(s);
  const auto head = tree.empty() ? std::nullopt : tree.child(cue.at.begin, Arc::kObj);
  return head ? !s.source_at(*head) && !s.capital(*head) && tree.upos(*head) == Upos::kNoun : !can_speak(s, cited);
}

SpeechAct relation_of_cue(const SpeechText& s, const CueWord& cue, const std::vector<SpeechAct>& found) {
  const Range limits = clause_limits(s, cue.at.begin);
  const Site at{s, cue, found, limits, verb_group(s, cue.at, limits.begin)};
  const auto fresh = [&] {
    SpeechAct r;
    r.word = &cue;
    return r;
  };
  SpeechAct out = fresh();
  const auto before = at.group.begin;
  // A capital inside a line of capitals: a heading, where only plain words of saying count.
  const bool heading = s.capital(cue.at.begin) && cue.at.begin > limits.begin && !s.is_mark(cue.at.begin - 1) &&
                       !s.token(cue.at.begin).all_capital;
  if (heading && (cue.participle || cue.kind == CueKind::kObject || cue.kind == CueKind::kAttitude || cue.kind == CueKind::kShow))
    return fresh();
  if (heading && s.is(cue.at.end, WordClass::kPreposition)) return fresh();
  if (cue.kind == CueKind::kNone || cue.kind == CueKind::kInterview || is_adjective(s, cue)) return out;
  if (cue.kind == CueKind::kNoun || cue.noun_too)
    if (read_noun_cue(at, out)) return out;
  if (cue.kind == CueKind::kNoun) return fresh();
  out = fresh();
  if (cue.kind == CueKind::kAttitude && s.quoted_at(cue.at.begin) >= 0)
    return out;  // what a speaker thinks is said in the quotation itself
  if (cue.kind == CueKind::kAccording) return read_according(at, out) ? out : fresh();
  if (cue.kind == CueKind::kCite) {
    if (read_cited(at, out)) return out;
    out = fresh();
    if (cites_thing(at)) return read_subject_first(at, out) ? out : fresh();
    return cites_reasons(s, cue, limits.end) && read_participle(at, out) ? out : fresh();
  }
  if (before > limits.begin && s.has(before - 1, WordRole::kTo) && !cue.participle)
    return read_infinitive(at, out) ? out : fresh();
  const bool has_auxiliary = before < cue.at.begin && s.is(before, WordClass::kAuxiliary);
  if (cue.participle && !has_auxiliary) return read_participle(at, out) ? out : fresh();
  if (is_passive(s, at.group, cue.at)) return read_passive(at, out) ? out : fresh();
  if (reduced_passive(at) && read_passive(at, out)) return out;
  out = fresh();
  const bool inverted_order = read_inverted(at, out);
  if (!inverted_order) {
    out = fresh();
    if (!read_subject_first(at, out)) return fresh();
  }
  return cue.direct_only && out.kind != QuoteKind::kDirect ? fresh() : out;
}

}  // namespace attest
