#include <gtest/gtest.h>

#include "find/find.h"
#include "reading.h"

namespace attest {
namespace {

using reading::know;

// Each use on a line but for plain names and agency: device|words|referent|voice.
std::string labels(std::string text) {
  const reading::Text read(std::move(text), know());
  const std::string& words = read.report.text;
  std::string out;
  for (const NamingUse& n : find_all(read.report, read.tokens, read.parse, know()).naming) {
    EXPECT_LE(n.span.end, words.size());
    if (n.device == "name" || n.referent.starts_with("harm:")) continue;
    out += n.device + "|" + std::string(n.span.in(words)) + "|" + n.referent + "|" + (n.own_voice ? "own" : "quoted") + "\n";
  }
  return out;
}

TEST(Naming, FindsLabelsAndWhatTheyStandFor) {
  struct Row {
    const char *name, *text, *expect;
  };
  for (const Row& r : {
           Row{"a government", "The Lebanese regime closed the road.", "label|The Lebanese regime|government:LB|own\n"},
           Row{"one that fell", "The ousted Lebanese regime closed the road.", "label|The ousted Lebanese regime|former-government:LB|own\n"},
           Row{"its forces", "Lebanese security forces closed the road.", "label|Lebanese security forces|forces:LB|own\n"},
           Row{"groups at its side", "Militias affiliated with the Lebanese government closed the road.",
               "label|Militias affiliated with the Lebanese government|aligned:LB|own\nlabel|the Lebanese government|government:LB|own\n"},
           Row{"nobody known", "Extremists closed the road in Lebanon.", "label|Extremists|unidentified:LB|own\n"},
           Row{"a leader", "Interim President Edo Marlan closed the road.", "label|Interim President Edo Marlan|person:edo-marlan|own\n"},
           Row{"a title in marks", "Interim \"president\" Edo Marlan closed the road.", "scare_quotes|Interim \"president\" Edo Marlan|person:edo-marlan|own\n"},
           Row{"in another's voice", "\"The Lebanese regime closed the road,\" said Ilse Brandt, the mayor of Tarnhold.", "label|The Lebanese regime|government:LB|quoted\n"},
           Row{"an event", "The massacre in Tarnhold went on.", "event_noun|The massacre in Tarnhold|event:killings|own\n"},
           Row{"whose backers the words before tell", "Remnants of the former Lebanese regime and their foreign backers closed the road.",
               "label|Remnants of the former Lebanese regime|opponents:LB|own\nlabel|the former Lebanese regime|former-government:LB|own\nlabel|their foreign backers|opponents:LB|own\n"},
           Row{"fighters who are killed did nothing", "Nine fighters were killed in Lebanon.", "label|Nine fighters|victims|own\n"},
           Row{"a word before another noun names nobody", "The government forces left.", "label|The government forces|forces:unknown|own\n"},
       })
    EXPECT_EQ(labels(r.text), r.expect) << r.name;
}

// The same sentence with the sides' names exchanged names them alike (METHOD 12).
TEST(Naming, TreatsSidesAlike) {
  const auto swapped = [](std::string text) {
    for (std::size_t at = 0; (at = text.find("LB", at)) != std::string::npos; at += 2) text.replace(at, 2, "JO");
    for (std::size_t at = 0; (at = text.find("Lebanese", at)) != std::string::npos; at += 8) text.replace(at, 8, "Jordanian");
    return text;
  };
  EXPECT_EQ(swapped(labels("The brutal Lebanese regime and its militias closed the road.")), labels("The brutal Jordanian regime and its militias closed the road."));
}

TEST(Naming, TellsWhetherThoseWhoKillAreNamed) {
  const auto agency = [](std::string text) {
    const reading::Text read(std::move(text), know());
    for (const NamingUse& n : find_all(read.report, read.tokens, read.parse, know()).naming)
      if (n.referent == "harm:killed") return n.device;
    return std::string("none");
  };
  EXPECT_EQ(agency("The army killed two men in Tarnhold."), "active");
  EXPECT_EQ(agency("Two men were killed by the army in Tarnhold."), "passive");
  EXPECT_EQ(agency("Two men were killed in Tarnhold."), "agentless");
}

TEST(Naming, BearsHostileText) {
  std::string many;
  for (int i = 0; i < 4000; ++i) many += "regime's former (president) - al- ";
  for (const std::string& text : {std::string("regime"), std::string("'s 's regime"), std::string("al- al- al-"), many, std::string("so - called"), std::string("former former former")}) labels(text);
}

}  // namespace
}  // namespace attest
