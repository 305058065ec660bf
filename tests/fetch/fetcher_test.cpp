// Against a server of the test's own; nothing here leaves the machine.
#include <gtest/gtest.h>

#include "fetch/fetch.h"
#include "fetch/public_address.h"
#include "ingest/ingest.h"
#include "test_server.h"

namespace attest {
namespace {

using Paths = std::vector<std::string>;

// Time that passes only by waiting.
class StillPacer final : public Pacer {
 public:
  double seconds() const override { return now; }
  std::string utc() const override { return "2031-05-06T07:08:09Z"; }
  void wait(double seconds) override {
    if (seconds > 0) now += seconds;
  }
  double now = 100;
};

struct Got {
  std::string error;  // its code, "" for none
  std::vector<Exchange> done;
};

FetchOptions local() {
  FetchOptions options;
  options.allow_private = true;
  options.timeout_seconds = 5;
  return options;
}

Got fetch(const std::string& url, FetchOptions options, StillPacer& pacer, const Validators& validators = {}) {
  Got out;
  Fetcher fetcher(std::move(options), pacer);
  const auto got = fetcher.get(url, validators, out.done);
  if (!got) out.error = got.error().code;
  return out;
}

// Allows the hosts, refuses robots.txt with 404.
TestServer::Answer pages(std::map<std::string, std::string> answers) {
  return [answers](const std::string& path, const std::string&) {
    const auto it = answers.find(path);
    return it == answers.end() ? status(404) : it->second;
  };
}

TEST(Fetcher, KeepsRequestAndResponseAsTheyWere) {
  const std::string page =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nConnection: "
      "close\r\n\r\n5\r\nwords\r\n0\r\n\r\n";
  TestServer server(pages({{"/a?b=c", page}}));
  StillPacer pacer;
  const auto got = fetch(server.url("/a?b=c#d"), local(), pacer);
  ASSERT_EQ(got.error, "");
  ASSERT_EQ(got.done.size(), 1u);
  EXPECT_EQ(got.done[0].response, page);
  EXPECT_EQ(got.done[0].url, server.url("/a?b=c"));
  EXPECT_EQ(got.done[0].address, "127.0.0.1");
  const std::string& request = got.done[0].request;
  EXPECT_EQ(request, server.requests().back());
  EXPECT_NE(request.find("User-Agent: attest/"), std::string::npos);
  EXPECT_EQ(request.find("Cookie"), std::string::npos);
  EXPECT_EQ(request.find("Referer"), std::string::npos);
}

TEST(Fetcher, AddressesThatAreNotPublicAreNeverReached) {
  TestServer server(pages({{"/", ok("x")}}));
  StillPacer pacer;
  FetchOptions options;
  options.timeout_seconds = 5;
  for (const char* host : {"127.0.0.1", "localhost", "127.1", "0.0.0.0", "[::1]", "2130706433"})
    EXPECT_EQ(fetch(server.url("/", host), options, pacer).error, "blocked_address") << host;
  // A name that looks public and resolves to this machine: the connection itself is checked.
  options.allowed = is_public_address;
  EXPECT_EQ(fetch(server.url("/", "localhost"), options, pacer).error, "fetch_failed");  // robots.txt could not be had
  EXPECT_TRUE(server.requests().empty());
}

TEST(Fetcher, RedirectsAreCheckedAgain) {
  std::string elsewhere;
  TestServer server([&](const std::string& path, const std::string&) {
    return path == "/robots.txt" ? status(404) : path == "/away" ? status(302, "Location: " + elsewhere + "\r\n") : ok("secret");
  });
  elsewhere = server.url("/secret", "127.0.0.2");
  StillPacer pacer;
  FetchOptions options = local();
  options.allowed = [](const sockaddr* address) {
    return ntohl(reinterpret_cast<const sockaddr_in*>(address)->sin_addr.s_addr) == 0x7F000001;
  };
  const auto got = fetch(server.url("/away"), options, pacer);
  EXPECT_NE(got.error, "");
  EXPECT_EQ(got.done.size(), 1u);
  EXPECT_EQ(server.paths(), (Paths{"/robots.txt", "/away"}));
}

TEST(Fetcher, FollowsRedirectsWithinTheLimit) {
  TestServer server([](const std::string& path, const std::string&) {
    if (path == "/robots.txt") return status(404);
    if (path == "/end") return ok("x");
    if (path == "/loop") return status(301, "Location: /loop\r\n");
    if (path == "/out") return status(301, "Location: file:///etc/hostname\r\n");
    return status(301, "Location: end\r\n");
  });
  StillPacer pacer;
  EXPECT_EQ(fetch(server.url("/begin"), local(), pacer).done.back().url, server.url("/end"));
  EXPECT_EQ(fetch(server.url("/loop"), local(), pacer).error, "fetch_failed");
  EXPECT_EQ(fetch(server.url("/out"), local(), pacer).error, "fetch_failed");
}

TEST(Fetcher, ObeysRobots) {
  struct Row {
    const char* name;
    std::string robots;
    bool fetched;
  };
  const Row rows[] = {{"absent", status(404), true},
                      {"forbidden to read", status(403), true},
                      {"broken server", status(500), false},
                      {"no answer", "", false},
                      {"refuses", ok("User-agent: *\nDisallow: /n", "Content-Type: text/plain\r\n"), false},
                      {"allows", ok("User-agent: *\nDisallow: /n\nAllow: /n/1", "Content-Type: text/plain\r\n"), true}};
  for (const auto& row : rows) {
    TestServer server([&](const std::string& path, const std::string&) { return path == "/robots.txt" ? row.robots : ok("x"); });
    StillPacer pacer;
    FetchOptions options = local();
    options.retries = 0;
    EXPECT_EQ(fetch(server.url("/n/1"), options, pacer).error, row.fetched ? "" : "fetch_failed") << row.name;
    EXPECT_EQ(server.paths(), row.fetched ? (Paths{"/robots.txt", "/n/1"}) : (Paths{"/robots.txt"})) << row.name;
  }
}

TEST(Fetcher, PausesBetweenRequestsAndReadsRobotsOnce) {
  TestServer server(pages({{"/1", ok("x")}, {"/2", ok("x")}}));
  StillPacer pacer;
  FetchOptions options = local();
  options.delay_seconds = 7;
  Fetcher fetcher(options, pacer);
  std::vector<Exchange> done;
  EXPECT_EQ(fetcher.wait_for(server.url("/1")), 0);
  EXPECT_TRUE(fetcher.get(server.url("/1"), {}, done));
  EXPECT_EQ(pacer.now, 107);  // after robots.txt
  EXPECT_EQ(fetcher.wait_for(server.url("/2")), 7);
  EXPECT_EQ(fetcher.wait_for("http://hillpost.example/"), 0);
  EXPECT_TRUE(fetcher.get(server.url("/2"), {}, done));
  EXPECT_EQ(pacer.now, 114);
  EXPECT_EQ(server.paths(), (Paths{"/robots.txt", "/1", "/2"}));
}

TEST(Fetcher, TriesAgainWithPausesThatGrow) {
  int tries = 0;
  TestServer server([&](const std::string& path, const std::string&) {
    if (path == "/robots.txt") return status(404);
    return ++tries == 1 ? status(503, "Retry-After: 30\r\n") : tries == 2 ? std::string() : ok("x");
  });
  StillPacer pacer;
  FetchOptions options = local();
  options.delay_seconds = 0;
  EXPECT_EQ(fetch(server.url("/1"), options, pacer).error, "");
  EXPECT_EQ(tries, 3);
  EXPECT_EQ(pacer.now, 132);  // 30 as the server asked, then the second pause of 2
}

TEST(Fetcher, AsksWhetherAPageChanged) {
  TestServer server([](const std::string& path, const std::string& request) {
    if (path == "/robots.txt") return status(404);
    return request.find("If-None-Match: \"v1\"") != std::string::npos &&
                   request.find("If-Modified-Since: yesterday") != std::string::npos
               ? status(304)
               : ok("x");
  });
  StillPacer pacer;
  const auto got = fetch(server.url("/1"), local(), pacer, {"\"v1\"", "yesterday"});
  EXPECT_EQ(got.error, "");
  EXPECT_EQ(got.done.back().status, 304);
}

TEST(Fetcher, Limits) {
  TestServer server([](const std::string& path, const std::string&) {
    if (path == "/robots.txt") return status(404);
    if (path == "/head") {
      std::string head = "HTTP/1.1 200 OK\r\n";
      for (int i = 0; i < 10; ++i) head += "X: " + std::string(30000, 'x') + "\r\n";
      return head + "\r\n";
    }
    if (path == "/lies") return std::string("HTTP/1.1 200 OK\r\nContent-Length: 4294967296\r\nConnection: close\r\n\r\nshort");
    if (path == "/slow") std::this_thread::sleep_for(std::chrono::milliseconds(2500));
    return ok(std::string(2000, 'x'));
  });
  StillPacer pacer;
  FetchOptions options = local();
  options.max_bytes = 1000;
  options.retries = 0;
  EXPECT_EQ(fetch(server.url("/big"), options, pacer).error, "too_large");
  EXPECT_EQ(fetch(server.url("/head"), options, pacer).error, "too_large");
  EXPECT_EQ(fetch(server.url("/lies"), options, pacer).error, "fetch_failed");
  options.timeout_seconds = 1;
  EXPECT_EQ(fetch(server.url("/slow"), options, pacer).error, "timed_out");
  for (const char* bad :
       {"ftp://hillpost.example/", "file:///etc/hostname", "http://user:word@hillpost.example/", "http://", "words"})
    EXPECT_EQ(fetch(bad, options, pacer).error, "unsupported") << bad;
}

TEST(Fetcher, TheArchiveIsReadAgain) {
  const std::string line = "Shells fell on Marwa on Monday, residents of the town said.";
  TestServer server(
      pages({{"/1", ok("<title>Marwa</title><p>" + line + "</p>", "Content-Type: text/html; charset=utf-8\r\nETag: \"v1\"\r\n")},
             {"/same", status(304)}}));
  StillPacer pacer;
  auto got = fetch(server.url("/1"), local(), pacer);
  const auto same = fetch(server.url("/same"), local(), pacer);
  got.done.insert(got.done.end(), same.done.begin(), same.done.end());
  for (const bool compress : {false, true}) {
    MemoryFiles files;
    std::string& bytes = files.files["a.warc"];
    WarcWriter writer([&](std::string_view part) { bytes += part; }, compress, "2031-05-06T07:08:09Z", "attest");
    for (const auto& exchange : got.done) writer.write(exchange);
    std::size_t documents = 0;
    read_inputs({"a.warc"}, files, {},
                {[&](RawDocument document) {
                   const auto report = read_report(document, {});
                   ASSERT_TRUE(report);
                   EXPECT_EQ(report->text, line);
                   EXPECT_EQ(report->url, server.url("/1"));
                   ++documents;
                 },
                 [](const Skipped& skipped) { ADD_FAILURE() << skipped.error.text(); }});
    EXPECT_EQ(documents, 1u);
    const auto known = archived_pages("a.warc", files, {});
    ASSERT_TRUE(known);
    ASSERT_EQ(known->size(), 1u);
    EXPECT_EQ(known->front().etag, "\"v1\"");
    EXPECT_EQ(bytes.find("revisit") != std::string::npos, !compress);
  }
}

}  // namespace
}  // namespace attest
