#pragma once
// A closed case encrypted at rest: libsodium's secretstream (XChaCha20-Poly1305) over the whole file, the key from a passphrase by Argon2id.
// Protects a lost or seized disk, copy or mail while the case is closed. Protects nothing while the case is open, nothing against a program
// that reads keys as they are typed, and nothing that earlier copies, backups or free blocks of the disk still hold in clear.
#include <string>
#include <string_view>

#include "base/base.h"

namespace attest {

inline constexpr std::string_view kLockedMagic = "ATTLOCK1";

// Writes `to` (which may not exist) from the whole of `from`. `salt_and_nonce` comes from the machine's random source inside libsodium.
Result<void> lock_file(const std::string& from, const std::string& to, std::string_view passphrase);
// "wrong_passphrase" where the passphrase is another or the file was changed; nothing is left at `to` then.
Result<void> unlock_file(const std::string& from, const std::string& to, std::string_view passphrase);

}  // namespace attest
