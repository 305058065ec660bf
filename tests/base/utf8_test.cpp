#include <gtest/gtest.h>

#include "base/base.h"

namespace attest {
namespace {

std::string fold(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    append_utf8(out, fold_case(d.code));
    i += d.size;
  }
  return out;
}

TEST(Utf8, Folds) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Bāniyās", "baniyas"}, {"Al Ḩaffah", "al haffah"}, {"Lattakia’s", "lattakia's"}, {"ÉTÉ", "ete"}, {"Łódź", "lodz"}, {"بانياس", "بانياس"}};
  for (const auto& [in, want] : rows) EXPECT_EQ(fold(in), want);
}

TEST(Utf8, FindsInvalidBytes) {
  EXPECT_EQ(find_invalid_utf8("plain é € 😀"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("ab\xC0\xAF"), 2u);      // overlong
  EXPECT_EQ(find_invalid_utf8("a\xED\xA0\x80"), 1u);   // surrogate
  EXPECT_EQ(find_invalid_utf8("a\xF5\x80\x80\x80"), 1u);
  EXPECT_EQ(to_valid_utf8("a\xFFz"), "a\xEF\xBF\xBDz");
}

TEST(Utf8, MapsBytesToCodePointsAndBack) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "aé€😀";
  const CodePoints map(text);
  EXPECT_EQ(map.size(), 200u);
  for (std::uint32_t point = 0; point <= map.size(); ++point) EXPECT_EQ(map.from_byte(map.to_byte(point)), point);
  EXPECT_EQ(map.to_byte(3), 6u);
}

TEST(Date, RoundTripsEveryDayOfFourCenturies) {
  for (std::int64_t day = -73000; day < 73000; ++day) {
    const Date date = Date::from_days(day);
    ASSERT_EQ(date.days(), day);
    ASSERT_EQ(Date::parse(date.iso()), date);
  }
  EXPECT_EQ(Date::make(2025, 3, 6)->weekday(), 3);  // a Thursday
  EXPECT_FALSE(Date::make(2025, 2, 29));
  EXPECT_EQ(Date::make(2024, 1, 31)->plus_months(1).iso(), "2024-02-29");
}

TEST(JsonWriter, EscapesAndNests) {
  JsonWriter w;
  w.begin_object().field("a", "q\"\\\n\x01").key("b").begin_array().value(1).null().value(2.5, 2).end_array().end_object();
  EXPECT_EQ(w.text(), R"({"a":"q\"\\\n\u0001","b":[1,null,2.50]})");
}

TEST(MemoryFiles, ListsFolders) {
  MemoryFiles files;
  files.files = {{"a/x.txt", "1"}, {"a/b/y.txt", "22"}, {"c", "3"}};
  EXPECT_EQ(*files.list("a"), (std::vector<std::string>{"b", "x.txt"}));
  EXPECT_EQ(files.read("a/b/y.txt", 1).error().code, "too_large");
  EXPECT_EQ(files.read("zz", 1).error().code, "not_found");
}

}  // namespace
}  // namespace attest
