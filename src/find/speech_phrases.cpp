#include "find/speech_phrases.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::uint32_t kLongestPhrase = 30;  // tokens; longer ones are no names of speakers

bool is_hyphen(const SpeechText& s, std::uint32_t i) {
  return i < s.size() && (s.norm(i) == "-" || s.norm(i) == "–" || s.norm(i) == "/");
}
bool is_apostrophe_s(const SpeechText& s, std::uint32_t i) { return i < s.size() && (s.norm(i) == "'s" || s.norm(i) == "'"); }

// May a phrase go on from token i to i + 1 without a small word between.
bool glue(const SpeechText& s, std::uint32_t i) {
  const bool before_hyphen = s.is_word(i) && is_hyphen(s, i + 1) && !s.token(i + 1).space_before;  // "so-called", "al-Sayed"
  return s.nounlike(i) || before_hyphen || (is_hyphen(s, i) && i > 0 && s.is_word(i - 1)) || is_apostrophe_s(s, i);
}

// A year of a printed date line is no part of a name.
bool is_year(const SpeechText& s, std::uint32_t i) {
  return s.norm(i).size() == 4 && (s.norm(i).starts_with("19") || s.norm(i).starts_with("20"));
}

bool opens_bracket(std::string_view w) { return w == "(" || w == "["; }
bool closes_bracket(std::string_view w) { return w == ")" || w == "]"; }

// "(SOHR)" before `end`: where its opening bracket stands, else `end`.
std::uint32_t before_brackets(const SpeechText& s, std::uint32_t end, std::uint32_t low) {
  if (end == low || !closes_bracket(s.norm(end - 1))) return end;
  for (std::uint32_t i = end - 1; i > low && end - i < 10; --i)
    if (opens_bracket(s.norm(i - 1))) return i - 1;
  return end;
}

// The first token of the listed name that covers i, or i.
std::uint32_t name_begin(const SpeechText& s, std::uint32_t i) {
  const SourceWord* source = s.source_at(i);
  return source && source->actor ? source->at.begin : i;
}

// Lost commas: "… hit the hospital Hamza Adel said": the phrase begins anew at a capital after a small-letter noun that is no
// title.
std::uint32_t cut_at_capital(const SpeechText& s, std::uint32_t begin, std::uint32_t end, bool final_place) {
  for (std::uint32_t i = end - 1; i > begin; --i) {
    if (!s.capital(i) || s.capital(i - 1) || !s.is_word(i - 1) || is_apostrophe_s(s, i - 1)) continue;
    if (s.word_class(i - 1) == WordClass::kDeterminer || s.word_class(i - 1) == WordClass::kPossessive) continue;
    const SourceWord* title = s.source_at(i - 1);
    if (i > begin + 1 && is_hyphen(s, i - 2)) continue;  // "the so-called Observatory"
    const SourceWord* other = s.source_at(i);
    if (title && title->actor && other && other->actor && other->at.begin == i && title->actor->kind != "person")
      return i;  // two bodies
    const bool is_title = title && (!final_place || !title->noun || title->noun->value("role") == "true");
    if (!is_title) return i;
  }
  return begin;
}

// "… near Damascus British Foreign Secretary X said": at most two capitals stand before a title.
std::uint32_t cut_before_title(const SpeechText& s, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t title = begin;
  while (title < end && !(s.source_at(title) && s.source_at(title)->noun && s.source_at(title)->noun->value("role") == "true"))
    ++title;
  if (title == end || title < begin + 3) return begin;
  for (auto i = begin; i < title; ++i)
    if (!s.capital(i) || s.source_at(i)) return begin;
  return title - 2;
}

// Lost commas: "… visit the site of the attack council spokeswoman Ilse Brandt told …": a title directly before a name takes no
// article, so what stands before its own words is another phrase.
std::uint32_t cut_before_office(const SpeechText& s, std::uint32_t begin, std::uint32_t end) {
  auto name = end;
  while (name > begin && s.capital(name - 1)) --name;
  while (name < end && s.source_at(name)) ++name;
  auto title = name;
  while (title > begin && s.source_at(title - 1) && s.source_at(title - 1)->noun) --title;
  const auto& words = s.input().parse.words;
  const bool office = title < name && name < end && s.source_at(name - 1)->noun->value("role") == "true";
  const bool another =
      title > begin + 1 && !s.capital(title - 1) && title - 1 < words.size() && words[title - 1].upos == Upos::kNoun;
  return office && another ? title : begin;
}

