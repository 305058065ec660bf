#include "cli/case_run.h"

namespace attest {

int run_sign(const Args& args) {
  if (!args.has("--key")) return usage_error("sign takes --key FILE, as attest key new wrote it");
  const auto text = read_small_file(args.get("--key"));
  if (!text) return failed(text.error());
  const auto key = read_key(*text, args.get("--key"));
  if (!key) return failed(key.error());
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  auto store = open_case(args);
  if (!store) return failed(store.error());
  auto writer = (*store)->write();
  if (!writer) return failed(writer.error());
  const auto entry = sign_case(**writer, *recorder, *key);
  if (!entry) return failed(entry.error());
  if (const auto done = (*writer)->commit(); !done) return failed(done.error());
  std::printf("signed entries 1 to %llu, head %s\n", static_cast<unsigned long long>(entry->seq - 1), entry->previous.c_str());
  return 0;
}

}  // namespace attest
