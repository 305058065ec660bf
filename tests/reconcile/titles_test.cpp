#include "reconcile/titles.h"

#include <gtest/gtest.h>

#include "model/places_in_words.h"

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

// Many places of several provinces go by their provinces, those of most places first.
TEST(Titles, Provinces) {
  LinkedIncident i;
  for (const auto& [name, province] : std::vector<std::pair<const char*, const char*>>{
           {"Tarsk", "Low Orm"}, {"Dolen", "Upper Orm"}, {"Weylin", "Upper Orm"}, {"Birk", "Sarn"}})
    i.places.push_back({name, "XA", province, 0, 0, Precision::kSettlement, ""});
  i.places.push_back({"Orlavia", "XA", "", 0, 0, Precision::kCountry, ""});
  EXPECT_EQ(places_in_words({}, i.places), "Upper Orm, Low Orm and 1 other province");
  i.places[3].admin1.clear();
  EXPECT_EQ(places_in_words({}, i.places), "Upper Orm and Low Orm");
  for (auto& p : i.places) p.admin1.clear();
  EXPECT_EQ(places_in_words({}, i.places), "Tarsk, Dolen and 3 other places");
}

}  // namespace
}  // namespace attest
