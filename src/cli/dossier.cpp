#include "cli/account.h"
#include "export/export.h"

namespace attest {
namespace {

std::string written(const Dossier& dossier, const std::vector<Analysis>& analyses, const std::string& format, const Knowledge& know, const TextStyle& style) {
  if (format == "json") return dossier_json(dossier, analyses);
  if (format == "md") return dossier_markdown(dossier, analyses, know.lexicon);
  if (format == "html" || format == "pdf") return dossier_html(dossier, analyses, know.lexicon);
  return dossier_text(dossier, analyses, style);
}

// What changed between the two days of --compare.
std::string compared(const Account& account, const Knowledge& know, const AccountOptions& options, const std::string& format, const TextStyle& style) {
  ReconcileOptions a = options.reconcile, b = options.reconcile;
  a.known_by = options.compare->first, b.known_by = options.compare->second;
  a.as_of = b.as_of = std::nullopt;
  Dossier before = account_of(account, know, a), after = account_of(account, know, b);
  before.as_of = a.known_by, after.as_of = b.known_by;
  return format == "md" ? changes_markdown(before, after, account.analyses, know.lexicon) : changes_text(before, after, account.analyses, know.lexicon, style);
}

}  // namespace

int run_dossier(const Args& args) {
  const auto options = account_options(args);
  if (!options) return failed(options.error());
  const auto columns = args.number("--columns", terminal_columns(), 80, 200);
  if (!columns) return usage_error("--columns takes a whole number from 80 to 200");
  const std::string format = args.get("--format", "text");
  if (format == "pdf" && args.get("--output").empty()) return usage_error("--format pdf needs --output FILE");
  if ((*options)->compare && format != "text" && format != "md") return usage_error("--compare writes --format text or md");
  const auto know = knowledge_for(args);
  if (!know) return failed(know.error());
  const auto read = read_account(args, **know, **options);
  if (!read) return failed(read.error());
  Dossier dossier = read->account.dossier;
  if (args.has("--incident")) {
    auto one = one_incident(dossier, args.get("--incident"));
    if (!one) return usage_error("no incident \"" + args.get("--incident") + "\"; attest register lists their ids and titles");
    dossier = std::move(*one);
  }
  const bool colours = is_terminal(stdout) && !args.has("--output");
  const TextStyle style{static_cast<int>(*columns), colours};
  const std::string text = (*options)->compare ? compared(read->account, **know, **options, format, style) : written(dossier, read->account.analyses, format, **know, style);
  if (format == "pdf") {
    if (const auto made = write_pdf(text, args.get("--output")); !made) return failed(made.error());
    return read->all_read ? 0 : 1;
  }
  auto output = Output::open(args.get("--output"));
  if (!output) return failed(output.error());
  output->write(text);
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return read->all_read ? 0 : 1;
}

}  // namespace attest
