#include "link/place_relation.h"

#include <gtest/gtest.h>

#include "builders.h"

namespace attest {
namespace {

using namespace testing;

PlaceSet set(std::vector<Located> located) {
  Claim c;
  for (const Located& l : located) c.places.push_back(l.name);
  c.located = std::move(located);
  static PlacePool pool;
  return place_set(c, pool);
}

TEST(PlaceRelation, Table) {
  struct Row {
    std::string name;
    PlaceSet a, b;
    PlaceRelation want;
  };
  const Row rows[] = {
      {"same town", set({tarsk()}), set({tarsk()}), PlaceRelation::kSame},
      {"a town with its province is the town", set({tarsk(), north()}), set({tarsk()}), PlaceRelation::kSame},
      {"a town in its province", set({tarsk()}), set({north()}), PlaceRelation::kInside},
      {"a province holds its town", set({north()}), set({tarsk()}), PlaceRelation::kContains},
      {"neighbours", set({tarsk()}), set({dolen()}), PlaceRelation::kNear},
      {"apart", set({tarsk()}), set({weylin()}), PlaceRelation::kApart},
      {"only the country", set({tarsk()}), set({whole_country()}), PlaceRelation::kCountryOnly},
      {"one of several", set({tarsk()}), set({tarsk(), weylin()}), PlaceRelation::kInside},
      {"unknown", set({}), set({tarsk()}), PlaceRelation::kUnknown},
  };
  for (const Row& row : rows) EXPECT_EQ(relate(row.a, row.b), row.want) << row.name;
}

}  // namespace
}  // namespace attest
