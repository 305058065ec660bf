#include "find/speech_site.h"
#include "find/speech_tree.h"

namespace attest {
namespace {

// A noun that is also a verb counts as a verb only with a plain subject before it.
bool noun_reading(const SpeechText& s, const CueWord& cue, Range group, Range subject) {
  if (!cue.noun_too || group.begin < cue.at.begin) return false;
  if (subject.empty()) return true;
  if (const SpeechTree tree(s); !tree.empty() && tree.xpos(cue.at.begin) == Xpos::kVBD)  // "the study found that": tag and arc agree
    if (const auto own = tree.child(cue.at.begin, Arc::kNsubj); own && subject.contains(*own) && can_speak(s, subject)) return false;
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
    return !can_speak(s, subject) || (item && cue.kind == CueKind::kSay && !s.has(cue.at.end, WordRole::kThat));
  }
  const bool name = s.capital(last) || s.source_at(last);
  const bool fits = singular_verb ? name && !plural : plural && s.source_at(last);
  const auto next = cue.at.end;
  const bool noun_after = s.is(next, WordClass::kPreposition) || s.is(next, WordClass::kAuxiliary) ||
                          s.is(next, WordClass::kConjunction) || s.is_comma(next) || s.cue_at(next) != nullptr;
  return !fits || noun_after;
}

// Are videos or other items told of in the words before.
bool media_item_before(const SpeechText& s, std::uint32_t at) {
  constexpr std::uint32_t kReach = 60;  // tokens
  for (auto i = at; i > 0 && at - i < kReach; --i)
    if (const SourceWord* w = s.source_at(i - 1); w && w->noun && w->noun->value("kind") == "media_item") return true;
  return false;
}

// What kinds of subject a cue takes.
bool fitting_subject(const SpeechText& s, const CueWord& cue, Range subject) {
  if (cue.kind == CueKind::kSay || cue.kind == CueKind::kTell) return true;
  const bool first_person =
      subject.size() == 1 && s.is(subject.begin, WordClass::kPerson) && !s.has(subject.begin, WordRole::kThird);
  if (first_person && cue.kind != CueKind::kReport) return false;
  const bool another =
      subject.size() == 1 && s.is(subject.begin, WordClass::kDeterminer);  // one more of the videos told of before
  if (another && cue.kind == CueKind::kShow) return subject.begin > 0 && media_item_before(s, subject.begin);
  if (!can_speak(s, subject)) return false;
  if (cue.kind != CueKind::kShow) return true;
  if (s.has(cue.at.end, WordRole::kThat)) return true;
  for (auto i = subject.begin; i < subject.end; ++i)
    if (const SourceWord* w = s.source_at(i)) {
      const auto kind = w->noun ? w->noun->value("kind") : std::string_view(w->actor->kind);
      if (kind == "media_item" || kind == "monitor" || kind == "ngo" || kind == "outlet" || kind == "international") return true;
    }
  return false;
}

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

bool holds_comma(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (s.is_comma(i)) return true;
  return false;
}

// "A man who had lost his house in the raid told …": what stands directly before the cue belongs to a clause about the subject.
// The parse and the sentence's opening must name the same head.
Range subject_by_parse(const Site& at, Range near) {
  const SpeechText& s = at.s;
  const SpeechTree tree(s);
  if (tree.empty() || near.empty()) return {};
  const auto subject = tree.child(at.cue.at.begin, Arc::kNsubj);
  if (!subject || *subject >= near.begin || *subject < at.limits.begin) return {};
  // "Their inquiry into nine of the killings found that …": the subject's own phrase ends with what stands before the cue.
  const Range whole = tree.noun_phrase(*subject);
  const bool closes = whole.end == near.end && whole.size() < 30 && s.is(near.begin - 1, WordClass::kPreposition);
  if (closes && at.limits.contains(whole) && !holds_comma(s, whole)) return whole;
  const Range opening = opening_subject(at);
  if (!opening.contains(*subject) || opening.overlaps(near)) return {};
  const auto next = s.is_comma(opening.end) ? opening.end + 1 : opening.end;
  const CueWord* cue = s.cue_at(next);
  return next < near.begin && (s.is(next, WordClass::kRelative) || (cue && cue->participle)) ? opening : Range{};
}

// "X spoke to residents who said": X stands between the report and the source.
void take_interviewer(const Site& at, SpeechAct& out) {
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
    if (s.verblike(i) || s.is_mark(i) || s.has(i, WordRole::kThat) || s.norm(i) == ":") return false;
  }
  return at.limits.end - begin < 10;
}

// What decides where the content of a cue with its subject before it stands.
struct Order {
  CueTail tail;
  Range who;                   // empty: shared with the act before
  std::uint32_t left_end = 0;  // where the subject begins
  int left_quote = -1;
  bool closes = false;  // nothing that is said follows the cue
  bool comma_after = false;
};

// "The monitor, citing people in the city, said": the subject ends where what it cites begins.
void take_cited_by_subject(const SpeechText& s, Range& who, CueTail& tail) {
  for (auto i = who.begin + 1; i + 1 < who.end; ++i) {
    const CueWord* cites = s.is_comma(i) ? s.cue_at(i + 1) : nullptr;
    if (!cites || cites->kind != CueKind::kCite || !cites->participle) continue;
    const Range cited = phrase_after(s, cites->at.end, who.end);
    if (!cited.empty() && can_speak(s, cited) && tail.cited.empty()) tail.cited = cited;
    who.end = i;
    return;
  }
}

