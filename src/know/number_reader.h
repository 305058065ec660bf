#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "know/numbers.h"

namespace attest {

// One pass of a NumberScanner over one text; lives for the length of a scan.
class NumberReader {
 public:
  NumberReader(const NumberScanner& scanner, const Tokens& tokens, std::string_view text)
      : scanner_(scanner), tokens_(tokens), text_(text), size_(static_cast<std::uint32_t>(tokens.size())) {}

  std::vector<NumberMatch> run();

 private:
  using Kind = NumberScanner::Kind;
  using Entry = NumberScanner::Entry;
  struct Found {
    const Entry* entry = nullptr;
    std::uint32_t length = 0;  // tokens; 0: none
    explicit operator bool() const { return length > 0; }
  };
  // A number without modifiers: tokens [.., end).
  struct Number {
    double value = 0;
    std::uint32_t end = 0;
    bool digits = false;    // begins in digits
    bool fraction = false;  // a bare "half": only as part of another number
    bool vague = false;
  };

  void read(std::uint32_t first, std::vector<NumberMatch>& out) const;
  Found find(Kind kind, std::uint32_t i) const;
  bool dash(std::uint32_t i) const;
  bool spaced(std::uint32_t i) const { return i < size_ && tokens_.tokens[i].space_before; }

  // Bare numbers (number_words.cpp).
  std::optional<Number> number(std::uint32_t i) const;  // vague ones too
  std::optional<Number> exact(std::uint32_t i, int depth = 0) const;
  std::optional<Number> vague(std::uint32_t i) const;
  std::optional<Number> group(std::uint32_t i) const;
  std::optional<Number> in_digits(std::uint32_t i) const;
  std::optional<Number> under_hundred(std::uint32_t i) const;
  std::optional<Number> hundreds(Number coefficient) const;
  std::optional<Number> half(std::uint32_t i) const;
  Found scale_at(std::uint32_t i, bool plural) const;

  // Whole expressions (number_reader.cpp).
  std::optional<NumberMatch> expression(std::uint32_t i) const;
  std::optional<NumberMatch> between(std::uint32_t i) const;
  std::optional<NumberMatch> range(const NumberMatch& begun, const Number& low) const;
  std::optional<NumberMatch> two_bounds(const NumberMatch& begun, const Number& low) const;
  NumberMatch finished(NumberMatch match, const Number& number) const;
  NumberMatch made_range(NumberMatch match, const Number& low, const Number& high) const;
  bool toll_moves_before(std::uint32_t i) const;
  bool begins_modifier(std::uint32_t i, std::uint32_t length) const;
  std::uint32_t skip_modifiers(std::uint32_t i) const;

  // What the number counts (number_hints.cpp).
  NumberHint hint(const NumberMatch& match, double value) const;
  bool is_year(const NumberMatch& match, double value) const;
  bool is_date(const NumberMatch& match) const;
  bool is_label(const NumberMatch& match) const;

  const NumberScanner& scanner_;
  const Tokens& tokens_;
  std::string_view text_;
  std::uint32_t size_;  // the end of the sentence being read
};

}  // namespace attest
