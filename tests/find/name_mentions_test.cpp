#include "find/name_mentions.h"

#include <gtest/gtest.h>

#include "find/find.h"
#include "reading.h"
#include "syntax/syntax.h"

namespace attest {
namespace {

using reading::know;

const SyntaxModel& model() {
  static const auto loaded = SyntaxModel::load(ATTEST_SOURCE "/models/en.bin");
  return *loaded.value();
}

// The organisations and groups that the report mentions.
std::string bodies(const std::string& text) {
  Report report;
  report.text = text;
  report.language = "en";
  const auto tokens = tokenize(report.text);
  std::string out;
  for (const auto& m : find_all(report, tokens, model().parse(tokens, report.text), know()).mentions)
    if (m.type == MentionType::kOrganisation || m.type == MentionType::kGroup)
      out += (out.empty() ? "" : ", ") + std::string(m.span.in(report.text));
  return out;
}

struct Row {
  const char *name, *text, *want;
};

TEST(NameMentions, ACountryThatActsIsABody) {
  const Row rows[] = {{"subject", "Lebanon has sent troops to the border.", "Lebanon, troops"},
                      {"several subjects", "Lebanon and Jordan condemned the attack.", "Lebanon, Jordan"},
                      {"agent", "The deal was announced by Lebanon on Friday.", "Lebanon"},
                      {"a place of people", "Villagers in Lebanon said they heard a blast.", ""},
                      {"after a verb", "The convoy left Lebanon on Friday.", ""},
                      {"a noun's own", "Lebanon is a small country.", ""}};
  for (const auto& row : rows) EXPECT_EQ(bodies(row.text), row.want) << row.name;
}

}  // namespace
}  // namespace attest
