#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "syntax/sentence.h"

namespace attest::syntax {

// What is known of a word or a run of words beforehand: how often the training text has it as a name of each kind, and which lists hold it.
struct PhraseRow {
  enum Flag : std::uint16_t { kCountry = 1, kRegion = 2, kCity = 4, kTown = 8, kAdjective = 16, kGoesOn = 32 };
  std::uint32_t key = 0;
  std::array<std::uint8_t, 5> seen{};  // as PER, ORG, LOC, NORP; single words also as no name. At most 255
  std::uint8_t person = 0;             // how common as part of persons' names, 0 to 7 (halves of a logarithm)
  std::uint16_t flags = 0;
};
static_assert(sizeof(PhraseRow) == 12);

// What a word of a sentence takes from the phrases around it. All are small numbers that features are made of.
struct PhraseHint {
  std::uint32_t memory = 0;  // kind, surety and place within the longest phrase seen as a name, 0 none
  std::uint32_t list = 0;    // lists and place within the longest phrase of a list, 0 none
  std::uint32_t word = 0;    // what the word alone was seen as
  std::uint32_t person = 0;
};

inline constexpr std::size_t kLongestPhrase = 8;

// The hash of words [first, last).
std::uint32_t phrase_key(const Words& words, std::size_t first, std::size_t last);

// Rows in an open table; not owned. `less`, in training, is what the sentence itself gave: it is taken off first.
using PhraseCounts = std::map<std::uint32_t, std::array<std::uint16_t, 5>>;
class Phrases {
 public:
  Phrases() = default;
  explicit Phrases(std::span<const PhraseRow> rows) : rows_(rows) {}
  const PhraseRow* find(std::uint32_t key) const;
  std::vector<PhraseHint> hints(const Words& words, const PhraseCounts* less = nullptr) const;

 private:
  std::span<const PhraseRow> rows_;
};

// A phrase of a list, its words folded, with what the lists say.
struct ListedPhrase {
  std::vector<std::string> words;
  std::uint16_t flags = 0;
  std::uint8_t person = 0;
};

class PhraseTable {
 public:
  void add(const ListedPhrase& phrase);
  // The names of a sentence (as first, last and kind) and its other words.
  struct Name {
    std::size_t first, last, kind;
  };
  void count(const Words& words, const std::vector<Name>& names);
  // What `count` adds for this sentence.
  static PhraseCounts counts_of(const Words& words, const std::vector<Name>& names);
  std::vector<PhraseRow> rows() const;

 private:
  struct Entry {
    std::array<std::uint32_t, 5> seen{};
    std::uint16_t flags = 0;
    std::uint8_t person = 0;
  };
  std::map<std::uint32_t, Entry> entries_;
};

}  // namespace attest::syntax
