#include "pipeline/ordered_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>

namespace attest {
namespace {

std::vector<int> squares(int threads, std::uint64_t max_weight, int jobs) {
  std::vector<int> out;
  OrderedPool<int> pool(threads, max_weight, [&](int value) { out.push_back(value); });
  for (int i = 0; i < jobs; ++i)
    pool.submit(1, [i] {
      if (i % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));  // early jobs end late
      return i * i;
    });
  pool.finish();
  return out;
}

TEST(OrderedPool, HandsResultsOnInOrder) {
  const auto alone = squares(1, 1000, 500);
  ASSERT_EQ(alone.size(), 500u);
  EXPECT_EQ(alone[499], 499 * 499);
  EXPECT_EQ(squares(4, 1000, 500), alone);
  EXPECT_EQ(squares(3, 1, 500), alone) << "one job at a time by weight";
}

TEST(OrderedPool, HoldsNoMoreThanItsWeight) {
  std::atomic<int> open{0}, most{0};
  OrderedPool<int> pool(4, 5, [&](int) { --open; });
  for (int i = 0; i < 200; ++i) {
    const int now = ++open;
    if (now > most) most = now;
    pool.submit(1, [] { return 0; });
  }
  pool.finish();
  EXPECT_LE(most.load(), 7);
  EXPECT_EQ(open.load(), 0);
}

TEST(OrderedPool, DropsWhatHasNotBegunWhenItEnds) {
  int handed = 0;
  {
    OrderedPool<int> pool(2, 1000, [&](int) { ++handed; });
    for (int i = 0; i < 10; ++i) pool.submit(1, [] { return 0; });
  }
  EXPECT_LE(handed, 10);
}

}  // namespace
}  // namespace attest
