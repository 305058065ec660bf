#include "cli/account.h"
#include "export/export.h"

namespace attest {
namespace {

// The reports known by the day before --since, and all of them.
std::string since(const Account& account, const Knowledge& know, const AccountOptions& options, const std::string& format, const TextStyle& style) {
  ReconcileOptions a = options.reconcile;
  a.known_by = options.since->plus_days(-1);
  a.as_of = std::nullopt;
  Dossier before = account_of(account, know, a);
  before.as_of = a.known_by;
  if (format == "csv") return changes_csv(before, account.dossier, account.analyses, know.lexicon);
  return changes_text(before, account.dossier, account.analyses, know.lexicon, style);
}

std::string written(const Dossier& d, const std::vector<Analysis>& analyses, const std::string& list, const std::string& format, const Lexicon& lexicon, const TextStyle& style) {
  const bool csv = format == "csv";
  if (list == "questions") return csv ? questions_csv(d, analyses, lexicon) : questions_text(d, analyses, lexicon, style);
  if (list == "coverage") return csv ? coverage_csv(d, analyses, lexicon) : coverage_text(d, analyses, lexicon, style);
  if (format == "geojson") return register_geojson(d, analyses, lexicon);
  if (format == "html") return register_sheets(d, analyses, lexicon);
  return csv ? register_csv(d, analyses, lexicon) : register_text(d, analyses, lexicon, style);
}

}  // namespace

int run_register(const Args& args) {
  const auto options = account_options(args);
  if (!options) return failed(options.error());
  const auto columns = args.number("--columns", terminal_columns(), 80, 200);
  if (!columns) return usage_error("--columns takes a whole number from 80 to 200");
  const std::string list = args.get("--list", "incidents"), format = args.get("--format", "text");
  if (list != "incidents" && format != "text" && format != "csv") return usage_error("--list " + list + " writes --format text or csv");
  if ((*options)->since && format != "text" && format != "csv") return usage_error("--since writes --format text or csv");
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
  const TextStyle style{static_cast<int>(*columns), is_terminal(stdout) && !args.has("--output")};
  auto output = Output::open(args.get("--output"));
  if (!output) return failed(output.error());
  output->write((*options)->since ? since(read->account, **know, **options, format, style) : written(dossier, read->account.analyses, list, format, (*know)->lexicon, style));
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return read->all_read ? 0 : 1;
}

}  // namespace attest
