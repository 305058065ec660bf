#pragma once
// What the commands that make an account of reports share: the options that decide on it, and reading the inputs into one.
#include <optional>

#include "cli/run.h"

namespace attest {

// The options of an account and what they point to; kept as long as the account is made.
struct AccountOptions {
  ReconcileOptions reconcile;
  std::optional<OwnPolicy> own_policy;
  std::optional<Date> since;
  std::optional<std::pair<Date, Date>> compare;
};
Result<std::unique_ptr<AccountOptions>> account_options(const Args& args);

struct ReadAccount {
  Account account;
  bool all_read = true;
};
Result<ReadAccount> read_account(const Args& args, const Knowledge& know, const AccountOptions& options);

// Renders an html page to PDF through chromium or weasyprint, whichever is installed; an error says what to install.
Result<void> write_pdf(const std::string& html, const std::string& path);

}  // namespace attest
