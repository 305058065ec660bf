#include "cli/words.h"

namespace attest {

int run_naming(const Args& args) {
  const std::string format = args.get("--format", "text");
  return run_words(args, [&](const Account& account, const Knowledge& know, const TextStyle& style) {
    if (format == "csv") return naming_csv(account.dossier, account.analyses);
    if (format == "json") return naming_json(account.dossier, account.analyses);
    if (format == "html") return naming_html(account.dossier, account.analyses, know.lexicon);
    return naming_text(account.dossier, account.analyses, style);
  });
}

}  // namespace attest
