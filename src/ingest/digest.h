#pragma once
// Digests as archives write them: "sha1:" and base32, "sha256:" and hex, and their like.
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace attest {

// A digest being computed over bytes that come in pieces.
class Digest {
 public:
  // "sha1", "sha256", "sha512", "md5", "sha-256" …, in any letter case; none for other names.
  static std::optional<Digest> of(std::string_view algorithm);
  void add(std::string_view bytes);
  std::string finish();  // the raw bytes; once

 private:
  struct Free {
    void operator()(void* context) const;
  };
  std::unique_ptr<void, Free> context_;
};

// "sha1:…" cut into the algorithm and the raw digest, which may be written in base16, base32 or base64. None where it cannot be
// read or names an algorithm that is not known: nothing to compare with.
struct StatedDigest {
  std::string algorithm;
  std::string raw;
  static std::optional<StatedDigest> parse(std::string_view text);
  bool fits(std::string_view bytes) const;
};

std::string base16(std::string_view raw);
std::string base32(std::string_view raw);  // upper case, without padding

}  // namespace attest
