#pragma once
#include <bitset>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/model.h"

namespace attest {

// Finds the longest known phrase at a token. Phrases are sequences of folded tokens; values are the caller's numbers.
// Built once, then read from any thread.
class PhraseTable {
 public:
  struct Match {
    std::uint32_t value = 0;
    std::uint32_t length = 0;  // tokens; 0: none
    explicit operator bool() const { return length > 0; }
  };

  // `phrase`: folded tokens with single spaces between. A phrase added twice keeps its first value.
  void add(std::string_view phrase, std::uint32_t value);
  // Adds every word of every rule of a file; the value is the rule's index in the file.
  void add_rules(const struct RuleFile& file);
  Match longest_at(const Tokens& tokens, std::size_t token) const;
  bool empty() const { return by_first_.empty(); }

 private:
  struct Entry {
    std::vector<std::string> words;
    std::uint32_t value;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return hash64(text); }
  };
  // A bit for each first word's shape: most tokens begin no phrase, and this tells so without a lookup.
  static std::size_t shape(std::string_view word) {
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(word[i])); };
    return word.empty() ? 0 : (byte(0) + byte(word.size() / 2) * 37 + byte(word.size() - 1) * 101 + word.size() * 269) % kShapes;
  }
  bool may_begin(std::string_view word) const { return shapes_[shape(word)]; }

  static constexpr std::size_t kShapes = 8192;
  std::bitset<kShapes> shapes_;
  std::unordered_map<std::string, std::vector<Entry>, Hash, std::equal_to<>> by_first_;  // longest entries first
};

}  // namespace attest
