#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace attest::syntax {

// Lemmas by suffix rules and exceptions, both learnt: for a tag and the longest known ending, how many bytes go and what is put in their place.
// A table of sorted 64-bit keys over one text buffer, so that it can lie in a mapped file.
class Lemmas {
 public:
  struct Row {
    std::uint64_t key;        // hash of tag and word, or of tag and ending
    std::uint32_t put;        // offset of the text in the buffer
    std::uint8_t put_size;
    std::uint8_t cut;         // bytes cut from the end; 255: put is the whole lemma
    std::uint16_t reserved = 0;
  };

  Lemmas() = default;
  Lemmas(const Row* rows, std::size_t count, std::string_view buffer) : rows_(rows), count_(count), buffer_(buffer) {}
  // `tag` is the XPOS tag; a proper noun keeps its form.
  std::string lemma(std::string_view form, std::string_view lower, std::string_view tag, bool proper) const;

 private:
  const Row* find(std::uint64_t key) const;
  const Row* rows_ = nullptr;
  std::size_t count_ = 0;
  std::string_view buffer_;
};

struct LemmaExample {
  std::string form, lower, tag, lemma;
  bool proper;
};
struct LemmaTable {
  std::vector<Lemmas::Row> rows;  // sorted by key
  std::string buffer;
};
LemmaTable learn_lemmas(const std::vector<LemmaExample>& examples);

}  // namespace attest::syntax