// Lost commas: "… killing 15 members of the staff activists in the town reported": the figure belongs to what is said, the last
// who are called by what they are speak.
std::uint32_t cut_at_figure(const SpeechText& s, std::uint32_t begin, std::uint32_t end, std::uint32_t low) {
  const auto& words = s.input().parse.words;
  const auto counts = [&](std::uint32_t i) {
    return s.token(i).kind == TokenKind::kNumber || (i < words.size() && words[i].upos == Upos::kNum);
  };
  auto figure = end;
  for (auto i = begin + 1; i < end; ++i)
    if (counts(i)) figure = i;
  const bool after_verb = begin > low && begin < words.size() && words[begin - 1].xpos == Xpos::kVBG;
  if (figure == end && after_verb && counts(begin)) figure = begin;
  if (figure + 2 >= end) return begin;
  auto last = end;
  for (auto i = figure + 1; i < end; ++i)
    if (s.source_at(i)) last = i;
  if (last == end) return begin;
  while (last > figure + 2 && s.source_at(last - 1)) --last;  // the word behind the figure is what it counts
  return last > figure + 1 ? last : begin;
}

// The core of a phrase that ends before `end`: nouns, adjectives and names, with determiner; `end` where there is none.
std::uint32_t core_begin(const SpeechText& s, std::uint32_t end, std::uint32_t low) {
  std::uint32_t at = end;
  while (at > low && end - at < kLongestPhrase && glue(s, at - 1) && !is_year(s, at - 1))
    at = std::max(low, name_begin(s, at - 1));
  while (at < end && !s.is_word(at)) ++at;  // no leading hyphen or 's
  const bool has_noun = at < end;
  while (at > low && end - at < kLongestPhrase) {
    const auto c = s.word_class(at - 1);
    const bool number = s.token(at - 1).kind == TokenKind::kNumber && !s.is(at, WordClass::kDeterminer) && !s.capital(at);
    if (c != WordClass::kDeterminer && c != WordClass::kPossessive && !number) break;
    if (s.is_mark(at - 1)) break;
    --at;
  }
  const bool stands_alone =
      at < end && s.word_class(end - 1) == WordClass::kDeterminer && s.norm(end - 1).size() > 3;  // "some said"
  return has_noun || stands_alone ? at : end;
}

bool has_source(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (s.source_at(i)) return true;
  return false;
}

// Extends a phrase to the left over "of", "at", "in" and "and" where what stands there is somebody.
std::uint32_t extend_left(const SpeechText& s, std::uint32_t begin, std::uint32_t end, std::uint32_t low, bool final_place) {
  while (begin > low + 1 && end - begin < kLongestPhrase) {
    const auto link = begin - 1;
    const bool conjunction = s.has(link, WordRole::kAnd);
    if (!conjunction && !(s.is(link, WordClass::kPreposition) && s.has(link, WordRole::kJoins))) return begin;
    auto inner = core_begin(s, link, low);
    if (inner == link) return begin;
    const bool before_final = final_place || conjunction;
    if (before_final) inner = cut_at_capital(s, inner, link, true);
    const bool names = s.capital(end - 1) && s.capital(link - 1) && (s.capital(begin) || s.is(begin, WordClass::kDeterminer));
    if (conjunction && !has_source(s, {inner, link}) && !names) return begin;
    if (!conjunction && !has_source(s, {inner, link}) && !(s.has(link, WordRole::kOf) && !final_place) &&
        !(names && s.has(link, WordRole::kOf)))
      return begin;
    begin = inner;
  }
  return begin;
}

// "Hamza Adel the head of the clinic said", the comma lost: a name directly before the article, at a clause's or quotation's
// edge, belongs to it.
Range with_lost_name(const SpeechText& s, Range phrase, std::uint32_t low) {
  if (phrase.empty() || phrase.begin < low + 2 || !s.is(phrase.begin, WordClass::kDeterminer) ||
      !(s.capital(phrase.begin - 1) || closes_bracket(s.norm(phrase.begin - 1))) || !has_source(s, phrase))
    return phrase;
  const auto bracket = before_brackets(s, phrase.begin, low);
  auto begin = bracket;
  while (begin > low && phrase.begin - begin < 12 && s.is_word(begin - 1) && s.capital(begin - 1) && s.nounlike(begin - 1))
    --begin;
  const bool article = s.has(phrase.begin, WordRole::kIndefinite);
  const bool edge = begin == low || s.is_mark(begin - 1);
  if (begin > low && bracket - begin >= 2 && s.is(begin - 1, WordClass::kDeterminer)) return {begin - 1, phrase.end};
  return bracket - begin >= 2 && (article || edge) ? Range{begin, phrase.end} : phrase;
}

