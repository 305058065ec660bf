#include "cli/words.h"

namespace attest {

int run_words(const Args& args, const std::function<std::string(const Account&, const Knowledge&, const TextStyle&)>& page) {
  const auto options = pipeline_options(args);
  if (!options) return failed(options.error());
  const auto columns = args.number("--columns", terminal_columns(), 80, 200);
  if (!columns) return usage_error("--columns takes a whole number from 80 to 200");
  const auto know = knowledge_for(args);
  if (!know) return failed(know.error());
  auto output = Output::open(args.get("--output"));
  if (!output) return failed(output.error());
  std::vector<Analysis> analyses;
  std::vector<Skipped> skipped;
  const bool all_read = analyze_with_progress(args, **know, *options, [&](Outcome outcome) {
    if (auto* analysis = std::get_if<Analysis>(&outcome)) analyses.push_back(std::move(*analysis));
    else skipped.push_back(std::get<Skipped>(std::move(outcome)));
  });
  const auto account = build_account(std::move(analyses), std::move(skipped), **know, {});
  output->write(page(account, **know, {static_cast<int>(*columns), is_terminal(stdout) && !args.has("--output")}));
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return all_read ? 0 : 1;
}

}  // namespace attest
