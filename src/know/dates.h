#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "know/numbers.h"
#include "know/phrase_table.h"
#include "know/rules.h"
#include "model/model.h"

namespace attest {

enum class TimeUnit : std::uint8_t {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeek,
  kMonth,
  kYear,
  kDecade,
  kCentury,
  kNight,
  kWeekend,
  kFortnight,
  kQuarter
};
enum class DayPart : std::uint8_t { kNone, kMorning, kMidday, kAfternoon, kEvening, kNight, kDaytime };
enum class Edge : std::uint8_t { kNone, kEarly, kMiddle, kLate };

// What a time expression says, before anything is known of the report's day. Which members count depends on `kind`.
struct DateExpr {
  enum class Kind : std::uint8_t {
    kCalendar,  // year, month, day, season, decade, century: those that are set
    kWeekday,   // weekday, with `step` (last -1, this 0, next 1) where `stepped`
    kUnit,      // the week, month … `step` away; `anaphoric`: from the day last spoken of, else from the report's day
    kDay,       // `step` days from the report's day ("yesterday")
    kOffset,    // `count` units of `unit`, in direction `step`; from `base` where there is one
    kDuration,  // `count` units; `step` -1 where it ends at the report's day ("the past two weeks")
    kSet,       // every `unit` or every `weekday`
    kNow,
    kPast,
    kFuture,
    kRecent,      // "in recent days": `unit`
    kClock,       // a clock time or part of a day alone
    kDayOfMonth,  // "the fifth"
    kMovable,     // `day` says which feast
    kHijri,       // `month` of the Islamic calendar, from `day` on `count` days where `day` is set; `year` may be of either era
    kNthUnit,     // the `count`-th `unit` of `base`; 0: the last
  };
  Kind kind = Kind::kCalendar;
  int year = 0;  // 0 unknown
  bool bc = false;
  bool short_year = false;  // three digits without an era: only in texts that speak of such years
  int decade = -1;          // 193 for the 1930s
  int century = -1;         // 18 for the 19th
  int month = 0;
  int day = 0;
  int season = 0;    // 1 spring … 4 winter
  int weekday = -1;  // 0 Monday
  int minutes = -1;  // clock, since midnight
  DayPart part = DayPart::kNone;
  Edge edge = Edge::kNone;
  int half = 0;  // 1 the first, 2 the second half of a year
  TimeUnit unit = TimeUnit::kDay;
  double count = 0;
  bool vague = false;  // "several days"
  int step = 0;
  bool stepped = false;
  bool anaphoric = false;
  std::vector<DateExpr> base;  // none or one
};

// A time expression in tokens [first, last).
struct DateMatch {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  DateExpr expr;
};

// Finds time expressions by lang/<language>/dates.toml. Built once, then read from any thread. Linear in the number of tokens.
class DateScanner {
 public:
  DateScanner() = default;
  explicit DateScanner(const RuleFile& rules);

  // In text order, never overlapping. `numbers`: what NumberScanner found in the same tokens.
  std::vector<DateMatch> scan(const Tokens& tokens, std::string_view text, const std::vector<NumberMatch>& numbers) const;
  // Words around dates. kPrinted: before a report's own day ("Published"); kSaid: a day after them is that of the saying; kSince,
  // kFrom: open a period that lasts to the report's day; kAsOf: the figure holds on that day; kSoFar: it holds on the report's;
  // kYear: leads to a date ("on", "since"); kSuperlative: "deadliest", after which "since" compares.
  // kAhead: "on the eve of", before a day that has not come; kBegan: "broke out in", before the day on which something that lasts began.
  // kInitial: "initial toll", a figure of the day on which it happened; kSequence: "occurred after", before what happened earlier.
  enum class Cue : std::uint8_t { kFuture, kPrinted, kSaid, kSince, kAsOf, kSoFar, kJoin, kFrom, kYear, kSuperlative, kAhead, kBegan, kInitial, kSequence };
  // The number of tokens of such words at a token; 0 where there are none.
  std::uint32_t cue_at(Cue cue, const Tokens& tokens, std::uint32_t token) const;
  // Whether words that speak of the future stand among tokens [first, last).
  bool speaks_of_future(const Tokens& tokens, std::uint32_t first, std::uint32_t last) const;

 private:
  friend class DateReader;
  enum class Kind : std::uint8_t {
    kMonth,
    kMonthShort,
    kWeekday,
    kWeekdayPlural,
    kWeekdayShort,
    kUnit,
    kUnits,
    kUnitLetter,
    kLong,
    kDay,
    kNightOf,
    kOvernight,
    kPart,
    kDeictic,
    kAnaphoric,
    kEdge,
    kEdgeMid,
    kSeason,
    kOrdinal,
    kAgo,
    kLater,
    kAfter,
    kIn,
    kSome,
    kRecent,
    kEach,
    kSet,
    kNow,
    kPast,
    kFuture,
    kEra,
    kHalfDay,
    kZone,
    kHoliday,
    kMovable,
    kHijri,
    kHijriFeast,
    kNamedDay,
    kYearCue,
    kNotYear,
    kFutureCue,
    kJoin,
    kArticle,
    kPrinted,
    kSaid,
    kSince,
    kAsOf,
    kSoFar,
    kFrom,
    kSense,
    kShortYearCue,
    kSureYearCue,
    kSeasonCue,
    kVerbToo,
    kPartCue,
    kDayCue,
    kFiller,
    kForCue,
    kFromWord,
    kLastOf,
    kLastly,
    kSuperlative,
    kOwner,
    kAhead,
    kBegan,
    kInitial,
    kSequence,
    kSize
  };
  static constexpr auto kKinds = static_cast<std::size_t>(Kind::kSize);
  static const std::array<std::string_view, kKinds>& kind_names();

  std::vector<PhraseTable> tables_ = std::vector<PhraseTable>(kKinds);  // values: index into values_
  std::vector<std::int32_t> values_;
  PhraseTable starts_;  // first words of all but the cues
};

}  // namespace attest