// A phrase that goes on at a small word: "of the clinic", "and a nurse", "(SOHR)". `at` where it does not.
std::uint32_t linked_end(const SpeechText& s, std::uint32_t begin, std::uint32_t at, std::uint32_t limit) {
  if (opens_bracket(s.norm(at))) {
    std::uint32_t close = at + 1;
    while (close < limit && close < at + 8 && !closes_bracket(s.norm(close))) ++close;
    return close < limit && closes_bracket(s.norm(close)) ? close + 1 : at;
  }
  const auto next = at + 1;
  if (next >= limit || s.is(next, WordClass::kTime) || s.is(next, WordClass::kPerson)) return at;
  const bool title_before = at > begin && s.source_at(at - 1) != nullptr;
  const bool preposition = s.is(at, WordClass::kPreposition) && s.has(at, WordRole::kJoins) && !s.has(at, WordRole::kBy) &&
                           !s.has(at, WordRole::kOn) && (title_before || s.has(at, WordRole::kOf));
  const bool conjunction =
      s.has(at, WordRole::kAnd) && (s.source_at(next) || s.capital(next) || s.is(next, WordClass::kDeterminer));
  if (!preposition && !conjunction) return at;
  const Range inner = phrase_after(s, next, limit);
  if (inner.empty() || (conjunction && !has_source(s, inner) && !s.capital(inner.begin))) return at;
  return inner.end;
}

// ", head of the monitor," after a name: the end of an apposition that says who it is, or `at`.
std::uint32_t apposition_end(const SpeechText& s, std::uint32_t at, std::uint32_t limit, std::uint32_t high) {
  if (!s.is_comma(at) || at + 1 >= limit || at == 0 || !s.capital(at - 1)) return at;
  const Range inner = phrase_after(s, at + 1, limit);
  const bool closed = inner.end >= high || s.is_comma(inner.end) || s.norm(inner.end) == ".";
  return !inner.empty() && has_source(s, inner) && closed && !s.cue_at(inner.end) ? inner.end : at;
}

// "The “interim mayor”": a title at a distance, with its article.
Range name_in_marks(const SpeechText& s, std::uint32_t end, std::uint32_t low) {
  constexpr std::uint32_t kLongestTitle = 4;  // tokens
  const int q = s.is_mark(end - 1) ? s.quoted_at(end - 1) : -1;
  if (q < 0) return {};
  const QuotedRange& quoted = s.quoted()[static_cast<std::size_t>(q)];
  const Range whole = quoted.with_marks();
  const bool title =
      quoted.opened && quoted.closed && whole.end == end && quoted.inner.size() <= kLongestTitle && has_source(s, quoted.inner);
  return title && whole.begin > low && s.is(whole.begin - 1, WordClass::kDeterminer) ? Range{whole.begin - 1, end} : Range{};
}

}  // namespace

Range phrase_before(const SpeechText& s, std::uint32_t end, std::uint32_t low, bool final_place) {
  while (end > low && s.norm(end - 1) == "*") --end;
  const auto close = end;
  end = before_brackets(s, end, low);
  if (end <= low) return {};
  const auto last = end - 1;
  const auto c = s.word_class(last);
  if (c == WordClass::kPerson || c == WordClass::kThing || c == WordClass::kRelative || s.has(last, WordRole::kThat))
    return {last, close};
  if (const Range named = name_in_marks(s, end, low); !named.empty()) return {named.begin, close};
  auto begin = core_begin(s, end, low);
  if (begin == end) return {};
  begin = cut_at_capital(s, begin, end, final_place);
  if (final_place) begin = cut_before_title(s, begin, end);
  if (final_place && s.commas_lost()) {
    const auto office = cut_before_office(s, begin, end);
    if (office > begin) return {office, close};
  }
  begin = extend_left(s, begin, end, low, final_place);
  return {final_place && s.commas_lost() ? cut_at_figure(s, begin, end, low) : begin, close};
}

// "The army on Wednesday said": where the day between subject and verb begins, or `end`.
std::uint32_t before_day(const SpeechText& s, std::uint32_t end, std::uint32_t low) {
  auto i = end;
  while (i > low && (s.is(i - 1, WordClass::kTime) || s.token(i - 1).kind == TokenKind::kNumber)) --i;
  if (i == end || i <= low + 1 || !s.is(i - 1, WordClass::kPreposition)) return end;
  const Range who = phrase_before(s, i - 1, low, false);
  const bool in_phrase = !who.empty() && who.begin > low && s.is(who.begin - 1, WordClass::kPreposition);
  return who.empty() || in_phrase || !can_speak(s, who) ? end : i - 1;
}

// "The note, which names no feast, said": the phrase before the verb is the object of a relative clause; the speaker stands
// before its "which".
static Range head_of_relative(const SpeechText& s, Range near, std::uint32_t low, bool final_place) {
  constexpr std::uint32_t kReach = 6;  // tokens of the clause before its object
  if (near.empty() || near.begin <= low + 1 || can_speak(s, near)) return {};
  const Parse& parse = s.input().parse;
  const auto verb = near.begin - 1;
  if (verb >= parse.words.size() || parse.words[verb].upos != Upos::kVerb) return {};
  for (auto i = verb; i > low + 1 && verb - i < kReach && !s.is_comma(i - 1); --i)
    if (s.is(i - 1, WordClass::kRelative)) return phrase_before(s, s.is_comma(i - 2) ? i - 2 : i - 1, low, final_place);
  return {};
}

