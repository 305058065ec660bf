// Pages by hand, on invented places: what is the report, what is said of it.
#include <gtest/gtest.h>

#include "reading.h"

namespace attest {
namespace {

const std::string kFirst =
    "Shells struck the market of Marwa on Monday morning, and nine people were killed, the town's council said in a statement.";
const std::string kSecond =
    "Doctors at the only hospital told reporters that thirty wounded had been brought in, most of them from the bus station.";
const std::string kBody = "<p>" + kFirst + "</p><p>" + kSecond + "</p>";
const std::string kText = kFirst + "\n\n" + kSecond;

Report page(const std::string& html) {
  IngestOptions options;
  RawDocument document;
  document.input = "page.html";
  document.format = Format::kHtml;
  document.bytes = html;
  auto report = read_report(document, options);
  EXPECT_TRUE(report) << (report ? "" : report.error().text());
  return report ? *report : Report();
}

struct TextRow {
  const char* name;
  std::string html;
  std::string want;
};

TEST(Page, MainText) {
  const TextRow rows[] = {
      {"bare", kBody, kText},
      {"navigation and footer",
       "<nav><ul><li><a href=/a>World news and more</a></ul></nav><main>" + kBody +
           "</main><footer><p>All rights reserved by the publisher, 2031.</p></footer>",
       kText},
      {"class names",
       "<div class='site-menu'><p>A long sentence about our services that nobody needs to read here.</p></div><div "
       "class='article-body'>" +
           kBody + "<div class='share-bar'><p>Share this story with everybody that you know, please.</p></div></div>",
       kText},
      {"comments longer than the report",
       "<article>" + kBody + "</article><div id='comments'><p>" + kFirst + kFirst + kFirst + kSecond + "</p></div>", kText},
      {"title is no text",
       "<title>Shells strike Marwa market</title><article><h1>Shells strike Marwa market</h1>" + kBody + "</article>", kText},
      {"lead above the body",
       "<title>T</title><article><header><h1>Nine dead in the market</h1><p class='lead'>The worst shelling since the truce hit "
       "a crowded market.</p></header><div class='article-body'>" +
           kBody + "</div></article>",
       "The worst shelling since the truce hit a crowded market.\n\n" + kText},
      {"list of figures", "<article>" + kBody + "<ul><li>Marwa: 9 killed</li><li>Dar Hissa: 2 killed</li></ul></article>",
       kText + "\n\nMarwa: 9 killed\nDar Hissa: 2 killed"},
      {"caption left out",
       "<article><figure><img src=a><figcaption>The market after the shelling, seen from the roof of the "
       "school.</figcaption></figure>" +
           kBody + "</article>",
       kText},
      {"line breaks for paragraphs", "<div class='story-text'>" + kFirst + "<br><br>" + kSecond + "</div>", kText},
      {"entities and spaces",
       "<p>" + kFirst +
           "&nbsp;</p>\n\n<p>Two &amp; three &#8220;quoted&#8221; words of the mayor of&nbsp;the town stand in this line.</p>",
       kFirst + "\n\nTwo & three “quoted” words of the mayor of the town stand in this line."},
      {"another article below",
       "<title>Nine dead in Marwa</title><article><h1>Nine dead in Marwa</h1>" + kBody +
           "</article><article><h2>Rain in the hills</h2><p>" + kFirst +
           " This is another story altogether and is of no use to the reader.</p></article>",
       kText},
      {"menu never closed", "<div class='menu'><a href=/>Home</a><article>" + kBody + "</article>", kText},
      {"text only in linked data",
       "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + kFirst + " " + kSecond + " " +
           kSecond + "\"}</script><div id=app></div>",
       kFirst + " " + kSecond + " " + kSecond},
      {"a post that the report shows",
       "<article>" + kBody +
           "<div class='embed'><blockquote class='twitter-tweet'><p>The road to the hospital is "
           "closed.</p></blockquote></div><p>" +
           kSecond + " It went on.</p></article>",
       kText + "\n\nThe road to the hospital is closed.\n\n" + kSecond + " It went on."},
      {"right to left",
       "<html lang=ar dir=rtl><div class='entry-content'><p>قال سكان مدينة مروة إن القصف بدأ قبل الفجر وإن المستشفى امتلأ "
       "بالجرحى من المدنيين يوم الاثنين.</p></div>",
       "قال سكان مدينة مروة إن القصف بدأ قبل الفجر وإن المستشفى امتلأ بالجرحى من المدنيين يوم الاثنين."},
  };
  for (const auto& row : rows) EXPECT_EQ(page(row.html).text, row.want) << row.name;
}

struct MetaRow {
  const char* name;
  std::string head;
  const char* title;
  const char* byline;
  const char* outlet;
  const char* published;
};

TEST(Page, Metadata) {
  const MetaRow rows[] = {
      {"nothing said", "", "-", "-", "-", "-"},
      {"title without the site",
       "<title>Nine dead in Marwa | The Hill Post</title><meta property='og:site_name' content='The Hill Post'>",
       "Nine dead in Marwa", "-", "The Hill Post", "-"},
      {"the heading says it", "<title>Nine dead - Hill Post</title></head><h1>Nine dead</h1>", "Nine dead", "-", "-", "-"},
      {"linked data",
       R"(<title>Nine dead</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Nine dead",
       "datePublished":"2031-05-06T07:08:09+02:00","author":[{"@type":"Person","name":"Rana Saleh"},{"@type":"Person","name":"Idris Okun"}],"publisher":{"name":"The Hill Post"}}]}</script>)",
       "Nine dead", "Rana Saleh, Idris Okun", "The Hill Post", "2031-05-06T07:08:09+02:00"},
      {"open graph",
       "<meta property='article:published_time' content='2031-05-06T07:08:09Z'><meta name='author' content='By Rana Saleh'>", "-",
       "Rana Saleh", "-", "2031-05-06T07:08:09Z"},
      {"Dublin Core", "<meta name='DC.date.issued' content='2031-05-06'><meta name='DC.creator' content='Rana Saleh'>", "-",
       "Rana Saleh", "-", "2031-05-06"},
      {"microdata", "<span itemprop='author'>Rana Saleh</span><time itemprop='datePublished' datetime='2031-05-06'>6 May</time>",
       "-", "Rana Saleh", "-", "2031-05-06"},
      {"time and byline by class",
       "<h1>Nine dead in Marwa</h1><div class='byline'>By Rana Saleh | The Hill Post</div><time "
       "datetime='2031-05-06T10:00'>Tuesday</time>",
       "Nine dead in Marwa", "Rana Saleh", "-", "2031-05-06T10:00"},
      {"address", "<link rel=canonical href='https://hillpost.example/2031/05/06/nine-dead'>", "-", "-", "-", "2031-05-06"},
      {"UTC is the day after at the outlet",
       "<link rel=canonical href='https://hillpost.example/2031/05/05/nine-dead'><meta property='article:published_time' "
       "content='2031-05-06T02:00:00Z'>",
       "-", "-", "-", "2031-05-05"},
      {"day or month first is not guessed", "<h1>Nine dead in Marwa</h1><p class='date'>03/04/2031</p>", "Nine dead in Marwa",
       "-", "-", "-"},
  };
  for (const auto& row : rows) {
    const Report report = page("<html><head>" + row.head + "<article>" + kBody + "</article></html>");
    EXPECT_EQ(report.title.value_or("-"), row.title) << row.name;
    EXPECT_EQ(report.byline.value_or("-"), row.byline) << row.name;
    EXPECT_EQ(report.outlet.value_or("-"), row.outlet) << row.name;
    EXPECT_EQ(report.published.value_or("-"), row.published) << row.name;
  }
}

