#include "know/lists.h"

#include <gtest/gtest.h>

#include "text/text.h"

namespace attest {
namespace {

constexpr std::string_view kHeader = "id,name,kind,of,aliases,party,from,to,reference,source\n";

ActorLists lists(std::string_view rows) {
  ActorLists out;
  EXPECT_TRUE(out.add_csv(std::string(kHeader) + std::string(rows), "l.csv").has_value());
  return out;
}

std::string found(const ActorLists& lists, std::string_view text) {
  const Tokens tokens = tokenize(text);
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (const auto m = lists.longest_at(tokens, i)) {
      out += (out.empty() ? "" : " ") + m.actor->id + "/" + std::to_string(m.length);
      i += m.length - 1;
    }
  return out;
}

TEST(ActorLists, FindsNamesAsTheyAreWritten) {
  const auto l = lists(
      "ap,Associated Press,agency,,AP,,,,,x\nwatch,Avaran Rights Watch,monitor,,ARW;Avaran Rights-Watch,,,,,x\nwho,Health "
      "Body,international,,WHO,,,,,x\n");
  struct Row {
    const char *name, *text, *expect;
  };
  for (const Row& r : {Row{"plain", "The Associated Press reported it.", "ap/2"}, Row{"acronym", "He told AP on Monday.", "ap/1"},
                       Row{"lower case is another word", "An ap and the associated press.", ""},
                       Row{"hyphen", "Avaran Rights-Watch said so.", "watch/4"},
                       Row{"in brackets", "Avaran Rights Watch (ARW) said so.", "watch/3 watch/1"},
                       Row{"a line in capitals", "THE MEN WHO DIED HERE", ""}, Row{"among small words", "the WHO said", "who/1"}})
    EXPECT_EQ(found(l, r.text), r.expect) << r.name;
}

TEST(ActorLists, KeepsWhoseOrganSomebodyWasWhen) {
  const auto l = lists(
      "tv,Avara TV,state_media,,,First government,1990-01-01,2010-05-01,press law,x\ntv,,,,,Second government,2010-05-01,,press "
      "law,x\n");
  const auto* tv = l.find("tv");
  ASSERT_TRUE(tv);
  EXPECT_EQ(ActorLists::party_on(*tv, Date::make(2009, 1, 1))->name, "First government");
  EXPECT_EQ(ActorLists::party_on(*tv, Date::make(2010, 5, 1))->name, "Second government");
  EXPECT_EQ(ActorLists::party_on(*tv, std::nullopt)->name, "Second government");
  EXPECT_EQ(ActorLists::party_on(*tv, Date::make(1980, 1, 1)), nullptr);
}

TEST(ActorLists, SaysWhatIsWrongAndWhere) {
  struct Row {
    const char *csv, *where;
  };
  for (const Row& r : {Row{"name,kind\n", "l.csv:1"}, Row{"id,name,kind\na,A,agency\na,B,agency\n", "l.csv:3"},
                       Row{"id,name,kind,of\na,A Person,person,nobody\n", "l.csv:2"}, Row{"id,name,kind,aliases\na,A,agency,B; ;C\n", "l.csv:2"},
                       Row{"id,name,kind\na,A,newspaperish\n", "l.csv:2"}, Row{"id,name,kind\na,,\n", "l.csv:2"},
                       Row{"id,name,kind\n\"a,A,agency\n", "l.csv:2"}, Row{"id,name,kind,party\na,A,agency,B\n", "l.csv:2"},
                       Row{"id,name,kind,party,from,reference\na,A,agency,B,May,law\n", "l.csv:2"},
                       Row{"id,name,kind\na,A,agency,x\n", "l.csv:2"}, Row{"", "l.csv:1"}, Row{"id;name;kind\na;A;agency\n", "l.csv:1"},
                       Row{"id,name,kind\na,\xE9,agency\n", "l.csv:1"}, Row{"id,name,kind,from\na,A,agency,2030-01-01\n", "l.csv:2"}}) {
    ActorLists out;
    const auto added = out.add_csv(r.csv, "l.csv");
    ASSERT_FALSE(added.has_value()) << r.csv;
    EXPECT_EQ(added.error().where, r.where) << added.error().text();
    EXPECT_TRUE(out.all().empty());
  }
}

TEST(ActorLists, ReadsWhatOfficeProgramsSave) {
  ActorLists out;
  ASSERT_TRUE(out.add_csv("\xEF\xBB\xBFid,name,kind\r\nx,Yorrin Watch,monitor\r\n", "l.csv").has_value());
  EXPECT_EQ(found(out, "Yorrin Watch"), "x/2");
}

TEST(ActorLists, ShippedListsLoad) {
  const auto l = load_lists(SystemFiles(), std::string(ATTEST_SOURCE) + "/lists", {});
  ASSERT_TRUE(l.has_value()) << l.error().text();
  EXPECT_GE(l->all().size(), 150u);
  for (const auto& actor : l->all()) EXPECT_FALSE(actor.source.empty()) << actor.where;
  EXPECT_EQ(l->find_name("syrian observatory for human rights"), l->find("sohr"));
}

TEST(ActorLists, UsersListExtendsOurs) {
  MemoryFiles files;
  files.files["lists/a.csv"] = "id,name,kind\nap,Associated Press,agency\n";
  files.files["mine.csv"] = "id,name,kind,aliases\nap,,,Press Association of All\nx,Yorrin Watch,monitor,\n";
  const auto l = load_lists(files, "lists", {"mine.csv"});
  ASSERT_TRUE(l.has_value()) << l.error().text();
  EXPECT_EQ(found(*l, "Press Association of All and Yorrin Watch"), "ap/4 x/2");
}

}  // namespace
}  // namespace attest
