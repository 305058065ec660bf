#include "cli/words.h"

namespace attest {

int run_statements(const Args& args) {
  const std::string format = args.get("--format", "text");
  const WordsFilter filter{args.get("--act"), args.get("--actor")};
  return run_words(args, [&](const Account& account, const Knowledge& know, const TextStyle& style) {
    if (format == "csv") return statements_csv(account.dossier, account.analyses, filter);
    if (format == "json") return statements_json(account.dossier, account.analyses, filter);
    if (format == "html") return statements_html(account.dossier, account.analyses, know.lexicon, filter);
    return statements_text(account.dossier, account.analyses, filter, style);
  });
}

}  // namespace attest
