#include "find/speech_subject.h"

#include "find/speech_tree.h"

namespace attest {
namespace {

// A noun that is also a verb counts as a verb only with a plain subject before it.
bool noun_reading(const SpeechText& s, const CueWord& cue, Range group, Range subject) {
  if (!cue.noun_too || group.begin < cue.at.begin) return false;
  if (subject.empty()) return true;
  if (const SpeechTree tree(s);
      !tree.empty() && tree.xpos(cue.at.begin) == Xpos::kVBD)  // "the study found that": tag and arc agree
    if (const auto own = tree.child(cue.at.begin, Arc::kNsubj); own && subject.contains(*own) && can_speak(s, subject))
      return false;
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

// "A statement of the army carried by state television said": who carries it stands in the subject.
void take_carrier_of_subject(const Site& at, Range& who, CueTail& tail) {
  const SpeechText& s = at.s;
  if (!who.empty() && who.begin > at.limits.begin + 2 && s.has(who.begin - 1, WordRole::kBy) &&
      s.norm(who.begin - 2).ends_with("ed") && is_outlet(s, who) && tail.carrier.empty()) {
    const Range carried = phrase_before(s, who.begin - 2, at.limits.begin, false);
    if (carried.empty() || !can_speak(s, carried)) return;
    tail.carrier = who;
    who = carried;
    return;
  }
  for (auto i = who.begin + 2; i + 1 < who.end; ++i) {
    if (!s.has(i, WordRole::kBy) || !s.norm(i - 1).ends_with("ed") || !is_outlet(s, {i + 1, who.end}) || !tail.carrier.empty())
      continue;
    tail.carrier = {i + 1, who.end};
    who.end = i - 1;
    return;
  }
}

// "“…,” a woman who gave only her first name, Marra, told …": between quotation and cue stands more than a name.
Range described_after_quotation(const Site& at) {
  constexpr std::uint32_t kReach = 20;  // tokens
  const SpeechText& s = at.s;
  for (auto i = at.group.begin; i > at.limits.begin && at.group.begin - i < kReach; --i) {
    if (!s.is_mark(i - 1)) continue;
    const Range who = phrase_after(s, i, at.group.begin);
    return quotation_before(at, i) >= 0 && !who.empty() && can_speak(s, who) && s.is(who.end, WordClass::kRelative) ? who
                                                                                                                    : Range{};
  }
  return {};
}

}  // namespace

void take_interviewer(const Site& at, SpeechAct& out) {
  const SpeechText& s = at.s;
  if (out.source.size() != 1 || !s.is(out.source.begin, WordClass::kRelative)) return;
  const Range told = phrase_before(s, out.source.begin, at.limits.begin, true);
  if (told.empty() || told.begin <= at.limits.begin) return;
  const CueWord* spoke = s.cue_at(told.begin - 1);
  if (spoke && spoke->kind == CueKind::kInterview)
    out.carrier = subject_before(s, verb_group(s, spoke->at, at.limits.begin).begin, at.limits.begin, false);
}

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
  if (!order.closes &&
      (who.empty() || !can_speak(s, who)))  // "A man who had lost his house told …", "… who asked not to be named told …"
    if (const Range opening = opening_subject(at);
        !opening.empty() && s.is(opening.end, WordClass::kRelative) && opening.end < (who.empty() ? at.group.begin : who.begin))
      who = opening;
  if (who.empty()) who = described_after_quotation(at);
  if (who.empty() || !fitting_subject(s, at.cue, who))
    if (const Range opening = far_subject(at); !opening.empty()) who = opening;
  take_cited_by_subject(s, who, order.tail);
  take_carrier_of_subject(at, who, order.tail);
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

}  // namespace attest
