// Lengths of time and distances: "three days", "two weeks ago", "a day before Christmas", "every month".
#include "know/date_reader.h"

namespace attest {

using K = DateExpr::Kind;

// "[more than] three days", "a week", "several months", "two-day", with what may follow: "ago", "later", "before Christmas".
DateReader::Maybe DateReader::quantity(std::uint32_t i) const {
  auto read = amount(i);
  return read ? with_unit(std::move(*read), i) : std::nullopt;
}

// How many: a number, an article, "several", or nothing before a plural ("for days", "weeks later").
std::optional<DateReader::Read> DateReader::amount(std::uint32_t i) const {
  Read read{{}, i};
  read.expr.kind = K::kDuration;
  if (const auto* number = number_at(i)) {
    const auto hint = number->hint;
    if (hint == NumberHint::kAge || hint == NumberHint::kPercent || hint == NumberHint::kMoney || hint == NumberHint::kDate)
      return std::nullopt;
    const auto& count = number->count;
    read.expr.vague = !count.point && count.modifier == Modifier::kVague;
    read.expr.count = static_cast<double>(count.point ? *count.point : count.high ? *count.high : count.low.value_or(0));
    read.end = number->last;
    return is(read.end - 1, "of") ? std::nullopt : std::optional(read);
  }
  if (digits(i)) {
    const auto word = norm(i);  // "2.5"
    if (word.size() != 3 || word[1] != '.') return std::nullopt;
    read.expr.count = (word[0] - '0') + (word[2] - '0') / 10.0;
    read.end = i + 1;
    return read;
  }
  if (const auto article = find(Kind::kArticle, i)) {
    read.expr.count = 1;
    read.end = i + article.length;
    return !is(read.end - 1, "first") && find(Kind::kUnit, read.end) ? std::optional(read) : std::nullopt;
  }
  const auto some = find(Kind::kSome, i);
  read.expr.vague = true;
  if (some && find(Kind::kUnits, i + some.length)) {
    read.end = i + some.length;
    return is(i, "the") && some.length == 1 ? std::nullopt : std::optional(read);
  }
  if (const auto units = find(Kind::kUnits, i)) {
    const auto next = i + units.length;
    const bool cued =
        (i > 0 && find(Kind::kForCue, i - 1)) || find(Kind::kAgo, next) || find(Kind::kLater, next) || find(Kind::kLong, next);
    return cued ? std::optional(read) : std::nullopt;
  }
  if (!find(Kind::kUnit, i) || !find(Kind::kLong, i + 1)) return std::nullopt;
  read.expr.vague = false;
  read.expr.count = 1;
  return read;
}

DateReader::Maybe DateReader::with_unit(Read read, std::uint32_t first) const {
  auto at = read.end;
  if (is(at, "and") && is(at + 1, "a") && is(at + 2, "half")) read.expr.count += 0.5, at += 3;
  const bool dashed = is(at, "-") && !spaced(at + 1);
  if (dashed) ++at;
  if (find(Kind::kFiller, at)) ++at;
  Found unit = find(Kind::kUnits, at);
  if (!unit) unit = find(Kind::kUnit, at);
  if (!unit && digits(first) && !spaced(at)) unit = find(Kind::kUnitLetter, at);
  const bool described = !unit && at > first && !dashed && number_at(first) && at < size_ &&
                         tokens_.tokens[at].kind == TokenKind::kWord && !capital(at) && !find(Kind::kNotYear, at) &&
                         !find(Kind::kJoin, at);
  if (described && find(Kind::kUnits, at + 1)) unit = find(Kind::kUnits, ++at);  // "two bloody weeks"
  if (!unit || (unit.value == 0 && read.expr.count <= 1) || unit.value == static_cast<int>(TimeUnit::kQuarter))
    return std::nullopt;
  read.expr.unit = static_cast<TimeUnit>(unit.value);
  read.end = at + unit.length;
  const bool age =
      is(read.end, "old") || (is(read.end, "-") && is(read.end + 1, "old")) || (is(read.end, "of") && is(read.end + 1, "age"));
  if (age || (read.expr.unit == TimeUnit::kCentury && dashed)) return std::nullopt;
  if (const auto extra = find(Kind::kLong, read.end)) read.end += extra.length;
  if (dashed) return read;
  return offset_from(std::move(read), first);
}

// Turns a quantity into a point where it is followed by "ago", "later", "after X" or, of the future, preceded by "in".
DateReader::Maybe DateReader::offset_from(Read read, std::uint32_t first) const {
  if (is(read.end, "'") && is(read.end + 1, "time")) read.end += 2;  // "two weeks' time"
  if (const auto ago = find(Kind::kAgo, read.end)) {
    read.expr.kind = K::kOffset;
    read.expr.step = ago.value;
    read.end += ago.length;
    return read;
  }
  if (const auto later = find(Kind::kLater, read.end)) {
    read.expr.kind = K::kOffset;
    read.expr.step = later.value;
    read.expr.anaphoric = true;
    read.end += later.length;
    return read;
  }
  if (auto point = offset_after(read)) return point;
  const bool in_front = first > 0 && find(Kind::kIn, first - 1) && read.expr.kind == K::kDuration;
  if (in_front && read.expr.unit != TimeUnit::kSecond && scanner_.speaks_of_future(tokens_, first > 12 ? first - 12 : 0, first)) {
    read.expr.kind = K::kOffset;
    read.expr.step = 1;
    read.expr.stepped = true;  // "in two months": to the day
  }
  return read;
}

// "two days before Christmas"; before something that is no date, a distance from the day last spoken of.
DateReader::Maybe DateReader::offset_after(Read read) const {
  const auto after = find(Kind::kAfter, read.end);
  if (!after) return std::nullopt;
  const bool ordered = after.length == 1 && !find(Kind::kFromWord, read.end);
  auto base = plain(read.end + after.length);
  const auto kind = base ? base->expr.kind : K::kNow;
  const bool point = base && kind != K::kDuration && kind != K::kSet && kind != K::kNow && kind != K::kPast &&
                     kind != K::kFuture && kind != K::kClock;
  if (point && (ordered || after.length > 1 || kind != K::kCalendar || base->expr.day > 0)) {
    read.expr.kind = K::kOffset;
    read.expr.step = after.value;
    read.expr.base.push_back(std::move(base->expr));
    read.end = base->end;
    return read;
  }
  if (!ordered || is(read.end, "following") || (read.expr.kind != K::kOffset && read.expr.vague && !ends(read.end + 1)))
    return std::nullopt;
  read.expr.kind = K::kOffset;
  read.expr.step = after.value;
  read.expr.anaphoric = true;
  read.end += after.length;
  return read;
}

// "in recent days", "the last few weeks".
DateReader::Maybe DateReader::recent(std::uint32_t i) const {
  const auto word = find(Kind::kRecent, i);
  const auto units = word ? find(Kind::kUnits, i + word.length) : Found{};
  if (!units || units.value < 2) return std::nullopt;
  Read read{{}, i + word.length + units.length};
  read.expr.kind = is(i, "recent") || is(i + 1, "recent") ? K::kRecent : K::kDuration;
  read.expr.unit = static_cast<TimeUnit>(units.value);
  read.expr.step = -1;
  read.expr.stepped = true;
  read.expr.vague = true;
  return read;
}

DateReader::Maybe DateReader::set(std::uint32_t i) const {
  Read read;
  read.expr.kind = K::kSet;
  read.expr.count = 1;
  if (const auto word = find(Kind::kSet, i)) {
    read.expr.unit = static_cast<TimeUnit>(word.value);
    read.end = i + word.length;
    return read;
  }
  const auto each = find(Kind::kEach, i);
  if (!each) return std::nullopt;
  auto at = i + each.length;
  if (const auto day = find(Kind::kWeekday, at)) {
    read.expr.weekday = day.value;
    read.end = at + day.length;
    return read;
  }
  if (const auto* number = number_at(at); number && number->count.point && is(i, "every")) {
    read.expr.count = static_cast<double>(*number->count.point);
    at = number->last;
  }
  auto unit = find(Kind::kUnit, at);
  if (!unit) unit = find(Kind::kUnits, at);
  if (!unit) return std::nullopt;
  read.expr.unit = static_cast<TimeUnit>(unit.value);
  read.end = at + unit.length;
  return read;
}

// "all week"; a unit with an article where the number scanner saw none.
DateReader::Maybe DateReader::bare_unit(std::uint32_t i) const {
  if (!is(i, "all")) return std::nullopt;
  const auto unit = find(Kind::kUnit, i + 1);
  if (!unit || unit.value < 3) return std::nullopt;
  Read read{{}, i + 2};
  read.expr.kind = K::kDuration;
  read.expr.count = 1;
  read.expr.unit = static_cast<TimeUnit>(unit.value);
  return read;
}

}  // namespace attest
