#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace attest {

enum class TokenKind : std::uint8_t { kWord, kNumber, kPunctuation, kQuote, kSymbol };

// One token. `norm` is its folded form (lower case, no diacritics, straight apostrophes) in Tokens' own buffer.
struct Token {
  Span span;
  std::uint32_t norm_begin = 0;
  std::uint16_t norm_size = 0;
  TokenKind kind = TokenKind::kWord;
  bool capital = false;      // first letter is upper case
  bool all_capital = false;  // two or more letters, all upper case
  bool space_before = false;
};

// A sentence: its bytes without surrounding space, its tokens [first, last), and the paragraph it stands in.
struct Sentence {
  Span span;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t paragraph = 0;
};

// The tokens and sentences of one text. Owns the folded forms; offsets point into the report's text.
class Tokens {
 public:
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::string norms;

  std::string_view norm(std::size_t token) const {
    return std::string_view(norms).substr(tokens[token].norm_begin, tokens[token].norm_size);
  }
  std::size_t size() const { return tokens.size(); }
  // The sentence that holds a byte; the last one that begins at or before it. sentences.size() where there is none.
  std::size_t sentence_at(std::uint32_t byte) const;
  // The sentence that holds a token.
  std::size_t sentence_of(std::size_t token) const;
  // First token that ends after `byte`.
  std::size_t token_at(std::uint32_t byte) const;
};

}  // namespace attest
