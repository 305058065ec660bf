// The ledger, its contradictions and the naming table, from reports built by hand.
#include "link/words.h"

#include <gtest/gtest.h>

#include "builders.h"
#include "link/link.h"

namespace attest {
namespace {

struct Said {
  const char *actor, *act, *target, *topic, *quote;
};

Analysis report(const char* id, const char* outlet, const char* day, const std::vector<Said>& said) {
  Analysis a = testing::ReportBuilder(id, outlet, day);
  for (const Said& s : said) {
    Statement out;
    out.id = "s" + std::to_string(a.findings.statements.size() + 1);
    out.actor = out.actor_canonical = s.actor;
    out.act = s.act;
    out.target = s.target;
    out.topic = s.topic;
    if (*s.quote) {
      Quote q;
      q.id = "q" + out.id;
      q.span.begin = static_cast<std::uint32_t>(a.report.text.size());
      a.report.text += s.quote;
      q.span.end = static_cast<std::uint32_t>(a.report.text.size());
      a.findings.quotes.push_back(q);
      out.quote = q.id;
    }
    a.findings.statements.push_back(out);
  }
  return a;
}

Links linked(const std::vector<Analysis>& analyses) { return link_reports(analyses, Knowledge{}); }

TEST(Ledger, TellsTheSameStatementOnce) {
  const std::vector<Analysis> reports = {
      report("1", "Valley Standard", "2031-05-08", {{"Orlavia", "urge", "both sides", "stop the shelling of Tarnhold", ""}}),
      report("2", "Coast Courier", "2031-05-09", {{"Orlavia", "urge", "the two sides", "to stop shelling Tarnhold at once", ""}}),
      report("3", "Inland Review", "2031-05-09", {{"Orlavia", "urge", "donors", "rebuild the bridge", ""}}),
      report("4", "Daily Lantern", "2031-06-09", {{"Orlavia", "urge", "both sides", "stop the shelling of Tarnhold", ""}})};
  const auto ledger = linked(reports).words.ledger;
  ASSERT_EQ(ledger.size(), 3u);  // other words, and a month later, are other statements
  EXPECT_EQ(ledger[0].statements.size(), 2u);
  EXPECT_EQ(ledger[0].why, std::vector<std::string>{"actor, act and words"});
}

TEST(Ledger, JoinsByQuotation) {
  const char* words = "those who fired the shells must answer for what they did";
  const auto ledger = linked({report("1", "Valley Standard", "2031-05-08", {{"Edo Marlan", "urge", "the council", "answer", words}}),
                              report("2", "Coast Courier", "2031-05-09", {{"Edo Marlan", "urge", "the front", "account", words}})});
  ASSERT_EQ(ledger.words.ledger.size(), 1u);
  EXPECT_EQ(ledger.words.ledger[0].why, std::vector<std::string>{"quotation"});
  ASSERT_EQ(ledger.contradictions.size(), 1u);
  EXPECT_EQ(ledger.contradictions[0].about, "addressee");
}

TEST(Contradictions, ReportWhoWasInvited) {
  const auto invites = [](const char* first, const char* second) {
    return linked({report("1", "Valley Standard", "2031-05-08", {{"Continental Council", "invite", first, "the donor conference in Ostrel", ""}}),
                   report("2", "Coast Courier", "2031-05-09", {{"Continental Council", "invite", second, "a donor conference", ""}})})
        .contradictions;
  };
  ASSERT_EQ(invites("foreign minister Rano Telk", "interim President Edo Marlan").size(), 1u);
  EXPECT_EQ(invites("foreign minister Rano Telk", "interim President Edo Marlan")[0].about, "invitee");
  EXPECT_TRUE(invites("President Edo Marlan", "Marlan").empty());
  EXPECT_TRUE(invites("the new council", "President Edo Marlan").empty());  // a body and its head are no rivals
}

TEST(Ledger, KnowsWhatTouchesAPledge) {
  const auto ledger = linked({report("1", "Valley Standard", "2031-05-08", {{"Edo Marlan", "pledge", "", "an inquiry into the shelling", ""}}),
                              report("2", "Coast Courier", "2031-05-12", {{"Edo Marlan", "investigate", "", "a committee of three judges", ""}})})
                          .words.ledger;
  ASSERT_EQ(ledger.size(), 2u);
  EXPECT_EQ(ledger[0].touched_by, std::vector<std::string>{"l2"});
  EXPECT_TRUE(ledger[1].touched_by.empty());
}

NamingUse use(Analysis& a, const char* words, const char* referent, const char* name) {
  NamingUse n;
  n.span.begin = static_cast<std::uint32_t>(a.report.text.size());
  a.report.text += words;
  n.span.end = static_cast<std::uint32_t>(a.report.text.size());
  n.referent = referent;
  n.name = name;
  n.device = "name";
  a.findings.naming.push_back(n);
  return n;
}

TEST(NamingTable, JoinsOnePersonsNames) {
  Analysis a = report("1", "Valley Standard", "2031-05-08", {}), b = report("2", "Coast Courier", "2031-05-09", {}), c = report("3", "Inland Review", "2031-05-09", {});
  use(a, "Edo Marlan", "person:edo-marlan", "Edo Marlan");
  use(b, "Abu Tarek", "person:abu-tarek", "Abu Tarek");
  use(b, "Edo Marlan", "person:abu-tarek", "Abu Tarek");  // "Abu Tarek (Edo Marlan)"
  use(c, "Rika Marlan", "person:rika-marlan", "Rika Marlan");
  const auto table = linked({a, b, c}).words.naming;
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.outlets, (std::vector<std::string>{"Coast Courier", "Inland Review", "Valley Standard"}));
  EXPECT_EQ(table.rows[0].id, "person:abu-tarek");
  EXPECT_EQ(table.rows[0].outlets[0].size(), 2u);
  EXPECT_EQ(table.rows[0].outlets[2].size(), 1u);
}

// The order of arrival changes nothing.
TEST(Ledger, DoesNotHangOnOrder) {
  const Analysis a = report("1", "Valley Standard", "2031-05-08", {{"Orlavia", "urge", "both sides", "stop the shelling of Tarnhold", ""}});
  const Analysis b = report("2", "Coast Courier", "2031-05-09", {{"Orlavia", "urge", "both sides", "stop the shelling of Tarnhold", ""}, {"Edo Marlan", "deny", "", "the shelling", ""}});
  const auto forth = linked({a, b}).words.ledger, back = linked({b, a}).words.ledger;
  ASSERT_EQ(forth.size(), back.size());
  for (std::size_t i = 0; i < forth.size(); ++i) EXPECT_EQ(forth[i].actor + forth[i].act, back[i].actor + back[i].act);
}

}  // namespace
}  // namespace attest
