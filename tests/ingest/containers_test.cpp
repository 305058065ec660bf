// Web archives and feeds, by hand.
#include <gtest/gtest.h>

#include "reading.h"

namespace attest {
namespace {

const std::string kLine = "Shells fell on Marwa on Monday, residents of the town said.";

std::string record(const std::string& type, const std::string& id, const std::string& media_type, const std::string& block,
                   int off = 0) {
  return "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <" + id + ">\r\nWARC-Target-URI: http://hillpost.example/" + id +
         "\r\nContent-Type: " + media_type + "\r\nContent-Length: " + std::to_string(static_cast<int>(block.size()) + off) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

std::string response(const std::string& id, const std::string& headers, const std::string& body, int off = 0) {
  return record("response", id, "application/http;msgtype=response", "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body, off);
}

struct Row {
  const char* name;
  const char* file;
  std::string bytes;
  std::string want;
};

TEST(WebArchive, RecordsBecomeReports) {
  const std::string html = "<title>Marwa</title><p>" + kLine + "</p>";
  const std::string type = "Content-Type: text/html; charset=utf-8\r\n";
  const std::string chunked = "10\r\n" + html.substr(0, 16) + "\r\n" + "ff;x=y\r\n" + html.substr(16) + "\r\n0\r\n\r\n";
  const std::string read = " | Marwa | " + kLine + "\n";
  const Row rows[] = {
      {"page", "a.warc", record("warcinfo", "i", "application/warc-fields", "x: y\r\n") + response("p", type, html),
       "a.warc#p" + read},
      {"a member a record", "a.warc.gz",
       gzip(record("request", "q", "application/http", "GET /")) + gzip(response("p", type, html)), "a.warc.gz#p" + read},
      {"by content", "-", response("p", type, html), "-#p" + read},
      {"chunks", "a.warc", response("p", type + "Transfer-Encoding: chunked\r\n", chunked), "a.warc#p" + read},
      {"chunks that were joined", "a.warc", response("p", type + "Transfer-Encoding: chunked\r\n", html), "a.warc#p" + read},
      {"gzip body", "a.warc", response("p", type + "Content-Encoding: gzip\r\n", gzip(html)), "a.warc#p" + read},
      {"unknown coding", "a.warc", response("p", type + "Content-Encoding: zz\r\n", html), "a.warc#p ! unsupported\n"},
      {"broken gzip body", "a.warc",
       response("p", type + "Content-Encoding: gzip\r\n", gzip(html).substr(0, 30)) + response("r", type, html),
       "a.warc#p ! bad_archive\na.warc#r" + read},
      {"picture passed over", "a.warc", response("g", "Content-Type: image/png\r\n", "x") + response("p", type, html),
       "a.warc#p" + read},
      {"resource and conversion", "a.warc",
       record("resource", "r", "text/html", html) + record("conversion", "c", "text/plain", kLine),
       "a.warc#r" + read + "a.warc#c | - | " + kLine + "\n"},
      {"revisit has no page", "a.warc", record("revisit", "v", "application/http", "HTTP/1.1 200 OK\r\n\r\n"),
       "a.warc ! empty\n"},
      {"length too short", "a.warc", response("p", type, html, -5) + response("r", type, html),
       "a.warc#p ! bad_archive\na.warc#r" + read},
      {"length too long", "a.warc", response("p", type, html, 9) + response("r", type, html),
       "a.warc#p ! bad_archive\na.warc#r" + read},
      {"length beyond the file", "a.warc", response("p", type, html, 99999) + response("r", type, html),
       "a.warc#p ! bad_archive\na.warc#r" + read},
      {"length beyond all limits", "a.warc", response("p", type, html, 2000000000) + response("r", type, html),
       "a.warc#p ! bad_archive\na.warc#r" + read},
      {"no header", "a.warc", "WARC/1.0\r\nrubbish", "a.warc#1 ! bad_archive\n"},
      {"wrong digest", "a.warc",
       "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <p>\r\nWARC-Payload-Digest: "
       "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\nContent-Type: application/http\r\nContent-Length: 20\r\n\r\nHTTP/1.1 200 "
       "OK\r\n\r\nx\r\n\r\n",
       "a.warc#p ! bad_archive\n"},
      {"ARC", "a.arc",
       "filedesc://a.arc 0.0.0.0 20310506070809 text/plain 5\n1 0 X\n\nhttp://hillpost.example/a b 1.2.3.4 20310506070809 "
       "text/html " +
           std::to_string(("HTTP/1.0 200 OK\r\n" + type + "\r\n" + html).size()) + "\nHTTP/1.0 200 OK\r\n" + type + "\r\n" +
           html + "\n",
       "a.arc#2" + read},
  };
  for (const auto& row : rows) {
    MemoryFiles files;
    files.files = {{row.file, row.bytes}};
    EXPECT_EQ(dump(read_everything({row.file}, files)), row.want) << row.name;
  }
}

TEST(WebArchive, KeepsTheAddress) {
  MemoryFiles files;
  files.files = {
      {"a.warc", record("resource", "r", "text/html", "<link rel=canonical href='http://other.example/'><p>" + kLine)}};
  EXPECT_EQ(read_everything({"a.warc"}, files).at(0).report->url, "http://hillpost.example/r");
}

TEST(Feed, EntriesBecomeReports) {
  const Row rows[] = {
      {"RSS", "a.rss",
       "<rss version='2.0'><channel><title>Hill Post</title><item><guid>g1</guid><title>Marwa</title><description>" + kLine +
           "</description></item><item><title>N</title></item></channel></rss>",
       "a.rss#g1 | Marwa | " + kLine + "\na.rss#2 ! empty\n"},
      {"full content before the summary", "a.rss",
       "<rss "
       "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><description>Short.</"
       "description><content:encoded>&lt;p&gt;" +
           kLine + "&lt;/p&gt;</content:encoded></item></channel></rss>",
       "a.rss#1 | - | " + kLine + "\n"},
      {"Atom", "a.xml",
       "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>tag:1</id><title "
       "type='html'>&lt;b&gt;Marwa&lt;/b&gt;</title><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>" +
           kLine + "</p></div></content></entry></feed>",
       "a.xml#tag:1 | Marwa | " + kLine + "\n"},
      {"RDF", "a.rdf",
       "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><channel/><item "
       "rdf:about='x1'><title>Marwa</title><description>" +
           kLine + "</description></item></rdf:RDF>",
       "a.rdf#x1 | Marwa | " + kLine + "\n"},
      {"entities that would grow stay unread", "a.rss",
       "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><rss><channel><item><title>&b;</title><description>" +
           kLine + "</description></item></channel></rss>",
       "a.rss#1 | - | " + kLine + "\n"},
      {"files of the machine stay unread", "a.rss",
       "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><rss><channel><item><title>&a;</title><description>" + kLine +
           "</description></item></channel></rss>",
       "a.rss#1 | - | " + kLine + "\n"},
      {"cut short", "a.rss", "<rss><channel><item><title>Marwa</title><description>" + kLine + "</description></item><item><tit",
       "a.rss#1 | Marwa | " + kLine + "\na.rss#2 ! empty\n"},
      {"an entry that is only a link", "a.rss",
       "<rss><channel><item><description>&lt;a "
       "href='http://hillpost.example/1'&gt;Marwa&lt;/a&gt;</description></item></channel></rss>",
       "a.rss#1 | - | Marwa\n"},
      {"markup of XHTML with empty elements", "a.xml",
       "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'><x:div "
       "xmlns:x='http://www.w3.org/1999/xhtml'><x:script>no()</x:script><x:iframe "
       "src='b'/><x:p>" +
           kLine + "</x:p></x:div></content></entry></feed>",
       "a.xml#1 | - | " + kLine + "\n"},
      {"JSON Feed", "a.json",
       R"({"version":"https://jsonfeed.org/version/1.1","title":"Hill Post","items":[{"id":"1","title":"Marwa","content_html":"<p>)" +
           kLine + R"(</p>"},{"id":2,"content_text":"words"},"rubbish",{"id":"4"}]})",
       "a.json#1 | Marwa | " + kLine + "\na.json#2 | - | words\na.json#3 ! bad_json\na.json#4 ! empty\n"},
      {"JSON Feed by content, cut", "a.rss", R"({"version":"https://jsonfeed.org/version/1","items":[)", "a.rss ! bad_json\n"},
      {"JSON Feed without items", "a.rss", R"({"version":"https://jsonfeed.org/version/1","items":[]})", "a.rss ! empty\n"},
      {"no feed", "a.xml", "<config><a/></config>", "a.xml ! unsupported\n"},
      {"no XML", "a.xml", "words", "a.xml ! bad_html\n"},
  };
  for (const auto& row : rows) {
    MemoryFiles files;
    files.files = {{row.file, row.bytes}};
    EXPECT_EQ(dump(read_everything({row.file}, files)), row.want) << row.name;
  }
}

TEST(Feed, FieldsComeFromTheEntry) {
  MemoryFiles files;
  files.files = {
      {"a.rss",
       "<rss xml:base='https://hillpost.example/'><channel><title>Hill "
       "Post</title><language>en-us</language><item><link>n/1</link><author>desk@hillpost.example (Rana Saleh)</author>"
       "<pubDate>Tue, 06 May 2031 07:08:09 GMT</pubDate><description>" +
           kLine + "</description></item><item><link>javascript:x</link><description>" + kLine +
           "</description></item></channel></rss>"}};
  const auto read = read_everything({"a.rss"}, files);
  const Report& report = *read.at(0).report;
  EXPECT_EQ(report.url, "https://hillpost.example/n/1");
  EXPECT_EQ(report.outlet, "Hill Post");
  EXPECT_EQ(report.byline, "Rana Saleh");
  EXPECT_EQ(report.published, "2031-05-06");
  EXPECT_EQ(read.at(1).report->url, std::nullopt);
}

TEST(Feed, FieldsOfJsonFeeds) {
  MemoryFiles files;
  files.files = {
      {"a.json",
       R"({"version":"https://jsonfeed.org/version/1","title":"Hill Post","home_page_url":"https://hillpost.example/","language":"en","author":{"name":"Desk"},
                              "items":[{"id":"1","url":"n/1","content_text":"x","date_published":"2031-05-06T07:08:09Z","date_modified":"2031-05-07","authors":[{"name":"Rana Saleh"},{"name":"Idris Okun"}]},
                              {"id":"2","url":"file:///etc/hostname","external_url":"http://hillpost.example/2","content_text":"y"},{"id":"3","url":"javascript:x","content_text":"z"}]})"}};
  const auto read = read_everything({"a.json"}, files);
  const Report& first = *read.at(0).report;
  EXPECT_EQ(first.url, "https://hillpost.example/n/1");
  EXPECT_EQ(first.outlet, "Hill Post");
  EXPECT_EQ(first.byline, "Rana Saleh, Idris Okun");
  EXPECT_EQ(first.published, "2031-05-06T07:08:09Z");
  EXPECT_EQ(first.modified, "2031-05-07");
  EXPECT_EQ(first.language, "en");
  EXPECT_EQ(read.at(1).report->url, "http://hillpost.example/2");
  EXPECT_EQ(read.at(1).report->byline, "Desk");
  EXPECT_EQ(read.at(2).report->url, std::nullopt);
}

TEST(Links, WhatFeedsAndOutlinesList) {
  const auto listed = [](const std::string& bytes) {
    const auto links = listed_links(bytes, "https://hillpost.example/feed", {});
    if (!links) return std::string("none");
    std::string out = links->are_feeds ? "feeds:" : "pages:";
    for (const auto& address : links->addresses) out += " " + address;
    return out;
  };
  EXPECT_EQ(listed("<rss><channel><item><link>/1</link></item><item><link>/1</link></item><item><link>javascript:x</link></"
                   "item></channel></rss>"),
            "pages: https://hillpost.example/1");
  EXPECT_EQ(listed(R"({"version":"https://jsonfeed.org/version/1","items":[{"id":"1","url":"http://a.example/x"}]})"),
            "pages: http://a.example/x");
  EXPECT_EQ(
      listed(
          "<opml><body><outline><outline xmlUrl='https://a.example/rss'/></outline><outline xmlUrl='file:///x'/></body></opml>"),
      "feeds: https://a.example/rss");
  EXPECT_EQ(listed("<html><body><a href='/1'>x</a></body></html>"), "none");
  EXPECT_EQ(listed(""), "none");
}

}  // namespace
}  // namespace attest
