#include <gtest/gtest.h>

#include "builders.h"
#include "link/link.h"

namespace attest {
namespace {

using namespace testing;

const std::string_view kList =
    "id,name,kind,of,aliases,party,from,to,reference,source\n"
    "cw,Coast Watch,monitor,,CW,,,,,example\n"
    "head,Ilya Maren,person,cw,,,,,,example\n"
    "stv,State Vision,state_media,,,Arvania,,,ministry,example\n"
    "anw,Arvan News Wire,agency,,ANW,,,,,example\n"
    "mod,Ministry of Defence,government,,,Arvania,,,ministry,example\n";

constexpr std::string_view kCopy =
    "Rescuers in the hill town worked through the night after the market was hit shortly before noon and they said that many "
    "stalls were still burning when the "
    "first ambulances came over the bridge from the valley, while families searched the school hall where the injured lay on the "
    "floor between the benches.";

Knowledge knowledge() {
  Knowledge know;
  EXPECT_TRUE(know.actors.add_csv(kList, "list.csv").has_value());
  return know;
}

struct Row {
  std::string name;
  std::vector<Source> chain;
  std::string origin;
};

// METHOD 3: whose figure it is.
TEST(Origins, Table) {
  const Source watch = source("Coast Watch"), tv = source("State Vision", "state_media"),
               wire = source("Arvan News Wire", "agency");
  Source told = source("a doctor", "medical", false);
  told.told = "Arvan News Wire";
  const std::vector<Row> rows = {
      {"the outlet's own voice is unsourced", {}, ""},
      {"a known monitor", {watch}, "cw"},
      {"its director speaks for it", {source("Ilya Maren", "person")}, "cw"},
      {"a named source without a list", {source("the Valley Relief Group", "ngo")}, "valley-relief-group"},
      {"brackets and small words make no other source", {source("Valley Relief Group (VRG)", "ngo")}, "valley-relief-group"},
      {"the last link that resolves is the origin", {wire, watch}, "cw"},
      {"an unnamed source is of its kind under the report's outlet",
       {source("a police source", "police", false)},
       "unnamed-police@one"},
      {"an unnamed source is of its kind under the outlet it spoke to",
       {tv, source("a police source", "police", false)},
       "unnamed-police@stv"},
      {"told an agency", {told}, "unnamed-medical@anw"},
      {"a monitor makes its activists' figure its own", {watch, source("activists", "activist", false)}, "cw"},
      {"footage is nobody where somebody shows it",
       {source("Mira Sonnt", "witness"), source("a video", "media_item", false)},
       "mira-sonnt"},
      {"footage alone is of its kind", {source("a video", "media_item", false)}, "unnamed-media_item@one"},
  };
  const Knowledge know = knowledge();
  for (const Row& row : rows) {
    const std::vector<Analysis> all = {ReportBuilder("a", "One", "2031-04-02").killed(12, "12 died").from(row.chain)};
    EXPECT_EQ(link_reports(all, know).origins.at({0, "c1"}).source, row.origin) << row.name;
  }
}

// METHOD 3: what two say together is of both.
TEST(Origins, OfSeveralWhoSayItTogether) {
  Source both = source("Coast Watch and two doctors");
  both.each = {source("two doctors", "medical", false), source("Coast Watch"), source("a nurse", "medical", false)};
  const std::vector<Analysis> all = {ReportBuilder("a", "One", "2031-04-02").killed(12, "12 died").from({source("State Vision", "state_media"), both})};
  const Links links = link_reports(all, knowledge());
  const Origin& origin = links.origins.at({0, "c1"});
  EXPECT_EQ(origin.source, "unnamed-medical@stv");
  EXPECT_EQ(origin.with, std::vector<std::string>{"cw"}) << "the unnamed of one kind are one";
  std::vector<std::string> ids;
  for (const DossierSource& s : links.sources) {
    ids.push_back(s.id + " " + std::to_string(s.figures));
    EXPECT_NE(s.name, both.text);
  }
  EXPECT_EQ(ids, (std::vector<std::string>{"cw 1", "stv 0", "unnamed-medical@stv 1"}));
}

// Where several only pass on what an unnamed source said, each is listed, of a figure or of none, and the first of them makes it its own.
TEST(Origins, OfAnUnnamedWhomSeveralPassOn) {
  Source both = source("Hill Aid and Coast Watch", "ngo");
  both.each = {source("Hill Aid", "ngo"), source("Coast Watch")};
  std::vector<Analysis> all = {ReportBuilder("a", "One", "2031-04-02").killed(12, "12 died").from({both, source("a doctor", "medical", false)})};
  auto& findings = all[0].findings;
  findings.unquantified = findings.claims;
  findings.unquantified[0].id = "u1";
  findings.unquantified[0].count.reset();
  const Links links = link_reports(all, knowledge());
  EXPECT_EQ(links.origins.at({0, "c1"}).source, "hill-aid");
  EXPECT_EQ(links.origins.at({0, "u1"}).source, "hill-aid");
  std::string ids;
  for (const DossierSource& s : links.sources) ids += s.id + " ";
  EXPECT_EQ(ids, "cw hill-aid unnamed-medical@one ");
}

TEST(Origins, AgencyCopyAndOwnPublications) {
  const Knowledge know = knowledge();
  const std::vector<Analysis> all = {ReportBuilder("a", "One", "2031-04-02")
                                         .text("TARSK (ANW) Two shells fell.")
                                         .killed(12, "12 died")
                                         .from({source("a doctor", "medical", false)}),
                                     ReportBuilder("b", "Coast Watch", "2031-04-02").killed(12, "We counted 12 dead")};
  const Links links = link_reports(all, know);
  EXPECT_EQ(links.origins.at({0, "c1"}).source, "unnamed-medical@anw") << "the doctor spoke to the agency whose copy this is";
  EXPECT_EQ(links.origins.at({1, "c1"}).source, "cw") << "a monitor that publishes itself is the origin";
}

TEST(Origins, UnnamedSourcesOfACopySpokeToTheFirst) {
  const std::vector<Analysis> all = {
      ReportBuilder("a", "One", "2031-04-03").text(kCopy).killed(12, "12 died").from({source("a doctor", "medical", false)}),
      ReportBuilder("b", "Two", "2031-04-02").text(kCopy).killed(12, "12 died").from({source("a doctor", "medical", false)})};
  const Links links = link_reports(all, Knowledge{});
  EXPECT_EQ(links.origins.at({0, "c1"}).source, "unnamed-medical@two");
  EXPECT_EQ(links.origins.at({1, "c1"}).source, "unnamed-medical@two");
}

TEST(Sources, AreListedOnceWithAliasesAndCounts) {
  const std::vector<Analysis> all = {
      ReportBuilder("a", "One", "2031-04-02")
          .killed(12, "12 died")
          .from({source("Coast Watch")})
          .killed(13, "13 died")
          .from({source("CW")}),
      ReportBuilder("b", "Two", "2031-04-02").killed(12, "12 people died").from({source("Coast Watch")})};
  const Links links = link_reports(all, knowledge());
  ASSERT_EQ(links.sources.size(), 1u);
  EXPECT_EQ(links.sources[0].id, "cw");
  EXPECT_EQ(links.sources[0].aliases, std::vector<std::string>{"CW"});
  EXPECT_EQ(links.sources[0].figures, 3);
  EXPECT_EQ(links.sources[0].reports, 2);
}

// METHOD 3, 10: the unnamed of one kind under one outlet go by their kind; no phrase for one of them is the name of all.
TEST(Sources, UnnamedGoByTheirKind) {
  const std::vector<Analysis> all = {ReportBuilder("a", "Hill Post", "2031-04-02")
                                         .killed(12, "12 died")
                                         .from({source("My aunt", "witness", false)})
                                         .killed(13, "13 died")
                                         .from({source("a villager", "witness", false)})
                                         .killed(14, "14 died")
                                         .from({source("a nurse", "medical", false)})
                                         .killed(16, "16 died")
                                         .from({source("Coast Watch")})
                                         .killed(17, "17 died")
                                         .from({source("One resident", "person", false)})
                                         .killed(15, "15 died")
                                         .from({source("Arvan News Wire", "agency"), source("My uncle", "military", false)})};
  Knowledge know = knowledge();
  auto rules = parse_rules("speech_words",
                           "[[rule]]\nid = \"own\"\nwords = [\"my\"]\nclass = \"possessive\"\nexamples = [{ text = \"My uncle "
                           "spoke.\", expect = [\"uncle\"] }]\n[[rule]]\nid = \"one\"\nwords = [\"one\"]\nclass = \"determiner\"\none_of_several = true\n"
                           "examples = [{ text = \"One resident spoke.\", expect = [\"resident\"] }]\n",
                           "test");
  ASSERT_TRUE(rules.has_value()) << rules.error().message;
  know.lexicon.files.push_back(std::move(*rules));
  std::map<std::string, std::string> names;
  for (const DossierSource& s : link_reports(all, know).sources) {
    names[s.id] = s.name;
    if (s.id.rfind("unnamed-", 0) == 0) { EXPECT_TRUE(s.aliases.empty()) << s.id; }
  }
  EXPECT_EQ(names["unnamed-witness@hill-post"], "a witness, unnamed (Hill Post)");
  EXPECT_EQ(names["unnamed-military@anw"], "a military source, unnamed (Arvan News Wire)");
  EXPECT_EQ(names["unnamed-person@hill-post"], "a person, unnamed (Hill Post)") << "one of several is nobody's name";
  EXPECT_EQ(names["unnamed-medical@hill-post"], "a nurse") << "one phrase for all";
  EXPECT_EQ(names["cw"], "Coast Watch");
}

std::string signals(const Links& links, const std::vector<Analysis>& all) {
  std::string out;
  for (const Dependency& d : links.dependencies)
    out += (out.empty() ? "" : " ") + all[d.from].report.id.substr(7) + ">" +
           (d.to.rfind("sha256:", 0) == 0 ? d.to.substr(7) : d.to) + ":" + d.signal;
  return out;
}

// METHOD 4: the signals of dependence that linking finds, each with its evidence.
TEST(Dependencies, Table) {
  using R = ReportBuilder;
  struct Case {
    std::string name;
    std::vector<Analysis> reports;
    std::string signals;
  };
  const std::vector<Case> rows = {
      {"named source", {R("a", "One", "2031-04-02").killed(12, "12 died").from({source("Coast Watch")})}, "a>cw:named"},
      {"shared text points from the later report",
       {R("a", "One", "2031-04-03").text(kCopy), R("b", "Two", "2031-04-02").text(kCopy)},
       "a>b:shared_text"},
      {"the same outlet's same text is one report",
       {R("a", "One", "2031-04-02").text(kCopy), R("b", "One", "2031-04-02").text(kCopy)},
       ""},
      {"shared quotation",
       {R("a", "One", "2031-04-02").quote("nobody in this valley will ever forget what was done here"),
        R("b", "Two", "2031-04-03").text("She said:").quote("nobody in this valley will ever forget what was done here")},
       "b>a:shared_quote"},
      {"a common phrase is no shared quotation",
       {R("a", "One", "2031-04-02").quote("we are very worried"), R("b", "Two", "2031-04-03").quote("we are very worried")},
       ""},
      {"agency credit in brackets", {R("a", "One", "2031-04-02").text("TARSK (ANW) Two shells fell.")}, "a>anw:agency_credit"},
      {"organs of one party",
       {R("a", "One", "2031-04-02")
            .killed(12, "12 died")
            .on("2031-04-01")
            .in({tarsk()})
            .from({source("State Vision", "state_media")}),
        R("b", "Two", "2031-04-02")
            .killed(12, "12 people died")
            .on("2031-04-01")
            .in({tarsk()})
            .from({source("Ministry of Defence", "government")})},
       "a>stv:named b>mod:named b>stv:same_party"},
      {"same unnamed informants",
       {R("a", "One", "2031-04-02")
            .killed(12, "12 died")
            .on("2031-04-01")
            .in({tarsk()})
            .from({source("a medic", "medical", false)}),
        R("b", "Two", "2031-04-02")
            .killed(12, "12 people died")
            .on("2031-04-01")
            .in({tarsk()})
            .from({source("medics", "medical", false)})},
       "a>unnamed-medical@two:same_informants"},
  };
  for (const Case& row : rows) EXPECT_EQ(signals(link_reports(row.reports, knowledge()), row.reports), row.signals) << row.name;
}

}  // namespace
}  // namespace attest
