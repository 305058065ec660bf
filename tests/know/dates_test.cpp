#include "know/dates.h"

#include <gtest/gtest.h>

#include <chrono>

#include "text/text.h"

namespace attest {
namespace {

RuleFile rules(const std::string& name) {
  const std::string path = std::string(ATTEST_SOURCE) + "/lang/en/" + name + ".toml";
  auto parsed = parse_rules(name, SystemFiles().read(path, 1 << 20).value(), path);
  if (!parsed) ADD_FAILURE() << parsed.error().where << ": " << parsed.error().message;
  return parsed ? std::move(*parsed) : RuleFile{};
}

std::vector<DateMatch> scan(const Tokens& tokens, const std::string& text) {
  static const NumberScanner numbers(rules("numbers"));
  static const DateScanner dates(rules("dates"));
  return dates.scan(tokens, text, numbers.scan(tokens, text));
}

// The words of each expression, "|" between.
std::string spans(const std::string& text) {
  const Tokens tokens = tokenize(text);
  std::string out;
  for (const auto& match : scan(tokens, text)) {
    if (!out.empty()) out += "|";
    out += text.substr(tokens.tokens[match.first].span.begin,
                       tokens.tokens[match.last - 1].span.end - tokens.tokens[match.first].span.begin);
  }
  return out;
}

TEST(Dates, SpansHoldTheWholeExpression) {
  const std::pair<const char*, const char*> rows[] = {
      {"on March 8, 2025, at noon", "March 8, 2025|noon"},
      {"on 8 March 2025", "8 March 2025"},
      {"between 10 and 12 March", "10|12 March"},
      {"March 6, 7 and 8", "March 6|7|8"},
      {"the night of 6 March", "the night of 6 March"},
      {"Thu May 26 2016 Ten", "Thu May 26 2016"},
      {"on 12/03/2025 and 2025-03-12", "12/03/2025|2025-03-12"},
      {"at 9:30 a.m. on Friday", "9:30 a.m. on Friday"},
      {"in 2013, some 2013 people", "2013"},
      {"from 1914-18", "1914|18"},
      {"between 500 and 1300 dead", ""},
      {"in the 1930s and the 19th century", "the 1930s|the 19th century"},
      {"a 12-year-old boy, 25 years old", ""},
      {"two days after Christmas", "two days after Christmas"},
      {"for three days; three days later; in recent days", "three days|three days later|recent days"},
      {"the past two weeks", "the past two weeks"},
      {"may march in the fall of the city", ""},
      {"the end of the year", "the end of the year"},
  };
  for (const auto& [text, want] : rows) EXPECT_EQ(spans(text), want) << text;
}

TEST(Dates, StayInTheirSentence) {
  EXPECT_EQ(spans("It was the night\n\nMonday, March 5, 2007\n\nTen died."), "Monday, March 5, 2007");
}

TEST(Dates, AreBounded) {
  std::string days, months, ago;
  for (int i = 0; i < 30000; ++i) days += "the day after ", months += "1, 2 and ", ago += "two days before the ";
  for (const auto& text : {days, months, ago}) {
    const auto start = std::chrono::steady_clock::now();
    scan(tokenize(text), text);
    EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), 5.0);
  }
}

}  // namespace
}  // namespace attest
