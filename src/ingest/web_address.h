#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace attest {

// The link made whole with the address that it stands under, both trimmed; none where the result is no http or https address of a
// host: javascript:, file: and the like are no addresses of reports. No check of what the host is.
std::optional<std::string> web_address(std::string_view link, std::string_view base = "");

}  // namespace attest
