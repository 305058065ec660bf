#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "know/phrase_table.h"
#include "know/rules.h"
#include "model/model.h"

namespace attest {

// What the words around a number say that it is, where they say so.
enum class NumberHint : std::uint8_t { kNone, kYear, kDate, kClock, kAge, kPercent, kMoney, kMeasure, kLabel };

// A number expression: tokens [first, last) with the words that modify it; the bare number begins at `core`.
struct NumberMatch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t core = 0;
  Count count;  // span covers [first, last)
  NumberHint hint = NumberHint::kNone;
  bool in_digits = false;  // the number is written in digits
  bool modified() const { return core != first || count.modifier != Modifier::kExact; }
};

// The interval that a number has under a modifier (METHOD 2); also used where a modifier governs a whole list.
Count modified_count(Span span, std::int64_t number, Modifier modifier);

// The contract's JSON list of the numbers of one text (`attest numbers`): code-point offsets, without years, dates, clock times
// and labels.
std::string numbers_json(const std::vector<NumberMatch>& matches, std::string_view text);

// Finds numbers, ranges and vague quantities by lang/<language>/numbers.toml. Built once, then read from any thread.
// Articles alone ("a child") are no numbers here. Linear in the number of tokens.
class NumberScanner {
 public:
  NumberScanner() = default;
  explicit NumberScanner(const RuleFile& rules);

  // In text order, never overlapping.
  std::vector<NumberMatch> scan(const Tokens& tokens, std::string_view text) const;

 private:
  friend class NumberReader;
  // What a phrase does; a phrase may have several uses.
  enum class Kind : std::uint8_t {
    kUnit,
    kTens,
    kScale,
    kVague,
    kNotNumber,
    kBefore,
    kAfter,
    kBetween,
    kTo,
    kOr,
    kAnd,
    kHalf,
    kQuarter,
    kArticle,
    kOf,
    kLetterScale,
    kScalePlural,
    kTollMoves,
    kYearCue,
    kAfterYear,
    kMonth,
    kMeasure,
    kPercent,
    kMoney,
    kAge,
    kAged,
    kClock,
    kLabel,
    kSize
  };
  struct Entry {
    double value = 0;
    Modifier modifier = Modifier::kExact;
    bool scales = false;  // "several dozen"
    bool exact = false;   // "a couple"
  };
  static constexpr auto kKinds = static_cast<std::size_t>(Kind::kSize);

  void add(const Rule& rule);

  std::vector<PhraseTable> tables_ = std::vector<PhraseTable>(kKinds);
  PhraseTable starts_;  // first words of everything that can begin a number: most tokens are ruled out by one look-up
  std::vector<Entry> entries_;
};

}  // namespace attest
