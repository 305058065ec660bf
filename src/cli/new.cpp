#include "cli/case_run.h"

namespace attest {

int run_new(const Args& args) {
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  const auto options = case_options(args);
  if (!options) return failed(options.error());
  if (args.inputs.size() != 1) return usage_error("new makes one case");
  const auto created = create_case(args.inputs.front(), *recorder, *options);
  if (!created) return failed(created.error());
  std::printf("made %s, case %s\n", args.inputs.front().c_str(), (*created)->info().id.c_str());
  return 0;
}

}  // namespace attest
