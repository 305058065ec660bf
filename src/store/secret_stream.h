#pragma once
#include <string>
#include <string_view>

#include "base/base.h"

namespace attest {

// A file of `head`, then libsodium's secretstream in pieces of 64 KiB; the last piece is marked, so a cut file does not open.
// `to` must not exist; it appears whole (mode 0600) or not at all. The head takes part in the check.
Result<void> encrypt_file(const std::string& from, const std::string& to, std::string_view head, std::string_view key);
// "bad_archive" where the key is another one or the file was changed.
Result<void> decrypt_file(const std::string& from, const std::string& to, std::size_t head_size, std::string_view key);

// The first bytes of a file; "bad_archive" where it is shorter.
Result<std::string> file_start(const std::string& path, std::size_t size);

// A file for one person: the stream's key sealed to the public half of their key (Ed25519 turned into X25519).
Result<void> seal_file(const std::string& from, const std::string& to, std::string_view public_key);
Result<void> open_sealed_file(const std::string& from, const std::string& to, std::string_view public_key, std::string_view secret_key);

}  // namespace attest
