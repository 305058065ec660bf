#include <algorithm>

#include "find/date_resolver.h"
#include "find/finders.h"

namespace attest {
namespace {

// Whether a text tells of times long before the report's day: many full years, most of them past, and few days that point from
// today.
bool is_narrative(const std::vector<DateMatch>& matches, std::optional<Date> reference) {
  std::vector<int> years;
  std::size_t pointing = 0;
  for (const auto& match : matches) {
    const auto& e = match.expr;
    if (e.kind == DateExpr::Kind::kCalendar && e.year != 0) years.push_back(e.bc ? -e.year : e.year);
    pointing += e.kind == DateExpr::Kind::kDay || (e.kind == DateExpr::Kind::kWeekday && !e.anaphoric);
  }
  if (years.size() < 4 || pointing * 8 > years.size()) return false;
  std::nth_element(years.begin(), years.begin() + static_cast<std::ptrdiff_t>(years.size() / 2), years.end());
  const int middle = years[years.size() / 2];
  return !reference || middle < reference->year - (years.size() < 6 ? 4 : 1) || (years.size() >= 12 && pointing == 0);
}

// Whether the clause around a date looks ahead: words of the future between the marks on both sides.
bool looks_ahead(const FindInput& in, const DateMatch& match) {
  const auto& tokens = in.tokens;
  const auto& sentence = tokens.sentences[tokens.sentence_of(match.first)];
  if (match.first > sentence.first && in.know.dates.cue_at(DateScanner::Cue::kSince, in.tokens, match.first - 1) > 0)
    return false;
  const auto mark = [&](std::uint32_t i) { return tokens.tokens[i].kind == TokenKind::kPunctuation && tokens.norm(i) != "-"; };
  std::uint32_t first = match.first;
  while (first > sentence.first && match.first - first < 14 && !mark(first - 1)) --first;
  std::uint32_t last = match.last;
  if (last < sentence.last && match.first <= sentence.first + 1 && tokens.norm(last) == ",") ++last;
  while (last < sentence.last && last - match.last < 9 && !mark(last)) ++last;
  return in.know.dates.speaks_of_future(tokens, first, match.first) || in.know.dates.speaks_of_future(tokens, match.last, last);
}

// "April Merro": a word of the calendar inside a longer name of a person, without a number, tells no day.
bool in_person_name(const FindInput& in, const DateMatch& match) {
  const auto* person = in.parse.name_at(match.first);
  if (!person || person->kind != EntityKind::kPerson || person->last < match.last || person->last - person->first <= match.last - match.first) return false;
  for (auto k = match.first; k < match.last; ++k)
    if (in.tokens.tokens[k].kind != TokenKind::kWord || !in.tokens.tokens[k].capital) return false;
  return true;
}

}  // namespace

std::vector<Mention> find_dates(const FindInput& in, const ReportDates& dates) {
  const auto numbers = in.know.numbers.scan(in.tokens, in.text());
  const auto matches = in.know.dates.scan(in.tokens, in.text(), numbers);
  DateResolver resolver(dates.reference, is_narrative(matches, dates.reference));
  std::vector<Mention> out;
  for (const auto& match : matches) {
    if (in_person_name(in, match)) continue;
    const bool aside = match.first > 0 && in.know.dates.cue_at(DateScanner::Cue::kAsOf, in.tokens, match.first - 1) == 1;
    const DateResolver::Place place{looks_ahead(in, match), in.tokens.sentence_of(match.first), aside};
    auto timex = resolver.resolve(match.expr, place);
    if (!timex) continue;
    Mention mention;
    mention.span = {in.tokens.tokens[match.first].span.begin, in.tokens.tokens[match.last - 1].span.end};
    mention.type = MentionType::kDate;
    mention.timex = std::move(*timex);
    out.push_back(std::move(mention));
  }
  return out;
}

}  // namespace attest
