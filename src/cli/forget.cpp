#include "cli/case_run.h"

namespace attest {

int run_forget(const Args& args) {
  if (args.inputs.size() != 2 || !args.has("--reason"))
    return usage_error("forget takes a case, a report and --reason consent_withdrawn|danger|court_order|error|other");
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  auto store = open_case(args);
  if (!store) return failed(store.error());
  {
    auto writer = (*store)->write();
    if (!writer) return failed(writer.error());
    const auto row = find_report(**writer, args.inputs[1]);
    if (!row) return failed(row.error());
    const auto entry = forget_report(**writer, *recorder, *row, args.get("--reason"));
    if (!entry) return failed(entry.error());
    if (const auto done = (*writer)->commit(); !done) return failed(done.error());
    std::printf("removed %s (entry %llu)\n", row->id.c_str(), static_cast<unsigned long long>(entry->seq));
  }
  // Only now do the bytes leave the file; if this is cut short, attest compact ends it.
  if (const auto done = (*store)->compact(); !done) {
    std::fprintf(stderr, "attest: removed from the case, but its bytes may still lie in the file until attest compact has run\n");
    return failed(done.error());
  }
  std::fprintf(stderr, "attest: earlier copies, backups, exports and free blocks of the disk still hold what they held\n");
  return 0;
}

}  // namespace attest
