// Linking at size, in processor time: seconds for a case of many reports, then milliseconds for each of the last hundred, joined one by one.
//
// usage: link_one_more MANY.jsonl (bench/vary.py makes one)
#include <ctime>

#include <algorithm>
#include <cstdio>
#include <deque>

#include "link/link.h"
#include "pipeline/pipeline.h"

namespace {

// Seconds of processor time of this thread: a busy machine does not change them.
double now() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}
double seconds_since(double start) { return now() - start; }

}  // namespace

int main(int argc, char** argv) {
  using namespace attest;
  if (argc != 2) return std::fputs("usage: link_one_more MANY.jsonl\n", stderr), 2;
  const SystemFiles files;
  const auto know = load_everything(files, {ATTEST_BUILD "/share/attest", {}, {}, {}});
  if (!know) return std::fprintf(stderr, "%s\n", know.error().text().c_str()), 1;
  const MarkReader reader(**know);
  std::deque<Analysis> analyses;
  std::deque<ReportMarks> marks;
  PipelineOptions options;
  options.threads = 2;
  double start = now();
  analyze_inputs({argv[1]}, files, **know, options, [&](Outcome outcome) {
    if (auto* a = std::get_if<Analysis>(&outcome)) {
      analyses.push_back(std::move(*a));
      marks.push_back(reader.read(analyses.back()));
      compact(analyses.back());
    }
  });
  std::printf("%zu reports read\n", analyses.size());
  const std::size_t last = analyses.size() > 100 ? analyses.size() - 100 : 0;
  Linker linker(**know);
  start = now();
  for (std::size_t i = 0; i < last; ++i) linker.add(analyses[i], std::move(marks[i]));
  std::printf("added in %.1f s\n", seconds_since(start));
  linker.update();
  std::printf("incidents of %zu reports after %.1f s\n", last, seconds_since(start));
  double most = 0, all = 0;
  for (std::size_t i = last; i < analyses.size(); ++i) {
    start = now();
    linker.add(analyses[i], std::move(marks[i]));
    linker.update();
    const double ms = 1000 * seconds_since(start);
    most = std::max(most, ms), all += ms;
  }
  const auto n = analyses.size() - last;
  std::printf("one more report: %.2f ms on average, %.2f ms at most, of %zu\n", n > 0 ? all / static_cast<double>(n) : 0, most, n);
  start = now();
  const Links links = linker.links();
  std::printf("everything written out in %.1f s: %zu incidents, %zu entities, %zu dependencies\n", seconds_since(start), links.incidents.size(),
              links.entities.size(), links.dependencies.size());
  return 0;
}
