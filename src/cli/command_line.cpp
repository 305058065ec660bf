#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "base/base.h"
#include "cli/cli.h"
#include "cli/command.h"

namespace attest {
namespace {

std::vector<std::string> words_of(std::string_view choice) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= choice.size();) {
    const auto end = std::min(choice.find('|', at), choice.size());
    out.emplace_back(choice.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

void add_flag(CLI::App& app, const Flag& flag, Args& args) {
  const std::string name(flag.name);
  if (flag.value.empty()) {
    app.add_flag_callback(name, [&args, name] { args.values[name] = {"true"}; }, std::string(flag.doc));
    return;
  }
  auto* option = app.add_option_function<std::vector<std::string>>(
      name, [&args, name](const std::vector<std::string>& given) { args.values[name] = given; }, std::string(flag.doc));
  option->type_name(std::string(flag.value))->type_size(1)->expected(flag.words, flag.repeats ? CLI::detail::expected_max_vector_size : flag.words);
  option->allow_extra_args(flag.words > 1);
  if (flag.value.find('|') != std::string_view::npos) option->check(CLI::Validator(CLI::IsMember(words_of(flag.value))).description(""));
}

void add_command(CLI::App& app, const Command& command, Args& args, const Command*& chosen) {
  auto* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
  sub->footer(std::string(command.details));
  for (const Flag& flag : command.flags) add_flag(*sub, flag, args);
  if (!command.inputs.empty()) {
    const bool optional = command.inputs.front() == '[';
    const auto name = command.inputs.substr(optional ? 1 : 0, command.inputs.find_first_of(". ") - (optional ? 1 : 0));
    const char* what = command.inputs.starts_with("CASE") ? "The case, then what the command takes" : "What to read; - is standard input";
    auto* inputs = sub->add_option(std::string(name), args.inputs, optional ? "Which; all where none is named" : what)->type_name("");
    if (!optional) inputs->required();
  }
  sub->callback([&chosen, &command] { chosen = &command; });
}

}  // namespace

std::string Args::get(std::string_view flag, std::string_view otherwise) const {
  const auto it = values.find(flag);
  return it == values.end() || it->second.empty() ? std::string(otherwise) : it->second.front();
}

std::vector<std::string> Args::all(std::string_view flag) const {
  const auto it = values.find(flag);
  return it == values.end() ? std::vector<std::string>() : it->second;
}

std::optional<std::int64_t> Args::number(std::string_view flag, std::int64_t otherwise, std::int64_t low, std::int64_t high) const {
  const auto it = values.find(flag);
  if (it == values.end()) return otherwise;
  const std::string& text = it->second.front();
  std::int64_t value = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (ec != std::errc() || end != text.data() + text.size() || value < low || value > high) return std::nullopt;
  return value;
}

int usage_error(std::string_view message) {
  std::fprintf(stderr, "attest: %.*s\n", static_cast<int>(message.size()), message.data());
  return 2;
}

int run_command_line(int argc, const char* const* argv) {
  CLI::App app("attest reads reports of a conflict and writes who says how many were harmed: sourced, reconciled, never judged.", "attest");
  app.set_version_flag("--version", std::string("attest ") + ATTEST_VERSION);
  app.require_subcommand(1);
  app.footer("What these reports say, not how many died. `attest COMMAND --help` says more; `attest manual` prints all of it.");
  const auto known = [&](std::string_view name) { return std::any_of(commands().begin(), commands().end(), [&](const Command& c) { return c.name == name; }); };
  if (argc > 1 && argv[1][0] != '-' && !known(argv[1])) return usage_error("no command \"" + std::string(argv[1]) + "\"; attest --help lists them");
  Args args;
  const Command* chosen = nullptr;
  for (const Command& command : commands()) add_command(app, command, args, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {  // CLI11's way out for --help, --version and wrong usage alike
    const int status = app.exit(error);
    return status == 0 ? 0 : 2;
  }
  return chosen->run(args);
}

}  // namespace attest
