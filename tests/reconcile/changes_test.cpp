#include "reconcile/changes.h"

#include <gtest/gtest.h>

#include "builders.h"
#include "text/text.h"

namespace attest {
namespace {

using namespace testing;

const Lexicon& lexicon() {
  static const Lexicon loaded = [] {
    const SystemFiles files;
    auto result = load_lexicon(files, std::string(ATTEST_SOURCE) + "/lang/en");
    if (!result) throw std::runtime_error(result.error().text());
    return std::move(*result);
  }();
  return loaded;
}

std::string kinds_in(const std::string& text) {
  const Tokens tokens = tokenize(text);
  std::string out;
  for (const std::string& k : change_words(tokens, {0, static_cast<std::uint32_t>(text.size())}, &lexicon())) out += k + " ";
  return out;
}

// Every example of every rule of lang/en/changes.toml.
TEST(ChangeWords, Examples) {
  int seen = 0;
  for (const Rule& rule : lexicon().file("changes").rules)
    for (const RuleExample& e : rule.examples) {
      const std::string found = kinds_in(e.text);
      for (const auto& want : e.expect) EXPECT_NE(found.find(want), std::string::npos) << rule.where << ": " << e.text << " gives " << found;
      for (const auto& refuse : e.refuse) EXPECT_EQ(found.find(refuse), std::string::npos) << rule.where << ": " << e.text << " gives " << found;
      ++seen;
    }
  EXPECT_GE(seen, 8);
}

// Gives the report of a figure the words of its sentence, so that a change can be read from them.
void word(Case& c, std::size_t report, const std::string& text) {
  Analysis& a = c.analyses[report];
  a.report.text = text;
  a.tokens = tokenize(text);
  for (Claim& claim : a.findings.claims) claim.sentence = {0, static_cast<std::uint32_t>(text.size())};
}

Dossier with_words(const Case& c) {
  ReconcileOptions options;
  options.lexicon = &lexicon();
  return dossier(c, options);
}

TEST(Changes, FallsAreTyped) {
  struct Row {
    std::string name, text;
    std::vector<Figure> figures;
    std::string want;
  };
  const Figure before{"a", "2031-04-02", "cw", Modifier::kExact, 31};
  for (const Row& row : std::vector<Row>{
           {"a rise", "Forty people were killed.", {before, {"b", "2031-04-04", "cw", Modifier::kExact, 40}}, "rise"},
           {"without a reason", "The office said 28 people were killed.", {before, {"b", "2031-04-04", "cw", Modifier::kExact, 28}}, "unexplained"},
           {"revised down", "The office revised down its count to 28 people killed.", {before, {"b", "2031-04-04", "cw", Modifier::kExact, 28}}, "correction"},
           {"reclassified", "Three of the dead were reclassified as fighters; 28 were killed.", {before, {"b", "2031-04-04", "cw", Modifier::kExact, 28}}, "reclassification"},
           {"narrower words", "The office counts 28 dead, not including those under the rubble.", {before, {"b", "2031-04-04", "cw", Modifier::kExact, 28}}, "narrower_scope"},
       }) {
    Case c = incident(row.figures);
    word(c, 1, row.text);
    const Dossier d = with_words(c);
    ASSERT_NE(toll(d), nullptr);
    EXPECT_EQ(toll(d)->readings.back().change, row.want) << row.name;
  }
}

TEST(Changes, AFallThatARiseAnswersIsATransition) {
  const auto wounded = [](const char* report, const char* day, std::int64_t n) {
    return Figure{report, day, "cw", Modifier::kExact, n, "", VictimStatus::kUnknown, {}, "people", Effect::kWounded};
  };
  const Dossier d = dossier(incident({{"a", "2031-04-02", "cw", Modifier::kExact, 20}, wounded("a", "2031-04-02", 15),
                                      {"b", "2031-04-04", "cw", Modifier::kExact, 23}, wounded("b", "2031-04-04", 12)}));
  ASSERT_NE(toll(d, "all", Effect::kWounded), nullptr);
  EXPECT_EQ(toll(d, "all", Effect::kWounded)->readings.back().change, "transition");
  EXPECT_EQ(toll(d)->readings.back().change, "rise");
  ASSERT_EQ(d.incidents[0].transitions.size(), 1u);
  EXPECT_EQ(d.incidents[0].transitions[0].kind, "wounded_died");
  EXPECT_EQ(d.incidents[0].transitions[0].gained, toll(d)->readings.back().id);
  const Dossier other = dossier(incident({{"a", "2031-04-02", "cw", Modifier::kExact, 20}, wounded("a", "2031-04-02", 15),
                                          {"b", "2031-04-04", "cw", Modifier::kExact, 29}, wounded("b", "2031-04-04", 12)}));
  EXPECT_TRUE(other.incidents[0].transitions.empty()) << "a rise by nine does not answer a fall by three";
}

TEST(Changes, FreedPeopleAreNoContradiction) {
  const auto held = [](const char* report, const char* day, std::int64_t n) {
    return Figure{report, day, "cw", Modifier::kExact, n, "", VictimStatus::kUnknown, {}, "people", Effect::kAbducted};
  };
  Case c = incident({held("a", "2031-04-02", 15), held("b", "2031-04-04", 6)});
  word(c, 1, "Nine villagers were released on Friday; 6 are still held, having been abducted.");
  const Dossier d = with_words(c);
  EXPECT_EQ(toll(d, "all", Effect::kAbducted)->readings.back().change, "transition");
  ASSERT_EQ(d.incidents[0].transitions.size(), 1u);
  EXPECT_EQ(d.incidents[0].transitions[0].kind, "abducted_freed");
  EXPECT_TRUE(d.incidents[0].contradictions.empty());
}

}  // namespace
}  // namespace attest
