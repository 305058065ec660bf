#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/linear.h"
#include "syntax/phrases.h"
#include "syntax/sentence.h"

namespace attest::syntax {

inline constexpr std::array<std::string_view, 4> kEntityLabels = {"PER", "ORG", "LOC", "NORP"};

// Classes of the name finder. A name of several words has a first, inner ones and a last; of one word it is single. Class 4 * label + place; the
// last class is no name, whose score is always 0: only differences count, so the other sixteen fill one row of the vector unit.
enum class NamePlace : std::uint8_t { kFirst, kInner, kLast, kSingle };
inline constexpr std::size_t kNameScores = 4 * kEntityLabels.size();
inline constexpr std::size_t kNoName = kNameScores;
inline constexpr std::size_t kNameClasses = kNameScores + 1;
inline constexpr std::size_t name_class(std::size_t label, NamePlace place) { return 4 * label + static_cast<std::size_t>(place); }
inline bool goes_on(std::size_t name_class) { return name_class != kNoName && name_class % 4 < 2; }
// Whether `next` may come after `before`; a sentence begins after and ends before no name.
inline bool may_follow(std::size_t before, std::size_t next) {
  const bool inner = next != kNoName && (next % 4 == 1 || next % 4 == 2);
  return goes_on(before) ? inner && before / 4 == next / 4 : !inner;
}

// "O", "B-PER", "I-PER" … from tags of 0 (outside), then B and I for each label.
std::string entity_tag(std::size_t index);
// Classes to such tags.
std::vector<std::uint8_t> entity_tags_of(const std::vector<std::uint8_t>& classes);

// A word's features. `tags` are the tagger's classes; `hints` come from Phrases.
void name_features(const Words& s, const std::vector<std::uint16_t>& tags, const std::vector<PhraseHint>& hints, std::size_t i, Features& out);

// The weights: an open table, only of features that proved useful, and the score of each class after each; not owned. Keys lie apart from the rows,
// since most features that are asked for are not there.
using NameRow = std::array<std::int8_t, kNameScores>;
inline std::size_t name_home(std::uint32_t key, std::size_t size) { return static_cast<std::size_t>((static_cast<std::uint64_t>(key) * size) >> 32); }
struct NameModel {
  std::span<const std::uint32_t> keys;  // 0: empty
  std::span<const NameRow> rows;        // one a key
  std::span<const std::int16_t> links;  // kNameClasses * kNameClasses, in the rows' unit
  const NameRow* find(std::uint32_t key) const;
  // Adds the rows of the features to 16 sums.
  void score(const Features& features, std::int32_t* sums) const;
};

// The best sequence of classes (Viterbi). `scores`: kNameScores a word.
std::vector<std::uint8_t> best_names(std::span<const std::int32_t> scores, std::size_t words, std::span<const std::int16_t> links);

}  // namespace attest::syntax
