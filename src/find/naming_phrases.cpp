#include <algorithm>

#include "find/naming_text.h"

namespace attest {
namespace {

constexpr std::uint32_t kLeft = 14;   // tokens before a head
constexpr std::uint32_t kRight = 16;  // tokens after it

bool is_head(NamingWord w) {
  return w == NamingWord::kGovernment || w == NamingWord::kStateForce || w == NamingWord::kArmed || w == NamingWord::kLoyal ||
         w == NamingWord::kGeneric || w == NamingWord::kVictims || w == NamingWord::kRelation || w == NamingWord::kEvent;
}

bool possessive(std::string_view w) { return w == "'s" || w == "'"; }

// May the token stand before the head inside its phrase.
bool belongs_left(const NamingText& t, std::uint32_t i) {
  const SpeechText& s = t.speech();
  if (s.is_mark(i) || s.is(i, WordClass::kPerson)) return false;  // "told him | armed men had come"
  const auto w = s.norm(i);
  if (possessive(w) || w == "-" || w == "(" || w == ")") return true;
  const auto c = s.word_class(i);
  if (c == WordClass::kDeterminer || c == WordClass::kPossessive) return true;
  if (t.word(i) == NamingWord::kLoaded || t.word(i) == NamingWord::kFormer || t.word(i) == NamingWord::kSoCalled) return true;
  const bool hyphened = i > 0 && s.norm(i - 1) == "-" && !s.token(i).space_before;
  if (s.verblike(i) && !hyphened) return false;
  const bool tag_noun = s.input().parse.empty() || i >= s.input().parse.words.size()
                            ? true
                            : s.input().parse.words[i].upos != Upos::kVerb && s.input().parse.words[i].upos != Upos::kAdp &&
                                  s.input().parse.words[i].upos != Upos::kSconj;
  return s.nounlike(i) && (tag_noun || hyphened || s.capital(i)) && s.token(i).kind == TokenKind::kWord;
}

std::uint32_t left_end(const NamingText& t, std::uint32_t head, std::uint32_t low) {
  const SpeechText& s = t.speech();
  auto begin = head;
  while (begin > low && head - begin < kLeft && belongs_left(t, begin - 1)) {
    const auto c = s.word_class(begin - 1);
    const bool determiner = c == WordClass::kDeterminer || c == WordClass::kPossessive;
    --begin;
    if (determiner && !(begin > low && c == WordClass::kDeterminer && s.is(begin - 1, WordClass::kDeterminer))) break;
  }
  while (begin < head && (possessive(s.norm(begin)) || s.norm(begin) == "-" || s.norm(begin) == ")" || s.norm(begin) == "("))
    ++begin;
  return begin;
}

// "of Syria", "in the capital", "aligned with the X administration", "loyal to former President Y", "that is currently ruling X".
std::uint32_t right_end(const NamingText& t, Range head, std::uint32_t high) {
  const SpeechText& s = t.speech();
  auto end = head.end;
  const auto limit = std::min(high, end + kRight);
  while (end < limit) {
    auto next = end;
    if (s.norm(next) == "," || s.is_mark(next)) break;
    Range tie;
    const NamingWord kind = t.word(next);
    if (kind == NamingWord::kTie && t.rule(next, &tie)) next = tie.end;
    else if (s.norm(next) == "of" || (s.norm(next) == "in" && t.place_at(next + 1)) ||
             (s.norm(next) == "against" && t.word(head.begin) == NamingWord::kEvent))
      ++next;
    else if ((s.norm(next) == "that" || s.norm(next) == "which") && next + 3 < limit &&
             (t.word(next + 1) == NamingWord::kRules || t.word(next + 2) == NamingWord::kRules))
      next += 2;
    else break;
    const Range object = phrase_after(s, next, limit);
    if (object.empty()) break;
    end = object.end;
    while (end > object.begin + 1 && (s.is_comma(end - 1) || s.norm(end - 1) == "(")) --end;
  }
  return std::max(end, head.end);
}

// "government checkpoints": the word before another noun tells whose, and names nobody.
bool modifies(const NamingText& t, Range head) {
  const SpeechText& s = t.speech();
  const auto next = head.end;
  if (next >= s.size() || !s.is_word(next)) {
    if (s.norm(next) == "-" && next < s.size() && !s.token(next).space_before) return true;
    return possessive(s.norm(next)) && t.word(head.begin) == NamingWord::kEvent;
  }
  if (is_head(t.word(next)) && !s.capital(next)) return true;
  if (t.word(head.begin) == NamingWord::kEvent || s.capital(next) || s.verblike(next)) return false;
  const Parse& parse = s.input().parse;
  return next < parse.words.size() && parse.words[next].upos == Upos::kNoun && s.nounlike(next) && !t.place_at(next) &&
         s.norm(next).ends_with("s");
}

}  // namespace

std::vector<NamingPhrase> find_naming_phrases(const NamingText& t) {
  const SpeechText& s = t.speech();
  std::vector<NamingPhrase> out;
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    Range head;
    const Rule* rule = t.rule(i, &head);
    if (!rule) continue;
    const NamingWord kind = t.word(i);
    i = head.end - 1;
    if (!is_head(kind) || modifies(t, head)) continue;
    if (const SourceWord* listed = s.source_at(head.begin); listed && listed->actor) continue;  // part of a listed name
    const Range sentence = s.sentence(head.begin);
    NamingPhrase p;
    p.head = head;
    p.rule = rule;
    p.whole = {left_end(t, head.begin, sentence.begin), right_end(t, head, sentence.end)};
    const auto needs = rule->value("needs");
    const bool tied = p.whole.end > head.end && t.word(head.end) == NamingWord::kTie;
    const bool modified =
        p.whole.begin < head.begin && !(s.is(p.whole.begin, WordClass::kDeterminer) && p.whole.begin + 1 == head.begin);
    if (needs == "tie" && !tied) continue;
    if (needs == "modifier" && !tied && !modified) continue;
    out.push_back(p);
  }
  return out;
}

}  // namespace attest
