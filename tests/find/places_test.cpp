#include <gtest/gtest.h>

#include "find/finders.h"
#include "reading.h"

namespace attest {
namespace {

const Knowledge& knowledge() { return reading::know_with_sample_places(); }

// Each place as `text=name/country/precision`, `text=?` where it is not located, with `~` after an adjective.
std::string places_of(const std::string& text) {
  Report report;
  report.text = text;
  const auto tokens = tokenize(report.text);
  const Parse parse;
  std::string out;
  for (const auto& m : find_places({report, tokens, parse, knowledge()})) {
    out += (out.empty() ? "" : " | ") + std::string(m.span.in(text)) + (m.adjective ? "~" : "") + "=";
    out += m.located ? m.located->name + "/" + m.located->country + "/" + std::string(name(m.located->precision)) : "?";
  }
  return out;
}

struct Row {
  const char *text, *expected;
};
TEST(FindPlaces, Rows) {
  const Row rows[] = {
      {"A car bomb went off in Beirut, Lebanon.", "Beirut=Beirut/LB/settlement | Lebanon=Lebanon/LB/country"},
      {"Shells fell in northern Syria.", "Syria=Syria/SY/country"},
      {"Syrian state media said two were hurt in Latakia province.", "Syrian~=Syria/SY/country | Latakia=Latakia/SY/province"},
      {"They fled the village of Marzuna.", "Marzuna=?"},
      {"March was cold. Of the ten, two died.", ""},
      {"Jordan Marlow and General Paris Verrin spoke.", ""},
      {"Fighting went on in Paris, Texas.", "Paris=Paris/US/settlement | Texas=Texas/US/province"},
      {"In Derwashan, in the Sarrath province, nine died.", "Derwashan=Derwashan/XV/settlement | Sarrath=Sarrath/XV/province"},
  };
  for (const auto& r : rows) EXPECT_EQ(places_of(r.text), r.expected) << r.text;
}

}  // namespace
}  // namespace attest
