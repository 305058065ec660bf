#include "know/names.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

struct Row {
  const char *name, *key, *skeleton;
};
TEST(Names, KeyAndSkeleton) {
  const Row rows[] = {
      {"Bāniyās", "baniyas", "bns"},          {"Banias", "banias", "bns"},          {"بانياس", "بانياس", "bns"},
      {"Al-Ḩaffah", "al haffah", "hf"},       {"St. Orla", "saint orla", "sntrl"},  {"Deir Ezzor", "deir ezzor", "drzr"},
      {"Dayr az-Zawr", "dayr az zawr", "drzr"}, {"Sana'a", "sanaa", "sn"},          {"", "", ""},
      {"Khān Shaykhūn", "khan shaykhun", "xnSxn"},
  };
  for (const auto& r : rows) {
    EXPECT_EQ(name_key(r.name), r.key) << r.name;
    EXPECT_EQ(name_skeleton(r.name), r.skeleton) << r.name;
  }
}

}  // namespace
}  // namespace attest
