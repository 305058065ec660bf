#include "ingest/date_text.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

struct Row {
  const char* text;
  DayOrder order;
  const char* want;
};

TEST(DateText, FindsTheFirstWholeDate) {
  const auto any = DayOrder::kUnknown;
  const Row rows[] = {
      {"2031-04-05", any, "2031-04-05"},
      {"2031-04-05T23:10:05Z", any, "2031-04-05T23:10:05Z"},
      {"2031-04-05 23:10:05.123 +0200", any, "2031-04-05T23:10:05"},
      {"2031-04-05T23:10+02:00", any, "2031-04-05T23:10+02:00"},
      {"2031-04-05T23:10:05+0230", any, "2031-04-05T23:10:05+02:30"},
      {"/2031/04/05/marwa", any, "2031-04-05"},
      {"2031年4月5日", any, "2031-04-05"},
      {"Stand: 5.4.2031, 10 Uhr", any, "2031-04-05"},
      {"05. 04. 2031", any, "2031-04-05"},
      {"05.04.31", any, "2031-04-05"},
      {"25/04/2031", any, "2031-04-25"},
      {"04/25/2031", any, "2031-04-25"},
      {"04/05/2031", any, "-"},
      {"04/05/2031", DayOrder::kDayFirst, "2031-05-04"},
      {"04/05/2031", DayOrder::kMonthFirst, "2031-04-05"},
      {"Wed, 05 Apr 2031 10:00:00 GMT", any, "2031-04-05"},
      {"April 5, 2031", any, "2031-04-05"},
      {"Apr. 5th 2031", any, "2031-04-05"},
      {"5th of April, 2031", any, "2031-04-05"},
      {"5. April 2031", any, "2031-04-05"},
      {"am 5. März 2031 um", any, "2031-03-05"},
      {"le 5 février 2031", any, "2031-02-05"},
      {"1er août 2031", any, "2031-08-01"},
      {"5 de abril de 2031", any, "2031-04-05"},
      {"5 kwietnia 2031", any, "2031-04-05"},
      {"5 апреля 2031", any, "2031-04-05"},
      {"5 نيسان 2031", any, "2031-04-05"},
      {"05-Apr-2031", any, "2031-04-05"},
      {"31 April 2031", any, "-"},
      {"12 people in 2031", any, "-"},
      {"version 2.0.31", any, "-"},
      {"tel. 1234-56-78", any, "-"},
      {"1889-04-05", any, "-"},
      {"May 2031", any, "-"},
      {"", any, "-"},
  };
  for (const auto& row : rows) {
    const auto found = find_date(row.text, row.order);
    EXPECT_EQ(found ? found->iso : "-", row.want) << row.text;
  }
}

}  // namespace
}  // namespace attest
