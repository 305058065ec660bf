#include "reconcile/titles.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

// METHOD 12: harm, place, day.
TEST(Titles, Table) {
  struct Row {
    std::vector<std::string> places;
    std::string start, end, want;
  };
  const Row rows[] = {
      {{"Tarsk"}, "2031-04-01", "2031-04-01", "Killings, Tarsk, 1 April 2031"},
      {{"Tarsk"}, "2031-04-08", "2031-04-09", "Killings, Tarsk, 8–9 April 2031"},
      {{"Tarsk"}, "2031-03-30", "2031-04-02", "Killings, Tarsk, 30 March – 2 April 2031"},
      {{"Tarsk"}, "2030-12-30", "2031-01-02", "Killings, Tarsk, 30 December 2030 – 2 January 2031"},
      {{"Tarsk", "Dolen"}, "2031-04-01", "2031-04-01", "Killings, Tarsk and Dolen, 1 April 2031"},
      {{"Tarsk", "Dolen", "Weylin", "Orm"}, "", "2031-04-01", "Killings, Tarsk, Dolen and 2 other places, until 1 April 2031"},
      {{}, "", "", "Killings, place unknown, day unknown"},
  };
  for (const Row& row : rows) {
    LinkedIncident i;
    for (const std::string& p : row.places) i.places.push_back({p, "XA", "", 0, 0, Precision::kSettlement, ""});
    if (i.places.size() == 1) i.place = i.places.front();
    i.days = {Date::parse(row.start), Date::parse(row.end)};
    EXPECT_EQ(incident_title(i, Effect::kKilled), row.want);
  }
}

}  // namespace
}  // namespace attest
