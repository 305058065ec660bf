#include <gtest/gtest.h>

#include "know/know.h"
#include "text/text.h"

namespace attest {
namespace {

const NumberScanner& scanner() {
  static const NumberScanner made = [] {
    const std::string path = std::string(ATTEST_SOURCE) + "/lang/en/numbers.toml";
    const auto text = SystemFiles().read(path, 1 << 20);
    const auto rules = parse_rules("numbers", text.value(), path);
    if (!rules) ADD_FAILURE() << rules.error().where << ": " << rules.error().message;
    return rules ? NumberScanner(*rules) : NumberScanner();
  }();
  return made;
}

std::string show(const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : "-"; }

// "[words] low..high =point modifier hint" for each number.
std::string numbers(const std::string& text) {
  static constexpr std::string_view kHints[] = {"",         " year",  " date",    " clock", " age",
                                                " percent", " money", " measure", " label"};
  std::string out;
  for (const auto& m : scanner().scan(tokenize(text), text)) {
    if (!out.empty()) out += "; ";
    out += "[" + std::string(m.count.span.in(text)) + "] " + show(m.count.low) + ".." + show(m.count.high) + " =" +
           show(m.count.point) + " " + std::string(name(m.count.modifier)) +
           std::string(kHints[static_cast<std::size_t>(m.hint)]);
  }
  return out;
}

struct Row {
  const char* text;
  const char* want;
};

TEST(Numbers, AreRead) {
  const Row rows[] = {
      {"31 died", "[31] 31..31 =31 exact"},
      {"thirty-one died", "[thirty-one] 31..31 =31 exact"},
      {"1,300 and 1 234 567 and 10 000",
       "[1,300] 1300..1300 =1300 exact; [1 234 567] 1234567..1234567 =1234567 exact; [10 000] 10000..10000 =10000 exact"},
      {"two hundred and six", "[two hundred and six] 206..206 =206 exact"},
      {"two million and one half", "[two million and one half] 2500000..2500000 =2500000 exact"},
      {"five and a half million", "[five and a half million] 5500000..5500000 =5500000 exact"},
      {"half a million; a quarter of a million",
       "[half a million] 500000..500000 =500000 exact; [a quarter of a million] 250000..250000 =250000 exact"},
      {"1.5 million", "[1.5 million] 1500000..1500000 =1500000 exact"},
      {"a dozen, two dozen, 3 dozens", "[a dozen] 12..12 =12 exact; [two dozen] 24..24 =24 exact; [3 dozens] 36..36 =36 exact"},
      {"3 hundred and 2 hundred", "[3 hundred] 300..300 =300 exact; [2 hundred] 200..200 =200 exact"},
      {"3 thousand 200 and 21", "[3 thousand 200] 3200..3200 =3200 exact; [21] 21..21 =21 exact"},
      {"killed one hundred and 21 were hurt", "[one hundred] 100..100 =100 exact; [21] 21..21 =21 exact"},
      {"3.5 km", ""},
      {"the 20th of the 1990s at 21:30", ""},
      {"no one, the one, this one", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(numbers(row.text), row.want) << row.text;
}

TEST(Numbers, HaveModifiers) {
  const Row rows[] = {
      {"At least 58 and no fewer than 4", "[At least 58] 58..- =58 at_least; [no fewer than 4] 4..- =4 at_least"},
      {"more than a dozen", "[more than a dozen] 12..- =12 more_than"},
      {"well over 1,000", "[well over 1,000] 1000..- =1000 more_than"},
      {"up to 40, as many as 50", "[up to 40] -..40 =40 at_most; [as many as 50] -..50 =50 at_most"},
      {"fewer than 30", "[fewer than 30] -..30 =30 less_than"},
      {"nearly 1,000, almost 20", "[nearly 1,000] -..1000 =1000 nearly; [almost 20] -..20 =20 nearly"},
      {"about a dozen; some 30; an estimated 900",
       "[about a dozen] -..- =12 about; [some 30] -..- =30 about; [an estimated 900] -..- =900 about"},
      {"at least some 30", "[at least some 30] 30..- =30 at_least"},
      {"30 or more, 40 or so, 50-odd, 60+",
       "[30 or more] 30..- =30 at_least; [40 or so] -..- =40 about; [50-odd] -..- =50 about; [60+] 60..- =60 at_least"},
      {"more than 40 and less than 10", "[more than 40] 40..- =40 more_than; [less than 10] -..10 =10 less_than"},
      {"bringing the toll up to 40", "[40] 40..40 =40 exact"},
  };
  for (const auto& row : rows) EXPECT_EQ(numbers(row.text), row.want) << row.text;
}

TEST(Numbers, Vague) {
  const Row rows[] = {
      {"dozens of people, Scores, hundreds", "[dozens of] 24..- =- vague; [Scores] 40..- =- vague; [hundreds] 200..- =- vague"},
      {"tens of thousands; hundreds of thousands of",
       "[tens of thousands] 20000..- =- vague; [hundreds of thousands of] 200000..- =- vague"},
      {"several, a few, a number of, many of",
       "[several] 3..- =- vague; [a few] 3..- =- vague; [a number of] 3..- =- vague; [many of] 3..- =- vague"},
      {"several dozen; a couple of hundred", "[several dozen] 36..- =- vague; [a couple of hundred] 200..- =- vague"},
      {"how many, too many, as many", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(numbers(row.text), row.want) << row.text;
}

TEST(Numbers, Ranges) {
  const Row rows[] = {
      {"between 500 and 1300", "[between 500 and 1300] 500..1300 =- range"},
      {"3000 to 5000, 10-20, 10–20", "[3000 to 5000] 3000..5000 =- range; [10-20] 10..20 =- range; [10–20] 10..20 =- range"},
      {"from 10 men to 20", "[from 10 men to 20] 10..20 =- range"},
      {"three or four", "[three or four] 3..4 =- range"},
      {"above 1000 and below 1500", "[above 1000 and below 1500] 1000..1500 =- range"},
      {"The toll rose from 12 to 20", "[12] 12..12 =12 exact; [20] 20..20 =20 exact"},
  };
  for (const auto& row : rows) EXPECT_EQ(numbers(row.text), row.want) << row.text;
}

TEST(Numbers, Hints) {
  const Row rows[] = {
      {"in 2013, since 2011 when", "[2013] 2013..2013 =2013 exact year; [2011] 2011..2011 =2011 exact year"},
      {"of 2000 people", "[2000] 2000..2000 =2000 exact"},
      {"March 8, 2025", "[8] 8..8 =8 exact date; [2025] 2025..2025 =2025 exact date"},
      {"9 March 2025", "[9] 9..9 =9 exact date; [2025] 2025..2025 =2025 exact date"},
      {"a 12-year-old, aged 7", "[12] 12..12 =12 exact age; [7] 7..7 =7 exact age"},
      {"40 percent, $30 million, €5",
       "[40] 40..40 =40 exact percent; [30 million] 30000000..30000000 =30000000 exact money; [5] 5..5 =5 exact money"},
      {"three-day, 40 km, two hours",
       "[three] 3..3 =3 exact measure; [40] 40..40 =40 exact measure; [two] 2..2 =2 exact measure"},
      {"a T-72 and Resolution 2254", "[72] 72..72 =72 exact label; [2254] 2254..2254 =2254 exact label"},
  };
  for (const auto& row : rows) EXPECT_EQ(numbers(row.text), row.want) << row.text;
}

TEST(Numbers, AreBounded) {
  std::string hundreds, ones, mods;
  for (int i = 0; i < 50000; ++i) hundreds += "hundred ", ones += "1 000 ", mods += "at least about ";
  for (const auto& text : {hundreds, ones, mods}) EXPECT_LT(numbers(text).size(), 10000000u);
}

TEST(Numbers, JsonIsTheContracts) {
  const std::string text = "é at least 5 in 2013";
  EXPECT_EQ(numbers_json(scanner().scan(tokenize(text), text), text),
            R"([{"begin":2,"end":12,"text":"at least 5","low":5,"high":null,"point":5,"modifier":"at_least"}])");
}

}  // namespace
}  // namespace attest
