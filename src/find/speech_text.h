#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "find/finders.h"

namespace attest {

// A half-open range of tokens.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return end <= begin; }
  std::uint32_t size() const { return empty() ? 0 : end - begin; }
  bool contains(Range other) const { return begin <= other.begin && other.end <= end; }
  bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(Range, Range) = default;
};

// What a word is to the finder of speech; the small words of lang/en/speech_words.toml and what their form tells.
enum class WordClass : std::uint8_t {
  kOther,
  kDeterminer,
  kPossessive,
  kPerson,
  kThing,
  kRelative,
  kPreposition,
  kConjunction,
  kSubordinator,
  kAuxiliary,
  kAdverb,
  kTime,
  kVerb
};

// What a small word does around a cue (lang/en/speech_roles.toml); a word may have several roles.
enum class WordRole : std::uint8_t {
  kBy,
  kAuthor,
  kThat,
  kTo,
  kAs,
  kWhat,
  kThere,
  kJoins,
  kOf,
  kAnd,
  kAddressee,
  kTopic,
  kArticle,
  kIndefinite,
  kDefinite,
  kBe,
  kNot,
  kFirst,
  kSecond,
  kThird,
  kThey,
  kIt,
  kPlural,
  kOn,
  kWhere,
  kSelf,
  kModal,
  kConcedes
};

enum class CueKind : std::uint8_t {
  kNone,
  kSay,
  kTell,
  kReport,
  kShow,
  kObject,
  kAttitude,
  kAccording,
  kCite,
  kNoun,
  kInterview
};

// A word or phrase that may introduce speech.
struct CueWord {
  Range at;
  CueKind kind = CueKind::kNone;
  const Rule* rule = nullptr;
  bool participle = false;   // "saying": takes its speaker from what stands before
  bool noun_too = false;     // "reports": needs a subject of its own
  bool direct_only = false;  // "continued": speech only beside quoted words
};

// A noun for somebody who says something, or a name from the lists.
struct SourceWord {
  Range at;
  const Rule* noun = nullptr;  // one of the two is set
  const KnownActor* actor = nullptr;
};

// Words between a pair of quotation marks, without them. Where a mark was lost, the flag of its side is false.
struct QuotedRange {
  Range inner;
  bool opened = true;
  bool closed = true;
  Range with_marks() const { return {inner.begin - opened, inner.end + closed}; }
};

// A report's tokens with what each is to the finder of speech: computed once, then only read. It refers to the input, which must
// outlive it.
class SpeechText {
 public:
  explicit SpeechText(const FindInput& in);

  const Tokens& tokens() const { return in_.tokens; }
  const FindInput& input() const { return in_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(in_.tokens.size()); }
  std::string_view norm(std::uint32_t i) const { return i < size() ? in_.tokens.norm(i) : std::string_view(); }
  const Token& token(std::uint32_t i) const { return in_.tokens.tokens[i]; }
  WordClass word_class(std::uint32_t i) const { return classes_[i]; }
  bool is(std::uint32_t i, WordClass c) const { return i < size() && classes_[i] == c; }
  bool has(std::uint32_t i, WordRole role) const { return i < size() && (roles_[i] >> static_cast<unsigned>(role) & 1u) != 0; }
  bool is_setting(std::uint32_t i) const {
    return i < size() && settings_[i] != 0;
  }  // "statement", "interview": where things are said
  bool is_contrast(std::uint32_t i) const { return i < size() && contrasts_[i] != 0; }  // "but", "while": another clause begins
  bool is_word(std::uint32_t i) const;                                                  // word or number
  // Has the text lost its commas? Some corpora and scrapers drop them, often with the quotation marks; then small words must do
  // their work.
  bool commas_lost() const { return commas_lost_; }
  // Does whoever speaks name himself: "we", "my".
  bool is_self(std::uint32_t i) const { return has(i, WordRole::kSelf) && !(token(i).all_capital && norm(i).size() > 1); }
  bool is_comma(std::uint32_t i) const { return i < size() && norm(i) == ","; }
  bool is_mark(std::uint32_t i) const;  // a quotation mark of a QuotedRange
  bool capital(std::uint32_t i) const { return i < size() && token(i).capital; }
  // May the word be part of a noun phrase: not a small word, not plainly a verb.
  bool nounlike(std::uint32_t i) const;
  // Is the word plainly a verb: a cue, an auxiliary, a listed form, "-ed" in lower case.
  bool verblike(std::uint32_t i) const;

  const std::vector<CueWord>& cues() const { return cues_; }
  const std::vector<SourceWord>& sources() const { return sources_; }
  const std::vector<QuotedRange>& quoted() const { return quoted_; }
  const CueWord* cue_at(std::uint32_t i) const {
    return i < size() && cue_at_[i] >= 0 ? &cues_[static_cast<std::size_t>(cue_at_[i])] : nullptr;
  }
  // The source noun or listed name that covers a token, or nullptr.
  const SourceWord* source_at(std::uint32_t i) const {
    return i < size() && source_at_[i] >= 0 ? &sources_[static_cast<std::size_t>(source_at_[i])] : nullptr;
  }
  // Index into quoted() of the words' quotation (its marks count), or -1.
  int quoted_at(std::uint32_t i) const { return i < size() ? quoted_at_[i] : -1; }

  Range sentence(std::uint32_t i) const;  // tokens of the sentence that holds token i
  Span span(Range r) const;               // bytes of a non-empty range
  std::string text(Range r) const;        // its words as written, line breaks as spaces

 private:
  void classify();
  void assign_roles();
  void find_words();

  const FindInput& in_;
  std::vector<WordClass> classes_;
  std::vector<std::uint32_t> roles_;  // a bit a WordRole
  std::vector<char> settings_;
  std::vector<char> contrasts_;
  std::vector<CueWord> cues_;
  std::vector<SourceWord> sources_;
  std::vector<QuotedRange> quoted_;
  std::vector<std::int32_t> cue_at_, source_at_, quoted_at_;
  std::vector<std::uint32_t> sentence_of_;
  bool commas_lost_ = false;
};

// quote_marks.cpp: pairs the quotation marks of a text. Lost and unbalanced marks are the rule in some texts: a mark's side is
// read from the spaces around it; one that is never closed ends with its sentence.
std::vector<QuotedRange> pair_quote_marks(const Tokens& tokens, std::string_view text);

}  // namespace attest
