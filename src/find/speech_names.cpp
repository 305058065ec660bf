#include <algorithm>

#include "find/speech_sources.h"

namespace attest {
namespace {

bool is_name_word(const SpeechText& s, std::uint32_t i) {
  if (!s.is_word(i) || s.token(i).kind == TokenKind::kNumber) return false;
  if (s.capital(i)) return s.word_class(i) == WordClass::kOther && !(s.cue_at(i) && s.cue_at(i)->at.size() > 1);
  return i + 2 < s.size() && s.norm(i + 1) == "-" && s.capital(i + 2) && !s.token(i + 1).space_before &&
         s.norm(i).size() <= 3;  // "al-Sayed"
}

// "Velden Toll Watch": a noun with a capital inside a name is no more than a part of it.
bool goes_on_as_name(const SpeechText& s, std::uint32_t i, std::uint32_t end) {
  const SourceWord* w = s.source_at(i);
  return w && w->noun && w->at.size() == 1 && s.capital(i) && w->noun->value("role") != "true" && i + 1 < end &&
         is_name_word(s, i + 1) && !s.source_at(i + 1);
}

// "the Velden Network for Human Rights": what stands before the small word is a part of the body's name, unless it is somebody's
// office.
Range with_body_before(const SpeechText& s, Range name, std::uint32_t low) {
  const auto part = [&](std::uint32_t i) {
    const SourceWord* w = s.source_at(i);
    return s.capital(i) && s.is_word(i) && !s.is(i, WordClass::kDeterminer) &&
           !(w && (w->actor || w->noun->value("role") == "true"));
  };
  while (name.begin >= low + 2 && s.is(name.begin - 1, WordClass::kPreposition) && s.has(name.begin - 1, WordRole::kJoins) &&
         part(name.begin - 2)) {
    name.begin -= 2;
    while (name.begin > low && part(name.begin - 1)) --name.begin;
  }
  return name;
}

}  // namespace

const SourceWord* head_noun(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i) {
    const SourceWord* w = s.source_at(i);
    if (!w || !w->noun) continue;
    if (w->at.end >= r.end || !s.source_at(w->at.end) || !s.source_at(w->at.end)->noun)
      return w;  // "police spokesman": the last of a row
    i = w->at.end - 1;
  }
  return nullptr;
}

const SourceWord* listed_in(const SpeechText& s, Range r) {
  for (auto i = r.begin; i < r.end; ++i)
    if (const SourceWord* w = s.source_at(i); w && w->actor) return w;
  return nullptr;
}

bool plural_word(const SpeechText& s, std::uint32_t i) {
  const auto w = s.norm(i);
  return (w.ends_with("s") && !w.ends_with("ss")) || w.ends_with("men") || s.has(i, WordRole::kPlural);
}

void SpeakerResolver::find_names() {
  for (std::uint32_t i = 0; i < s_.size(); ++i) {
    if (!is_name_word(s_, i) || s_.is(i, WordClass::kDeterminer)) continue;
    if (const SourceWord* w = s_.source_at(i); w && w->noun && w->noun->value("role") == "true")
      continue;  // titles stand before names
    std::uint32_t end = i + 1;
    while (end < s_.size() && end < i + 8 && (is_name_word(s_, end) || (s_.norm(end) == "-" && is_name_word(s_, end + 1))) &&
           !(s_.source_at(end) && s_.source_at(end)->noun && s_.source_at(end)->noun->value("role") == "true"))
      ++end;
    if (end - i >= 2 && s_.sentence(i).contains(end - 1)) {
      for (auto k = i; k < end; ++k)
        if (s_.is_word(k)) by_word_[s_.norm(k)].push_back(static_cast<std::uint32_t>(names_.size()));
      names_.push_back({i, end});
    }
    i = end - 1;
  }
}

// The run of name words in a phrase that no listed name covers; the last one, for titles stand before names.
Range SpeakerResolver::name_in(Range phrase) const {
  Range best;
  bool best_is_modifier = false;
  for (auto i = phrase.begin; i < phrase.end; ++i) {
    const SourceWord* w = s_.source_at(i);
    if (!is_name_word(s_, i) || (w && (w->actor || w->noun->value("role") == "true"))) continue;
    const auto opening = s_.sentence(i).begin;
    if (w && (i == opening || (i == opening + 1 && s_.is_mark(opening))) && !s_.capital(i + 1))
      continue;  // "Photographs …": its capital opens the sentence
    auto end = i + 1;
    while (end < phrase.end &&
           (is_name_word(s_, end) || (s_.norm(end) == "-" && end + 1 < phrase.end && is_name_word(s_, end + 1))) &&
           (!s_.source_at(end) || goes_on_as_name(s_, end, phrase.end)))
      ++end;
    const bool modifier = (end < phrase.end && (s_.norm(end) == "'s" || s_.norm(end) == "-")) ||
                          (i > phrase.begin && (s_.is(i - 1, WordClass::kPreposition) || s_.is(i - 1, WordClass::kDeterminer)));
    const auto rank = [](Range r, bool part) { return r.empty() ? 0 : (part ? 1 : 2) + (r.size() >= 2 ? 2 : 0); };
    if (rank({i, end}, modifier) > rank(best, best_is_modifier)) {
      best = {i, end};
      best_is_modifier = modifier;
    }
    i = end;
  }
  return best.empty() ? best : with_body_before(s_, best, phrase.begin);
}

}  // namespace attest
