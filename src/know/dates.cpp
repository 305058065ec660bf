#include "know/dates.h"

#include <algorithm>
#include <charconv>

#include "know/date_reader.h"

namespace attest {
namespace {

std::int32_t integer(std::string_view text, std::int32_t otherwise) {
  std::from_chars(text.data(), text.data() + text.size(), otherwise);
  return otherwise;
}

}  // namespace

const std::array<std::string_view, DateScanner::kKinds>& DateScanner::kind_names() {
  static constexpr std::array<std::string_view, kKinds> kNames = {
      "month",         "month_short", "weekday",     "weekday_plural", "weekday_short",
      "unit",          "units",       "unit_letter", "long",           "day",
      "night_of",      "overnight",   "part",        "deictic",        "anaphoric",
      "edge",          "edge_mid",    "season",      "ordinal",        "ago",
      "later",         "after",       "in",          "some",           "recent",
      "each",          "set",         "now",         "past",           "future",
      "era",           "half_day",    "zone",        "holiday",        "movable",
      "hijri",         "hijri_feast", "named_day",   "year_cue",    "not_year",       "future_cue",
      "join",          "article",     "printed_cue", "said",           "since",
      "as_of",         "so_far",      "from",        "sense",          "short_year_cue",
      "sure_year_cue", "season_cue",  "verb_too",    "part_cue",       "day_cue",
      "filler",        "for_cue",     "from_word",   "last_of",        "lastly",
      "superlative",   "owner",       "ahead",       "began",
      "initial",       "sequence"};
  return kNames;
}

DateScanner::DateScanner(const RuleFile& rules) {
  const auto& names = kind_names();
  for (const Rule& rule : rules.rules) {
    const auto found = std::find(names.begin(), names.end(), rule.value("kind"));
    if (found == names.end()) continue;
    const auto kind = static_cast<Kind>(found - names.begin());
    const bool cue = kind == Kind::kYearCue || kind == Kind::kNotYear || kind == Kind::kFutureCue || kind == Kind::kJoin ||
                     kind == Kind::kIn || kind == Kind::kHalfDay || kind == Kind::kZone || kind == Kind::kLong ||
                     kind >= Kind::kPrinted || kind == Kind::kUnitLetter || kind == Kind::kAgo || kind == Kind::kAfter;
    auto value = integer(rule.value("first"), integer(rule.value("value"), 0));
    for (const auto& word : rule.words) {
      const auto index = static_cast<std::uint32_t>(values_.size());
      values_.push_back(value);
      tables_[static_cast<std::size_t>(kind)].add(word, index);
      if (!cue) starts_.add(word.substr(0, word.find(' ')), 0);
      value += integer(rule.value("step"), 0);
    }
  }
}

std::vector<DateMatch> DateScanner::scan(const Tokens& tokens, std::string_view text,
                                         const std::vector<NumberMatch>& numbers) const {
  return DateReader(*this, tokens, text, numbers).run();
}

std::uint32_t DateScanner::cue_at(Cue cue, const Tokens& tokens, std::uint32_t token) const {
  static constexpr Kind kCues[] = {Kind::kFutureCue, Kind::kPrinted, Kind::kSaid, Kind::kSince,   Kind::kAsOf,
                                   Kind::kSoFar,     Kind::kJoin,    Kind::kFrom, Kind::kYearCue, Kind::kSuperlative,
                                   Kind::kAhead,     Kind::kBegan,   Kind::kInitial, Kind::kSequence};
  if (tables_.empty() || token >= tokens.size()) return 0;
  return tables_[static_cast<std::size_t>(kCues[static_cast<std::size_t>(cue)])].longest_at(tokens, token).length;
}

bool DateScanner::speaks_of_future(const Tokens& tokens, std::uint32_t first, std::uint32_t last) const {
  const auto& cues = tables_[static_cast<std::size_t>(Kind::kFutureCue)];
  for (std::uint32_t i = first; i < last && i < tokens.size(); ++i)
    if (cues.longest_at(tokens, i)) return true;
  return false;
}

}  // namespace attest
