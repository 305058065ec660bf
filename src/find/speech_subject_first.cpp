#include "find/speech_subject.h"
#include "find/speech_tree.h"

namespace attest {
namespace {

// "The director of the clinic said. …": a colon became a stop; what is said is the next sentence.
bool next_sentence(const Site& at, Range who, const CueTail& tail, SpeechAct& out) {
  const SpeechText& s = at.s;
  if (!speaks(at.cue.kind) || who.size() > 20) return false;
  for (auto i = at.group.begin; i < at.cue.at.begin; ++i)  // "did not comment": nothing is said
    if (s.has(i, WordRole::kNot)) return false;
  const auto begin = s.sentence(at.cue.at.begin).end;
  if (begin >= s.size() || s.quoted_at(at.cue.at.begin) >= 0 || tail.end + 1 < begin) return false;
  const Range next = s.sentence(begin);
  if (s.is_mark(begin) || next.size() < 4) return false;
  for (auto i = at.limits.begin; i < who.begin; ++i)
    if (s.is_comma(i)) return false;
  out.source = {at.limits.begin, who.end};
  out.cue = at.group;
  out.content = {trimmed(s, {next.begin, run_on_end(s, next.end)})};
  out.rule = "cue.next_sentence";
  set_tail(out, tail);
  return true;
}

// "said on a visit to the city": no more than where it was said follows the cue.
bool only_setting(const Site& at, std::uint32_t begin) {
  const SpeechText& s = at.s;
  if (!s.is(begin, WordClass::kPreposition) || !speaks(at.cue.kind) || at.group.begin < at.limits.begin + 4) return false;
  for (auto i = begin; i < at.limits.end; ++i) {
    if (ends_clause(s, i, at.limits.end)) return i - begin < 10;
    if (s.verblike(i) || s.is_mark(i) || s.has(i, WordRole::kThat) || s.norm(i) == ":") return false;
  }
  return at.limits.end - begin < 10;
}

// "“Every time,” X said during a visit, “you see it”": the quotation goes on in the middle of its sentence, behind more than the
// cue.
int reopened(const Site& at, std::uint32_t begin) {
  constexpr std::uint32_t kReach = 16;  // tokens
  const SpeechText& s = at.s;
  for (auto i = begin + 1; i + 1 < std::min(at.limits.end, begin + kReach); ++i) {
    const CueWord* cue = s.cue_at(i);
    if (cue && speaks(cue->kind) && !cue->participle && !cue->noun_too) return -1;
    const int q = s.is_comma(i - 1) ? quotation_at(s, i) : -1;
    if (q >= 0) return i > begin + 1 && !s.capital(i + 1) && quoted_words(s, q).size() > 3 ? q : -1;
    if (s.is_mark(i)) return -1;
  }
  return -1;
}

// …, X said. | "…," X said, "…" | …, X said, … | …, X said: …
void take_final(const Site& at, const Order& order, SpeechAct& out) {
  const SpeechText& s = at.s;
  out.rule = "cue.final";
  take_left(at, order.left_end, out);
  // "…, X said including nine children", its commas lost: the speaker goes on.
  const bool goes_on =
      order.closes && s.commas_lost() && s.is(order.tail.end, WordClass::kPreposition) && !only_setting(at, order.tail.end);
  if (goes_on && out.kind == QuoteKind::kIndirect && !out.content.empty())
    out.content.push_back(trimmed(s, {order.tail.end, content_end(s, order.tail.end, at.limits.end)}));
  if (s.norm(order.tail.end) == ":" && !out.content.empty())
    out.content.push_back(trimmed(s, {order.tail.end + 1, content_end(s, order.tail.end + 1, at.limits.end)}));
  if (out.content.empty()) return;
  if (const int again = reopened(at, order.tail.end); again >= 0 && out.kind == QuoteKind::kDirect)
    out.content.push_back(quoted_words(s, again));
  if (!order.comma_after) return;
  const int after = quotation_at(s, order.tail.end + 1);
  if (after >= 0 && out.kind == QuoteKind::kDirect) out.content.push_back(quoted_words(s, after));
  const CueWord* next = s.cue_at(order.tail.end + 1);
  const bool next_act = next && (next->participle || next->kind == CueKind::kAccording);
  if (after < 0 && order.left_quote < 0 && !next_act) out.content.back().end = content_end(s, order.tail.end + 1, at.limits.end);
}

// "The council, which has said nine died, works from the port": the clause ends at the comma before the verb of the one around
// it.
void end_before_main_verb(const SpeechText& s, SpeechAct& out) {
  if (out.content.empty() || out.kind == QuoteKind::kDirect) return;
  const SpeechTree tree(s);
  Range& clause = out.content.back();
  for (auto i = clause.begin + 1; i + 1 < clause.end; ++i) {
    if (!s.is_comma(i) || s.quoted_at(i) >= 0) continue;
    auto verb = i + 1;
    while (verb + 1 < clause.end && s.is(verb, WordClass::kAdverb)) ++verb;
    const bool tagged =
        !tree.empty() && (tree.xpos(verb) == Xpos::kVBD || tree.xpos(verb) == Xpos::kVBZ || tree.xpos(verb) == Xpos::kVBP);
    const CueWord* cue = s.cue_at(verb);
    if (!tagged && !(s.verblike(verb) && !(cue && cue->participle))) continue;
    clause.end = i;
    return;
  }
}

// ", which X denied": nothing follows the cue; what is denied is the clause before. What could not be verified is no act at all.
bool tells_of_clause_before(const Site& at, const Order& order, SpeechAct& out) {
  const SpeechText& s = at.s;
  const auto left = order.left_end, end = order.tail.end;
  const bool closes = s.is_comma(end) || ends_clause(s, end, at.limits.end);
  const auto comma = taken_up_at(s, left);
  if (comma <= at.limits.begin || !closes) return false;
  const int told = previous_act(at);
  if (told < 0 || at.cue.rule->value("certainty") != "denied") return true;
  Range before = at.found[static_cast<std::size_t>(told)].content.back();
  before.end = std::min(before.end, comma);
  if (before.empty()) return true;
  out.content = {before};
  return true;
}

// X said … | ", which X described as a crime, …", where the clause ends at the comma.
void take_initial(const Site& at, const Order& order, SpeechAct& out) {
  const SpeechText& s = at.s;
  out.rule = "cue.initial";
  take_interviewer(at, out);
  const auto left = order.left_end;
  if (tells_of_clause_before(at, order, out)) return;
  take_right(at, order.tail.end, out);
  if (out.source.size() == 1 && s.is(out.source.begin, WordClass::kRelative) && s.is_comma(out.source.begin - 1))
    end_before_main_verb(s, out);
  const bool inserted = left > at.limits.begin + 1 && s.is(left - 1, WordClass::kRelative) && s.is_comma(left - 2);
  if (!inserted || out.kind == QuoteKind::kDirect || out.content.empty()) return;
  Range& clause = out.content.back();
  for (auto i = clause.begin; i < clause.end; ++i)
    if (s.is_comma(i)) clause.end = i;
}

// "The museum, X said, would …": a noun with its article, not "On Monday, X said, …".
bool opens_with_thing(const SpeechText& s, std::uint32_t begin) {
  return (s.has(begin, WordRole::kArticle) || s.is(begin, WordClass::kPossessive)) && s.nounlike(begin + 1) &&
         !s.is(begin + 1, WordClass::kTime);
}

// Lost commas: "… killed nine people the council said as rebels left the town", "… said most of them children": what was said
// stands before the speaker, for nothing follows the cue that could be said.
bool closes_without_comma(const Site& at, const Order& order, std::uint32_t next) {
  const SpeechText& s = at.s;
  const bool told = order.left_end > at.limits.begin + 4 && has_verb(s, {at.limits.begin, order.left_end});
  if (!s.commas_lost() || !speaks(at.cue.kind) || order.who.empty() || !told || next + 1 >= at.limits.end) return false;
  const SpeechTree tree(s);
  if (tree.empty() || s.has(next, WordRole::kThat) || s.has(next, WordRole::kWhat)) return false;
  const auto finite = [&](std::uint32_t i) {
    return tree.xpos(i) == Xpos::kVBD || tree.xpos(i) == Xpos::kVBZ || tree.xpos(i) == Xpos::kVBP || tree.xpos(i) == Xpos::kMD;
  };
  bool clause = false;
  for (auto i = next; i < at.limits.end; ++i) clause = clause || finite(i);
  if (s.is(next, WordClass::kSubordinator)) return clause;
  if (s.is(next, WordClass::kConjunction)) return finite(next + 1);
  const bool apart = s.has(next + 1, WordRole::kOf) || s.is(next + 2, WordClass::kSubordinator);  // "most of them", "a day after"
  if (s.is(next, WordClass::kDeterminer)) return apart || !clause;
  return !clause && (s.is(next, WordClass::kPreposition) || tree.xpos(next) == Xpos::kVBG);
}

bool is_final(const Site& at, const Order& order) {
  const SpeechText& s = at.s;
  if (!speaks(at.cue.kind)) return false;
  if (order.closes) return true;
  if (s.norm(order.tail.end) == ":") {  // "The toll has risen to 31, X said: 14 men and …"
    const bool told = order.left_end > at.limits.begin + 3 && s.is_comma(order.left_end - 1) &&
                      has_verb(s, {at.limits.begin, order.left_end - 1});
    return told && order.left_quote < 0 && order.tail.end + 2 < at.limits.end && quotation_at(s, order.tail.end + 1) < 0;
  }
  if (!order.comma_after) return false;
  if (order.left_quote >= 0) return true;
  if (quotation_at(s, order.tail.end + 1) >= 0) return false;  // "asked about it, X said, “…”"
  if (order.left_end == at.limits.begin + 3 && s.is_comma(order.left_end - 1)) return opens_with_thing(s, at.limits.begin);
  return order.left_end > at.limits.begin + 3 && s.is_comma(order.left_end - 1);
}

}  // namespace

bool read_subject_first(const Site& at, SpeechAct& out) {
  const SpeechText& s = at.s;
  Order order;
  order.tail = cue_tail(s, at.cue, at.limits.end);
  const auto next = order.tail.end;
  const bool act_follows = s.cue_at(next) && s.cue_at(next)->participle && speaks(at.cue.kind);  // "he said referring to …"
  order.closes = (ends_clause(s, next, at.limits.end) || act_follows || only_setting(at, next)) && s.norm(next) != ":";
  const bool dash = is_spaced_dash(s, next) && at.group.begin > at.limits.begin + 4;  // "…, X said - a first for the town"
  order.comma_after = s.is_comma(next) && next < at.limits.end;
  if (!take_subject(at, order, out)) return false;
  const Range opening{at.limits.begin, out.source.begin};
  if (order.tail.told.empty() && !opening.empty()) order.tail.told = opening_addressee(s, opening);
  if (order.tail.carrier.empty() && !opening.empty()) order.tail.carrier = opening_carrier(s, opening);
  if (order.tail.cited.empty() && !opening.empty()) order.tail.cited = opening_cited(s, opening);
  if (dash && order.left_end > at.limits.begin + 3 && s.is_comma(order.left_end - 1)) order.closes = true;
  if (!order.closes) order.closes = closes_without_comma(at, order, next);
  order.left_quote = quotation_before(at, order.left_end);
  out.cue = at.group;
  set_tail(out, order.tail);
  const Range who = order.who;
  const bool pronoun = who.size() == 1 && (s.is(who.begin, WordClass::kPerson) || s.is(who.begin, WordClass::kThing));
  const bool nothing_before = order.left_quote < 0 && !who.empty() && !pronoun && !has_verb(s, {at.limits.begin, who.begin});
  if (order.closes && nothing_before) return next_sentence(at, who, order.tail, out);
  if (is_final(at, order)) {
    take_final(at, order, out);
    return !out.content.empty();
  }
  if (order.left_quote >= 0 && speaks(at.cue.kind) && !who.empty()) {  // "…" he said on his way
    take_final(at, order, out);
    if (out.kind == QuoteKind::kDirect) return true;
    out.content.clear();
  }
  if (!order.closes) take_initial(at, order, out);
  else if (at.cue.kind == CueKind::kObject && tells_of_clause_before(at, order, out)) out.rule = "cue.clause_before";
  return !out.content.empty();
}

}  // namespace attest
