#include <algorithm>
#include <cmath>
#include <ctime>
#include <thread>

#include "fetch/fetch.h"
#include "fetch/public_address.h"
#include "fetch/transfer.h"

namespace attest {
namespace {

constexpr int kRobotsRedirects = 5;
constexpr double kLongestPause = 120;
constexpr double kFirstPause = 1;

class SystemPacer final : public Pacer {
 public:
  double seconds() const override { return clock_.monotonic_seconds(); }
  std::string utc() const override {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
  }
  void wait(double seconds) override {
    if (seconds > 0) std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
  }

 private:
  SystemClock clock_;
};

bool may_pass(int status) { return status == 429 || status == 500 || status == 502 || status == 503 || status == 504; }

// Seconds, or nothing where the header holds a date or none.
double seconds_of(const std::string& retry_after) {
  double out = 0;
  for (const char c : retry_after) {
    if (c < '0' || c > '9') return 0;
    out = std::min(out * 10 + (c - '0'), kLongestPause);
  }
  return out;
}

}  // namespace

std::unique_ptr<Pacer> system_pacer() { return std::make_unique<SystemPacer>(); }

struct Fetcher::State {
  FetchOptions options;
  Pacer& pacer;
  Transfer transfer;
  std::map<std::string, Robots> robots;      // by origin
  std::map<std::string, double> free_again;  // by host: when the next request is polite

  State(FetchOptions given, Pacer& p) : options(completed(std::move(given))), pacer(p), transfer(options) {}

  static FetchOptions completed(FetchOptions options) {
    if (options.user_agent.empty()) options.user_agent = options.agent + "/" ATTEST_VERSION;
    return options;
  }

  // One request when its host's turn has come; again after a pause where the server is busy.
  Result<Exchange> ask(const std::string& url, const std::string& host, const Validators& validators, bool plain) {
    double pause = kFirstPause;
    for (int left = options.retries;; --left, pause *= 2) {
      pacer.wait(free_again[host] - pacer.seconds());
      auto answer = transfer.get(url, validators, plain, pacer.utc());
      free_again[host] = pacer.seconds() + options.delay_seconds;
      const bool again =
          answer ? may_pass(answer->status) : answer.error().code == "fetch_failed" || answer.error().code == "timed_out";
      if (!again || left <= 0) return answer;
      pacer.wait(std::min(kLongestPause, std::max(pause, answer ? seconds_of(answer->retry_after) : 0)));
    }
  }

  // RFC 9309: a file that is refused (4xx) forbids nothing, one that cannot be had now forbids all.
  Robots fetch_robots(const std::string& origin) {
    static const std::string kAll = "user-agent: *\ndisallow: /";
    std::string url = origin + "/robots.txt";
    for (int hops = 0; hops <= kRobotsRedirects; ++hops) {
      const auto parts = address_parts(url);
      const auto answer = parts ? ask(url, parts->host, {}, true) : Result<Exchange>(parts.error());
      if (!answer || answer->status >= 500 || answer->status == 429) return Robots::parse(kAll);
      if (answer->status >= 400) return {};
      if (answer->location.empty()) {
        const std::size_t end = answer->response.find("\r\n\r\n");
        return Robots::parse(end == std::string::npos ? "" : std::string_view(answer->response).substr(end + 4));
      }
      url = answer->location;
    }
    return {};
  }

  bool allows(const std::string& origin, const std::string& url) {
    auto known = robots.find(origin);
    if (known == robots.end()) known = robots.emplace(origin, fetch_robots(origin)).first;
    return known->second.allows(options.agent, url);
  }
};

Fetcher::Fetcher(FetchOptions options, Pacer& pacer) : state_(std::make_unique<State>(std::move(options), pacer)) {}
Fetcher::~Fetcher() = default;

double Fetcher::wait_for(const std::string& url) const {
  const auto parts = address_parts(url);
  if (!parts) return 0;
  const auto it = state_->free_again.find(parts->host);
  return it == state_->free_again.end() ? 0 : std::max(0.0, it->second - state_->pacer.seconds());
}

Result<void> Fetcher::get(const std::string& url, const Validators& validators, std::vector<Exchange>& done) {
  auto normal = normal_address(url);
  if (!normal) return normal.error();
  std::string at = *normal;
  for (int hops = 0; hops <= state_->options.max_redirects; ++hops) {
    const auto parts = address_parts(at);
    if (!parts) return parts.error();
    if (!state_->options.allow_private && !state_->options.allowed && !may_be_public_host(parts->host))
      return Error{"blocked_address", "a host that is not public; --allow-private permits it", at};
    if (!state_->allows(parts->origin, at))
      return Error{"fetch_failed", "robots.txt of the host forbids it, or could not be had", at};
    auto answer = state_->ask(at, parts->host, hops == 0 ? validators : Validators(), false);
    if (!answer) return answer.error();
    done.push_back(std::move(*answer));
    const Exchange& last = done.back();
    if (last.status < 300 || last.status == 304) return {};
    if (last.status >= 400) return Error{"fetch_failed", "the server answers " + std::to_string(last.status), at};
    if (last.location.empty()) return Error{"fetch_failed", "a redirect to nowhere that can be fetched", at};
    at = last.location;
  }
  return Error{"fetch_failed", "more redirects than the limit", at};
}

}  // namespace attest
