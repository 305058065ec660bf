#pragma once
#include "fetch/fetch.h"

namespace attest {

// Parts of a normal address.
struct AddressParts {
  std::string host;
  std::string origin;  // scheme://host:port
};
Result<AddressParts> address_parts(const std::string& normal);
// Where a Location header leads.
Result<std::string> resolved_address(const std::string& base, const std::string& link);

// One request, no redirects followed. Keeps connections open for the next.
class Transfer {
 public:
  explicit Transfer(const FetchOptions& options);
  ~Transfer();
  // `plain`: asks for no compression. blocked_address, fetch_failed, timed_out, too_large.
  Result<Exchange> get(const std::string& url, const Validators& validators, bool plain, std::string time);

 private:
  struct Handle;
  const FetchOptions& options_;
  std::unique_ptr<Handle> handle_;
};

}  // namespace attest
