#include "cli/analyze_case.h"

#include "cli/shown.h"
#include "pipeline/pipeline.h"

namespace attest {

int analyze_case(const Args& args) {
  const auto options = pipeline_options(args);
  if (!options) return failed(options.error());
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  const auto know = knowledge_for(args);
  if (!know) return failed(know.error());
  auto store = open_case(args);
  if (!store) return failed(store.error());
  const auto written = reanalyze_case(**store, *recorder, **know, *options, [&](std::size_t n) {
    if (!args.has("--quiet")) std::fprintf(stderr, "%zu reports analysed again\n", n);
  });
  if (!written) return failed(written.error());
  auto reader = (*store)->read();
  if (!reader) return failed(reader.error());
  const auto account = case_account(**reader, **know, {});
  if (!account) return failed(account.error());
  std::printf("%zu reports have a new analysis\n", *written);
  for (const auto& d : account->decisions)
    if (!d.look.empty()) std::printf("look at entry %llu (%s)%s: %s\n", static_cast<unsigned long long>(d.entry.seq), d.decision.kind.c_str(), d.applies ? "" : ", not in effect", shown(d.look).c_str());
  return 0;
}

}  // namespace attest
