#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "know/phrase_table.h"

namespace attest {

// One example of a rule; runs as a test over the whole pipeline. The text is a report's text; each of `expect` must occur in one
// line of dump(findings), each of `refuse` in none.
struct RuleExample {
  std::string text;
  std::string published;  // ISO day that stands in for the report's, "" none
  std::vector<std::string> expect;
  std::vector<std::string> refuse;
};

// One entry of a language's data: what it is (`id`), the phrases it covers and its values. Phrases are folded tokens with
// spaces between ("shot dead", "u.s. - led").
struct Rule {
  std::string id;
  std::string where;  // file:line
  std::vector<std::string> words;
  std::map<std::string, std::string, std::less<>> values;
  std::vector<RuleExample> examples;

  std::string_view value(std::string_view key) const;  // "" where absent
};

// The rules of one file of `lang/<language>/`, in order.
struct RuleFile {
  std::string name;  // "harm" for harm.toml
  std::vector<Rule> rules;
  PhraseTable table;  // every word of every rule; the value is the rule's index
};

// Reads one TOML file: [[rule]] tables with `id`, `words`, any string, integer or boolean values, and `examples` (METHOD, STYLE 9).
// Refuses a file without rules, a rule without id, words or examples, an id or a word that stands twice (the second is
// unreachable), each with file, line and caret. Rules are the program's own data, never outside bytes: toml++ 3.3 asserts on some malformed keys. Rules with `words_may_repeat = true` may share words with others.
Result<RuleFile> parse_rules(std::string_view name, std::string_view toml, std::string_view path);

// All files of one language.
struct Lexicon {
  std::vector<RuleFile> files;
  const RuleFile* find(std::string_view name) const;  // nullptr where there is none
  const RuleFile& file(std::string_view name) const;  // asserted to exist: the loader checks kRequiredFiles
  std::string version;                                // hash of all files
};
Result<Lexicon> load_lexicon(const Files& files, const std::string& folder);

}  // namespace attest
