#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace attest {

// "sha256:" and 64 hex digits of the SHA-256 of the bytes (OpenSSL).
std::string sha256_id(std::string_view bytes);

// XXH3, 64 bits: for tables in memory and on disk; never for evidence.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace attest
