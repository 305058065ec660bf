#pragma once
// Fetching addresses politely and safely: robots.txt, pauses between requests to one host, conditional requests, retries; never
// to an address that is not public unless that is allowed; under limits of size, time and redirects. What was sent and received
// is kept byte for byte.
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/base.h"

struct sockaddr;

namespace attest {

struct FetchOptions {
  std::string agent = "attest";  // the name that robots.txt is asked for, and that stands first in the User-Agent header
  std::string user_agent;        // the whole header; "" for the agent, its version and nothing else
  std::string proxy;             // "" for none: the environment's is not used
  bool allow_private = false;    // loopback, private and link-local addresses too
  double delay_seconds = 2;      // between the end of one request to a host and the next
  int timeout_seconds = 60;      // for one request in all
  int max_redirects = 5;
  int retries = 2;                      // after no answer, 429 and 5xx; with pauses that double
  std::uint64_t max_bytes = 32u << 20;  // of one response as it is sent
  // Whether a connection to the address may be made; the default is is_public_address. Asked for every connection with the
  // address that it really goes to.
  std::function<bool(const sockaddr*)> allowed;
};

// What an earlier answer said of itself, for asking whether the page has changed.
struct Validators {
  std::string etag;
  std::string last_modified;
};

// One request and its response, as they went over the wire.
struct Exchange {
  std::string url;
  std::string request;   // line and headers
  std::string response;  // status line, headers, body with its codings
  std::string address;   // of the server, "" behind a proxy
  std::string time;      // of the request's begin: 2031-05-06T07:08:09Z
  int status = 0;
  std::string location;  // of a redirect, whole
  std::string retry_after;
};

// Where time and waiting come from.
class Pacer {
 public:
  virtual ~Pacer() = default;
  virtual double seconds() const = 0;   // monotonic
  virtual std::string utc() const = 0;  // 2031-05-06T07:08:09Z
  virtual void wait(double seconds) = 0;
};
std::unique_ptr<Pacer> system_pacer();

// Not for several threads at once.
class Fetcher {
 public:
  Fetcher(FetchOptions options, Pacer& pacer);
  ~Fetcher();

  // Seconds until a request to the address' host would be polite; 0 for now.
  double wait_for(const std::string& url) const;

  // Asks for the address and follows redirects; all exchanges in order, the last of them the answer. Waits where that is polite.
  // Errors: blocked_address, fetch_failed (no answer, refused by robots.txt, too many redirects), timed_out, too_large,
  // unsupported (no http). `done` gets what was exchanged before an error, too.
  Result<void> get(const std::string& url, const Validators& validators, std::vector<Exchange>& done);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The normal form of an address (scheme and host in lower case, no fragment, spaces escaped). unsupported for other schemes and
// for addresses with a user name: a password has no place in an archive.
Result<std::string> normal_address(const std::string& text);

}  // namespace attest

#include "fetch/robots.h"
#include "fetch/warc_writer.h"
