#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

// One option of a command: everything that parser, help, manual and completion know of it.
struct Flag {
  std::string_view name;    // "--threads"
  std::string_view value;   // "N"; "" for a switch; "a|b|c" allows only these words
  std::string_view doc;     // one sentence
  bool repeats = false;
  int words = 1;            // how many words follow it: 2 for --compare A B
};

// What was given on the command line, checked against the command's flags.
class Args {
 public:
  std::vector<std::string> inputs;
  std::map<std::string, std::vector<std::string>, std::less<>> values;

  bool has(std::string_view flag) const { return values.find(flag) != values.end(); }
  std::string get(std::string_view flag, std::string_view otherwise = "") const;
  std::vector<std::string> all(std::string_view flag) const;
  // A whole number from `low` to `high`, else nullopt; `otherwise` where the flag is absent.
  std::optional<std::int64_t> number(std::string_view flag, std::int64_t otherwise, std::int64_t low, std::int64_t high) const;
};

// One command. `run` gives the exit status.
struct Command {
  std::string_view name;
  std::string_view summary;   // one line
  std::string_view inputs;    // "INPUT..." | "FILE" | "[NAME...]" may be left out | ""
  std::string_view details;   // a paragraph for help and manual
  std::span<const Flag> flags;
  int (*run)(const Args& args);
};

std::span<const Command> commands();

// Prints "attest: message" to standard error and gives status 2.
int usage_error(std::string_view message);

// One a command, each in its own file.
int run_analyze(const Args& args);
int run_dossier(const Args& args);
int run_register(const Args& args);
int run_policies(const Args& args);
int run_explain(const Args& args);
int run_statements(const Args& args);
int run_naming(const Args& args);
int run_extract(const Args& args);
int run_link(const Args& args);
int run_fetch(const Args& args);
int run_numbers(const Args& args);
int run_names(const Args& args);
int run_gazetteer(const Args& args);
int run_parse(const Args& args);
int run_train(const Args& args);
int run_new(const Args& args);
int run_add(const Args& args);
int run_list(const Args& args);
int run_show(const Args& args);
int run_search(const Args& args);
int run_export(const Args& args);
int run_merge(const Args& args);
int run_compact(const Args& args);
int run_verify(const Args& args);
int run_sign(const Args& args);
int run_timestamp(const Args& args);
int run_key(const Args& args);
int run_decide(const Args& args);
int run_undo(const Args& args);
int run_log(const Args& args);
int run_forget(const Args& args);
int run_salvage(const Args& args);
int run_lock(const Args& args);
int run_unlock(const Args& args);
int run_manual(const Args& args);
int run_completion(const Args& args);

}  // namespace attest