TEST(Page, Details) {
  const Report report = page(
      "<html lang='de-DE'><head><link rel=canonical href='https://hillpost.example/welt/marwa'><meta property='article:section' "
      "content='World'>"
      "<meta property='article:modified_time' content='2031-05-07T10:00:00+02:00'><meta name='news_source' content='Delta "
      "Agency'>"
      "<meta property='og:site_name' content='The Hill Post'></head><body><article><figure><img src='data:image/gif;base64,x' "
      "data-src='/p/1.jpg'>"
      "<figcaption>The market of Marwa. Photo: R. Saleh</figcaption></figure>" +
      kBody +
      "<div class='wp-caption'><img src='https://cdn.example/2.jpg'><p class='wp-caption-text'>A street of the "
      "town</p></div></article>"
      "<aside><figure><img src='/p/3.jpg'><figcaption>Another report</figcaption></figure></aside></body></html>");
  EXPECT_EQ(report.text, kText);
  EXPECT_EQ(report.canonical, "https://hillpost.example/welt/marwa");
  EXPECT_EQ(report.section, "World");
  EXPECT_EQ(report.agency, "Delta Agency");
  EXPECT_EQ(report.modified, "2031-05-07T10:00:00+02:00");
  ASSERT_EQ(report.captions.size(), 2u);
  EXPECT_EQ(report.captions[0].text, "The market of Marwa. Photo: R. Saleh");
  EXPECT_EQ(report.captions[0].image, "https://hillpost.example/p/1.jpg");
  EXPECT_EQ(report.captions[1].text, "A street of the town");
  EXPECT_EQ(report.captions[1].image, "https://cdn.example/2.jpg");
}

