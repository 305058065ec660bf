#include "store/file_lock.h"

#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <vector>

#include "store/secret_stream.h"

namespace attest {
namespace {

// The cost of a guess: Argon2id's moderate limits, 256 MiB and about a second.
constexpr unsigned long long kOperations = crypto_pwhash_OPSLIMIT_MODERATE;
constexpr std::size_t kMemory = crypto_pwhash_MEMLIMIT_MODERATE;

Result<std::string> key_of(std::string_view passphrase, const std::string& salt) {
  std::string key(crypto_secretstream_xchacha20poly1305_KEYBYTES, '\0');
  if (crypto_pwhash(reinterpret_cast<unsigned char*>(key.data()), key.size(), passphrase.data(), passphrase.size(),
                    reinterpret_cast<const unsigned char*>(salt.data()), kOperations, kMemory, crypto_pwhash_ALG_ARGON2ID13) != 0)
    return Error{"too_large", "not enough memory to make a key from the passphrase (256 MiB are needed)", ""};
  return key;
}

}  // namespace

Result<void> lock_file(const std::string& from, const std::string& to, std::string_view passphrase) {
  if (sodium_init() < 0) return Error{"unsupported", "no source of randomness", ""};
  std::string salt(crypto_pwhash_SALTBYTES, '\0');
  randombytes_buf(salt.data(), salt.size());
  const auto key = key_of(passphrase, salt);
  if (!key) return key.error();
  return encrypt_file(from, to, std::string(kLockedMagic) + salt, *key);
}

Result<void> unlock_file(const std::string& from, const std::string& to, std::string_view passphrase) {
  if (sodium_init() < 0) return Error{"unsupported", "no source of randomness", ""};
  const auto head = file_start(from, kLockedMagic.size() + crypto_pwhash_SALTBYTES);
  if (!head) return head.error();
  if (!head->starts_with(kLockedMagic)) return Error{"unsupported", "is not encrypted by attest lock", from};
  const auto key = key_of(passphrase, head->substr(kLockedMagic.size()));
  if (!key) return key.error();
  const auto done = decrypt_file(from, to, head->size(), *key);
  if (!done && done.error().code == "bad_archive")
    return Error{"wrong_passphrase", "the passphrase is another one, or the file was changed or cut; nothing was written", from};
  return done;
}

}  // namespace attest
