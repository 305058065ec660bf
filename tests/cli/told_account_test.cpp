// What a commission would look for in an account of killings over several days, from invented reports to the dossier: each class
// once.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "export/export.h"
#include "pipeline/pipeline.h"

namespace attest {
namespace {

const Knowledge& knowledge() {
  static const auto know = load_everything(SystemFiles(), [] {
    KnowledgeOptions options;
    options.data_folder = ATTEST_BUILD "/share/attest";
    options.extra_gazetteers = {ATTEST_SOURCE "/samples/places.csv"};
    options.extra_lists = {ATTEST_SOURCE "/samples/sources.csv"};
    return options;
  }());
  EXPECT_TRUE(know) << (know ? "" : know.error().text());
  return **know;
}

struct Told {
  std::string outlet, day, text;
};

Account account_of_reports(const std::vector<Told>& reports) {
  MemoryFiles files;
  std::vector<std::string> inputs;
  for (const Told& r : reports) {
    inputs.push_back("reports/" + std::to_string(inputs.size() + 1) + ".json");
    files.files[inputs.back()] =
        "{\"outlet\": \"" + r.outlet + "\", \"published\": \"" + r.day + "\", \"text\": \"" + r.text + "\"}";
  }
  std::vector<Analysis> analyses;
  analyze_inputs(inputs, files, knowledge(), {}, [&](Outcome o) { analyses.push_back(std::get<Analysis>(std::move(o))); });
  return build_account(std::move(analyses), {}, knowledge(), {});
}

// A monitor's totals over days, its parts by status, a figure of what one side is said to have done, an outlet's sum of the
// parts, an early toll that nobody stands for, one town told by somebody else, people who were asked, and two answers to who was
// invited.
const std::vector<Told>& campaign() {
  static const std::vector<Told> kReports = {
      {"Coast Courier", "2031-03-08",
       "Initial tolls estimated over 60 dead in street clashes in several towns of Sarrath Province since Thursday."},
      {"Harbour Gazette", "2031-03-09",
       "By Saturday, Velmaran Casualty Watch was already reporting that at least 628 civilians, 140 insurgents, and 90 soldiers "
       "had been killed in Sarrath Province since Thursday."},
      {"Inland Post", "2031-03-10",
       "Velmaran Casualty Watch said on Monday that more than 1,100 people had been killed in Sarrath Province since Thursday. "
       "It said that 700 civilians were among the dead."},
      {"Vestra Tribune", "2031-03-11",
       "Over 850 people have been killed in Sarrath Province since Thursday. The Kestrian Union has invited interim President "
       "Hadan Orsel to attend a donor conference in Ostrel on March 17."},
      {"Hill Journal", "2031-03-11",
       "Open Ledger Group said on Tuesday that more than 100 people were killed in the town of Kharoun in Sarrath Province on 8 "
       "March. The group spoke to 32 residents of the town."},
      {"Velmara Today", "2031-03-12",
       "The Kestrian Union said on Wednesday that an invitation was sent to foreign minister Sarik Ventu to attend the donor "
       "conference in Ostrel on March 17."},
      {"Daily Lantern", "2031-03-13",
       "More than 1,350 people have been killed in Sarrath Province since last Thursday, Velmaran Casualty Watch said on "
       "Thursday. It said that nearly 900 civilians were killed by militias aligned with the new administration."},
  };
  return kReports;
}

const DossierIncident* incident_in(const Dossier& d, std::string_view place) {
  const auto it = std::find_if(d.incidents.begin(), d.incidents.end(),
                               [&](const DossierIncident& i) { return i.place && i.place->name == place; });
  return it == d.incidents.end() ? nullptr : &*it;
}

// "vcw 1350 2031-03-13 standing*": the readings of one toll of the dead, those that stand marked.
std::vector<std::string> readings(const DossierIncident& incident, std::string_view scope) {
  std::vector<std::string> out;
  for (const Toll& t : incident.tolls) {
    if (t.effect != Effect::kKilled || t.scope != scope) continue;
    for (const Reading& r : t.readings) {
      const bool latest = std::find(t.latest.begin(), t.latest.end(), r.id) != t.latest.end();
      out.push_back(r.origin + " " + std::to_string(r.count.point.value_or(-1)) + " " + (r.as_of ? r.as_of->iso() : "?") + " " +
                    r.status + (latest ? "*" : "") + (r.derived_from.empty() ? "" : " derived"));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

class ToldAccount : public ::testing::Test {
 protected:
  static const Account& account() {
    static const Account a = account_of_reports(campaign());
    return a;
  }
  const Dossier& dossier = account().dossier;
  const DossierIncident* province = incident_in(dossier, "Sarrath");
  const DossierIncident* town = incident_in(dossier, "Kharoun");
  void SetUp() override {
    ASSERT_NE(province, nullptr);
    ASSERT_NE(town, nullptr);
  }
};

TEST_F(ToldAccount, AMonitorsSeriesIsUpdatesOfOneOriginAndAnEarlyTollOfNobodyStandsBeside) {
  EXPECT_EQ(readings(*province, "all"),
            (std::vector<std::string>{" 60 2031-03-06 unsourced", " 850 2031-03-11 unsourced derived",
                                      "vcw 1100 2031-03-10 superseded", "vcw 1350 2031-03-13 standing*"}));
  EXPECT_EQ(readings(*province, "civilian"),
            (std::vector<std::string>{"vcw 628 2031-03-08 superseded", "vcw 700 2031-03-10 standing*"}));
}

TEST_F(ToldAccount, AFigureOfOneAllegedPerpetratorStandsApart) {
  EXPECT_EQ(readings(*province, "civilian, by an alleged perpetrator"), std::vector<std::string>{"vcw 900 2031-03-13 standing*"});
  const auto alleged = std::any_of(province->responsibility.begin(), province->responsibility.end(), [](const Responsibility& r) {
    return r.alleged.find("militias aligned with") != std::string::npos && !r.accusers.empty() &&
           r.accusers.front().source == "vcw";
  });
  EXPECT_TRUE(alleged) << "with its claimant";
}

TEST_F(ToldAccount, ASumOfPartsIsArithmeticAndMovesNothing) {
  const auto sum =
      std::find_if(province->bounds.begin(), province->bounds.end(), [](const DerivedBound& b) { return b.low == 858; });
  ASSERT_NE(sum, province->bounds.end());
  for (const Toll& t : province->tolls) {
    if (t.effect != Effect::kKilled || t.scope != "all") continue;
    for (const Estimate& e : t.estimates)
      if (e.policy == "ucdp" || e.policy == "acled") { EXPECT_EQ(e.best, 1350) << e.policy; }
    EXPECT_EQ(t.origins_max, 1);
  }
}

TEST_F(ToldAccount, OneTownIsAPartAndNoRival) {
  EXPECT_EQ(readings(*town, "all"), std::vector<std::string>{"olg 100 2031-03-11 standing*"});
  ASSERT_FALSE(town->parents.empty());
  EXPECT_EQ(town->parents.front(), province->id);
  EXPECT_TRUE(std::none_of(province->contradictions.begin(), province->contradictions.end(),
                           [](const FigureConflict& c) { return c.kind == "conflict"; }));
}

TEST_F(ToldAccount, PeopleWhoWereAskedAreNoToll) {
  for (const DossierIncident& i : dossier.incidents)
    for (const Toll& t : i.tolls)
      for (const Reading& r : t.readings) EXPECT_NE(r.count.point, 32) << i.title;
}

TEST_F(ToldAccount, OpenQuestionsNameWhoCounted) {
  const auto named = std::any_of(province->questions.begin(), province->questions.end(), [](const OpenQuestion& q) {
    return q.kind == "one_origin" && q.text.find("Velmaran Casualty Watch") != std::string::npos;
  });
  EXPECT_TRUE(named);
}

// A list of places is one of parts, whether or not the gazetteer has them all.
TEST(ToldList, PlacesThatNoGazetteerHasArePartsToo) {
  const Account a = account_of_reports(
      {{"Inland Post", "2031-03-10", "Velmaran Casualty Watch said on Monday that more than 1,100 people had been killed in Sarrath Province since Thursday."},
       {"Hill Journal", "2031-03-10",
        "More than 1,100 people had been killed in Sarrath Province since Thursday, Velmaran Casualty Watch said on Monday. Merrit Lann's footage revealed 29 men executed "
        "in the Oskemmer area and 11 in Vesk."}});
  std::set<std::string> scopes;
  for (const DossierIncident& i : a.dossier.incidents)
    for (const Toll& t : i.tolls)
      for (const Reading& r : t.readings)
        if (r.count.point == 29 || r.count.point == 11) scopes.insert(t.scope);
  EXPECT_EQ(scopes, (std::set<std::string>{"part: in Oskemmer", "part: in Vesk"}));
}

// Somebody goes by the name that is used most, not by the longest.
TEST(ToldNaming, APersonGoesByTheNameUsedMost) {
  const Account a = account_of_reports(
      {{"Inland Post", "2031-03-10", "President Hadan Orsel spoke on Monday. Orsel said that 12 people were killed in Kharoun. President Hadan Orsel left."},
       {"Hill Journal", "2031-03-10", "President Hadan Yusor Orsel said on Monday that 12 people were killed in Kharoun."},
       {"Coast Courier", "2031-03-10", "President Hadan Orsel said on Monday that 12 people were killed in Kharoun."}});
  std::vector<std::string> names;
  for (const NamingReferent& r : a.dossier.words.naming.rows)
    if (r.kind == "person") names.push_back(r.name);
  EXPECT_EQ(names, std::vector<std::string>{"Hadan Orsel"});
}

// METHOD 12: with the sides' names swapped in the reports, the written account is the same with the names swapped back, byte for
// byte.
std::string swapped(std::string text, std::string_view a, std::string_view b) {
  for (std::size_t at = 0; at < text.size();) {
    const bool is_a = text.compare(at, a.size(), a) == 0, is_b = text.compare(at, b.size(), b) == 0;
    if (is_a) text.replace(at, a.size(), b), at += b.size();
    else if (is_b) text.replace(at, b.size(), a), at += a.size();
    else ++at;
  }
  return text;
}

// Ids are hashes of what the reports say, so those of other bytes.
std::string without_hashes(const std::string& line) {
  std::string out, run;
  for (const char c : line + "\n") {
    const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (hex) run += c;
    else out += (run.size() >= 8 ? "#" : run), run.clear(), out += c;
  }
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out(1);
  std::string plain = without_hashes(text);
  for (std::size_t at = 0; (at = plain.find("](#", at)) != std::string::npos;)
    plain.erase(at + 1, plain.find(')', at) - at);  // reports are numbered by their ids
  for (const char c : plain) {
    if (c == '\n') out.emplace_back();
    else out.back() += c;
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(ToldSwap, TheWrittenAccountTakesNoSide) {
  const std::string a = "Grey Banner Front", b = "Stone Valley Guard";  // no list knows either
  std::vector<Told> reports = {
      {"Harbour Gazette", "2031-03-09",
       "Shelling killed 23 civilians in Kharoun on Saturday, Velmaran Casualty Watch said. It blamed the " + a + ". The " + a +
           " denied shelling the town."},
      {"Inland Post", "2031-03-09",
       "The " + b + " said on Sunday that shelling by the " + a + " killed 30 civilians in Kharoun on Saturday."}};
  const auto written = [&](bool swap) {
    auto told = reports;
    for (Told& r : told)
      if (swap) r.text = swapped(r.text, a, b);
    const Account account = account_of_reports(told);
    std::string text = dossier_markdown(account.dossier, account.analyses, knowledge().lexicon);
    return swap ? swapped(std::move(text), a, b) : text;
  };
  const auto there = lines_of(written(false)), back = lines_of(written(true));
  std::vector<std::string> differ;
  std::set_symmetric_difference(there.begin(), there.end(), back.begin(), back.end(), std::back_inserter(differ));
  std::string all;
  for (const std::string& line : differ) all += line + "\n";
  EXPECT_EQ(all, "");
}


}  // namespace
}  // namespace attest
