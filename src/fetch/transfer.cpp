#include "fetch/transfer.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <mutex>

#include "fetch/public_address.h"

namespace attest {
namespace {

constexpr std::size_t kMaxHead = 256u << 10;
constexpr long kConnectSeconds = 20;
constexpr long kSlowBytes = 64;  // a second, over half a minute
constexpr long kSlowSeconds = 30;

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

std::string part_of(CURLU* url, CURLUPart what, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, what, &text, flags) != CURLUE_OK) return {};
  std::string out = text;
  curl_free(text);
  return out;
}

Error unsupported(const std::string& text) {
  return {"unsupported", "no http or https address, or one with a user name or a password; give it plain", text};
}

Result<std::string> whole(CURLU* url, const std::string& text) {
  const std::string scheme = part_of(url, CURLUPART_SCHEME);
  const bool has_user = !part_of(url, CURLUPART_USER).empty() || !part_of(url, CURLUPART_PASSWORD).empty();
  if ((scheme != "http" && scheme != "https") || has_user || part_of(url, CURLUPART_HOST).empty()) return unsupported(text);
  curl_url_set(url, CURLUPART_FRAGMENT, nullptr, 0);
  std::string host = part_of(url, CURLUPART_HOST);
  for (auto& c : host) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  curl_url_set(url, CURLUPART_HOST, host.c_str(), 0);
  std::string out = part_of(url, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
  return out.empty() ? Result<std::string>(unsupported(text)) : Result<std::string>(std::move(out));
}

std::string lowered_name(std::string_view line) {
  std::string out(line.substr(0, line.find(':')));
  for (auto& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

// A header's value from the head of a response; of several the first.
std::string header_of(std::string_view head, std::string_view lower_name) {
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size() - 1);
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end + 1);
    if (line.find(':') == std::string_view::npos || lowered_name(line) != lower_name) continue;
    std::string_view value = line.substr(line.find(':') + 1);
    while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
    while (!value.empty() && (value.back() == ' ' || value.back() == '\r')) value.remove_suffix(1);
    return std::string(value);
  }
  return {};
}

}  // namespace

Result<std::string> normal_address(const std::string& text) {
  const Url url(curl_url());
  if (text.find("://") == std::string::npos || curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_URLENCODE) != CURLUE_OK)
    return unsupported(text);
  return whole(url.get(), text);
}

Result<std::string> resolved_address(const std::string& base, const std::string& link) {
  const Url url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, base.c_str(), 0) != CURLUE_OK ||
      curl_url_set(url.get(), CURLUPART_URL, link.c_str(), CURLU_URLENCODE) != CURLUE_OK)
    return unsupported(link);
  return whole(url.get(), link);
}

Result<AddressParts> address_parts(const std::string& normal) {
  const Url url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, normal.c_str(), 0) != CURLUE_OK) return unsupported(normal);
  AddressParts out;
  out.host = part_of(url.get(), CURLUPART_HOST);
  out.origin =
      part_of(url.get(), CURLUPART_SCHEME) + "://" + out.host + ":" + part_of(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
  return out;
}

// The curl handle, and what its callbacks write to.
struct Transfer::Handle {
  CURL* curl = nullptr;
  const FetchOptions* options = nullptr;
  std::string request;
  std::string head;
  std::string body;
  bool is_blocked = false;
  bool is_too_large = false;

  ~Handle() { curl_easy_cleanup(curl); }

