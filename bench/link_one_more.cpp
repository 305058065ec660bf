// Linking at size, in processor time: seconds for a case of many reports, then milliseconds for each of the last hundred, joined
// one by one.
//
// usage: link_one_more MANY.jsonl|CASE [COUNT]   (bench/vary.py makes MANY; a case keeps its analyses, so that they are made
// once)
//
// Where COUNT is more than there are, the archive is told again of later years (bench/later_years.h).
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <deque>

#include "later_years.h"
#include "link/link.h"
#include "pipeline/case_account.h"
#include "pipeline/pipeline.h"

namespace {

using namespace attest;

// Seconds of processor time of this thread: a busy machine does not change them.
double now() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}
double seconds_since(double start) { return now() - start; }

long peak_mib() {
  rusage use{};
  getrusage(RUSAGE_SELF, &use);
  return use.ru_maxrss / 1024;
}

// What was read, and, when it is asked for more, the same of later years.
struct Archive {
  std::deque<Analysis> analyses;  // of those that were read, then of those that were added
  std::deque<ReportMarks> marks;  // of those that were read

  void add(const MarkReader& reader, Analysis a) {
    marks.push_back(reader.read(a));
    compact(a);
    analyses.push_back(std::move(a));
  }

  // Adds report `i`, counted from 0, to a linker; each in turn.
  void link(std::size_t i, Linker& linker) {
    const std::size_t known = marks.size(), base = i % known;
    ReportMarks read = marks[base];
    analyses.push_back(analyses[base]);
    if (i >= known)
      move_to_later_years(analyses.back(), read, static_cast<std::uint32_t>(i / known), static_cast<int>(known / 20) + 30);
    linker.add(analyses.back(), std::move(read));
    strip_claims(analyses.back());
  }
};

bool read_case(const std::string& path, std::size_t count, const MarkReader& reader, Archive& out) {
  const auto store = SqliteStore::open(path);
  if (!store) return false;
  const auto read = (*store)->read();
  if (!read) return false;
  std::vector<std::uint64_t> numbers;
  (void)(*read)->reports([&](const ReportRow& row) { return numbers.push_back(row.number), numbers.size() < count; });
  for (const auto number : numbers)
    if (auto a = load_analysis(**read, number)) out.add(reader, std::move(*a));
  return true;
}

void measure(Archive& all, std::size_t count, const Knowledge& know) {
  const std::size_t last = count > 100 ? count - 100 : 0;
  Linker linker(know);
  double start = now();
  for (std::size_t i = 0; i < last; ++i) all.link(i, linker);
  std::printf("added in %.1f s; %ld MiB\n", seconds_since(start), peak_mib());
  std::fflush(stdout);
  start = now();
  linker.update();
  std::printf("incidents of %zu reports in %.1f s; %ld MiB\n", last, seconds_since(start), peak_mib());
  std::fflush(stdout);
  double most = 0, sum = 0;
  for (std::size_t i = last; i < count; ++i) {
    const double one = now();
    all.link(i, linker);
    linker.update();
    const double ms = 1000 * seconds_since(one);
    most = std::max(most, ms), sum += ms;
  }
  const auto n = static_cast<double>(count - last);
  std::printf("one more report: %.2f ms on average, %.2f ms at most\n", n > 0 ? sum / n : 0, most);
  std::fflush(stdout);
  start = now();
  const Links links = linker.links();
  std::printf("written out in %.1f s: %zu incidents, %zu entities, %zu dependencies; %ld MiB\n", seconds_since(start),
              links.incidents.size(), links.entities.size(), links.dependencies.size(), peak_mib());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("usage: link_one_more MANY.jsonl|CASE [COUNT]\n", stderr), 2;
  const SystemFiles files;
  const auto know = load_everything(files, {ATTEST_BUILD "/share/attest", {}, {}, {}});
  if (!know) return std::fprintf(stderr, "%s\n", know.error().text().c_str()), 1;
  const MarkReader reader(**know);
  Archive all;
  const std::size_t count = argc > 2 ? static_cast<std::size_t>(std::atoll(argv[2])) : 0;
  if (is_case_file(argv[1])) {
    if (!read_case(argv[1], count > 0 ? count : ~std::size_t{0}, reader, all))
      return std::fputs("the case cannot be read\n", stderr), 1;
  } else {
    PipelineOptions options;
    options.threads = 2;
    analyze_inputs({argv[1]}, files, **know, options, [&](Outcome outcome) {
      if (auto* a = std::get_if<Analysis>(&outcome)) all.add(reader, std::move(*a));
    });
  }
  if (all.analyses.empty()) return std::fputs("no reports\n", stderr), 1;
  std::printf("%zu reports read; %ld MiB\n", all.analyses.size(), peak_mib());
  measure(all, count > 0 ? count : all.marks.size(), **know);
  return 0;
}
