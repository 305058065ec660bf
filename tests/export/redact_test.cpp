// METHOD 10: whatever a report says, no private person's name, handle or words stand anywhere in a shared output. All people are invented.
#include <fstream>
#include <sstream>

#include "export/redact.h"
#include "sample_case.h"

namespace attest {
namespace {

Lexicon privacy() {
  std::ifstream in(std::string(ATTEST_SOURCE) + "/lang/en/privacy.toml");
  std::stringstream text;
  text << in.rdbuf();
  auto file = parse_rules("privacy", text.str(), "privacy.toml");
  EXPECT_TRUE(file.has_value()) << (file ? "" : file.error().text());
  Lexicon out;
  if (file) out.files.push_back(*file);
  return out;
}

// A case of one report in which every sentence is shown.
SampleCase one_report(std::string text, std::string title = "", std::string input = "/home/keeper/x.txt") {
  SampleCase out;
  out.analyses.push_back(sample_report(std::move(input), "Norr Post", "2031-05-08", std::move(text)));
  auto& a = out.analyses[0];
  if (!title.empty()) a.report.title = std::move(title);
  out.dossier.as_of = Date::parse("2031-05-08");
  out.dossier.policy = "ucdp";
  Dependency all{0, "x", "named", {}};
  for (std::uint32_t at = 0; at < a.report.text.size(); at += 5) all.evidence.push_back({0, {at, at + 1}});
  out.dossier.dependencies = {all};
  return out;
}

std::string whole_text(const SampleCase& c, const Lexicon& lexicon) {
  const auto redactor = Redactor::shared(c.dossier, c.analyses, lexicon);
  return plain(redactor.passage(0, {0, static_cast<std::uint32_t>(c.analyses[0].report.text.size())}));
}

TEST(Redact, ExamplesOfTheRulesHold) {
  const auto lexicon = privacy();
  ASSERT_FALSE(lexicon.files.empty());
  for (const auto& rule : lexicon.files[0].rules)
    for (const auto& example : rule.examples) {
      SCOPED_TRACE(rule.id + ": " + example.text);
      const auto c = one_report(example.text);
      const auto redactor = Redactor::shared(c.dossier, c.analyses, lexicon);
      const auto page = dossier_html(c.dossier, c.analyses, lexicon);
      const auto body = page.substr(page.find("id=\"reports\""));
      const auto text = [&] {
        std::string out;
        for (std::uint32_t at = 0, end; at < example.text.size(); at = end) {
          end = static_cast<std::uint32_t>(std::min(example.text.size(), example.text.find(". ", at) == std::string::npos ? example.text.size() : example.text.find(". ", at) + 2));
          out += plain(redactor.passage(0, {at, end}));
        }
        return out;
      }();
      for (const auto& kept : example.expect) EXPECT_NE(text.find(kept), std::string::npos) << text;
      for (const auto& gone : example.refuse) {
        EXPECT_EQ(text.find(gone), std::string::npos) << gone << " in " << text;
        if (gone.size() > 3) {
          EXPECT_EQ(body.find(gone), std::string::npos) << gone << " in the page";
        }
      }
    }
}

struct Row {
  const char* name;
  const char* text;
  std::vector<const char*> kept, gone;
};

TEST(Redact, SmallNumbersAreThoseThatCountAFewPeople) {
  const struct {
    const char* name;
    Count count;
    bool small;
  } rows[] = {
      {"three", {{}, 3, 3, 3, Modifier::kExact}, true},
      {"five", {{}, 5, 5, 5, Modifier::kExact}, false},
      {"at least two", {{}, 2, std::nullopt, 2, Modifier::kAtLeast}, true},
      {"two to six", {{}, 2, 6, std::nullopt, Modifier::kRange}, false},
      {"several, which may be hundreds", {{}, 3, std::nullopt, std::nullopt, Modifier::kVague}, false},
      {"a couple", {{}, 2, std::nullopt, std::nullopt, Modifier::kVague}, true},
      {"none", {{}, 0, 0, 0, Modifier::kExact}, false},
      {"number not stated", {}, false},
  };
  for (const auto& row : rows) EXPECT_EQ(small_number(row.count), row.small) << row.name;
}

// One vague word beside it must not turn hundreds into a handful.
TEST(Redact, LargeNumbersStandBesideSmallOnes) {
  auto c = one_report("Three women were killed. Several women were killed. At least 240 women were killed.");
  auto& a = c.analyses[0];
  add_claim(a, "Three women were killed", "Three", exactly(3));
  add_claim(a, "Several women were killed", "Several", {{}, 3, std::nullopt, std::nullopt, Modifier::kVague});
  add_claim(a, "At least 240 women were killed", "At least 240", at_least(240));
  for (auto& claim : a.findings.claims) claim.victims.groups = {"women"};
  DossierIncident incident;
  incident.id = "i1", incident.title = "Killings, Tolm, 8 May 2031", incident.kind = "killings";
  Toll toll;
  toll.effect = Effect::kKilled, toll.scope = "women", toll.reports_count = 1;
  for (std::uint32_t i = 0; i < 3; ++i) {
    toll.readings.push_back(sample_reading("r" + std::to_string(i + 1), "", *a.findings.claims[i].count, "2031-05-08", {{0, a.findings.claims[i].id}}, "stands"));
    incident.members.push_back({{0, a.findings.claims[i].id}, {}});
  }
  Estimate estimate;
  estimate.policy = "ucdp", estimate.low = 3, estimate.best = 3, estimate.high = 240, estimate.used = {"r1", "r3"};
  toll.estimates = {estimate};
  incident.tolls = {toll};
  c.dossier.incidents = {incident};
  const auto page = dossier_markdown(c.dossier, c.analyses, privacy());
  EXPECT_NE(page.find("at least 240"), std::string::npos) << page;
  EXPECT_NE(page.find("**Several** women"), std::string::npos) << page;
  EXPECT_NE(page.find("fewer than 5"), std::string::npos) << page;
  EXPECT_EQ(page.find("Three women"), std::string::npos) << page;
  EXPECT_NE(page.find("told as 1 to 4"), std::string::npos) << page;
}

TEST(Redact, TakesPrivatePeopleOutOfTheText) {
  const std::vector<Row> rows = {
      {"official_in_office", "Foreign Minister Orlan Fesk said that talks go on.", {"Foreign Minister Orlan Fesk"}, {}},
      {"surname_of_official", "President Orlan Fesk spoke on Friday. Later Fesk left for Tolm.", {"President Orlan Fesk", "Later Fesk left"}, {}},
      {"witness_with_age", "Irel Maddo, 34, a baker, said that six shells fell.", {"said that six shells fell"}, {"Irel", "Maddo", "34"}},
      {"later_by_surname", "Irel Maddo, a resident, ran. Maddo came back at noon.", {"came back at noon"}, {"Irel", "Maddo"}},
      {"later_by_first_name", "Irel Maddo, a resident, ran. When Irel came back, it was noon.", {"it was noon"}, {"Irel", "Maddo"}},
      {"possessive", "Irel Maddo's house stood empty.", {"house stood empty"}, {"Irel", "Maddo"}},
      {"hyphens_and_particles", "Selma bint Yusor al-Dorrani fled.", {"fled"}, {"Selma", "Yusor", "Dorrani"}},
      {"initials", "J. Q. Maddo fled.", {"fled"}, {"Maddo"}},
      {"capitals", "IREL MADDO FLED. Others stayed.", {}, {"IREL", "MADDO"}},
      {"across_a_line", "They met Irel\nMaddo there.", {"They met", "there."}, {"Irel", "Maddo"}},
      {"accents", "They met Álvaro Núñez-Čapek there.", {"They met", "there."}, {"lvaro", "ez-", "apek"}},
      {"nickname", "A fighter called Abu Sorrel fired.", {"fired"}, {"Sorrel"}},
      {"pseudonym", "Maren, whose name has been changed, said that men came.", {"whose name has been changed"}, {"Maren"}},
      {"child_of_official", "The president's daughter Irel Fesk was hurt.", {}, {"Irel", "Fesk"}},
      {"medic_with_office", "Dr. Irel Maddo, the director of Osmere hospital, counted them.", {}, {"Irel", "Maddo", "Osmere hospital"}},
      {"another_script", "They met أحمد there.", {"They met", "there."}, {"أحمد"}},
      {"handle_without_its_sign", "Irel Maddo (irelmaddo77) wrote that it was loud.", {"wrote that it was loud"}, {"irelmaddo77", "Maddo"}},
      {"surname_that_is_an_office", "Khalid Marshal a young baker of Tolm counted them.", {"counted them"}, {"Khalid", "Marshal"}},
      {"body_with_a_small_article", "The brigade left al-Qaeda two years ago.", {"left al-Qaeda"}, {}},
      {"picture_agency", "The square at noon. (AFP via Getty Images)", {"Getty Images"}, {}},
      {"handle", "The account @irel_m posted a film.", {"posted a film"}, {"irel"}},
      {"mail", "Write to irel.maddo@example.org today.", {"today"}, {"irel", "maddo"}},
      {"link", "See https://t.me/irelmaddo for it.", {"for it"}, {"irelmaddo"}},
      {"telephone", "Call +90 555 123 45 67 now.", {"now"}, {"555", "123 45"}},
      {"position", "They hide at 33.51234, 36.29128 now.", {"now"}, {"51234", "29128"}},
      {"numbers_stay", "At least 1,540 people were killed by 12 May 2031, 90,000 in all.", {"1,540", "12 May 2031", "90,000"}, {}},
      {"private_words", "\"They took my husband to the wall at dawn,\" a resident said.", {"a resident said"}, {"husband to the wall"}},
      {"words_without_speaker", "\"I saw how they burned all of it down,\" she said.", {"she said"}, {"burned all of it"}},
      {"official_words", "\"Our artillery does not fire on markets,\" the Ministry of Defence said.", {"does not fire on markets"}, {}},
      {"term_in_marks", "The \"so-called\" truce held.", {"\"so-called\""}, {}},
      {"bodies_stay", "The Human Rights Council and the Red Cross met in the United Nations building.", {"Human Rights Council", "Red Cross", "United Nations"}, {}},
      {"sexual_violence", "It was noon. A woman was raped in Tolm. She fled north.", {}, {"Tolm", "raped", "fled north"}},
      {"office_of_another_state", "Stefan Arnick, Borland’s special envoy to Velmark, said on X. Mikal Ondral, the Northern Union’s envoy, shared it.", {"Stefan Arnick, Borland", "on X. Mikal Ondral"}, {}},
      {"office_after_letters", "Volker Tarn, the U.N. High Commissioner for Human Rights, spoke.", {"Volker Tarn", "the U.N. High Commissioner for"}, {}},
      {"person_after_a_network", "It was told on X. Irel Maddo, a teacher, wrote it.", {"told on X."}, {"Irel", "Maddo"}},
      {"kin_of_an_office", "Irel Maddo, the governor's brother, left. Tomas Belk, Borland's envoy's cook, stayed.", {}, {"Irel", "Maddo", "Belk"}},
      {"body_with_short_name", "The fighters of Hayet Tahror al-Dorv (HTD) came.", {"Hayet Tahror al-Dorv"}, {}},
      {"hospital_named", "Bodies came to Sorrel General Hospital at noon.", {"Hospital at noon"}, {"Sorrel"}},
  };
  const auto lexicon = privacy();
  for (const auto& row : rows) {
    SCOPED_TRACE(row.name);
    const auto c = one_report(row.text);
    const auto text = whole_text(c, lexicon);
    const auto page = dossier_html(c.dossier, c.analyses, lexicon), md = dossier_markdown(c.dossier, c.analyses, lexicon);
    for (const auto* kept : row.kept) EXPECT_NE(text.find(kept), std::string::npos) << kept << " in " << text;
    for (const auto* gone : row.gone) {
      EXPECT_EQ(page.find(gone, page.find("</style>")), std::string::npos) << gone << " in the page; text: " << text;
      EXPECT_EQ(md.find(gone), std::string::npos) << gone << " in the Markdown";
    }
  }
}

TEST(Redact, SurnamesThatAreTownsOrWereTakenForTheOutletGo) {
  const auto lexicon = privacy();
  auto c = one_report("The correspondent of Norr Radio, Irel Maddo, a local reporter, was there. Maddo said that 12 people were killed.", "Killings", "a.txt");
  auto& a = c.analyses[0];
  const auto again = a.report.text.rfind("Maddo");
  const Span lone{static_cast<std::uint32_t>(again), static_cast<std::uint32_t>(again + 5)};
  Mention town, person;
  town.span = person.span = lone;
  town.type = MentionType::kPlace, person.type = MentionType::kPerson;
  a.findings.mentions = {town, person};
  add_claim(a, "12 people were killed", "12", exactly(12));
  c.dossier.sources = {{"norr-radio", "Norr Radio", "outlet", std::nullopt, {"Maddo"}, 1, 1}};
  const std::string page = dossier_markdown(c.dossier, c.analyses, lexicon);
  EXPECT_EQ(page.find("Maddo"), std::string::npos) << page;
}

TEST(Redact, LooksIntoEveryField) {
  const auto lexicon = privacy();
  auto c = one_report("Irel Maddo, a resident of Tolm, said that 12 people were killed.", "Irel Maddo tells of killings", "/home/secret-keeper/Maddo-interview.txt");
  auto& a = c.analyses[0];
  a.report.url = "https://norr.example/irel-maddo-speaks";
  a.report.byline = "Sorrel Vantan";
  add_claim(a, "12 people were killed", "12", exactly(12));
  Source s;
  s.text = "Irel Maddo", s.span = span_of(a.report.text, "Irel Maddo"), s.kind = "witness", s.entity = "irel-maddo", s.named = true;
  a.findings.claims[0].attribution = {s};
  a.findings.claims[0].places = {"Irel Maddo Street"};
  Quote q;
  q.id = "q1", q.span = span_of(a.report.text, "12 people were killed"), q.kind = QuoteKind::kIndirect, q.speaker = "Irel Maddo", q.chain = {s};
  a.findings.quotes = {q};
  c.dossier.sources = {{"irel-maddo", "Irel Maddo", "witness", std::nullopt, {"Maddo", "the resident Irel"}, 1, 1}};
  DossierIncident i;
  i.id = "irel-maddo", i.title = "Killings, house of Irel Maddo, 8 May 2031", i.reports = {0}, i.members = {{{0, "c1"}, {"report"}}};
  Toll t;
  t.scope = "all", t.readings = {sample_reading("r1", "irel-maddo", exactly(12), "2031-05-08", {{0, "c1"}}, "standing")};
  t.readings[0].note = "said by Irel Maddo";
  Estimate e;
  e.policy = "ucdp", e.low = e.best = e.high = 12, e.used = {"r1"}, e.set_aside = {{"r1", "Irel Maddo is one origin"}};
  t.estimates = {e};
  i.tolls = {t};
  Responsibility r;
  r.alleged = "Irel Maddo", r.accusers = {{"irel-maddo", std::nullopt, {{0, q.span}}}}, r.standing = "alleged_no_denial";
  i.responsibility = {r};
  c.dossier.incidents = {i};
  c.dossier.entities = {{"irel-maddo", "Irel Maddo", "person", {{"Maddo", {0, {0, 4}}}}, {}, {}}};
  c.dossier.naming = {{"Irel Maddo", {{"Norr Post", "Irel the traitor", 1, "delegitimising", true}}}};
  c.dossier.skipped = {{"/home/secret-keeper/Maddo/part2.gz", {"bad_archive", "Irel Maddo", "/home/secret-keeper"}}};
  a.report.outlet = "Norr Post";
  const auto page = dossier_html(c.dossier, c.analyses, lexicon), md = dossier_markdown(c.dossier, c.analyses, lexicon);
  for (const auto* gone : {"Irel", "irel", "Maddo", "maddo", "Vantan", "secret-keeper", "/home"}) {
    EXPECT_EQ(page.find(gone), std::string::npos) << page.substr(page.find(gone) == std::string::npos ? 0 : page.find(gone) - 60, 140);
    EXPECT_EQ(md.find(gone), std::string::npos) << md.substr(md.find(gone) == std::string::npos ? 0 : md.find(gone) - 60, 140);
  }
  EXPECT_NE(page.find("[witness 1]"), std::string::npos);
}

// A case of one incident whose only claim stands in a sentence of the text.
SampleCase one_incident(const char* text, const char* words) {
  auto c = one_report(text);
  add_claim(c.analyses[0], words, std::string_view(words).substr(0, std::string_view(words).find(' ')), exactly(12));
  c.analyses[0].findings.claims[0].places = {"Sorrelby"};
  c.analyses[0].findings.claims[0].time.days = {Date::parse("2031-05-07"), Date::parse("2031-05-07")};
  DossierIncident i;
  i.id = "i9", i.title = "Killings, Sorrelby, 7 May 2031", i.kind = "killings", i.reports = {0}, i.members = {{{0, "c1"}, {"report"}}};
  i.place = Located{"Sorrelby", "XV", "Osmere", 1, 2, Precision::kSettlement, "user:1"};
  i.days = {Date::parse("2031-05-07"), Date::parse("2031-05-07")};
  Toll t;
  t.effect = Effect::kAffected, t.scope = "all", t.readings = {sample_reading("r1", "", exactly(12), "2031-05-07", {{0, "c1"}}, "unsourced")};
  i.tolls = {t};
  c.dossier.incidents = {i};
  return c;
}

TEST(Redact, GivesSexualViolenceByMonthAndProvinceOnly) {
  const auto c = one_incident("Then 12 women were raped in Sorrelby.", "12 women were raped");
  for (const auto& page : {dossier_html(c.dossier, c.analyses, privacy()), dossier_markdown(c.dossier, c.analyses, privacy())}) {
    for (const auto* gone : {"Sorrelby", "7 May", "raped", "women"}) EXPECT_EQ(page.find(gone), std::string::npos) << gone << "\n" << page.substr(page.find(gone) > 200 ? page.find(gone) - 200 : 0, 400);
    for (const auto* kept : {"May 2031", "Osmere"}) EXPECT_NE(page.find(kept), std::string::npos) << kept;
  }
}

TEST(Redact, GivesProtectedPlacesByProvinceOnly) {
  const auto c = one_incident("They hold 12 men in a prison in Sorrelby.", "12 men in a prison");
  for (const auto& page : {dossier_html(c.dossier, c.analyses, privacy()), dossier_markdown(c.dossier, c.analyses, privacy())})
    EXPECT_EQ(page.find("Sorrelby"), std::string::npos);
}

// A part of an incident that lies in such a place is told without its name, in headings, days and differences too.
TEST(Redact, PartsInProtectedPlacesAreNotNamed) {
  auto c = one_incident("Shells killed 40 people in Tolm.\n\nThey found 12 bodies in a mass grave in Sorrelby.", "40 people");
  auto& a = c.analyses[0];
  a.findings.claims[0].places = {"Tolm"};
  add_claim(a, "12 bodies in a mass grave", "12", exactly(12));
  a.findings.claims[1].places = {"Sorrelby"};
  DossierIncident& i = c.dossier.incidents[0];
  i.title = "Killings, Tolm, 7 May 2031", i.place = Located{"Tolm", "XV", "Osmere", 1, 2, Precision::kSettlement, "user:2"};
  i.members.push_back({{0, "c2"}, {"report"}});
  i.tolls.push_back(i.tolls[0]);
  i.tolls[1].scope = "part: in Sorrelby";
  i.tolls[1].readings = {sample_reading("r2", "", exactly(12), "2031-05-07", {{0, "c2"}}, "unsourced")};
  i.contradictions.push_back({"affected", {"r1", "r2"}, "no contradiction: they do not count the same people (place: Osmere holds Sorrelby)", "scope", 1, {}});
  for (const auto& page : {dossier_html(c.dossier, c.analyses, privacy()), dossier_markdown(c.dossier, c.analyses, privacy())}) {
    EXPECT_EQ(page.find("Sorrelby"), std::string::npos) << page.substr(page.find("Sorrelby") > 200 ? page.find("Sorrelby") - 200 : 0, 400);
    EXPECT_NE(page.find("a place withheld"), std::string::npos);
  }
}

TEST(Redact, NobodyHoldsAnOfficeWithoutRules) {
  const auto c = one_report("Governor Orlan Fesk met Irel Maddo.");
  const auto text = whole_text(c, Lexicon{});
  EXPECT_EQ(text.find("Fesk"), std::string::npos) << text;
  EXPECT_EQ(text.find("Maddo"), std::string::npos) << text;
}

TEST(Redact, RestrictedOutputsKeepEveryWord) {
  const auto c = one_report("Irel Maddo, 34, said \"they burned all of it down\".");
  const auto redactor = Redactor::restricted(c.analyses);
  EXPECT_EQ(plain(redactor.passage(0, {0, static_cast<std::uint32_t>(c.analyses[0].report.text.size())})), c.analyses[0].report.text);
  EXPECT_EQ(redactor.label("Irel Maddo"), "Irel Maddo");
}

TEST(Html, NeverRendersWhatAReportSays) {
  const std::string evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'--></style><b>Tolm</b> &amp; ]]> javascript:alert(3)";
  auto c = one_report(evil + " 12 people were killed.", evil, "x\"><script>.txt");
  c.analyses[0].report.outlet = evil;
  c.analyses[0].report.url = "https://norr.example/\"><script>alert(4)</script>";
  c.dossier.sources = {{"x\"><script>", evil, "monitor", std::nullopt, {evil}, 1, 1}};
  c.dossier.skipped = {{evil, {evil, evil, evil}}};
  c.dossier.policy = "\"><script>";
  c.dossier.made_by.version = evil;
  DossierIncident i;
  i.id = evil, i.title = evil, i.kind = evil;
  c.dossier.incidents = {i};
  for (const auto& lexicon : {privacy(), Lexicon{}}) {
    const auto page = dossier_html(c.dossier, c.analyses, lexicon);
    for (const auto* markup : {"<script", "<img", "<b>", "onerror=alert(2)>", "href=\"javascript", "-->"}) EXPECT_EQ(page.find(markup), std::string::npos) << markup;
    const auto md = dossier_markdown(c.dossier, c.analyses, lexicon);
    EXPECT_EQ(md.find("<script"), std::string::npos);
    EXPECT_EQ(md.find("<img"), std::string::npos);
  }
}

TEST(Html, LoadsAndRunsNothing) {
  const auto c = sample_case();
  const auto page = dossier_html(c.dossier, c.analyses, privacy());
  for (const auto* outside : {"<script", "<link", "<iframe", "@import", "url(", " style=", "onclick", "src="}) EXPECT_EQ(page.find(outside), std::string::npos) << outside;
  EXPECT_NE(page.find("default-src &#39;none&#39;"), std::string::npos);
  EXPECT_NE(page.find("what these reports say, not how many died"), std::string::npos);
  EXPECT_NE(page.find("Unreviewed"), std::string::npos);
  EXPECT_EQ(page.find("/home"), std::string::npos);
  EXPECT_EQ(page, dossier_html(c.dossier, c.analyses, privacy()));
}

TEST(Html, EveryLinkHasItsTarget) {
  auto c = sample_case();
  // A figure whose words are withheld, and a pledge that a statement touches which the dossier leaves to its own page.
  c.analyses.push_back(sample_report("e.txt", "", "2031-05-12", "\"In Velm 12 people were killed and the rest of us ran to the woods that night,\" a resident said."));
  c.dossier.incidents[0].reports.push_back(4);
  c.dossier.incidents[0].members.push_back({{4, add_claim(c.analyses[4], "12 people were killed", "12", exactly(12)).id}, {"place"}});
  LedgerEntry pledge, word;
  pledge.id = "l1", pledge.act = "pledge", pledge.actor = "Ministry of Defence", pledge.touched_by = {"l2"};
  word.id = "l2", word.act = "say", word.actor = "Hill Front";
  Statement said;
  said.act = "pledge", said.actor = pledge.actor, said.span = {0, 20};
  c.analyses[0].findings.statements = {said, said};
  pledge.statements = {{0, 0}}, word.statements = {{0, 1}};
  c.dossier.words.ledger = {pledge, word};
  const auto page = dossier_html(c.dossier, c.analyses, privacy());
  int links = 0;
  for (auto at = page.find("href=\"#"); at != std::string::npos; at = page.find("href=\"#", at + 1)) {
    const auto begin = at + 7, end = page.find('"', begin);
    EXPECT_NE(page.find("id=\"" + page.substr(begin, end - begin) + "\""), std::string::npos) << page.substr(begin, end - begin);
    ++links;
  }
  EXPECT_GT(links, 30);
  EXPECT_NE(page.find("statement-l1"), std::string::npos);
}

}  // namespace
}  // namespace attest
