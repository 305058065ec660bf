#include "cli/case_run.h"
#include "cli/shown.h"

namespace attest {
namespace {

void print(const Merged& m) {
  for (const auto& p : m.lost) std::printf("lost: %s\n", shown(p.where + ": " + p.what).c_str());
  for (const auto& p : m.conflicts) std::printf("look: %s\n", shown(p.where + ": " + p.what).c_str());
  std::printf("%llu added, %llu new versions, %llu the same, %llu forgotten, %llu decisions\n", static_cast<unsigned long long>(m.added), static_cast<unsigned long long>(m.versions),
              static_cast<unsigned long long>(m.same), static_cast<unsigned long long>(m.forgotten), static_cast<unsigned long long>(m.decisions));
}

}  // namespace

int run_merge(const Args& args) {
  if (args.inputs.size() != 2) return usage_error("merge takes the case to add to and the other case");
  const auto options = case_options(args);
  if (!options) return failed(options.error());
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  auto store = open_case(args);
  if (!store) return failed(store.error());
  auto other = SqliteStore::open(args.inputs[1], *options);
  if (!other) return failed(other.error());
  if ((*other)->info().id == (*store)->info().id) std::fprintf(stderr, "attest: both are copies of one case; what stands in one and not in the other is taken over\n");
  auto reader = (*other)->read();
  if (!reader) return failed(reader.error());
  auto writer = (*store)->write();
  if (!writer) return failed(writer.error());
  const auto merged = merge_case(**writer, *recorder, **reader);
  if (!merged) return failed(merged.error());
  if (const auto done = (*writer)->commit(); !done) return failed(done.error());
  print(*merged);
  return merged->lost.empty() ? 0 : 1;
}

}  // namespace attest
