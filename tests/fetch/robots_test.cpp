#include "fetch/robots.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

struct Row {
  const char* name;
  const char* file;
  const char* url;
  bool allowed;
};

TEST(Robots, RulesDecide) {
  const Row rows[] = {
      {"no file", "", "http://hillpost.example/a", true},
      {"all refused", "User-agent: *\nDisallow: /", "http://hillpost.example/a", false},
      {"nothing refused", "User-agent: *\nDisallow:", "http://hillpost.example/a", true},
      {"own group before all", "User-agent: *\nDisallow: /\n\nUser-agent: Attest\nDisallow: /x", "http://hillpost.example/a",
       true},
      {"versions do not count", "User-agent: attest/2.0\nDisallow: /", "http://hillpost.example/a", false},
      {"another's group", "User-agent: Other\nDisallow: /", "http://hillpost.example/a", true},
      {"several agents, one group", "User-agent: Other\nUser-agent: attest\nDisallow: /", "http://hillpost.example/a", false},
      {"groups of one agent join",
       "User-agent: attest\nDisallow: /a\nUser-agent: b\nDisallow: /\nUser-agent: attest\nDisallow: /c",
       "http://hillpost.example/c", false},
      {"longest rule", "User-agent: *\nDisallow: /n\nAllow: /news", "http://hillpost.example/news/1", true},
      {"allowed between equals", "User-agent: *\nDisallow: /news\nAllow: /news", "http://hillpost.example/news/1", true},
      {"star", "User-agent: *\nDisallow: /*/print", "http://hillpost.example/2031/print/1", false},
      {"end", "User-agent: *\nDisallow: /*.pdf$", "http://hillpost.example/a.pdf?x", true},
      {"end fits", "User-agent: *\nDisallow: /*.pdf$", "http://hillpost.example/a.pdf", false},
      {"dollar inside is a character", "User-agent: *\nDisallow: /a$b", "http://hillpost.example/a$b", false},
      {"index page allows its folder", "User-agent: *\nDisallow: /\nAllow: /n/index.html", "http://hillpost.example/n/", true},
      {"query", "User-agent: *\nDisallow: /?s=", "http://hillpost.example/?s=x", false},
      {"fragment does not count", "User-agent: *\nDisallow: /x", "http://hillpost.example/#/x", true},
      {"escapes are one spelling", "User-agent: *\nDisallow: /caf\xC3\xA9", "http://hillpost.example/caf%c3%a9", false},
      {"comments and blanks", " user-agent : * # all\n disallow : /a # no", "http://hillpost.example/a", false},
      {"mark at the beginning", "\xEF\xBB\xBFUser-agent: *\nDisallow: /", "http://hillpost.example/", false},
      {"old line ends", "User-agent: *\rDisallow: /", "http://hillpost.example/", false},
      {"misspelt, no colon", "useragent *\ndisalow /", "http://hillpost.example/", false},
      {"other lines end no group", "User-agent: attest\nSitemap: x\nUser-agent: b\nDisallow: /", "http://hillpost.example/",
       false},
      {"rules before any agent", "Disallow: /\nUser-agent: b\nDisallow: /", "http://hillpost.example/", true},
  };
  for (const auto& row : rows) EXPECT_EQ(Robots::parse(row.file).allows("attest", row.url), row.allowed) << row.name;
}

TEST(Robots, HostileFilesTakeNoTime) {
  std::string stars = "User-agent: *\nDisallow: /";
  for (int i = 0; i < 5000; ++i) stars += "*a";
  EXPECT_TRUE(Robots::parse(stars).allows("attest", "http://hillpost.example/" + std::string(2000, 'b')));
  EXPECT_TRUE(Robots::parse(std::string(1 << 20, ':')).allows("attest", "/"));
}

}  // namespace
}  // namespace attest
