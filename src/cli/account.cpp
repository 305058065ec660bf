#include "cli/account.h"

#include "cli/case_run.h"
#include "pipeline/pipeline.h"

namespace attest {
namespace {

Result<Date> day(const std::string& text, std::string_view flag) {
  const auto date = text.size() == 10 ? Date::parse(text) : std::nullopt;
  if (!date) return Error{"", "takes a day as YYYY-MM-DD, not \"" + text + "\"", std::string(flag)};
  return *date;
}

// The day a flag names; nothing where the flag is absent.
Result<std::optional<Date>> day(const Args& args, std::string_view flag) {
  if (!args.has(flag)) return std::optional<Date>();
  const auto date = day(args.get(flag), flag);
  if (!date) return date.error();
  return std::optional<Date>(*date);
}

// The account of a case. One incident that is named by its whole id is told from the kept linking, which is made where it no longer holds.
Result<Account> account_of_case(const Args& args, const Knowledge& know, const ReconcileOptions& options) {
  auto store = open_case(args);
  if (!store) return store.error();
  const auto id = args.get("--incident");
  for (const bool linked : {false, true}) {
    if (id.empty()) break;
    {
      auto reader = (*store)->read();
      if (!reader) return reader.error();
      auto one = incident_account(**reader, id, know, options);
      if (one) return Account(std::move(*one));
      if (one.error().code != "stale") break;
    }
    if (linked) break;
    if (const auto done = link_case(**store, know); !done) return done.error();
  }
  auto reader = (*store)->read();
  if (!reader) return reader.error();
  auto all = case_account(**reader, know, options);
  if (!all) return all.error();
  return Account(std::move(*all));
}

}  // namespace

Result<std::unique_ptr<AccountOptions>> account_options(const Args& args) {
  auto out = std::make_unique<AccountOptions>();
  const auto as_of = day(args, "--as-of"), known_by = day(args, "--known-by"), since = day(args, "--since");
  for (const auto* d : {&as_of, &known_by, &since})
    if (!*d) return d->error();
  out->reconcile.as_of = *as_of;
  out->reconcile.known_by = *known_by;
  out->since = *since;
  if (args.has("--compare")) {
    const auto days = args.all("--compare");
    if (days.size() != 2) return Error{"", "takes two days: --compare A B", "--compare"};
    const auto a = day(days[0], "--compare"), b = day(days[1], "--compare");
    if (!a) return a.error();
    if (!b) return b.error();
    if (*b < *a) return Error{"", "takes the earlier day first", "--compare"};
    out->compare = {*a, *b};
  }
  if (args.has("--policy-file")) {
    const auto path = args.get("--policy-file");
    const auto text = SystemFiles().read(path, 64 << 10);
    if (!text) return text.error();
    const auto own = parse_own_policy(*text, path);
    if (!own) return own.error();
    out->own_policy = *own;
    out->reconcile.own_policy = &*out->own_policy;
  }
  // A policy file that is given is the one to show, unless --policy names another.
  out->reconcile.policy = args.get("--policy", out->own_policy ? out->own_policy->name : "ucdp");
  return out;
}

Result<ReadAccount> read_account(const Args& args, const Knowledge& know, const AccountOptions& options) {
  const auto pipeline = pipeline_options(args);
  if (!pipeline) return pipeline.error();
  ReadAccount out;
  if (args.inputs.size() == 1 && is_case_file(args.inputs.front())) {
    auto account = account_of_case(args, know, options.reconcile);
    if (!account) return account.error();
    out.account = std::move(*account);
    return out;
  }
  std::vector<Analysis> analyses;
  std::vector<Skipped> skipped;
  out.all_read = analyze_with_progress(args, know, *pipeline, [&](Outcome outcome) {
    if (auto* analysis = std::get_if<Analysis>(&outcome)) analyses.push_back(std::move(*analysis));
    else skipped.push_back(std::get<Skipped>(std::move(outcome)));
  });
  out.account = build_account(std::move(analyses), std::move(skipped), know, options.reconcile);
  return out;
}

}  // namespace attest
