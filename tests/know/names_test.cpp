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

struct PairRow {
  const char *a, *b;
  bool same;
};
TEST(Names, SpellingsOfOneName) {
  const PairRow rows[] = {
      {"Mohammed", "Muhammad", true},   {"Hussein", "Husayn", true},     {"Khaled", "Khalid", true},        {"Sheikh", "Shaykh", true},
      {"al-Qadi", "el Kadi", true},     {"Yousef", "Yusuf", true},       {"Tartous", "Ţarţūs", true},       {"Banias", "بانياس", true},
      {"Khaled", "Walid", false},       {"Hasan", "Karim", false},       {"Tartous", "Tadmur", false},      {"Marzu", "Orlat", false},
      {"Mahmoud Saleh", "Mahmud Salih", true}, {"", "Karim", false},     {"Karim", "", false},
  };
  for (const auto& r : rows) {
    const double score = name_similarity(r.a, r.b);
    EXPECT_EQ(score >= 0.5, r.same) << r.a << " " << r.b << " " << score;
    EXPECT_DOUBLE_EQ(score, name_similarity(r.b, r.a)) << r.a << " " << r.b;
    EXPECT_LE(score, 1);
  }
}

}  // namespace
}  // namespace attest
