#include <algorithm>

#include "find/speech_phrases.h"

namespace attest {
namespace {

// Takes a phrase at `begin` as one of the tail's people; where it ends, or `otherwise`.
std::uint32_t take_person(const SpeechText& s, std::uint32_t begin, std::uint32_t high, Range& person, std::uint32_t otherwise) {
  const Range who = phrase_after(s, begin, high);
  if (who.empty() || !can_speak(s, who)) return otherwise;
  person = who;
  return who.end;
}

std::uint32_t skip_times(const SpeechText& s, std::uint32_t at, std::uint32_t high) {
  const auto begin = at;
  const auto number = [&](std::uint32_t i) {
    return i > begin && s.token(i).kind == TokenKind::kNumber && s.is(i - 1, WordClass::kTime);
  };
  const auto this_week = [&](std::uint32_t i) {
    return s.is(i, WordClass::kDeterminer) && i + 1 < high && s.is(i + 1, WordClass::kTime);
  };
  const auto is_subject = [&](std::uint32_t i) {
    return s.has(i, WordRole::kThere) && s.is(i + 1, WordClass::kAuxiliary);
  };  // "there were"
  while (at < high && !is_subject(at) &&
         (s.is(at, WordClass::kAdverb) || s.is(at, WordClass::kTime) || number(at) || this_week(at)))
    ++at;
  return at;
}

// "told Reuters nine people …", "told AFP shells hit …": a listed name is all of the addressee, unless a noun or name goes on
// with it.
Range addressee(const SpeechText& s, Range told) {
  const SourceWord* listed = s.source_at(told.begin);
  if (!listed || !listed->actor || listed->at.end >= told.end) return told;
  const auto next = listed->at.end;
  const bool goes_on = s.capital(next) || s.source_at(next) || s.is(next, WordClass::kAuxiliary) || !s.is_word(next) ||
                       s.is(next, WordClass::kConjunction);
  return goes_on ? told : Range{told.begin, next};
}

// "on his Facebook page", "in a statement": the end of a preposition's phrase that names a time or setting, or `at`.
std::uint32_t setting_end(const SpeechText& s, std::uint32_t at, std::uint32_t high) {
  if (at + 1 >= high || !s.is(at, WordClass::kPreposition)) return at;
  const auto names = [&](std::uint32_t i) { return s.is_setting(i) || s.is(i, WordClass::kTime); };
  const auto inside = [&](std::uint32_t i) {
    return names(i) || s.is(i, WordClass::kDeterminer) || s.is(i, WordClass::kPossessive) || s.nounlike(i) || s.norm(i) == "-" ||
           s.norm(i) == "'s";
  };
  const auto limit = std::min(high, at + 9);
  std::uint32_t i = at + 1;
  while (i < limit && inside(i) && !names(i)) ++i;
  if (i >= limit || !names(i)) return at;
  while (i < limit && names(i)) ++i;
  return i < high && s.token(i).kind == TokenKind::kNumber ? i + 1 : i;
}

// What follows a setting: "an interview with X", "a statement carried by X".
std::uint32_t setting_people(const SpeechText& s, std::uint32_t at, std::uint32_t high, CueTail& out) {
  const bool with = s.is(at, WordClass::kPreposition);
  if (with && at + 1 < high && !s.is_setting(at + 1) && !s.is(at + 1, WordClass::kTime) && s.has(at, WordRole::kAddressee)) {
    Range who;
    const auto end = take_person(s, at + 1, high, who, at);
    const bool place = s.has(at, WordRole::kAuthor) && !s.has(at, WordRole::kBy);  // "by phone from Tarnhold"
    if (end > at && out.told.empty() && !place) out.told = who;
    at = end;
  }
  const bool carried = at + 2 < high && s.has(at + 1, WordRole::kBy) && s.is_word(at) && s.norm(at).size() > 3;
  return carried ? take_person(s, at + 2, high, out.carrier, at) : at;
}

// ", citing a doctor," inside the verb group's tail.
std::uint32_t cited_people(const SpeechText& s, std::uint32_t at, std::uint32_t high, CueTail& out) {
  const CueWord* cite = s.is_comma(at) ? s.cue_at(at + 1) : nullptr;
  if (!cite || cite->kind != CueKind::kCite || !cite->participle) return at;
  const Range who = phrase_after(s, cite->at.end, high);
  if (who.empty() || !s.is_comma(who.end) || who.end + 1 >= high) return at;
  out.cited = who;
  return who.end + 1;
}

}  // namespace

bool is_outlet(const SpeechText& s, Range who) {
  for (auto i = who.begin; i < who.end; ++i) {
    const SourceWord* w = s.source_at(i);
    const auto kind = !w ? std::string_view() : w->actor ? std::string_view(w->actor->kind) : w->noun->value("kind");
    if (kind == "outlet" || kind == "agency" || kind == "state_media") return true;
  }
  return false;
}

Range opening_addressee(const SpeechText& s, Range before) {
  auto i = before.begin;
  const CueWord* spoke = s.cue_at(i);
  if (spoke && spoke->kind == CueKind::kInterview) {
    i = spoke->at.end;
  } else {
    if (!s.is(i, WordClass::kPreposition)) return {};
    const auto end = setting_end(s, i, before.end);
    if (end == i || !(s.has(end, WordRole::kAddressee) || s.has(end, WordRole::kTo))) return {};
    i = end + 1;
  }
  const Range who = phrase_after(s, i, before.end);
  return !who.empty() && (s.is_comma(who.end) || who.end == before.end || s.is(who.end, WordClass::kPreposition)) &&
                 is_outlet(s, who)
             ? who
             : Range{};
}

Range opening_carrier(const SpeechText& s, Range before) {
  if (!s.is(before.begin, WordClass::kPreposition)) return {};
  const auto end = setting_end(s, before.begin, before.end);
  if (end == before.begin || !s.has(end + 1, WordRole::kBy) || !s.norm(end).ends_with("ed")) return {};
  const Range who = phrase_after(s, end + 2, before.end);
  return is_outlet(s, who) ? who : Range{};
}

Range opening_cited(const SpeechText& s, Range before) {
  const CueWord* cites = s.cue_at(before.begin);
  if (!cites || cites->kind != CueKind::kCite || !cites->participle) return {};
  const Range who = phrase_after(s, cites->at.end, before.end);
  return !who.empty() && s.is_comma(who.end) && can_speak(s, who) ? who : Range{};
}

CueTail cue_tail(const SpeechText& s, const CueWord& cue, std::uint32_t high) {
  CueTail out;
  std::uint32_t at = cue.at.end;
  if (cue.kind == CueKind::kTell) {
    const Range told = phrase_after(s, at, high);
    if (!told.empty()) {
      out.told = addressee(s, told);
      at = out.told.end;
    }
  } else if (at + 1 < high && s.has(at, WordRole::kTo) && (s.source_at(at + 1) || s.capital(at + 1)))
    at = take_person(s, at + 1, high, out.told, at);
  for (int rounds = 0; rounds < 6 && at < high; ++rounds) {
    const auto before = at;
    at = skip_times(s, at, high);
    const auto setting = setting_end(s, at, high);
    if (setting > at) at = setting_people(s, setting, high, out);
    if (at == before) break;
  }
  out.end = cited_people(s, at, high, out);
  return out;
}

}  // namespace attest
