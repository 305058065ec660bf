#pragma once
#include <optional>
#include <string>

#include "know/dates.h"
#include "model/model.h"

namespace attest {

// Turns what time expressions say into TIMEX3 values and days, in text order: it remembers the day, month and year last spoken
// of. `reference` is the report's own day. A narrative tells of years long past, so months and weekdays without a year belong to
// the year last named; in news they belong to the report's day, in the direction of the verb's tense.
class DateResolver {
 public:
  DateResolver(std::optional<Date> reference, bool narrative) : reference_(reference), narrative_(narrative) {}

  struct Place {
    bool future = false;  // the clause speaks of the future
    std::size_t sentence = 0;
    bool aside = false;  // "by 1976": a year that the story only looks at
  };
  // nullopt where the expression means nothing here (a figure that is no year in this text).
  std::optional<Timex> resolve(const DateExpr& expr, const Place& place);

 private:
  // A point or period as far as it is known; parts that are 0 are unknown.
  struct Point {
    int year = 0;
    bool bc = false;
    int month = 0;
    int day = 0;
    std::string value;  // where the parts do not say it: weeks, seasons, decades
    Interval days;
  };

  Point calendar(const DateExpr& expr, const Place& place);
  Point weekday(const DateExpr& expr, const Place& place) const;
  Point unit(const DateExpr& expr, const Place& place) const;
  Point decade(const DateExpr& expr) const;
  Point season(Point out, const DateExpr& expr, const Place& place) const;
  Point month(int step, int year, int month, bool bc) const;
  Point near_unit(const DateExpr& expr, Date from) const;
  Point years_away(TimeUnit unit, int count, bool told, std::optional<Date> day, int year) const;
  Point offset(const DateExpr& expr, const Place& place);
  Point day_of_month(const DateExpr& expr, const Place& place) const;
  Point movable(const DateExpr& expr, const Place& place) const;
  Point hijri(const DateExpr& expr, const Place& place) const;
  Point nth_unit(const DateExpr& expr, const Place& place);
  Point weekend(const DateExpr& expr, const Place& place) const;
  Point based(const DateExpr& expr, const Place& place);
  int year_in_story(int month, const Place& place) const;
  int choose_year(int month, int day, const DateExpr& expr, const Place& place) const;
  std::optional<Date> origin(bool anaphoric) const;

  Timex duration(const DateExpr& expr) const;
  Timex set(const DateExpr& expr) const;
  Timex clock(const DateExpr& expr, const Place& place) const;
  Timex finished(const DateExpr& expr, Point point) const;
  void remember(const Point& point, std::size_t sentence);

  std::optional<Date> reference_;
  bool narrative_;
  std::optional<Date> last_day_;  // the day last spoken of
  int last_year_ = 0;
  int last_month_ = 0;
  bool last_bc_ = false;
  bool last_ahead_ = false;  // the last date lies after the report's day
  int told_year_ = 0;        // year and month of the last date that named or was given a month
  int told_month_ = 0;
  bool short_years_ = false;  // the text names years of three digits
  std::size_t last_sentence_ = 0;
  std::size_t year_sentence_ = 0;  // where last_year_ was named in full
};

}  // namespace attest
