#include "cli/case_run.h"
#include "cli/shown.h"
#include "pipeline/pipeline.h"

namespace attest {

int run_salvage(const Args& args) {
  if (args.inputs.size() != 2) return usage_error("salvage takes the damaged case and the name of a new one");
  auto options = case_options(args);
  if (!options) return failed(options.error());
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  const auto know = knowledge_for(args);
  if (!know) return failed(know.error());
  SqliteOptions lenient = *options;
  lenient.lenient = true;
  auto damaged = SqliteStore::open(args.inputs[0], lenient);
  if (!damaged) {
    std::fprintf(stderr, "attest: the first pages of the file, which say what it holds, cannot be read; nothing can be saved by this program\n");
    return failed(damaged.error());
  }
  auto reader = (*damaged)->read();
  if (!reader) return failed(reader.error());
  auto made = create_case(args.inputs[1], *recorder, *options);
  if (!made) return failed(made.error());
  auto writer = (*made)->write();
  if (!writer) return failed(writer.error());
  MergeOptions merging;
  merging.note = "salvaged";
  merging.made_by = made_by(**know);
  merging.analyze = [&](const RawDocument& document) -> Result<Analysis> {
    auto outcome = analyze_document(document, **know, {});
    if (auto* analysis = std::get_if<Analysis>(&outcome)) return std::move(*analysis);
    return std::get<Skipped>(outcome).error;
  };
  const auto saved = merge_case(**writer, *recorder, **reader, merging);
  if (!saved) return failed(saved.error());
  if (const auto done = (*writer)->commit(); !done) return failed(done.error());
  for (const auto& p : saved->lost) std::printf("lost: %s\n", shown(p.where + ": " + p.what).c_str());
  std::printf("saved %llu reports and %llu decisions; lost %llu\n", static_cast<unsigned long long>(saved->added + saved->versions),
              static_cast<unsigned long long>(saved->decisions), static_cast<unsigned long long>(saved->lost.size()));
  return saved->lost.empty() ? 0 : 1;
}

}  // namespace attest
