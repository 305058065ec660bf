// Every example of every rule in lang/en runs through all finders: what it expects must stand in one line of what was found,
// what it refuses in none.
#include <gtest/gtest.h>

#include "find/find.h"
#include "pipeline/pipeline.h"
#include "text/text.h"

namespace attest {
namespace {

const Knowledge& knowledge() {
  static const std::shared_ptr<const Knowledge> loaded = [] {
    KnowledgeOptions options;
    options.data_folder = std::string(ATTEST_BUILD) + "/share/attest";
    const SystemFiles files;
    auto result = load_everything(files, options);
    if (!result) throw std::runtime_error(result.error().where + ": " + result.error().message);
    return std::move(*result);
  }();
  return *loaded;
}

std::string findings_of(const RuleExample& example) {
  Report report;
  report.text = example.text;
  report.language = "en";
  if (!example.published.empty()) report.published = example.published;
  const Tokens tokens = tokenize(report.text);
  return dump(find_all(report, tokens, knowledge().syntax->parse(tokens, report.text), knowledge()), report.text);
}

class RuleExamples : public testing::Test {
 public:
  explicit RuleExamples(const Rule& rule) : rule_(rule) {}
  void TestBody() override {
    for (const auto& example : rule_.examples) check(example);
  }

 private:
  void check(const RuleExample& example) const {
    const std::string found = findings_of(example);
    const auto context = [&] {
      return rule_.where + ": rule " + rule_.id + "\n  text: " + example.text + "\n  found:\n" + found;
    };
    for (const auto& wanted : example.expect)
      if (found.find(wanted) == std::string::npos) ADD_FAILURE() << "expected and not found: " << wanted << "\n" << context();
    for (const auto& unwanted : example.refuse)
      if (found.find(unwanted) != std::string::npos) ADD_FAILURE() << "refused and found: " << unwanted << "\n" << context();
  }

  const Rule& rule_;
};

// One test a rule, named file.rule.
bool register_all() {
  for (const auto& file : knowledge().lexicon.files) {
    if (file.name == "privacy" || file.name == "changes") continue;  // their examples run in tests/export and tests/reconcile
    for (const auto& rule : file.rules) {
      std::string suite = "Lang_" + file.name;
      testing::RegisterTest(suite.c_str(), rule.id.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                            [&rule] { return new RuleExamples(rule); });
    }
  }
  return true;
}

}  // namespace
}  // namespace attest

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  attest::register_all();
  return RUN_ALL_TESTS();
}
