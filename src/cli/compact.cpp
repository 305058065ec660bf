#include "cli/case_run.h"

namespace attest {

int run_compact(const Args& args) {
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  auto store = open_case(args);
  if (!store) return failed(store.error());
  {
    auto writer = (*store)->write();
    if (!writer) return failed(writer.error());
    if (const auto entry = append_entry(**writer, *recorder, act::kCompacted, "", ""); !entry) return failed(entry.error());
    if (const auto done = (*writer)->commit(); !done) return failed(done.error());
  }
  const SystemFiles files;
  const auto before = files.size(args.inputs.front());
  if (const auto done = (*store)->compact(); !done) return failed(done.error());
  const auto after = files.size(args.inputs.front());
  if (before && after) std::printf("%llu bytes, now %llu\n", static_cast<unsigned long long>(*before), static_cast<unsigned long long>(*after));
  return 0;
}

}  // namespace attest
