// The order in which forms of time expressions are tried, and what may stand around them.
#include "know/date_reader.h"

#include <algorithm>

#include "know/date_digits.h"

namespace attest {

DateReader::DateReader(const DateScanner& scanner, const Tokens& tokens, std::string_view text,
                       const std::vector<NumberMatch>& numbers)
    : scanner_(scanner),
      tokens_(tokens),
      text_(text),
      numbers_(numbers),
      number_from_(tokens.size(), 0),
      in_range_(tokens.size(), false),
      size_(static_cast<std::uint32_t>(tokens.size())) {
  for (std::uint32_t i = 0; i < numbers.size(); ++i) {
    number_from_[numbers[i].first] = i + 1;
    if (numbers[i].core != numbers[i].first) number_from_[numbers[i].core] = i + 1;
    const bool counts = numbers[i].count.modifier == Modifier::kRange && numbers[i].hint != NumberHint::kYear &&
                        numbers[i].hint != NumberHint::kDate;
    if (counts && numbers[i].count.low < 1000)
      std::fill(in_range_.begin() + numbers[i].first, in_range_.begin() + numbers[i].last, true);
  }
}

DateReader::Found DateReader::find(Kind kind, std::uint32_t i) const {
  if (i >= size_) return {};
  const auto match = scanner_.tables_[static_cast<std::size_t>(kind)].longest_at(tokens_, i);
  return match && i + match.length <= size_ ? Found{scanner_.values_[match.value], match.length} : Found{};
}

const NumberMatch* DateReader::number_at(std::uint32_t i) const {
  return i < size_ && number_from_[i] > 0 ? &numbers_[number_from_[i] - 1] : nullptr;
}

bool DateReader::same_sentence(std::uint32_t a, std::uint32_t b) const {
  return tokens_.sentence_of(a) == tokens_.sentence_of(b);
}

std::vector<DateMatch> DateReader::run() {
  std::vector<DateMatch> out;
  for (const auto& sentence : tokens_.sentences) {  // an expression never leaves its sentence
    size_ = sentence.last;
    read(sentence.first, out);
  }
  return out;
}

void DateReader::read(std::uint32_t first, std::vector<DateMatch>& out) const {
  for (std::uint32_t i = first; i < size_;) {
    const auto kind = tokens_.tokens[i].kind;
    const bool maybe = kind == TokenKind::kNumber || number_from_[i] > 0 || kind == TokenKind::kQuote ||
                       scanner_.starts_.longest_at(tokens_, i) || is(i, "=");
    if (!maybe) {
      ++i;
      continue;
    }
    if (leading_days(i, out)) {
      i = out.back().last;
      continue;
    }
    auto read = any(i);
    if (!read) {
      ++i;
      continue;
    }
    out.push_back({i, read->end, std::move(read->expr)});
    add_joined(out);
    i = out.back().last;
  }
}

DateReader::Maybe DateReader::any(std::uint32_t i) const {
  auto read = edged(i);
  if (!read) read = plain(i);
  if (!read) return read;
  return with_clock(std::move(*read));
}

DateReader::Maybe DateReader::plain(std::uint32_t i) const {
  using Form = Maybe (DateReader::*)(std::uint32_t) const;
  static constexpr Form kForms[] = {&DateReader::pointed_day,  &DateReader::holiday,    &DateReader::part_first,
                                    &DateReader::clock,        &DateReader::nth_unit,   &DateReader::weekday,
                                    &DateReader::calendar,     &DateReader::recent,     &DateReader::stepped,
                                    &DateReader::present,      &DateReader::quantity,   &DateReader::set,
                                    &DateReader::day_of_month, &DateReader::references, &DateReader::bare_unit};
  for (const auto form : kForms)
    if (auto read = (this->*form)(i)) return with_part(std::move(*read));
  return std::nullopt;
}

// "late October", "the end of 2015", "mid-March".
DateReader::Maybe DateReader::edged(std::uint32_t i) const {
  auto edge = find(Kind::kEdge, i);
  const auto mid = find(Kind::kEdgeMid, i);
  if (mid.length > edge.length) edge = mid;
  if (!edge) return std::nullopt;
  auto at = i + edge.length;
  Maybe read = plain(at);
  if (!read && is(at, "the")) read = plain(++at);
  if (!read && is(at - 1, "the")) read = plain(at - 1);
  if (!read) {  // "the end of the year": a period named by its unit alone
    const auto unit = find(Kind::kUnit, is(at, "the") ? at + 1 : at);
    if (!unit || edge.length < 2 || unit.value < 3) return std::nullopt;
    read = Read{};
    read->expr.kind = DateExpr::Kind::kUnit;
    read->expr.unit = static_cast<TimeUnit>(unit.value);
    read->expr.anaphoric = true;
    read->end = (is(at, "the") ? at + 1 : at) + unit.length;
  }
  using K = DateExpr::Kind;
  if (read->expr.kind == K::kDuration || read->expr.kind == K::kOffset || read->expr.kind == K::kNow ||
      read->expr.kind == K::kPast || read->expr.kind == K::kFuture)
    return std::nullopt;
  for (std::uint32_t k = i; k < i + edge.length; ++k) {
    const auto sense = find(Kind::kSense, k).value;  // 1 early, 2 middle, 3 late, 4 half
    if (sense >= 1 && sense <= 3) read->expr.edge = static_cast<Edge>(sense);
    if (sense == 4) read->expr.half = read->expr.edge == Edge::kEarly ? 1 : 2;
  }
  return read;
}

// A day with the clock time beside it: "on Friday at 11 a.m.", "9:34 p.m., March 19".
DateReader::Maybe DateReader::with_clock(Read read) const {
  using K = DateExpr::Kind;
  const bool is_clock = read.expr.kind == K::kClock && read.expr.minutes >= 0;
  auto at = read.end;
  if (is(at, ",") || is(at, "-") || is(at, "on") || is(at, "at") || is(at, "of")) ++at;
  if (is(at, "at") || is(at, "about") || is(at, "around")) ++at;
  if (at >= size_ || at > read.end + 2) return read;
  if (is_clock) {
    auto day = weekday(at);
    if (!day) day = calendar(at);
    if (!day) day = pointed_day(at);
    if (!day || day->expr.kind == K::kCalendar ? !day || day->expr.day == 0 : day->expr.minutes >= 0) return read;
    day->expr.minutes = read.expr.minutes;
    return day;
  }
  const bool day =
      (read.expr.kind == K::kCalendar && read.expr.day > 0) || read.expr.kind == K::kWeekday || read.expr.kind == K::kDay;
  if (!day || read.expr.minutes >= 0) return read;
  const auto time = clock_digits(at);
  if (!time) return read;
  read.expr.minutes = time->expr.minutes;
  read.end = time->end;
  return read;
}

// What follows a day and shares its month: "March 8-9, 2025", "July 5, 6 and 7", "2012–14".
void DateReader::add_joined(std::vector<DateMatch>& out) const {
  for (int n = 0; n < 6; ++n) {
    const DateExpr& expr = out.back().expr;
    const auto join = find(Kind::kJoin, out.back().last);
    if (!join || expr.kind != DateExpr::Kind::kCalendar || expr.minutes >= 0) return;
    auto at = out.back().last + join.length;
    if (is(at - 1, ",") && is(at, "and")) ++at;
    const bool year_only = expr.month == 0 && expr.year > 99 && expr.season == 0 && expr.decade < 0;
    if (!(expr.day > 0 && expr.month > 0 ? joined_day(at, out) : year_only && joined_year(at, out))) return;
  }
}

bool DateReader::joined_day(std::uint32_t at, std::vector<DateMatch>& out) const {
  DateMatch& before = out.back();
  const auto day = day_number(at);
  if (!day || day.value <= before.expr.day || month_at(at + day.length) ||
      (find(Kind::kNotYear, at + day.length) && !find(Kind::kJoin, at + day.length)) || find(Kind::kUnits, at + day.length))
    return false;
  if (is(before.last, ",") && !ends(at + 1) && !find(Kind::kJoin, at + 1)) return false;
  DateMatch next{at, at + day.length, before.expr};
  next.expr.day = day.value;
  next.expr.edge = Edge::kNone;
  if (before.expr.year == 0) {
    auto whole = with_year(next.expr, next.last);
    if (whole && whole->expr.year != 0) {
      before.expr.year = whole->expr.year;
      next.expr = std::move(whole->expr);
      next.last = whole->end;
    }
  }
  out.push_back(std::move(next));
  return true;
}

bool DateReader::joined_year(std::uint32_t at, std::vector<DateMatch>& out) const {
  const DateMatch& before = out.back();
  if (!dash(before.last) && !is(before.last, "/")) return false;
  DateMatch next{at, at + 1, before.expr};
  if (find(Kind::kNow, at).length == 1 || is(at, "present")) {  // "2013 – present"
    next.expr = {};
    next.expr.kind = DateExpr::Kind::kNow;
    out.push_back(std::move(next));
    return false;
  }
  bool ordinal = false;
  const int value = digits(at) ? small_number(norm(at), ordinal) : -1;
  const bool three = before.expr.year < 1000 && norm(at).size() == 3, two = norm(at).size() == 2;
  if (value < 0 || ordinal || (!three && !two)) return false;
  next.expr.year = three ? value : before.expr.year / 100 * 100 + value;
  if (next.expr.year <= before.expr.year) return false;
  out.push_back(std::move(next));
  return true;
}

bool DateReader::dash(std::uint32_t i) const { return is(i, "-") || is(i, "\u2013") || is(i, "\u2014"); }

// Days before the month they share: "between 10 and 12 March", "5, 6 and 7 July".
bool DateReader::leading_days(std::uint32_t i, std::vector<DateMatch>& out) const {
  if (!digits(i)) return false;
  std::vector<std::pair<std::uint32_t, int>> days;
  std::uint32_t at = i;
  for (int n = 0; n < 6; ++n) {
    const auto day = day_number(at);
    if (!day || (!days.empty() && day.value <= days.back().second)) return false;
    auto after = at + day.length;
    if (is(after, "of")) ++after;
    if (month_at(after)) {
      const auto whole = days.empty() ? Maybe() : day_first(at);
      if (!whole) return false;
      for (const auto& [token, value] : days) {
        DateMatch match{token, token + 1, whole->expr};
        match.expr.day = value;
        out.push_back(std::move(match));
      }
      out.push_back({at, whole->end, whole->expr});
      return true;
    }
    days.emplace_back(at, day.value);
    const auto join = find(Kind::kJoin, at + day.length);
    if (!join) return false;
    at += day.length + join.length;
    if (is(at - 1, ",") && is(at, "and")) ++at;
  }
  return false;
}

}  // namespace attest
