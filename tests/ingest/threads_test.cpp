// The first pages of a run are read on several threads at once.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <barrier>
#include <string>
#include <thread>
#include <vector>

#include "ingest/html_tree.h"

namespace attest {
namespace {

TEST(Threads, FirstPagesAtOnceAreRead) {
  constexpr int kRuns = 100, kThreads = 4;
  for (int run = 0; run < kRuns; ++run) {
    // A process of its own, in which no page was read before. One that stands still is ended by its alarm.
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::alarm(20);
      std::barrier start(kThreads);
      {
        std::vector<std::jthread> threads;
        for (int i = 0; i < kThreads; ++i)
          threads.emplace_back([&] {
            start.arrive_and_wait();
            for (int page = 0; page < 3; ++page) (void)HtmlTree::parse("<p>Twelve people were killed in Velm.</p>", 100, "page");
          });
      }
      ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "run " << run << " ended with " << status;
  }
}

}  // namespace
}  // namespace attest
