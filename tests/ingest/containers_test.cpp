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
      {"length too long", "a.warc", response("p", type, html, 9) + response("r", type, html), "a.warc#p ! bad_archive\na.warc#r" + read},
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

}  // namespace
}  // namespace attest
