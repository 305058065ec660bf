#include "link/key_table.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <random>
#include <set>

namespace attest {
namespace {

TEST(KeyTable, HoldsWhatWasPutInOrder) {
  KeyTable table;
  std::map<std::uint32_t, std::set<std::uint32_t>> want;
  std::mt19937 random(5);
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    const std::uint32_t key = static_cast<std::uint32_t>(random()) % 6'000 * 65'536;  // low bits alike
    if (i % 3 == 2 && !want[key].empty()) {
      const std::uint32_t gone = *want[key].begin();
      want[key].erase(gone);
      table.take(key, gone);
    } else {
      want[key].insert(i);
      table.put(key, i, std::less<>());
    }
  }
  for (const auto& [key, holders] : want) {
    const auto held = table.holders(key);
    EXPECT_EQ(std::vector<std::uint32_t>(held.begin(), held.end()), std::vector<std::uint32_t>(holders.begin(), holders.end()))
        << key;
  }
  EXPECT_TRUE(table.holders(17).empty());
}

}  // namespace
}  // namespace attest
