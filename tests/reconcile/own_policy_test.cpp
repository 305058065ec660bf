#include "reconcile/own_policy.h"

#include <gtest/gtest.h>

#include "builders.h"

namespace attest {
namespace {

using namespace testing;

TEST(OwnPolicyFile, Errors) {
  struct Row {
    std::string text, line, says;
  };
  for (const Row& r : std::vector<Row>{
           {"", ":0", "no name"},
           {"name = desk", ":1", "quotation marks"},
           {"name = \"Desk 1\"", ":1", "letters a to z"},
           {"name = \"ucdp\"", ":1", "taken"},
           {"name = \"desk\"\ncolour = \"red\"", ":2", "no such key: colour"},
           {"name = \"desk\"\nunsourced = \"maybe\"", ":2", "\"ignore\""},
           {"name = \"desk\"\norigins = [\"cw\", ", ":2", "list"},
           {"name = \"desk\"\norigins = [\"cw\" \"vrg\"]", ":2", "comma"},
           {"name = \"desk\"\nindependent_origins = 12", ":2", "from 1 to 9"},
           {"name = \"desk\" yes", ":1", "nothing may follow"},
           {"name = \"desk\"\n[vague]\nloads = 3", ":3", "no such vague word"},
           {"name = \"desk\"\n[other]", ":2", "[vague]"},
           {std::string("name = \"d\xff\""), "p.toml", "UTF-8"},
           {"name = \"a\\b\"", ":1", "backslash"},
       }) {
    const auto got = parse_own_policy(r.text, "p.toml");
    ASSERT_FALSE(got) << r.text;
    EXPECT_NE(got.error().message.find(r.says), std::string::npos) << r.text << ": " << got.error().message;
    EXPECT_NE(got.error().where.find(r.line), std::string::npos) << r.text << ": " << got.error().where;
  }
  EXPECT_FALSE(parse_own_policy(std::string(70000, '#'), "p.toml"));
}

std::string estimated(const std::string& file, const std::vector<Figure>& figures) {
  const auto policy = parse_own_policy("name = \"desk\"\n" + file, "p.toml");
  if (!policy) return policy.error().text();
  ReconcileOptions options;
  options.own_policy = &*policy;
  const Dossier d = dossier(incident(figures), options);
  return show(estimate(*toll(d), "desk"));
}

TEST(OwnPolicy, Table) {
  const Figure cw{"a", "2031-04-03", "cw", Modifier::kExact, 16}, vrg{"b", "2031-04-03", "vrg", Modifier::kAtLeast, 20}, nobody{"c", "2031-04-03", "", Modifier::kExact, 40},
      dozens{"d", "2031-04-03", "cw", Modifier::kVague, 24};
  struct Row {
    std::string name, file;
    std::vector<Figure> figures;
    std::string want;
  };
  for (const Row& r : std::vector<Row>{
           {"nothing set: the latest, then the lower", "", {cw, vrg}, "16/16/- used 2"},
           {"the highest", "best = \"highest\"", {cw, vrg}, "16/20/- used 2"},
           {"only one origin counts", "origins = [\"cw\"]", {cw, vrg}, "16/16/16 used 1"},
           {"one origin is left out", "without = [\"cw\"]", {cw, vrg}, "20/20/- used 1"},
           {"no kind of source fits", "kinds = [\"police\"]", {cw, vrg}, "-/-/- used 0"},
           {"what has no source raises the high end", "unsourced = \"high\"", {cw, nobody}, "16/16/40 used 2"},
           {"or counts in full", "unsourced = \"use\"\nbest = \"highest\"", {cw, nobody}, "16/40/40 used 2"},
           {"or not at all", "", {cw, nobody}, "16/16/16 used 1"},
           {"vague words are left out", "", {dozens}, "-/-/- used 0"},
           {"or count as the file says", "[vague]\ndozens = 12", {dozens}, "12/12/- used 1"},
           {"two origins must support it", "independent_origins = 2", {cw, vrg}, "16/16/- used 2"},
           {"and one does not", "independent_origins = 2", {cw}, "16/-/16 used 1"},
       })
    EXPECT_EQ(estimated(r.file, r.figures), r.want) << r.name;
}

TEST(Policies, EachSaysItsRulesAndTheirSources) {
  for (const Policy& p : policies()) {
    EXPECT_GE(p.rules.size(), 4u) << p.name;
    for (const PolicyRule& r : p.rules) {
      EXPECT_FALSE(r.text.empty()) << p.name;
      EXPECT_FALSE(r.source.empty()) << p.name;
    }
  }
}

}  // namespace
}  // namespace attest