// The subject: before the cue, at the sentence's opening, or shared with the act before ("and said"). False: nobody speaks.
bool take_subject(const Site& at, Order& order, SpeechAct& out) {
  const SpeechText& s = at.s;
  Range who = subject_before(s, at.group.begin, at.limits.begin, order.closes);
  if (who.size() == 1 && s.has(who.begin, WordRole::kThat)) who = {};
  bool by_parse = false;
  if (!order.closes)  // a final cue has its subject beside it
    if (const Range parsed = subject_by_parse(at, who); !parsed.empty() && fitting_subject(s, at.cue, parsed)) {
      who = parsed;
      by_parse = s.has(at.cue.at.end, WordRole::kThat);
      const CueWord* cites = s.cue_at(parsed.end);  // "A monitor citing clinics in the city put …"
      if (cites && cites->kind == CueKind::kCite && order.tail.cited.empty())
        order.tail.cited = phrase_after(s, cites->at.end, at.group.begin);
    }
  if (!by_parse && noun_reading(s, at.cue, at.group, who)) return false;
  if (!who.empty() && !order.closes && !can_speak(s, who))  // "A man who had lost his house told …"
    if (const Range opening = opening_subject(at); !opening.empty() && s.is(opening.end, WordClass::kRelative) && opening.end < who.begin) who = opening;
  if (who.empty() || !fitting_subject(s, at.cue, who))
    if (const Range opening = far_subject(at); !opening.empty()) who = opening;
  take_cited_by_subject(s, who, order.tail);
  order.who = who;
  order.left_end = who.empty() ? at.group.begin : who.begin;
  if (!who.empty()) {
    out.source = who;
    return fitting_subject(s, at.cue, who);
  }
  if (at.group.begin <= at.limits.begin || !s.is(at.group.begin - 1, WordClass::kConjunction)) return false;
  if (const int previous = previous_act(at); previous >= 0) {
    out.speaker_of = previous;
    out.source = at.found[static_cast<std::size_t>(previous)].source;
  } else if (speaks(at.cue.kind) || at.cue.kind == CueKind::kObject) out.source = opening_subject(at);
  return !out.source.empty();
}

// "“Every time,” X said during a visit, “you see it”": the quotation goes on in the middle of its sentence, behind more than the cue.
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
  if (s.norm(order.tail.end) == ":" && !out.content.empty())
    out.content.push_back(trimmed(s, {order.tail.end + 1, content_end(s, order.tail.end + 1, at.limits.end)}));
  if (out.content.empty()) return;
  if (const int again = reopened(at, order.tail.end); again >= 0 && out.kind == QuoteKind::kDirect) out.content.push_back(quoted_words(s, again));
  if (!order.comma_after) return;
  const int after = quotation_at(s, order.tail.end + 1);
  if (after >= 0 && out.kind == QuoteKind::kDirect) out.content.push_back(quoted_words(s, after));
  const CueWord* next = s.cue_at(order.tail.end + 1);
  const bool next_act = next && (next->participle || next->kind == CueKind::kAccording);
  if (after < 0 && order.left_quote < 0 && !next_act) out.content.back().end = content_end(s, order.tail.end + 1, at.limits.end);
}

// "The council, which has said nine died, works from the port": the clause ends at the comma before the verb of the one around it.
void end_before_main_verb(const SpeechText& s, SpeechAct& out) {
  if (out.content.empty() || out.kind == QuoteKind::kDirect) return;
  const SpeechTree tree(s);
  Range& clause = out.content.back();
  for (auto i = clause.begin + 1; i + 1 < clause.end; ++i) {
    if (!s.is_comma(i) || s.quoted_at(i) >= 0) continue;
    auto verb = i + 1;
    while (verb + 1 < clause.end && s.is(verb, WordClass::kAdverb)) ++verb;
    const bool tagged = !tree.empty() && (tree.xpos(verb) == Xpos::kVBD || tree.xpos(verb) == Xpos::kVBZ || tree.xpos(verb) == Xpos::kVBP);
    const CueWord* cue = s.cue_at(verb);
    if (!tagged && !(s.verblike(verb) && !(cue && cue->participle))) continue;
    clause.end = i;
    return;
  }
}

// X said … | ", which X described as a crime, …", where the clause ends at the comma.
void take_initial(const Site& at, const Order& order, SpeechAct& out) {
  const SpeechText& s = at.s;
  out.rule = "cue.initial";
  take_interviewer(at, out);
  take_right(at, order.tail.end, out);
  const auto left = order.left_end;
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
  return (s.has(begin, WordRole::kArticle) || s.is(begin, WordClass::kPossessive)) && s.nounlike(begin + 1) && !s.is(begin + 1, WordClass::kTime);
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
  if (order.tail.told.empty() && !out.source.empty()) order.tail.told = opening_addressee(s, {at.limits.begin, out.source.begin});
  if (dash && order.left_end > at.limits.begin + 3 && s.is_comma(order.left_end - 1)) order.closes = true;
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
  return !out.content.empty();
}

}  // namespace attest