Range subject_before(const SpeechText& s, std::uint32_t end, std::uint32_t low, bool final_place) {
  if (end <= low) return {};
  end = before_day(s, end, low);
  if (!s.is_comma(end - 1)) {
    const Range near = phrase_before(s, end, low, final_place);
    const Range head = head_of_relative(s, near, low, final_place);
    return head.empty() ? with_lost_name(s, near, low) : head;
  }
  // "Name, apposition, said": the name stands before the comma that opens the apposition.
  for (std::uint32_t i = end - 1; i > low + 1 && end - i < kLongestPhrase; --i) {
    if (const int q = s.quoted_at(i - 1); q >= 0) {  // a short title in marks may stand in the apposition
      const Range title = s.quoted()[static_cast<std::size_t>(q)].with_marks();
      if (title.size() > 8 || title.begin <= low) break;
      i = title.begin + 1;
      continue;
    }
    if (!s.is_comma(i - 1)) continue;
    const Range name = phrase_before(s, i - 1, low, final_place);
    if (name.empty() || !can_speak(s, name)) continue;
    const auto first = s.word_class(i);
    const bool reduced =
        s.norm(i).ends_with("ed") || s.norm(i).ends_with("ing") || first == WordClass::kPreposition;  // "identified only as …"
    const bool apposition = reduced || first == WordClass::kDeterminer || first == WordClass::kRelative ||
                            first == WordClass::kPossessive || s.source_at(i) || has_source(s, {i, end - 1}) || end - i <= 4 ||
                            (s.capital(i) && end - i <= 6);  // "R-Ky.,"
    return apposition ? Range{name.begin, end - 1} : Range{};
  }
  return {};
}

Range phrase_after(const SpeechText& s, std::uint32_t begin, std::uint32_t high) {
  std::uint32_t at = begin;
  const auto limit = std::min(high, begin + kLongestPhrase);
  if (at < limit && (s.is(at, WordClass::kPerson) || s.is(at, WordClass::kThing))) return {at, at + 1};
  bool noun = false;
  while (at < limit) {
    const auto c = s.word_class(at);
    const SourceWord* source = s.source_at(at);
    if (source && source->at.begin == at) {
      at = std::min(limit, source->at.end);
      noun = true;
    } else if (s.is_mark(at)) break;
    else if (!noun && at > begin && at + 1 < limit && s.is(at - 1, WordClass::kDeterminer) && s.norm(at).ends_with("ed") && s.source_at(at + 1)) ++at;  // "an unnamed official"
    else if (!noun && (c == WordClass::kDeterminer || c == WordClass::kPossessive)) ++at;
    else if (glue(s, at) && c != WordClass::kTime) {
      ++at;
      noun = true;
    } else if (const auto end = noun ? linked_end(s, begin, at, limit) : at; end > at) at = end;
    else break;
  }
  if (noun && at < limit) at = std::max(at, apposition_end(s, at, limit, high));
  while (at > begin && !s.is_word(at - 1) && !closes_bracket(s.norm(at - 1))) --at;
  return noun ? Range{begin, at} : Range{};
}

Range verb_group(const SpeechText& s, Range cue, std::uint32_t low) {
  std::uint32_t at = cue.begin;
  while (at > low &&
         ((s.is(at - 1, WordClass::kAuxiliary) &&
           !(is_apostrophe_s(s, at - 1) && at > low + 1 && s.cue_at(cue.begin) && s.cue_at(cue.begin)->noun_too)) ||
          s.is(at - 1, WordClass::kAdverb) || (s.norm(at - 1).ends_with("ly") && !s.source_at(at - 1) && !s.capital(at - 1))))
    --at;
  return {at, cue.end};
}

bool is_passive(const SpeechText& s, Range group, Range cue) {
  const auto word = s.norm(cue.begin);
  if (word.ends_with("ing")) return false;
  for (auto i = group.begin; i < cue.begin; ++i)
    if (s.has(i, WordRole::kBe)) return true;
  return false;
}

std::uint32_t head_of(const SpeechText& s, Range phrase) {
  auto head = phrase.begin;
  while (head + 1 < phrase.end && !s.is(head + 1, WordClass::kPreposition) && !s.is_comma(head + 1)) ++head;
  return head;
}

bool can_speak(const SpeechText& s, Range phrase) {
  for (auto i = phrase.begin; i < phrase.end; ++i) {
    if (s.source_at(i) || s.is(i, WordClass::kPerson) || s.is(i, WordClass::kThing) || s.is(i, WordClass::kRelative)) return true;
    if (s.capital(i) && s.word_class(i) == WordClass::kOther) return true;
  }
  return false;
}

}  // namespace attest
