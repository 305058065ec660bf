#include "syntax/conllu.h"

#include <gtest/gtest.h>

namespace attest::syntax {
namespace {

constexpr std::string_view kSentence =
    "# sent_id = 1\n"
    "1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tca\tcan\tAUX\tMD\t_\t0\troot\t_\tSpaceAfter=No\n"
    "2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_\n"
    "2.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

TEST(Conllu, WritesWhatItRead) {
  const auto read = read_conllu(kSentence, "f");
  ASSERT_TRUE(read) << read.error().text();
  ASSERT_EQ(read->size(), 1u);
  EXPECT_EQ((*read)[0].words[1].head, 0);
  EXPECT_EQ(write_conllu((*read)[0]), kSentence);
}

TEST(Conllu, NamesFileAndLineOfWhatIsWrong) {
  struct Row {
    std::string_view text, where, message;
  };
  const Row rows[] = {{"1\ta\tb\n", "f:1", "10 columns"},
                      {"# c\n1\ta\t_\t_\t_\t_\tx\t_\t_\t_\n", "f:2", "head is not a number"},
                      {"1\ta\t_\t_\t_\t_\t7\t_\t_\t_\n\n", "f", "beyond the end"}};
  for (const auto& row : rows) {
    const auto read = read_conllu(row.text, "f");
    ASSERT_FALSE(read) << row.text;
    EXPECT_EQ(read.error().where, row.where);
    EXPECT_NE(read.error().message.find(row.message), std::string::npos) << read.error().message;
  }
}

TEST(Conllu, BoundsSentences) {
  std::string text;
  for (int i = 0; i < 10'001; ++i) text += "1\ta\t_\t_\t_\t_\t0\t_\t_\t_\n";
  EXPECT_FALSE(read_conllu(text, "f"));
}

}  // namespace
}  // namespace attest::syntax
