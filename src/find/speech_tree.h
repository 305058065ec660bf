#pragma once
#include <optional>

#include "find/speech_text.h"

namespace attest {

// What the finder of speech asks of the parse. About one arc in six is wrong: every caller starts from a word of a list.
class SpeechTree {
 public:
  explicit SpeechTree(const SpeechText& s) : s_(s), parse_(s.input().parse) {}

  bool empty() const { return parse_.empty(); }
  Upos upos(std::uint32_t i) const { return parse_.words[i].upos; }
  Xpos xpos(std::uint32_t i) const { return parse_.words[i].xpos; }
  Arc arc(std::uint32_t i) const { return parse_.words[i].arc; }
  std::int32_t head(std::uint32_t i) const { return parse_.words[i].head; }
  std::vector<std::uint32_t> children(std::uint32_t i) const { return parse_.children(i); }
  std::optional<std::uint32_t> child(std::uint32_t i, Arc r) const { return parse_.child(i, r); }
  // Where the words that hang on `i` begin and end.
  std::uint32_t left(std::uint32_t i) const { return parse_.words[i].left; }
  std::uint32_t right(std::uint32_t i) const { return parse_.words[i].right; }
  // The words that hang on `i`, without commas, colons and stops at the ends.
  Range phrase(std::uint32_t i) const;
  // The same without what tells more of the noun behind it: a relative clause, a clause beside it.
  Range noun_phrase(std::uint32_t i) const;
  // Where the adposition or mark that opens a phrase stands ("about"), or the text's size.
  std::uint32_t opener(std::uint32_t i) const;
  bool opens(std::uint32_t i, WordRole role) const { return s_.has(opener(i), role); }
  // Where the subject of a verb, adjective or noun stands: its own, or that of the verb it is joined to or stands under. Bounded.
  std::optional<std::uint32_t> subject(std::uint32_t i) const;
  bool passive(std::uint32_t verb) const;

 private:
  const SpeechText& s_;
  const Parse& parse_;
};

}  // namespace attest
