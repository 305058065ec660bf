#include "store/search_text.h"

#include <algorithm>
#include <set>

namespace attest {
namespace {

constexpr std::int64_t kDaysOneByOne = 62;
constexpr std::size_t kMostMonths = 24;     // of a query; longer ones ask for years
constexpr int kOpenYears = 200;

std::string compact(const Date& d, bool with_day) {
  std::string out = d.iso();
  out.erase(std::remove(out.begin(), out.end(), '-'), out.end());
  return with_day ? out : out.substr(0, out.size() - 2);
}

std::set<std::string> months_of(const Date& first, const Date& last) {
  std::set<std::string> out;
  for (Date d = *Date::make(first.year, first.month, 1); d <= last; d = d.plus_months(1)) out.insert(compact(d, false));
  return out;
}

class TextParts {
 public:
  explicit TextParts(const Analysis& analysis) : analysis_(analysis) {}

  SearchText build() {
    const Findings& found = analysis_.findings;
    if (found.dates.reference) add_days({found.dates.reference, found.dates.reference});
    for (const auto* list : {&found.claims, &found.unquantified})
      for (const Claim& c : *list) add_claim(c);
    SearchText out;
    out.title = folded_text(analysis_.report.title.value_or(""));
    out.body = folded_text(analysis_.report.text);
    out.outlet = folded_text(analysis_.report.outlet.value_or(""));
    out.place = joined(places_), out.source = joined(sources_), out.effect = joined(effects_), out.day = joined(days_);
    return out;
  }

 private:
  void add_claim(const Claim& c) {
    effects_.insert(folded_text(name(c.effect)));
    for (const auto& p : c.places) places_.insert(folded_text(p));
    for (const auto& l : c.located)
      for (const auto* part : {&l.name, &l.admin1, &l.country}) places_.insert(folded_text(*part));
    for (const auto& s : c.attribution) {
      sources_.insert(folded_text(s.text));
      for (const auto& one : speakers(s)) sources_.insert(folded_text(one.entity));
    }
    add_days(c.time.days);
  }

  void add_days(const Interval& days) {
    const auto first = days.start ? days.start : days.end, last = days.end ? days.end : days.start;
    if (!first || *last < *first) return;
    for (int year = first->year; year <= last->year; ++year) days_.insert(std::to_string(year));
    if (last->year - first->year >= kOpenYears) return;
    for (const auto& m : months_of(*first, *last)) days_.insert(m);
    if (last->days() - first->days() > kDaysOneByOne) return;
    for (Date d = *first; d <= *last; d = d.plus_days(1)) days_.insert(compact(d, true));
  }

  static std::string joined(const std::set<std::string>& parts) {
    std::string out;
    for (const auto& p : parts)
      if (!p.empty()) out += (out.empty() ? "" : " ") + p;
    return out;
  }

  const Analysis& analysis_;
  std::set<std::string> places_, sources_, effects_, days_;
};

bool has_phrase(const std::vector<TextWord>& words, const Phrase& phrase) {
  if (phrase.words.empty()) return true;
  for (std::size_t at = 0; at + phrase.words.size() <= words.size(); ++at) {
    bool all = true;
    for (std::size_t i = 0; i < phrase.words.size() && all; ++i) {
      const bool begins = phrase.prefix && i + 1 == phrase.words.size();
      all = begins ? words[at + i].folded.starts_with(phrase.words[i]) : words[at + i].folded == phrase.words[i];
    }
    if (all) return true;
  }
  return false;
}

const std::string& column_of(const SearchText& text, std::string_view column) {
  if (column == "title") return text.title;
  if (column == "outlet") return text.outlet;
  if (column == "place") return text.place;
  if (column == "source") return text.source;
  if (column == "effect") return text.effect;
  if (column == "day") return text.day;
  return text.body;
}

}  // namespace

std::vector<TextWord> text_words(std::string_view text) {
  std::vector<TextWord> out;
  TextWord word;
  const auto end_word = [&](std::size_t at) {
    if (word.folded.empty()) return;
    word.span.end = static_cast<std::uint32_t>(at);
    out.push_back(std::move(word));
    word = {};
  };
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    const char32_t code = fold_case(d.code);
    if (is_letter(code) || is_digit(code)) {
      if (word.folded.empty()) word.span.begin = static_cast<std::uint32_t>(at);
      append_utf8(word.folded, code);
    } else {
      end_word(at);
    }
    at += d.size;
  }
  end_word(text.size());
  return out;
}

std::string folded_text(std::string_view text) {
  std::string out;
  for (const auto& word : text_words(text)) out += (out.empty() ? "" : " ") + word.folded;
  return out;
}

SearchText search_text(const Analysis& analysis) { return TextParts(analysis).build(); }

TextQuery parse_words(std::string_view words) {
  TextQuery out;
  for (std::size_t at = 0; at < words.size();) {
    const bool quoted = words[at] == '"';
    const std::size_t begin = at + (quoted ? 1 : 0);
    const std::size_t end = std::min(words.find(quoted ? '"' : ' ', begin), words.size());
    Phrase phrase;
    for (auto& w : text_words(words.substr(begin, end - begin))) phrase.words.push_back(std::move(w.folded));
    phrase.prefix = !quoted && end > begin && words[end - 1] == '*';
    if (!phrase.words.empty()) out.all.push_back({"", {std::move(phrase)}});
    at = end + 1;
  }
  return out;
}

void limit_to_days(TextQuery& query, const Interval& days) {
  if (!days.start && !days.end) return;
  const Date first = days.start ? *days.start : days.end->plus_months(-12 * kOpenYears), last = days.end ? *days.end : days.start->plus_months(12 * kOpenYears);
  Clause clause{"day", {}};
  if (last.days() - first.days() < kDaysOneByOne)
    for (Date d = first; d <= last; d = d.plus_days(1)) clause.any.push_back({{compact(d, true)}, false});
  else if (12 * (last.year - first.year) < static_cast<int>(kMostMonths))
    for (const auto& m : months_of(first, last)) clause.any.push_back({{m}, false});
  else
    for (int year = first.year; year <= last.year; ++year) clause.any.push_back({{std::to_string(year)}, false});
  if (clause.any.empty()) clause.any.push_back({{"none"}, false});  // an interval that ends before it begins
  query.all.push_back(std::move(clause));
}

bool matches(const TextQuery& query, const SearchText& text) {
  return std::all_of(query.all.begin(), query.all.end(), [&](const Clause& clause) {
    const auto in = [&](const std::string& column) {
      const auto words = text_words(column);
      return std::any_of(clause.any.begin(), clause.any.end(), [&](const Phrase& p) { return has_phrase(words, p); });
    };
    return clause.column.empty() ? in(text.body) || in(text.title) : in(column_of(text, clause.column));
  });
}

}  // namespace attest
