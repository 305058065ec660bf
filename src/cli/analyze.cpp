#include "cli/analyze_case.h"
#include "cli/run.h"
#include "export/export.h"

namespace attest {

int run_analyze(const Args& args) {
  if (args.inputs.size() == 1 && is_case_file(args.inputs.front())) return analyze_case(args);
  const auto options = pipeline_options(args);
  if (!options) return failed(options.error());
  const auto know = knowledge_for(args);
  if (!know) return failed(know.error());
  auto output = Output::open("");
  if (!output) return failed(output.error());
  const bool as_text = args.get("--format", "ndjson") == "text";
  const TextStyle style{terminal_columns(), is_terminal(stdout)};
  const MadeBy maker = made_by(**know);
  const bool all_read = analyze_with_progress(args, **know, *options, [&](Outcome outcome) {
    if (const auto* analysis = std::get_if<Analysis>(&outcome)) {
      output->write(as_text ? analysis_text(*analysis, style) : analysis_json(*analysis, maker) + "\n");
    } else {
      const auto& skipped = std::get<Skipped>(outcome);
      output->write(as_text ? skipped.input + ": not read: " + skipped.error.message + "\n" : error_json(skipped) + "\n");
    }
  });
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return all_read ? 0 : 1;
}

}  // namespace attest
