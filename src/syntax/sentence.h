#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attest::syntax {

// How a sentence is written. In capitals, in small letters and as a title ("Army Takes Two Villages") the case of a letter tells no name from a noun:
// such sentences are read by features of their own, folded; a title keeps which of its words are small.
enum class Casing : std::uint8_t { kMixed, kCapitals, kSmall, kTitle };

// One sentence as the models see it: forms, and per word the hashes that features are made of. Forms are not owned.
struct Words {
  struct Word {
    std::string_view form;
    std::string lower;  // folded
    std::uint32_t form_hash, lower_hash, suffix1, suffix2, suffix3, suffix4, prefix1, prefix2, prefix3, shape;
    std::uint32_t dictionary = 0;  // tag class of the word in the tag dictionary, 0 none
    bool first = false;
  };
  std::vector<Word> words;
  Casing casing = Casing::kMixed;
};

// A sentence with what was predicted or, in training, what the treebank says. Tags and relations are indices into the model's names.
struct Tagged {
  std::vector<std::uint16_t> tag;       // UPOS and XPOS as one class
  std::vector<std::int32_t> head;       // word index from 0, -1 root
  std::vector<std::uint8_t> relation;
  std::vector<std::uint8_t> entity;
};

// `as`: read so whatever its letters are (the trainer's copies in other cases); else as its letters say.
Words make_words(const std::vector<std::string_view>& forms, std::optional<Casing> as = std::nullopt);

}  // namespace attest::syntax
