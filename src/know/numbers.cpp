#include "know/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "know/number_reader.h"

namespace attest {
namespace {

std::int64_t integer(std::string_view text, std::int64_t otherwise) {
  std::from_chars(text.data(), text.data() + text.size(), otherwise);
  return otherwise;
}

constexpr std::array<std::string_view, 28> kKindNames = {
    "unit",    "tens",         "scale",        "vague",      "not_number", "before",     "after",
    "between", "to",           "or",           "and",        "half",       "quarter",    "article",
    "of",      "letter_scale", "scale_plural", "toll_moves", "year_cue",   "after_year", "month",
    "measure", "percent",      "money",        "age",        "aged",       "clock",      "label"};

}  // namespace

Count modified_count(Span span, std::int64_t number, Modifier modifier) {
  Count out{span, number, number, number, modifier};
  switch (modifier) {
    case Modifier::kAtLeast:
    case Modifier::kMoreThan:
      out.high.reset();
      break;
    case Modifier::kAtMost:
    case Modifier::kLessThan:
    case Modifier::kNearly:
      out.low.reset();
      break;
    case Modifier::kAbout:
      out.low.reset(), out.high.reset();
      break;
    case Modifier::kVague:
      out.high.reset(), out.point.reset();
      break;
    case Modifier::kRange:
    case Modifier::kExact:
      break;
  }
  return out;
}

NumberScanner::NumberScanner(const RuleFile& rules) {
  static_assert(kKindNames.size() == kKinds);
  for (const Rule& rule : rules.rules) add(rule);
}

void NumberScanner::add(const Rule& rule) {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), rule.value("kind"));
  if (found == kKindNames.end()) return;
  const auto kind = static_cast<std::size_t>(found - kKindNames.begin());
  const auto step = integer(rule.value("step"), 0);
  auto value = integer(rule.value("first"), integer(rule.value("value"), 0));
  for (const auto& word : rule.words) {
    const auto index = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({static_cast<double>(value), parse_modifier(rule.value("modifier")).value_or(Modifier::kExact),
                        rule.value("scales") == "true", rule.value("exact") == "true"});
    tables_[kind].add(word, index);
    const bool starts = kind <= static_cast<std::size_t>(Kind::kBetween) || kind == static_cast<std::size_t>(Kind::kHalf) ||
                        kind == static_cast<std::size_t>(Kind::kQuarter) || kind == static_cast<std::size_t>(Kind::kArticle);
    if (starts && kind != static_cast<std::size_t>(Kind::kAfter)) starts_.add(word.substr(0, word.find(' ')), index);
    value += step;
  }
}

std::string numbers_json(const std::vector<NumberMatch>& matches, std::string_view text) {
  const CodePoints points(text);
  JsonWriter json;
  json.begin_array();
  for (const auto& match : matches) {
    const auto hint = match.hint;
    if (hint == NumberHint::kYear || hint == NumberHint::kDate || hint == NumberHint::kClock || hint == NumberHint::kLabel)
      continue;
    const Count& count = match.count;
    json.begin_object().field("begin", points.from_byte(count.span.begin)).field("end", points.from_byte(count.span.end));
    json.field("text", count.span.in(text)).field("low", count.low).field("high", count.high).field("point", count.point);
    json.field("modifier", name(count.modifier)).end_object();
  }
  json.end_array();
  return std::move(json).text();
}

std::vector<NumberMatch> NumberScanner::scan(const Tokens& tokens, std::string_view text) const {
  return NumberReader(*this, tokens, text).run();
}

}  // namespace attest
