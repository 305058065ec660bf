#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace attest {

// What the index knows of a report: folded words (lower case, without diacritics, letters and digits only) by column. Part of the
// format: the index is made anew where this changes.
struct SearchText {
  std::string title, body, outlet, place, source, effect;
  std::string day;  // "20310501", "203105" and "2031" for each day, month and year that the report or a claim speaks of
  friend bool operator==(const SearchText&, const SearchText&) = default;
};
SearchText search_text(const Analysis& analysis);

// A word of a text: its folded form and where it stands.
struct TextWord {
  std::string folded;
  Span span;
};
std::vector<TextWord> text_words(std::string_view text);
std::string folded_text(std::string_view text);  // the folded words, a space between

// Words in a row, in one column or (column "") in title and body.
struct Phrase {
  std::vector<std::string> words;
  bool prefix = false;  // the last word is the beginning of one
};
struct Clause {
  std::string column;
  std::vector<Phrase> any;  // at least one of them
};
// All clauses must hold.
struct TextQuery {
  std::vector<Clause> all;
};

// Reads a person's words: all must stand, "in quotes" in a row, word* as a beginning.
TextQuery parse_words(std::string_view words);
// Adds what limits to days: by days up to 62 of them, by months up to 24, else by years; an open end reaches 200 years.
void limit_to_days(TextQuery& query, const Interval& days);

// Whether a text fulfils a query: what every index must answer.
bool matches(const TextQuery& query, const SearchText& text);

}  // namespace attest
