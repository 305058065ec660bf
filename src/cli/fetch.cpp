// attest fetch: addresses, feeds and outlines to a web archive.
#include "fetch/fetch.h"

#include <deque>
#include <fstream>
#include <set>

#include "cli/run.h"

namespace attest {
namespace {

// Something to ask for; a feed's entries are asked for in their turn, and an outline's feeds.
struct Wanted {
  std::string url;
  int depth = 0;  // how many lists led here
};

class FetchRun {
 public:
  FetchRun(const Args& args, FetchOptions options, Output& output, bool compress)
      : quiet_(args.has("--quiet")),
        pacer_(system_pacer()),
        fetcher_(options, *pacer_),
        writer_([&output](std::string_view bytes) { output.write(bytes); }, compress, pacer_->utc(),
                options.user_agent.empty() ? options.agent + "/" ATTEST_VERSION : options.user_agent) {}

  void add(const std::string& url, int depth) {
    const auto normal = normal_address(url);
    if (!normal) return fault(url, normal.error());
    if (seen_.insert(*normal).second) queue_.push_back({*normal, depth});
  }
  void know(const ArchivedPage& page) { known_[page.url] = {page.etag, page.last_modified}; }
  void fault(const std::string& input, const Error& error) {
    all_fetched_ = false;
    std::fprintf(stderr, "attest: %s: %s [%s]\n", input.c_str(), error.message.c_str(), error.code.c_str());
  }
  void limit_entries(std::size_t entries) { entries_ = entries; }

  // Whether every address was fetched.
  bool run() {
    while (!queue_.empty()) fetch(take());
    return all_fetched_;
  }

 private:
  static constexpr int kMaxDepth = 2;  // an outline's feeds' entries
  static constexpr std::size_t kLookedAhead = 1000;

  // The first whose host may be asked now, else the one whose turn comes first.
  Wanted take() {
    auto best = queue_.begin();
    double least = fetcher_.wait_for(best->url);
    const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(std::min(queue_.size(), kLookedAhead));
    for (auto it = queue_.begin(); it != end && least > 0; ++it)
      if (const double wait = fetcher_.wait_for(it->url); wait < least) {
        least = wait;
        best = it;
      }
    Wanted out = std::move(*best);
    queue_.erase(best);
    return out;
  }

  void fetch(const Wanted& wanted) {
    std::vector<Exchange> done;
    const auto known = known_.find(wanted.url);
    const auto got = fetcher_.get(wanted.url, known == known_.end() ? Validators() : known->second, done);
    for (const auto& exchange : done) writer_.write(exchange);
    if (!got) return fault(wanted.url, got.error());
    const Exchange& last = done.back();
    if (!quiet_) std::fprintf(stderr, "%d %s\n", last.status, last.url.c_str());
    if (wanted.depth >= kMaxDepth || last.status != 200) return;
    const auto links = links_of_response(last.response, last.url, {});
    if (!links) return;
    const int depth = links->are_feeds ? std::max(wanted.depth, 0) + 1 : kMaxDepth;
    for (std::size_t i = 0; i < links->addresses.size() && (links->are_feeds || i < entries_); ++i)
      add(links->addresses[i], depth);
  }

  bool quiet_;
  std::unique_ptr<Pacer> pacer_;
  Fetcher fetcher_;
  WarcWriter writer_;
  std::deque<Wanted> queue_;
  std::set<std::string> seen_;
  std::map<std::string, Validators> known_;
  std::size_t entries_ = 0;
  bool all_fetched_ = true;
};

Result<FetchOptions> fetch_options(const Args& args) {
  FetchOptions out;
  out.proxy = args.get("--proxy");
  out.user_agent = args.get("--user-agent");
  out.allow_private = args.has("--allow-private");
  const auto number = [&](std::string_view flag, std::int64_t otherwise, std::int64_t low, std::int64_t high) {
    return args.number(flag, otherwise, low, high);
  };
  const auto delay = number("--delay", 2, 0, 3600);
  if (!delay) return Error{"", "takes a whole number of seconds from 0 to 3600", "--delay"};
  const auto timeout = number("--timeout", out.timeout_seconds, 1, 3600);
  if (!timeout) return Error{"", "takes a whole number of seconds from 1 to 3600", "--timeout"};
  const auto bytes = number("--max-bytes", static_cast<std::int64_t>(out.max_bytes), 1, std::int64_t{1} << 30);
  if (!bytes) return Error{"", "takes a whole number of bytes up to 1073741824", "--max-bytes"};
  const auto retries = number("--retries", out.retries, 0, 10);
  if (!retries) return Error{"", "takes a whole number from 0 to 10", "--retries"};
  out.delay_seconds = static_cast<double>(*delay);
  out.timeout_seconds = static_cast<int>(*timeout);
  out.max_bytes = static_cast<std::uint64_t>(*bytes);
  out.retries = static_cast<int>(*retries);
  return out;
}

// An address, or a file that lists some: an outline, a feed, or one address a line.
Result<void> add_input(const std::string& input, FetchRun& run) {
  if (input.starts_with("http://") || input.starts_with("https://")) {
    run.add(input, 0);
    return {};
  }
  if (input.find("://") != std::string::npos) return Error{"unsupported", "only http and https addresses are fetched", input};
  const auto bytes = SystemFiles().read(input, 64u << 20);
  if (!bytes) return bytes.error();
  if (const auto links = listed_links(*bytes, "", {})) {
    for (const auto& address : links->addresses) run.add(address, links->are_feeds ? 1 : 2);
    return {};
  }
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') run.add(std::string(line), 0);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

}  // namespace

int run_fetch(const Args& args) {
  auto options = fetch_options(args);
  if (!options) return failed(options.error());
  const auto entries = args.number("--entries", 100, 0, 100'000);
  if (!entries) return failed({"", "takes a whole number from 0 to 100000", "--entries"});
  const std::string path = args.get("--output");
  if (!path.empty() && path != "-" && std::ifstream(path).good())
    return failed({"unreadable", "is there already; archives are never written over", path});
  auto output = Output::open(path);
  if (!output) return failed(output.error());
  FetchRun run(args, *options, *output, path.ends_with(".gz"));
  run.limit_entries(static_cast<std::size_t>(*entries));
  for (const auto& earlier : args.all("--earlier")) {
    const auto pages = archived_pages(earlier, SystemFiles(), {});
    if (!pages) return failed(pages.error());
    for (const auto& page : *pages) run.know(page);
  }
  for (const auto& input : args.inputs)
    if (const auto added = add_input(input, run); !added) run.fault(input, added.error());
  const bool all = run.run();
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return all ? 0 : 1;
}

}  // namespace attest
