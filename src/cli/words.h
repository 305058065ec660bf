#pragma once
#include "cli/run.h"
#include "export/export.h"

namespace attest {

// Analyses and links args.inputs, and writes what `page` makes of the account: what `statements` and `naming` share. Gives the
// exit status.
int run_words(const Args& args, const std::function<std::string(const Account&, const Knowledge&, const TextStyle&)>& page);

}  // namespace attest
