#include "know/rules.h"

#include <algorithm>
#include <cassert>
#include <set>
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace attest {
namespace {

constexpr std::uint64_t kMaxFile = 16 << 20;

// "file:line" and the line itself with a caret below its column.
Error rule_error(std::string_view path, std::string_view toml, const toml::source_region& at, std::string message) {
  const auto wanted = at.begin.line;
  std::size_t begin = 0;
  for (toml::source_index line = 1; line < wanted; ++line) {
    const auto next = toml.find('\n', begin);
    if (next == std::string_view::npos) break;
    begin = next + 1;
  }
  const auto line = toml.substr(begin, toml.find('\n', begin) - begin);
  message += "\n  " + std::string(line) + "\n  " + std::string(at.begin.column > 0 ? at.begin.column - 1 : 0, ' ') + "^";
  return {"bad_rules", std::move(message), std::string(path) + ":" + std::to_string(wanted)};
}

std::vector<std::string> strings(const toml::node* node) {
  std::vector<std::string> out;
  if (!node) return out;
  if (const auto* one = node->as_string()) out.push_back(one->get());
  if (const auto* many = node->as_array())
    for (const auto& item : *many)
      if (const auto* text = item.as_string()) out.push_back(text->get());
  return out;
}

std::string scalar(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  return {};
}

Rule read_rule(const toml::table& table, std::string_view path) {
  Rule rule;
  rule.where = std::string(path) + ":" + std::to_string(table.source().begin.line);
  rule.words = strings(table.get("words"));
  for (const auto& [key, node] : table) {
    if (key.str() == "id") rule.id = scalar(node);
    else if (node.is_value()) rule.values.emplace(std::string(key.str()), scalar(node));
  }
  if (const auto* examples = table.get_as<toml::array>("examples")) {
    for (const auto& item : *examples) {
      const auto* example = item.as_table();
      if (!example) continue;
      RuleExample out;
      if (const auto* text = example->get("text")) out.text = scalar(*text);
      if (const auto* published = example->get("published")) out.published = scalar(*published);
      out.expect = strings(example->get("expect"));
      out.refuse = strings(example->get("refuse"));
      rule.examples.push_back(std::move(out));
    }
  }
  return rule;
}

std::string check_rule(const Rule& rule) {
  if (rule.id.empty()) return "a rule without an id; give it one";
  if (rule.words.empty()) return "rule " + rule.id + " has no words; it can never apply";
  if (rule.examples.empty()) return "rule " + rule.id + " has no examples; give one that shows it at work";
  for (const auto& word : rule.words)
    if (word.empty()) return "rule " + rule.id + " has an empty word";
  for (const auto& example : rule.examples)
    if (example.text.empty() || (example.expect.empty() && example.refuse.empty()))
      return "rule " + rule.id + " has an example without text, or without expect and refuse";
  return {};
}

}  // namespace

std::string_view Rule::value(std::string_view key) const {
  const auto it = values.find(key);
  return it == values.end() ? std::string_view() : std::string_view(it->second);
}

Result<RuleFile> parse_rules(std::string_view name, std::string_view toml, std::string_view path) {
  if (find_invalid_utf8(toml) != std::string_view::npos) return Error{"bad_rules", "is not UTF-8", std::string(path)};
  const auto parsed = toml::parse(toml, path);
  if (!parsed) return rule_error(path, toml, parsed.error().source(), std::string(parsed.error().description()));
  RuleFile file{std::string(name), {}, {}};
  const auto* rules = parsed.table().get_as<toml::array>("rule");
  if (!rules || rules->empty()) return Error{"bad_rules", "no [[rule]] in the file", std::string(path) + ":1"};
  std::set<std::string> ids, words;
  for (const auto& node : *rules) {
    const auto* table = node.as_table();
    if (!table) return rule_error(path, toml, node.source(), "not a [[rule]] table");
    Rule rule = read_rule(*table, path);
    if (auto wrong = check_rule(rule); !wrong.empty()) return rule_error(path, toml, table->source(), std::move(wrong));
    if (!ids.insert(rule.id).second) return rule_error(path, toml, table->source(), "the id " + rule.id + " stands twice");
    if (rule.value("words_may_repeat") != "true")
      for (const auto& word : rule.words)
        if (!words.insert(word).second)
          return rule_error(path, toml, table->source(), "\"" + word + "\" of rule " + rule.id + " stands twice in this file: unreachable here");
    file.rules.push_back(std::move(rule));
  }
  file.table.add_rules(file);
  return file;
}

const RuleFile* Lexicon::find(std::string_view wanted) const {
  const auto it = std::find_if(files.begin(), files.end(), [&](const RuleFile& f) { return f.name == wanted; });
  return it == files.end() ? nullptr : &*it;
}

const RuleFile& Lexicon::file(std::string_view wanted) const {
  const auto it = std::find_if(files.begin(), files.end(), [&](const RuleFile& f) { return f.name == wanted; });
  assert(it != files.end());
  return *it;
}

Result<Lexicon> load_lexicon(const Files& files, const std::string& folder) {
  const auto names = files.list(folder);
  if (!names) return names.error();
  Lexicon out;
  std::string all;
  for (const auto& name : *names) {
    if (!name.ends_with(".toml")) continue;
    const auto path = join_path(folder, name);
    const auto text = files.read(path, kMaxFile);
    if (!text) return text.error();
    auto file = parse_rules(std::string_view(name).substr(0, name.size() - 5), *text, path);
    if (!file) return file.error();
    out.files.push_back(std::move(*file));
    all += name + '\0' + *text + '\0';
  }
  if (out.files.empty()) return Error{"bad_rules", "no .toml files; is the data folder whole?", folder};
  out.version = sha256_id(all).substr(7, 12);
  return out;
}

}  // namespace attest
