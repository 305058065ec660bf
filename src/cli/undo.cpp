#include "cli/case_run.h"

namespace attest {

int run_undo(const Args& args) {
  Args own = args;
  const auto number = args.inputs.size() == 2 ? [&] {
    own.values["entry"] = {args.inputs[1]};
    return own.number("entry", 0, 1, std::int64_t{1} << 50);
  }() : std::nullopt;
  if (!number) return usage_error("undo takes a case and the number of an entry, as attest log shows it");
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  auto store = open_case(args);
  if (!store) return failed(store.error());
  auto writer = (*store)->write();
  if (!writer) return failed(writer.error());
  const auto entry = undo(**writer, *recorder, static_cast<std::uint64_t>(*number), args.get("--why"));
  if (!entry) return failed(entry.error());
  if (const auto done = (*writer)->commit(); !done) return failed(done.error());
  std::printf("entry %llu\n", static_cast<unsigned long long>(entry->seq));
  return 0;
}

}  // namespace attest
