#include <gtest/gtest.h>

#include "find/find.h"
#include "reading.h"

namespace attest {
namespace {

const Knowledge& knowledge() { return reading::know_with_sample_places(); }

// The places of each claim, claims apart by " | ".
std::string places_of(const std::string& text) {
  Report report;
  report.text = text;
  const auto findings = find_all(report, tokenize(text), Parse{}, knowledge());
  std::string out;
  for (const auto& c : findings.claims) {
    out += out.empty() ? "" : " | ";
    for (std::size_t i = 0; i < c.places.size(); ++i) {
      out += (i ? ", " : "") + c.places[i];
      EXPECT_EQ(c.place_spans[i].in(text), c.places[i]);
    }
  }
  return out;
}

struct Row {
  const char *text, *expected;
};
TEST(ClaimPlaces, Rows) {
  const Row rows[] = {
      {"Nine people were killed in Derwashan.", "Derwashan"},
      {"Nine people were killed in Derwashan, in Sarrath province.", "Derwashan, Sarrath"},
      {"Nine people were killed in Derwashan and 12 in the village of Orlat.", "Derwashan | Orlat"},
      {"A blast went off in Derwashan. The attack killed nine people.", "Derwashan"},
      {"Fighters came from Derwashan. Nine people were killed in the village of Orlat.", "Orlat"},
      {"Four men were shot in the coastal region.", "the coastal region"},
      {"The Derwashan-based monitor said nine people were killed in the village of Orlat.", "Orlat"},
      {"Nine people were killed.", ""},
      {"Fighters besieged Derwashan. Nine people were killed in the town.", "Derwashan"},
      {"Thirty people, including nine women, were killed in Derwashan.", "Derwashan | Derwashan"},
      {"Nine people died in Derwashan. Of those killed, four were children.", "Derwashan | Derwashan"},
  };
  for (const auto& r : rows) EXPECT_EQ(places_of(r.text), r.expected) << r.text;
}

}  // namespace
}  // namespace attest
