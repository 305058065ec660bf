#include "cli/run.h"
#include "export/export.h"

namespace attest {
namespace {

// The day a flag names; nullopt where the flag is absent.
Result<std::optional<Date>> day(const Args& args, std::string_view flag) {
  if (!args.has(flag)) return std::optional<Date>();
  const auto text = args.get(flag);
  const auto date = text.size() == 10 ? Date::parse(text) : std::nullopt;
  if (!date) return Error{"", "takes a day as YYYY-MM-DD, not \"" + text + "\"", std::string(flag)};
  return std::optional<Date>(date);
}

Result<ReconcileOptions> reconcile_options(const Args& args) {
  ReconcileOptions out;
  out.policy = args.get("--policy", "ucdp");
  const auto as_of = day(args, "--as-of");
  if (!as_of) return as_of.error();
  const auto known_by = day(args, "--known-by");
  if (!known_by) return known_by.error();
  out.as_of = *as_of;
  out.known_by = *known_by;
  return out;
}

std::string written(const Account& account, const std::string& format, const Knowledge& know, const TextStyle& style) {
  if (format == "json") return dossier_json(account.dossier, account.analyses);
  if (format == "md") return dossier_markdown(account.dossier, account.analyses, know.lexicon);
  if (format == "html") return dossier_html(account.dossier, account.analyses, know.lexicon);
  return dossier_text(account.dossier, account.analyses, style);
}

}  // namespace

int run_dossier(const Args& args) {
  const auto options = pipeline_options(args);
  if (!options) return failed(options.error());
  const auto reconciling = reconcile_options(args);
  if (!reconciling) return failed(reconciling.error());
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
  const auto account = build_account(std::move(analyses), std::move(skipped), **know, *reconciling);
  const bool colours = is_terminal(stdout) && !args.has("--output");
  output->write(written(account, args.get("--format", "text"), **know, {static_cast<int>(*columns), colours}));
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return all_read ? 0 : 1;
}

}  // namespace attest
