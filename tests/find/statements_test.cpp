#include <gtest/gtest.h>

#include "find/find.h"
#include "reading.h"

namespace attest {
namespace {

using reading::know;

// Each statement on a line: act/detail|actor|target|strength|relayed by.
std::string statements(std::string text) {
  const reading::Text read(std::move(text), know());
  const Findings found = find_all(read.report, read.tokens, read.parse, know());
  std::string out;
  for (const Statement& s : found.statements) {
    EXPECT_LE(s.span.end, read.report.text.size());
    EXPECT_TRUE(s.span.contains(s.cue) || s.quote) << s.span.in(read.report.text);
    out += s.act + "/" + s.detail + "|" + s.actor + "|" + s.target + "|" + s.strength + "|" + (s.relayed_by.empty() ? "" : s.relayed_by.front().text) + "\n";
  }
  return out;
}

TEST(Statements, FindWhoDoesWhat) {
  struct Row {
    const char *name, *text, *expect;
  };
  for (const Row& r : {
           Row{"two acts of one actor", "The governor condemned the raid and urged both sides to stop firing.", "condemn/|The governor|||\nurge/|The governor|both sides||\n"},
           Row{"a participle", "The governor spoke on Monday, calling for calm.", "urge/|The governor|||\n"},
           Row{"an infinitive that is carried", "The ministry chose to condemn the raid.", "condemn/|The ministry|||\n"},
           Row{"an infinitive that is only wished", "The mayor wants the ministry to condemn the raid.", ""},
           Row{"only thought of", "The ministry may condemn the raid.", ""},
           Row{"not done, and the report says so", "The ministry did not condemn the raid.", "other/not_condemn|The ministry||withheld|\n"},
           Row{"a passive with its actor", "The raid was condemned by the governor.", "condemn/|the governor|The raid||\n"},
           Row{"an owner", "The ministry's decision to lift sanctions on Ostrel was signed.", "lift_sanctions/|The ministry|||\n"},
           Row{"a light verb", "The ministry issued a strong condemnation of the raid.", "condemn/|The ministry||strong|\n"},
           Row{"who carries it", "The ministry said the governor had condemned the raid.", "condemn/|the governor|||The ministry\n"},
           Row{"a pronoun", "The mayor of Tarnhold, Ilse Brandt, spoke. \"We saw it,\" said Ilse Brandt. She condemned the raid.", "condemn/|Ilse Brandt|||\n"},
           Row{"a thing does nothing", "The blast condemned the town to darkness.", ""},
           Row{"what is quoted does the act", "\"The army failed to protect the town,\" said Ilse Brandt, the mayor of Tarnhold.", "accuse/|Ilse Brandt, the mayor of Tarnhold|||\n"},
           Row{"a question does none", "The mayor asked whether the army failed to protect the town.", ""},
           Row{"whom the harm told in its words accuses", "The mayor, Ilse Brandt, said Orvan Front gunmen had deliberately shelled the town and killed nine people.", "accuse/|The mayor, Ilse Brandt|Orvan Front gunmen||\n"},
           Row{"money needs a sum", "The ministry gave advice to the town.", ""},
       })
    EXPECT_EQ(statements(r.text), r.expect) << r.name;
}

TEST(Statements, KeepTheirParts) {
  const reading::Text read(
      "Foreign Minister Edo Marlan of Orlavia pledged at a press briefing on 3 May 2031 to reopen the clinic by 10 May 2031.", know());
  const Findings found = find_all(read.report, read.tokens, read.parse, know());
  ASSERT_EQ(found.statements.size(), 1u);
  const Statement& s = found.statements.front();
  EXPECT_EQ(s.act, "pledge");
  EXPECT_EQ(s.actor_role, "Foreign Minister");
  EXPECT_EQ(s.venue, "press briefing");
  EXPECT_EQ(s.date, Date::parse("2031-05-03"));
  EXPECT_EQ(s.due, "by 10 May 2031");
}

// Whatever the text, spans lie inside it and the work stays small.
TEST(Statements, BearHostileText) {
  std::string many;
  for (int i = 0; i < 4000; ++i) many += "condemned urged \"denied \" and ";
  for (const std::string& text : {std::string("condemned"), std::string("\"\"\"\" urged \"by"), std::string(5000, '"'), many, std::string("by by by condemned by by by of of to to the the")}) statements(text);
}

}  // namespace
}  // namespace attest
