#include "link/entities.h"

#include <gtest/gtest.h>

#include "builders.h"
#include "link/link.h"

namespace attest {
namespace {

using testing::ReportBuilder;

const Knowledge& knowledge() {
  static const std::shared_ptr<const Knowledge> loaded = *load_knowledge(SystemFiles(), {ATTEST_BUILD "/share/attest", {}, {}, {}});
  return *loaded;
}

// A report whose text names people; `people` are the words of the text that a finder took for persons.
Analysis report(std::string id, std::string_view text, const std::vector<std::string>& people) {
  Analysis a = ReportBuilder(std::move(id), "One", "2031-04-02").text(text);
  for (const std::string& p : people)
    for (std::size_t at = a.report.text.find(p); at != std::string::npos; at = a.report.text.find(p, at + p.size())) {
      Mention m;
      m.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + p.size())};
      m.type = MentionType::kPerson;
      m.canonical = p;
      a.findings.mentions.push_back(m);
    }
  return a;
}

// "Ilse Brandt: a0 b0" for each entity: its name and how often which report names it, sorted.
std::vector<std::string> entities(const std::vector<Analysis>& all, const Decisions* decisions = nullptr) {
  std::vector<std::string> out;
  for (const Entity& e : link_reports(all, knowledge(), decisions).entities) {
    std::string line = e.name + ":";
    for (const EntityAlias& a : e.aliases) line += " " + all[a.at.report].report.id.substr(7) + "=" + a.text;
    out.push_back(line);
  }
  std::sort(out.begin(), out.end());
  return out;
}

using Lines = std::vector<std::string>;

TEST(Entities, SpellingsOfOneNameAreOne) {
  EXPECT_EQ(entities({report("a", "Karim al-Dorrani spoke.", {"Karim al-Dorrani"}), report("b", "Kareem Al Dorani left.", {"Kareem Al Dorani"})}),
            (Lines{"Kareem Al Dorani: a=Karim al-Dorrani b=Kareem Al Dorani"}));
}

TEST(Entities, PeopleOfOneSurnameStayApart) {
  EXPECT_EQ(entities({report("a", "Karim Dorrani spoke.", {"Karim Dorrani"}), report("b", "Selma Dorrani left.", {"Selma Dorrani"})}),
            (Lines{"Karim Dorrani: a=Karim Dorrani", "Selma Dorrani: b=Selma Dorrani"}));
}

TEST(Entities, SingleNamesAreTheirReports) {
  EXPECT_EQ(entities({report("a", "Karim wept.", {"Karim"}), report("b", "Then Karim left.", {"Karim"})}), (Lines{"Karim: a=Karim", "Karim: b=Karim"}));
}

TEST(Entities, SurnamesGoToTheFullNameOfTheReportThenToTheOnlyOneOfTheCase) {
  EXPECT_EQ(entities({report("a", "Karim Dorrani spoke. Then Dorrani left.", {"Karim Dorrani", "Dorrani"}), report("b", "Dorrani wept.", {"Dorrani"})}),
            (Lines{"Karim Dorrani: a=Karim Dorrani a=Dorrani b=Dorrani"}));
}

TEST(Entities, OfSeveralBearersNoneIsChosenAndAllAreKept) {
  const std::vector<Analysis> all = {report("a", "Karim Dorrani spoke.", {"Karim Dorrani"}), report("b", "Selma Dorrani left.", {"Selma Dorrani"}),
                                     report("c", "Dorrani wept.", {"Dorrani"})};
  const auto found = link_reports(all, knowledge()).entities;
  const auto alone = std::find_if(found.begin(), found.end(), [](const Entity& e) { return e.name == "Dorrani"; });
  ASSERT_NE(alone, found.end());
  EXPECT_EQ(alone->not_same.size(), 2U);
}

TEST(Entities, AReportMaySayThatTwoNamesAreOne) {
  EXPECT_EQ(entities({report("a", "Abu Harl al-Weyli (Karim Dorrani) spoke.", {"Abu Harl al-Weyli"}), report("b", "Karim Dorrani left.", {"Karim Dorrani"})}),
            (Lines{"Karim Dorrani: a=Abu Harl al-Weyli a=Karim Dorrani b=Karim Dorrani"}));
}

TEST(Entities, PeoplesRulingsWin) {
  const std::vector<Analysis> all = {report("a", "Karim Dorrani spoke.", {"Karim Dorrani"}), report("b", "Karim Dorrani left.", {"Karim Dorrani"}),
                                     report("c", "Selma Weyl left.", {"Selma Weyl"})};
  Decisions apart;
  apart.entities = {{{0, {0, 5}}, {1, {0, 5}}, false, {}}};
  EXPECT_EQ(entities(all, &apart).size(), 3U);
  Decisions together;
  together.entities = {{{0, {0, 5}}, {2, {0, 5}}, true, {}}};
  EXPECT_EQ(entities(all, &together).size(), 1U);
}

}  // namespace
}  // namespace attest
