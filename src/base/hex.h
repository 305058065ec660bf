#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace attest {

std::string hex(std::string_view bytes);
// Bytes from lower-case hex digits; "" where the text is none or of odd length.
std::string unhex(std::string_view text);

// The 32 bytes of the SHA-256 alone.
std::string sha256_bytes(std::string_view bytes);

// "2031-05-01T12:00:00Z".
std::string utc_text(std::int64_t unix_seconds);

// Where unguessable bytes come from; tests hand in a counter.
using Random = std::function<std::string(std::size_t size)>;

}  // namespace attest
