#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "know/dates.h"

namespace attest {

// One pass of a DateScanner over one text; lives for the length of a scan. Each reading function looks for one form of expression
// at a token and gives the expression with the token behind it.
class DateReader {
 public:
  DateReader(const DateScanner& scanner, const Tokens& tokens, std::string_view text, const std::vector<NumberMatch>& numbers);

  std::vector<DateMatch> run();

 private:
  using Kind = DateScanner::Kind;
  struct Found {
    int value = 0;
    std::uint32_t length = 0;
    explicit operator bool() const { return length > 0; }
  };
  struct Read {
    DateExpr expr;
    std::uint32_t end = 0;
  };
  using Maybe = std::optional<Read>;

  void read(std::uint32_t first, std::vector<DateMatch>& out) const;
  Found find(Kind kind, std::uint32_t i) const;
  std::string_view norm(std::uint32_t i) const { return i < size_ ? tokens_.norm(i) : std::string_view(); }
  bool is(std::uint32_t i, std::string_view word) const { return norm(i) == word; }
  bool capital(std::uint32_t i) const { return i < size_ && tokens_.tokens[i].capital; }
  bool digits(std::uint32_t i) const { return i < size_ && tokens_.tokens[i].kind == TokenKind::kNumber; }
  bool spaced(std::uint32_t i) const { return i < size_ && tokens_.tokens[i].space_before; }
  bool ends(std::uint32_t i) const { return i >= size_ || tokens_.tokens[i].kind != TokenKind::kWord; }
  bool named_so(std::uint32_t i) const;
  bool same_sentence(std::uint32_t a, std::uint32_t b) const;
  const NumberMatch* number_at(std::uint32_t i) const;

  // date_reader.cpp: the order in which forms are tried, and what may stand around them.
  Maybe any(std::uint32_t i) const;
  Maybe plain(std::uint32_t i) const;
  Maybe edged(std::uint32_t i) const;
  Maybe with_clock(Read read) const;
  void add_joined(std::vector<DateMatch>& out) const;
  bool joined_day(std::uint32_t at, std::vector<DateMatch>& out) const;
  bool joined_year(std::uint32_t at, std::vector<DateMatch>& out) const;
  bool dash(std::uint32_t i) const;
  bool leading_days(std::uint32_t i, std::vector<DateMatch>& out) const;

  // date_calendar.cpp
  struct Year {
    int value = 0;
    bool bc = false;
    std::uint32_t end = 0;
  };
  Maybe calendar(std::uint32_t i) const;
  Maybe month_first(std::uint32_t i) const;
  Maybe day_first(std::uint32_t i) const;
  Maybe glued_year(DateExpr expr, std::uint32_t i) const;
  Found month_at(std::uint32_t i) const;
  Found day_number(std::uint32_t i) const;
  std::optional<Year> year_at(std::uint32_t i, bool short_form) const;
  std::optional<Year> year_in_digits(std::uint32_t i, bool short_form) const;
  Maybe with_year(DateExpr expr, std::uint32_t end) const;
  Maybe with_that_year(DateExpr expr, std::uint32_t at, std::uint32_t end) const;

  // date_digits.cpp
  Maybe numeric(std::uint32_t i) const;
  Maybe numeric_tokens(std::uint32_t i) const;
  Maybe year_alone(std::uint32_t i) const;
  Maybe early_year(std::uint32_t i) const;
  std::optional<Year> year_in_two_words(std::uint32_t i) const;
  Maybe short_year(std::uint32_t i) const;
  bool counts(std::uint32_t i, const Year& year) const;

  // date_named.cpp
  Maybe decade(std::uint32_t i) const;
  Maybe season(std::uint32_t i) const;
  Maybe holiday(std::uint32_t i) const;
  Maybe hijri(std::uint32_t i) const;
  Maybe nth_unit(std::uint32_t i) const;
  Maybe nth_of(DateExpr expr, std::uint32_t at) const;
  Maybe day_of_month(std::uint32_t i) const;

  // date_relative.cpp
  Maybe weekday(std::uint32_t i) const;
  Maybe week_then_day(const Found& which, std::uint32_t at) const;
  Maybe with_day(Read read) const;
  Maybe pointed_day(std::uint32_t i) const;
  Maybe stepped(std::uint32_t i) const;
  Maybe unstepped(std::uint32_t i) const;
  Maybe stepped_unit(const Found& which, bool back, std::uint32_t i) const;
  Maybe stepped_date(const Found& which, bool back, std::uint32_t at) const;
  Maybe stepped_span(const Found& which, bool back, std::uint32_t i) const;
  Maybe present(std::uint32_t i) const;
  Maybe references(std::uint32_t i) const;

  // date_distance.cpp
  Maybe quantity(std::uint32_t i) const;
  std::optional<Read> amount(std::uint32_t i) const;
  Maybe with_unit(Read read, std::uint32_t first) const;
  Maybe offset_from(Read read, std::uint32_t first) const;
  Maybe offset_after(Read read) const;
  Maybe bare_unit(std::uint32_t i) const;
  Maybe recent(std::uint32_t i) const;
  Maybe set(std::uint32_t i) const;

  // date_clock.cpp
  Maybe clock(std::uint32_t i) const;
  Maybe part_first(std::uint32_t i) const;
  std::optional<Read> clock_digits(std::uint32_t i) const;
  Maybe with_part(Read read) const;

  const DateScanner& scanner_;
  const Tokens& tokens_;
  std::string_view text_;
  const std::vector<NumberMatch>& numbers_;
  std::vector<std::uint32_t> number_from_;  // index into numbers_ + 1 of the match that begins at a token; 0: none
  std::vector<bool> in_range_;              // tokens of ranges that are no years: "between 500 and 1300"
  std::uint32_t size_;                      // the end of the sentence being read
};

}  // namespace attest