  static std::size_t on_head(char* data, std::size_t size, std::size_t count, void* self) {
    auto& h = *static_cast<Handle*>(self);
    const std::string_view line(data, size * count);
    if (line.starts_with("HTTP/")) h.head.clear();  // after 100 Continue and the like
    if (h.head.size() + line.size() > kMaxHead) {
      h.is_too_large = true;
      return 0;
    }
    h.head += line;
    return line.size();
  }
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self) {
    auto& h = *static_cast<Handle*>(self);
    if (h.body.size() + size * count > h.options->max_bytes) {
      h.is_too_large = true;
      return 0;
    }
    h.body.append(data, size * count);
    return size * count;
  }
  static int on_debug(CURL*, curl_infotype what, char* data, std::size_t size, void* self) {
    auto& h = *static_cast<Handle*>(self);
    const std::string_view text(data, size);
    if (what == CURLINFO_HEADER_OUT && !text.starts_with("CONNECT ")) h.request = text;
    return 0;
  }
  // The address that the connection really goes to, after all names and redirects.
  static curl_socket_t on_open(void* self, curlsocktype, curl_sockaddr* address) {
    auto& h = *static_cast<Handle*>(self);
    const auto& options = *h.options;
    // A proxy is the user's own choice, and it alone knows where it connects to.
    const bool free = options.allow_private || !options.proxy.empty();
    if (options.allowed ? !options.allowed(&address->addr) : !free && !is_public_address(&address->addr)) {
      h.is_blocked = true;
      return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
  }

  void set_up() {
    const auto& o = *options;
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(curl, option, value); };
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_HTTP_VERSION,
        static_cast<long>(CURL_HTTP_VERSION_1_1));  // its headers are text that can be archived as it was sent
    set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
    set(CURLOPT_HTTP_TRANSFER_DECODING, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
    set(CURLOPT_TIMEOUT, static_cast<long>(o.timeout_seconds));
    set(CURLOPT_LOW_SPEED_LIMIT, kSlowBytes);
    set(CURLOPT_LOW_SPEED_TIME, kSlowSeconds);
    set(CURLOPT_PROXY, o.proxy.c_str());  // "": none, not even the environment's
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_USERAGENT, o.user_agent.c_str());
    set(CURLOPT_HEADERFUNCTION, &on_head);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &on_body);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_VERBOSE, 1L);
    set(CURLOPT_DEBUGFUNCTION, &on_debug);
    set(CURLOPT_DEBUGDATA, this);
    set(CURLOPT_OPENSOCKETFUNCTION, &on_open);
    set(CURLOPT_OPENSOCKETDATA, this);
  }

  Error fault(CURLcode code, const std::string& url) const {
    if (is_blocked) return {"blocked_address", "leads to an address that is not public; --allow-private permits that", url};
    if (is_too_large)
      return {"too_large", "a response larger than the limit of " + std::to_string(options->max_bytes >> 20) + " MiB", url};
    if (code == CURLE_OPERATION_TIMEDOUT) return {"timed_out", "no whole answer in time; try again later", url};
    return {"fetch_failed", std::string("no answer: ") + curl_easy_strerror(code), url};
  }
};

Transfer::Transfer(const FetchOptions& options) : options_(options), handle_(std::make_unique<Handle>()) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  handle_->curl = curl_easy_init();
  handle_->options = &options_;
  handle_->set_up();
}

Transfer::~Transfer() = default;

Result<Exchange> Transfer::get(const std::string& url, const Validators& validators, bool plain, std::string time) {
  auto& h = *handle_;
  const auto parts = address_parts(url);
  if (!parts) return parts.error();
  if (!options_.allow_private && !options_.allowed && !may_be_public_host(parts->host))
    return Error{"blocked_address", "a host that is not public; --allow-private permits it", url};
  h.request.clear();
  h.head.clear();
  h.body.clear();
  h.is_blocked = h.is_too_large = false;
  curl_slist* list = curl_slist_append(nullptr, "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
  list = curl_slist_append(list, plain ? "Accept-Encoding: identity" : "Accept-Encoding: gzip, br");
  if (!validators.etag.empty()) list = curl_slist_append(list, ("If-None-Match: " + validators.etag).c_str());
  if (!validators.last_modified.empty())
    list = curl_slist_append(list, ("If-Modified-Since: " + validators.last_modified).c_str());
  const std::unique_ptr<curl_slist, FreeList> headers(list);
  curl_easy_setopt(h.curl, CURLOPT_HTTPHEADER, list);
  curl_easy_setopt(h.curl, CURLOPT_URL, url.c_str());
  const CURLcode code = curl_easy_perform(h.curl);
  curl_easy_setopt(h.curl, CURLOPT_HTTPHEADER, nullptr);
  if (code != CURLE_OK) return h.fault(code, url);
  Exchange out;
  long status = 0;
  char* address = nullptr;
  curl_easy_getinfo(h.curl, CURLINFO_RESPONSE_CODE, &status);
  if (options_.proxy.empty()) curl_easy_getinfo(h.curl, CURLINFO_PRIMARY_IP, &address);
  out.url = url;
  out.request = h.request;
  out.response = h.head + h.body;
  out.address = address ? address : "";
  out.time = std::move(time);
  out.status = static_cast<int>(status);
  out.retry_after = header_of(h.head, "retry-after");
  if (const std::string to = header_of(h.head, "location"); status >= 300 && status < 400 && !to.empty())
    if (const auto leads = resolved_address(url, to)) out.location = *leads;
  return out;
}

}  // namespace attest
