#include "cli/case_run.h"

namespace attest {
namespace {

int write_request(const Args& args, SqliteStore& store) {
  auto reader = store.read();
  if (!reader) return failed(reader.error());
  const auto last = (*reader)->last_entry();
  if (!last) return failed(last.error());
  if (!*last) return failed({"empty", "has nothing to stamp yet", args.inputs.front()});
  const auto request = timestamp_request((*last)->hash);
  if (!request) return failed(request.error());
  auto output = Output::open(args.get("--request"));
  if (!output) return failed(output.error());
  output->write(*request);
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  std::fprintf(stderr, "wrote the request for entry %llu; send it to an authority (application/timestamp-query), then --answer FILE\n",
               static_cast<unsigned long long>((*last)->seq));
  return 0;
}

int take_answer(const Args& args, SqliteStore& store) {
  const auto answer = read_small_file(args.get("--answer"));
  if (!answer) return failed(answer.error());
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  auto writer = store.write();
  if (!writer) return failed(writer.error());
  const auto entry = add_timestamp(**writer, *recorder, *answer, args.get("--authorities"));
  if (!entry) return failed(entry.error());
  if (const auto done = (*writer)->commit(); !done) return failed(done.error());
  std::printf("kept as entry %llu%s\n", static_cast<unsigned long long>(entry->seq),
              args.has("--authorities") ? ", verified" : "; its certificate was not checked (give --authorities FILE)");
  return 0;
}

}  // namespace

int run_timestamp(const Args& args) {
  if (args.has("--request") == args.has("--answer")) return usage_error("timestamp takes either --request FILE (to write) or --answer FILE (to take in)");
  auto store = open_case(args);
  if (!store) return failed(store.error());
  return args.has("--request") ? write_request(args, **store) : take_answer(args, **store);
}

}  // namespace attest