TEST(Page, AgencyOfTheDateline) {
  EXPECT_EQ(
      page("<article><p>MARWA, May 6 (Delta) - Shells fell on the market of the town on Monday, residents said.</p></article>")
          .agency,
      "Delta");
  EXPECT_EQ(
      page("<article><p>Shells fell on Marwa (a town in the hills) - and on the market, residents said.</p></article>").agency,
      std::nullopt);
  EXPECT_EQ(page("<meta property='og:site_name' content='Delta'><article><p>MARWA (Delta) - Shells fell on the market, residents "
                 "said.</p></article>")
                .agency,
            std::nullopt);
}

TEST(Page, TimesInUtcAreTheOutletsDay) {
  const auto published = [](const std::string& lang, const std::string& time) {
    return page("<html lang='" + lang + "'><head><meta property='article:published_time' content='" + time + "'></head><body>" +
                kBody + "</body></html>")
        .published;
  };
  EXPECT_EQ(published("de", "2031-01-05T23:00:00Z"), "2031-01-06T00:00:00+01:00");
  EXPECT_EQ(published("de", "2031-01-05T22:30:00Z"), "2031-01-05T22:30:00Z");
  EXPECT_EQ(published("de-AT", "2031-07-05T22:30:00Z"), "2031-07-06T00:30:00+02:00");
  EXPECT_EQ(published("de", "2031-03-30T22:30:00Z"), "2031-03-31T00:30:00+02:00");  // the last Sunday of March
  EXPECT_EQ(published("de", "2031-10-26T22:30:00Z"), "2031-10-26T22:30:00Z");       // the last Sunday of October
  EXPECT_EQ(published("ja", "2031-01-05T16:00:00Z"), "2031-01-06T01:00:00+09:00");
  EXPECT_EQ(published("en", "2031-01-05T23:00:00Z"), "2031-01-05T23:00:00Z");  // spoken in many zones
}

TEST(Page, Bylines) {
  const std::pair<const char*, const char*> rows[] = {
      {"<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Rana Saleh'>", "Rana Saleh"},
      {"<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='Two Minutes'>", "-"},
      {"<h1>Nine dead in Marwa</h1><p>11.12.2030 - Rana Saleh</p>", "Rana Saleh"},
      {"<h1>Nine dead in Marwa</h1><small>04.02.2031 | 13:10 | Rana Saleh</small>", "Rana Saleh"},
      {"<h1>Nine dead in Marwa</h1><p>4 February 2031 - Nine people died</p>", "-"},
      {"<h1>Nine dead in Marwa</h1><p class='date-author'>Rana Saleh, 01.12.2030</p>", "Rana Saleh"},
      {"<h1>Nine dead in Marwa</h1><h5>Author:</h5>Rana Saleh", "Rana Saleh"},
      {"<h1>Nine dead in Marwa</h1><div class='post-author'>Posted on May 6, 2031 by Rana Saleh</div>", "Rana Saleh"},
      {"<form><label class='author'>Name *</label><input name='author'></form>", "-"},
  };
  for (const auto& [head, want] : rows)
    EXPECT_EQ(page(std::string("<html><body>") + head + kBody + "</body></html>").byline.value_or("-"), want) << head;
}

TEST(Page, Encodings) {
  const std::string words =
      " le maire de Marwa a d\xE9"
      "clar\xE9 que neuf personnes avaient \xE9t\xE9 tu\xE9"
      "es lundi matin au march\xE9 de la ville.";
  const std::string want = "le maire de Marwa a déclaré que neuf personnes avaient été tuées lundi matin au marché de la ville.";
  EXPECT_EQ(page("<meta charset=iso-8859-1><p>" + words + "</p>").text, want);
  EXPECT_EQ(page("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'><p>" + words + "</p>").text, want);
  EXPECT_EQ(page("<p>" + words + "</p>").text, want);                      // by detection
  EXPECT_EQ(page("<meta charset=utf-8><p>" + words + "</p>").text, want);  // it says UTF-8 and is not
  EXPECT_EQ(page("\xEF\xBB\xBF<meta charset=iso-8859-1><p>" + want + "</p>").text, want);
  EXPECT_EQ(page("<meta charset=iso-8859-1><p>" + want + "</p>").text, want);  // it says Latin-1 and is UTF-8
}

TEST(Page, DeepNestingWithinTheLimitKeepsTheText) {
  std::string html;
  for (int i = 0; i < 400; ++i) html += "<div>";
  EXPECT_EQ(page(html + kBody).text, kText);
}

}  // namespace
}  // namespace attest
