#pragma once
// Responses of web servers as archives keep them: status, headers, body with its transfer and content codings taken off.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/base.h"

namespace attest {

// Lines "Name: value" with continuation lines; names compare without case.
class HeaderLines {
 public:
  // Takes the header lines from the front of `text`, with the empty line after them.
  static HeaderLines take(std::string_view& text);
  std::string_view get(std::string_view lower_name) const;  // "" where absent; of several the first

 private:
  std::vector<std::pair<std::string, std::string>> lines_;
};

struct HttpResponse {
  int status = 0;
  HeaderLines headers;
  std::string media_type;  // lower case, without parameters
  std::string charset;
  std::string body;  // as the page was; not more than `limit` bytes
};

// bad_archive where the bytes are no response or a coding is broken, unsupported for codings that are not known, too_large. The
// body of another status than 200, or of a media type that is not wanted, stays empty.
Result<HttpResponse> read_http_response(std::string_view bytes, bool (*wanted)(std::string_view media_type), std::uint64_t limit,
                                        const std::string& where);

// A body without the chunks that it was sent in; nothing where it has none.
std::optional<std::string> dechunked(std::string_view body);

// The media type and charset of a Content-Type value.
std::pair<std::string, std::string> media_type_of(std::string_view content_type);

}  // namespace attest
