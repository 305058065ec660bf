#include "export/redact_patterns.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace attest {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// The stretch without blanks around a byte, without brackets and stops at its ends.
Span chunk_at(std::string_view text, std::size_t at) {
  std::size_t begin = at, end = at;
  while (begin > 0 && !is_blank(text[begin - 1])) --begin;
  while (end < text.size() && !is_blank(text[end])) ++end;
  while (begin < at && std::strchr("(<[\"'", text[begin])) ++begin;
  while (end > at + 1 && std::strchr(".,;:!?)>]\"'", text[end - 1])) --end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void add_addresses(std::string_view text, std::vector<Edit>& out) {
  static constexpr std::array<std::string_view, 9> kStarts = {"://", "www.", "t.me/", "wa.me/", ".com/", ".org/", ".net/", "fb.com", "bit.ly"};
  for (const auto start : kStarts)
    for (auto at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) out.push_back({chunk_at(text, at), "[link]"});
  for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1))
    if (at + 1 < text.size() && !is_blank(text[at + 1])) out.push_back({chunk_at(text, at), "[handle]"});
  for (auto at = text.find("u/"); at != std::string_view::npos; at = text.find("u/", at + 1))
    if (at == 0 || is_blank(text[at - 1]) || text[at - 1] == '/') out.push_back({chunk_at(text, at), "[handle]"});
}

bool is_year(std::string_view digits) { return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")); }

// A run of digits with single blanks or hyphens between groups, and what tells it from counts and days.
struct DigitRun {
  std::size_t end = 0, digits = 0, groups = 0;
  bool year = false;
};

DigitRun digit_run(std::string_view text, std::size_t begin) {
  DigitRun out;
  for (std::size_t at = begin; at < text.size() && is_ascii_digit(text[at]);) {
    std::size_t stop = at;
    while (stop < text.size() && is_ascii_digit(text[stop])) ++stop;
    out.year = out.year || is_year(text.substr(at, stop - at));
    out.digits += stop - at, ++out.groups, out.end = stop;
    if (stop + 1 >= text.size() || (text[stop] != ' ' && text[stop] != '-')) break;
    at = stop + 1;
  }
  return out;
}

// Telephone and identity numbers; counts have commas, days a year.
void add_long_numbers(std::string_view text, std::vector<Edit>& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_ascii_digit(text[i])) continue;
    const auto run = digit_run(text, i);
    const bool plus = i > 0 && text[i - 1] == '+', zero = text[i] == '0';
    const bool counts = (i > 0 && text[i - 1] == ',') || text.substr(run.end, 1) == ",";
    const bool telephone = run.digits >= 7 && (plus || (zero && run.digits >= 9));
    const bool identity = run.digits >= 9 && (run.groups == 1 || run.groups >= 3);
    if (!counts && !run.year && (telephone || identity)) out.push_back({{static_cast<std::uint32_t>(plus ? i - 1 : i), static_cast<std::uint32_t>(run.end)}, "[number]"});
    i = run.end;
  }
}

// Positions: a decimal of four and more places.
void add_positions(std::string_view text, std::vector<Edit>& out) {
  for (auto at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && is_ascii_digit(text[begin - 1])) --begin;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    if (begin < at && end - at > 4 && !is_year(text.substr(at + 1, end - at - 1))) out.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, "[position]"});
  }
}

// "34-year-old", "34 years old", "thirty-four-year-old", "aged 34", and an age set off by commas after a name or role.
void add_ages(std::string_view text, const std::vector<Word>& words, const PrivacyRules& rules, std::vector<Edit>& out) {
  const auto add = [&](std::size_t first, std::size_t last) { out.push_back({{words[first].span.begin, words[last].span.end}, "[age]"}); };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& w = words[i].folded;
    if (w == "old" && i >= 2 && rules.is("age", words[i - 1].folded)) {
      std::size_t first = i - 2;
      while (first > 0 && text.substr(words[first - 1].span.end, words[first].span.begin - words[first - 1].span.end) == "-") --first;
      add(first, i);
    } else if ((w == "aged" || w == "age") && i + 1 < words.size() && words[i + 1].span.size() <= 3 && words[i + 1].number) {
      add(i + 1, i + 1);
    } else if (words[i].number && words[i].span.size() <= 2 && i > 0 &&
               text.substr(words[i - 1].span.end, words[i].span.begin - words[i - 1].span.end) == ", ") {
      const char next = words[i].span.end < text.size() ? text[words[i].span.end] : '.';
      const bool year = i + 1 < words.size() && next == ',' && words[i + 1].number && words[i + 1].span.size() == 4;  // "May 8, 2031"
      const bool month = rules.is("thing", words[i - 1].folded);
      if (next == ',' && !year && !month && !words[i - 1].number) add(i, i);
      if (next == '.' && !words[i - 1].number && words[i - 1].capital && !month) add(i, i);
    }
  }
}

void add_other_scripts(const std::vector<Word>& words, std::vector<Edit>& out) {
  for (const auto& w : words)
    if (w.other_script) out.push_back({w.span, "[another script]"});
}

}  // namespace

std::vector<Edit> pattern_edits(std::string_view text, const std::vector<Word>& words, const PrivacyRules& rules) {
  std::vector<Edit> out;
  add_addresses(text, out);
  add_long_numbers(text, out);
  add_positions(text, out);
  add_ages(text, words, rules, out);
  add_other_scripts(words, out);
  return out;
}

std::vector<Span> quoted_stretches(std::string_view text) {
  std::vector<Span> out;
  std::size_t open = std::string_view::npos;
  std::string_view closing;
  const auto close = [&](std::size_t end) {
    if (end > open) out.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(end)});
    open = std::string_view::npos;
  };
  struct Marks { std::string_view open, close; };
  static constexpr std::array<Marks, 5> kMarks = {{{"“", "”"}, {"\"", "\""}, {"«", "»"}, {"„", "“"}, {"‘", "’"}}};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (open != std::string_view::npos) {
      const bool apostrophe = closing == "’" && i + closing.size() < text.size() && !is_blank(text[i + closing.size()]) &&
                              !std::strchr(".,;:!?)\"", text[i + closing.size()]);
      if (text.substr(i, closing.size()) == closing && !apostrophe) {
        const auto size = closing.size();
        close(i);
        i += size - 1;
      } else if (text.substr(i, 2) == "\n\n") {
        close(i);
      }
      continue;
    }
    for (const auto& marks : kMarks)
      if (text.substr(i, marks.open.size()) == marks.open) {
        open = i + marks.open.size(), closing = marks.close;
        i = open - 1;
        break;
      }
  }
  if (open != std::string_view::npos) close(text.size());
  return out;
}

}  // namespace attest
