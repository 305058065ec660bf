// Who speaks together: the parts of "the monitor and two doctors said".
#include "find/speech_sources.h"

namespace attest {
namespace {

bool begins_with_listed(const SpeechText& s, Range phrase) {
  const SourceWord* first = s.source_at(phrase.begin);
  return first && first->actor && first->at.begin == phrase.begin;
}

// A phrase for somebody of their own: a listed name, one with an article ("a doctor", "the Valley Trust"), or several of a kind
// ("activists").
bool stands_alone(const SpeechText& s, Range phrase) {
  constexpr std::uint32_t kLongest = 12;
  if (phrase.empty() || phrase.size() > kLongest) return false;
  if (begins_with_listed(s, phrase)) return true;
  const auto head = head_of(s, phrase);
  if (s.has(phrase.begin, WordRole::kArticle) && head > phrase.begin && s.capital(head)) return true;
  if (!s.source_at(head)) return false;
  return s.is(phrase.begin, WordClass::kDeterminer) || s.is(phrase.begin, WordClass::kPossessive) || plural_word(s, head);
}

// "The Centre for Relief and Rescue Teams", "the front on a channel and the messenger Quill": behind a preposition the phrase may go on.
bool may_go_on(const SpeechText& s, Range left, Range right) {
  if (begins_with_listed(s, right)) return false;
  const bool bare_name = s.capital(right.begin) && !s.is(right.begin, WordClass::kDeterminer);
  if (!bare_name && s.source_at(head_of(s, right))) return false;
  for (auto i = left.begin; i < left.end; ++i)
    if (s.is(i, WordClass::kPreposition)) return true;
  return false;
}

}  // namespace

std::vector<Range> speakers_together(const SpeechText& s, Range phrase) {
  std::vector<Range> out;
  auto begin = phrase.begin;
  if (begin + 1 < phrase.end && s.is(begin, WordClass::kDeterminer) && s.is(begin + 1, WordClass::kDeterminer)) ++begin;  // "both the"
  for (auto i = begin; i < phrase.end; ++i) {
    const SourceWord* around = s.source_at(i);
    if (!s.has(i, WordRole::kAnd) || around) continue;
    const Range left{begin, i > begin && s.is_comma(i - 1) ? i - 1 : i}, right{i + 1, phrase.end};
    if (!stands_alone(s, left) || !stands_alone(s, right) || may_go_on(s, left, right)) continue;
    out.push_back(left);
    begin = i + 1;
  }
  if (!out.empty()) out.push_back({begin, phrase.end});
  return out;
}

}  // namespace attest
