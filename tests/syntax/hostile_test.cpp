// Text that nobody means to be read: the shipped model reads it in linear time, and what it says stays inside the text.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

#include "syntax/conllu.h"
#include "syntax/syntax.h"
#include "text/text.h"

namespace attest {
namespace {

const SyntaxModel& model() {
  static const auto loaded = SyntaxModel::load(ATTEST_SOURCE "/models/en.bin");
  return *loaded.value();
}

struct Row {
  const char* name;
  std::string unit;       // repeated
  std::size_t bytes = 0;  // until the text is so long
};

std::string text_of(const Row& row, std::size_t bytes) {
  std::string out = bytes == 0 ? row.unit : "";
  while (out.size() < bytes) out += row.unit;
  return out;
}

const Row kRows[] = {
    {"empty", ""},
    {"one_space", " "},
    {"line_breaks", "\n", 60'000},
    {"sentence_of_a_megabyte", "guards and ", 1 << 20},
    {"endless_names", "Velden Tarrow ", 60'000},
    {"endless_capitals", "GUARDS AND ", 60'000},
    {"no_space", "a", 100'000},
    {"tokens_without_a_space", "a,", 60'000},
    {"words_and_hyphens", "a-", 60'000},
    {"full_stops", ".", 100'000},
    {"full_stops_and_capitals", "A.", 60'000},
    {"quotes", "\"", 100'000},
    {"open_brackets", "(", 100'000},
    {"apostrophes", "'s", 100'000},
    {"addresses", "a@b.", 100'000},
    {"figures", "1,000", 100'000},
    {"controls", "\x01\x02\x1b \x7f", 100'000},
    {"null_bytes", std::string("a\0 ", 3), 100'000},
    {"mixed_scripts", "Orad \xd9\x82\xd8\xaa\xd9\x84 \xe5\xad\x97\xe5\xad\x97 \xd0\x9f\xd1\x80\xd0\xb8 \xf0\x9f\x98\x80 ",
     60'000},
    {"one_script_without_spaces", "\xe5\xad\x97", 90'000},
    {"marks_that_combine", "a\xcc\x81\xcc\x81\xcc\x81 ", 90'000},
    {"directions",
     "\xe2\x80\xae"
     "a\xe2\x80\xac ",
     90'000}};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class Hostile : public testing::TestWithParam<Row> {};

TEST_P(Hostile, IsReadAndStaysInside) {
  const auto text = text_of(GetParam(), GetParam().bytes);
  const auto tokens = tokenize(text);
  const auto parse = model().parse(tokens, text);
  ASSERT_EQ(parse.words.size(), tokens.size());
  for (const auto& s : tokens.sentences)
    for (auto i = s.first; i < s.last; ++i) {
      const auto head = parse.words[i].head;
      ASSERT_TRUE(head == -1 || (head >= static_cast<std::int32_t>(s.first) && head < static_cast<std::int32_t>(s.last))) << i;
    }
  std::uint32_t at = 0;
  for (const auto& name : parse.names) {
    ASSERT_TRUE(name.first >= at && name.last > name.first && name.last <= tokens.size());
    at = name.last;
  }
  const auto written = parse_text(model(), tokens, text);
  EXPECT_LE(written.size(), 1000 + 400 * text.size());
  EXPECT_TRUE(syntax::read_conllu(written, "again.conllu"));
}

double seconds(const std::string& text) {
  const auto start = std::clock();
  const auto tokens = tokenize(text);
  (void)model().parse(tokens, text);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Processor time, not the clock; eight times as much text takes eight times as long, give or take a busy machine. Quadratic time
// would take 64.
TEST_P(Hostile, TakesLinearTime) {
  const auto& row = GetParam();
  if (row.bytes == 0) return;
  const auto small = text_of(row, row.bytes / 8), large = text_of(row, row.bytes);
  const double least = std::min(seconds(small), seconds(small));
  EXPECT_LT(seconds(large), 0.2 + 24 * least);
}

INSTANTIATE_TEST_SUITE_P(Texts, Hostile, testing::ValuesIn(kRows), [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace attest
