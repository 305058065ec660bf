// Pages and tables of words: no private name in a shared page, no formula in a table, the filters' names agree with the style.
#include <gtest/gtest.h>

#include <algorithm>

#include "export/export.h"
#include "export/words_view.h"
#include "text/text.h"

namespace attest {
namespace {

struct Case {
  std::vector<Analysis> analyses;
  Dossier dossier;
};

Case sample() {
  Case c;
  Analysis a;
  a.report.id = "sha256:1";
  a.report.input = "one.txt";
  a.report.outlet = "Norr Post";
  a.report.language = "en";
  a.report.text = "The army denied the raid. A resident, Irel Maddo, condemned it.";
  a.tokens = tokenize(a.report.text);
  const auto add = [&](const char* actor, const char* act, const char* words, const char* topic) {
    Statement s;
    s.id = "s" + std::to_string(a.findings.statements.size() + 1);
    s.actor = s.actor_canonical = actor;
    s.act = act;
    s.topic = topic;
    const auto at = static_cast<std::uint32_t>(a.report.text.find(words));
    s.span = s.cue = {at, at + static_cast<std::uint32_t>(std::string_view(words).size())};
    const auto who = static_cast<std::uint32_t>(a.report.text.find(actor));
    s.actor_span = Span{who, who + static_cast<std::uint32_t>(std::string_view(actor).size())};
    a.findings.statements.push_back(s);
  };
  add("The army", "deny", "denied the raid", "=cmd|' /C calc'!A0");
  add("Irel Maddo", "condemn", "condemned it", "it");
  NamingUse n;
  n.span = {38, 48};
  n.referent = "person:irel-maddo";
  n.name = "Irel Maddo";
  n.device = "name";
  n.tone = "neutral";
  a.findings.naming = {n};
  Mention m;
  m.span = n.span;
  m.type = MentionType::kPerson;
  m.entity = "irel-maddo";
  m.canonical = "Irel Maddo";
  a.findings.mentions = {m};
  c.analyses = {a};
  LedgerEntry deny, condemn;
  deny.id = "l1", deny.act = "deny", deny.actor = "The army", deny.topic = "the raid", deny.statements = {{0, 0}}, deny.told = Date::parse("2031-05-08");
  condemn.id = "l2", condemn.act = "condemn", condemn.actor = "Irel Maddo", condemn.statements = {{0, 1}}, condemn.told = Date::parse("2031-05-08");
  c.dossier.words.ledger = {deny, condemn};
  c.dossier.words.naming.outlets = {"Norr Post"};
  c.dossier.words.naming.column = {0};
  NamingReferent r{"person:irel-maddo", "Irel Maddo", "person", {{{"Irel Maddo", "name", "neutral", true, {{0, 0}}}}}, {}};
  c.dossier.words.naming.rows = {r};
  return c;
}

TEST(WordsPages, KeepPrivatePeopleOut) {
  const Case c = sample();
  const Lexicon none;  // without rules everybody is private
  for (const auto& page : {statements_html(c.dossier, c.analyses, none, {}), naming_html(c.dossier, c.analyses, none)}) {
    EXPECT_EQ(page.find("Maddo"), std::string::npos) << page.substr(page.find("Maddo") == std::string::npos ? 0 : page.find("Maddo") - 100, 200);
    EXPECT_NE(page.find("Content-Security-Policy"), std::string::npos);
    EXPECT_EQ(page.find("<script"), std::string::npos);
  }
}

TEST(WordsPages, FiltersHaveRules) {
  const Case c = sample();
  const Lexicon none;
  const std::string style = kWordsStyle;
  for (const auto& page : {statements_html(c.dossier, c.analyses, none, {}), naming_html(c.dossier, c.analyses, none)})
    for (std::size_t at = page.find("<label for=\""); at != std::string::npos; at = page.find("<label for=\"", at + 1)) {
      const std::string id = page.substr(at + 12, page.find('"', at + 12) - at - 12);
      EXPECT_NE(page.find("id=\"" + id + "\""), std::string::npos) << id;
      if (!id.ends_with("-all")) { EXPECT_NE(style.find("#" + id + ":checked~main "), std::string::npos) << id; }
    }
}

TEST(WordsTables, AreRestrictedAndRunNoFormula) {
  const Case c = sample();
  const std::string csv = statements_csv(c.dossier, c.analyses, {});
  EXPECT_NE(csv.find("\"'=cmd"), std::string::npos) << csv;
  EXPECT_NE(statements_json(c.dossier, c.analyses, {}).find("\"restricted\": true"), std::string::npos);
  EXPECT_NE(naming_json(c.dossier, c.analyses).find("\"restricted\": true"), std::string::npos);
}

TEST(WordsTables, Filter) {
  const Case c = sample();
  const auto rows = [&](const WordsFilter& filter) {
    const std::string csv = statements_csv(c.dossier, c.analyses, filter);
    return std::count(csv.begin(), csv.end(), '\n') - 1;
  };
  EXPECT_EQ(rows({}), 2);
  EXPECT_EQ(rows({"deny", ""}), 1);
  EXPECT_EQ(rows({"", "maddo"}), 1);
  EXPECT_EQ(rows({"deny", "maddo"}), 0);
}

}  // namespace
}  // namespace attest
