#include "link/shared_passages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "builders.h"

namespace attest {
namespace {

using testing::ReportBuilder;

const std::string kFerry =
    "The harbour master of Tarsk closed the northern ferry landing after shells damaged two moored barges on Monday. "
    "Engineers from the provincial roads office inspected every pontoon before noon and found cracks below the waterline. "
    "Fishing families living beside the quay carried nets, engines and bedding towards the higher streets near the mill.";
const std::string kBridge =
    "A convoy crossed the repaired bridge at Weylin carrying flour, blankets and surgical kits for the valley clinic. "
    "Drivers waited nine hours at the checkpoint while soldiers searched sacks and noted the plates of each lorry. "
    "Volunteers unloaded everything overnight because the clinic had no lights and only one working generator.";

Lexicon no_words() { return {}; }

struct Row {
  std::string name, a, b;
  bool shared;
};

class SharedText : public ::testing::TestWithParam<Row> {};

TEST_P(SharedText, IsFoundBothWaysRound) {
  const ContentWords content(no_words());
  const Analysis a = ReportBuilder("a", "One", "2031-04-02").text(GetParam().a),
                 b = ReportBuilder("b", "Two", "2031-04-03").text(GetParam().b);
  const Passages x = sentence_passages(a, content), y = sentence_passages(b, content);
  for (const bool a_first : {true, false}) {
    SharedPassages shared(kSharedSentences);
    if (a_first) shared.add(0, x), shared.add(1, y);
    else shared.add(1, y), shared.add(0, x);
    EXPECT_EQ(!shared.of(0).empty(), GetParam().shared);
    EXPECT_EQ(!shared.of(1).empty(), GetParam().shared);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Rows, SharedText,
    ::testing::Values(
        Row{"verbatim", kFerry, kFerry, true}, Row{"other_words_of_the_same_town", kFerry, kBridge, false},
        Row{"one_sentence_among_others", kFerry, kBridge + " " + kFerry.substr(0, kFerry.find('.') + 1), true},
        Row{"reordered", kFerry, kFerry.substr(kFerry.find("Fishing")) + " " + kFerry.substr(0, kFerry.find("Fishing")), true},
        Row{"lightly_edited", kFerry,
            "The harbour master closed the northern ferry landing of Tarsk after shells hit two moored barges on Monday. "
            "Engineers from the roads office inspected each pontoon before noon and found several cracks below the waterline. "
            "Families living beside the quay carried nets, engines and their bedding towards higher streets near the old mill.",
            true}),
    [](const auto& row) { return row.param.name; });

// Quotations: trimmed, and a recurring expression in sentences that are otherwise different.
TEST(SharedQuotes, AlignByContentWords) {
  const ContentWords content(no_words());
  const Analysis whole = ReportBuilder("a", "One", "2031-04-02")
                             .quote("Nobody in this valley will ever forget what soldiers burned here during harvest week");
  const Analysis cut = ReportBuilder("b", "Two", "2031-04-03").quote("will ever forget what soldiers burned here");
  const Analysis other =
      ReportBuilder("c", "Three", "2031-04-03")
          .quote("Remnants of soldiers burned bridges during retreat, yet valley farmers returned and planted again");
  const Passages x = quote_passages(whole, content), y = quote_passages(cut, content), z = quote_passages(other, content);
  SharedPassages shared(kSharedQuotes);
  shared.add(0, x), shared.add(1, y), shared.add(2, z);
  EXPECT_EQ(shared.of(0), std::vector<std::uint32_t>{1});
  EXPECT_TRUE(shared.of(2).empty());
}

std::string edges(const SharedPassages& shared, std::uint32_t reports) {
  std::string out;
  for (std::uint32_t r = 0; r < reports; ++r)
    for (const std::uint32_t other : shared.of(r)) {
      out += std::to_string(r) + "-" + std::to_string(other) + ":";
      for (const SharedPassage& p : shared.between(r, other))
        out += std::to_string(p.a.begin) + "/" + std::to_string(p.b.begin) + "/" + std::to_string(p.words) + " ";
    }
  return out;
}

// A sentence that more than `common` reports have is a formula. What is shared hangs on the set alone: not on the order, nor on
// what came and went between.
TEST(SharedPassages, IsAFunctionOfTheSet) {
  const ContentWords content(no_words());
  SharingRule rule = kSharedSentences;
  rule.common = 4;
  std::vector<Passages> all;
  for (int i = 0; i < 9; ++i) {
    std::string text = i < 6 ? kFerry : kFerry.substr(0, kFerry.find("Engineers"));
    if (i % 3 == 0) text += " " + kBridge;
    all.push_back(sentence_passages(ReportBuilder("r" + std::to_string(i), "One", "2031-04-02").text(text), content));
  }
  std::string expected;
  std::mt19937 random(7);
  std::vector<std::uint32_t> order = {0, 1, 2, 3, 4, 5, 6, 7, 8};
  for (int round = 0; round < 20; ++round) {
    SharedPassages shared(rule);
    for (const std::uint32_t r : order) shared.add(r, all[r]);
    for (const std::uint32_t r : {order[2], order[5]}) shared.remove(r), shared.add(r, all[r]);
    if (round == 0) expected = edges(shared, 9);
    EXPECT_EQ(edges(shared, 9), expected);
    std::shuffle(order.begin(), order.end(), random);
  }
  EXPECT_NE(expected.find("0-3"), std::string::npos);  // by the other text, which three have
  EXPECT_EQ(expected.find("1-2"), std::string::npos);  // by the formula alone
}

// Of many holders of one text each meets the earliest and its neighbours in days, not all others.
TEST(SharedPassages, OfATextThatManyTookOverTheEarliestStandForIt) {
  const ContentWords content(no_words());
  std::vector<Passages> all;
  for (int i = 0; i < 20; ++i) {
    const std::string day = std::to_string(10 + i);
    all.push_back(sentence_passages(ReportBuilder("r" + day, "One", "2031-04-" + day).text(kFerry), content));
  }
  SharedPassages shared(kSharedSentences);
  for (std::uint32_t r = 0; r < 20; ++r) shared.add(r, all[r]);
  EXPECT_EQ(shared.of(0).size(), 19U);
  EXPECT_EQ(shared.of(15), (std::vector<std::uint32_t>{0, 1, 2, 3, 12, 13, 14, 16, 17, 18}));
}

}  // namespace
}  // namespace attest
