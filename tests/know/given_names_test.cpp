#include "know/given_names.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(GivenNames, TellWhoBearsThem) {
  const struct {
    const char* name;
    NameSex sex;
  } rows[] = {
      {"fatima", NameSex::kFemale}, {"salma", NameSex::kFemale}, {"olga", NameSex::kFemale}, {"maria", NameSex::kFemale},
      {"mohammed", NameSex::kMale}, {"hamza", NameSex::kMale},   {"ivan", NameSex::kMale},   {"jose", NameSex::kMale},
      {"nour", NameSex::kUnknown},  {"", NameSex::kUnknown},     {"x", NameSex::kUnknown},
  };
  for (const auto& row : rows) EXPECT_EQ(sex_by_given_name(row.name), row.sex) << row.name;
}

}  // namespace
}  // namespace attest
