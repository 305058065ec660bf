#include "ingest/digest.h"

#include <openssl/evp.h>

#include <algorithm>

#include "ingest/mime_decode.h"

namespace attest {
namespace {

const EVP_MD* method(std::string_view name) {
  std::string plain;
  for (const char c : name)
    if (c != '-') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (plain == "sha1") return EVP_sha1();
  if (plain == "sha256") return EVP_sha256();
  if (plain == "sha384") return EVP_sha384();
  if (plain == "sha512") return EVP_sha512();
  if (plain == "md5") return EVP_md5();
  return nullptr;
}

int value32(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a';
  return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
}

int value16(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Digits of `bits` bits each; none where one is no digit.
std::optional<std::string> unpacked(std::string_view text, int bits, int (*value)(char)) {
  std::string out;
  std::uint32_t held = 0;
  int count = 0;
  for (const char c : text) {
    const int digit = value(c);
    if (digit < 0) return std::nullopt;
    held = (held << bits) | static_cast<std::uint32_t>(digit);
    count += bits;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>((held >> count) & 0xFF);
  }
  return out;
}

}  // namespace

void Digest::Free::operator()(void* context) const { EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context)); }

std::optional<Digest> Digest::of(std::string_view algorithm) {
  const EVP_MD* md = method(algorithm);
  Digest out;
  out.context_.reset(EVP_MD_CTX_new());
  if (!md || !out.context_ || EVP_DigestInit_ex(static_cast<EVP_MD_CTX*>(out.context_.get()), md, nullptr) != 1)
    return std::nullopt;
  return out;
}

void Digest::add(std::string_view bytes) {
  EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context_.get()), bytes.data(), bytes.size());
}

std::string Digest::finish() {
  unsigned char raw[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(context_.get()), raw, &size);
  return {reinterpret_cast<const char*>(raw), size};
}

std::optional<StatedDigest> StatedDigest::parse(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  StatedDigest out;
  out.algorithm = text.substr(0, colon);
  const EVP_MD* md = method(out.algorithm);
  if (!md) return std::nullopt;
  const auto size = static_cast<std::size_t>(EVP_MD_get_size(md));
  std::string_view value = text.substr(colon + 1);
  while (value.ends_with('=')) value.remove_suffix(1);
  std::optional<std::string> raw;
  if (value.size() == size * 2) raw = unpacked(value, 4, value16);
  else if (value.size() == (size * 8 + 4) / 5) raw = unpacked(value, 5, value32);
  else if (value.size() == (size * 8 + 5) / 6) raw = decode_base64(value);
  if (!raw || raw->size() != size) return std::nullopt;
  out.raw = std::move(*raw);
  return out;
}

bool StatedDigest::fits(std::string_view bytes) const {
  unsigned char own[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), own, &size, method(algorithm), nullptr) != 1) return false;
  return raw == std::string_view(reinterpret_cast<const char*>(own), size);
}

std::string base16(std::string_view raw) {
  std::string out;
  for (const char c : raw) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789abcdef"[c & 15];
  }
  return out;
}

std::string base32(std::string_view raw) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : raw) {
    bits = (bits << 8) | static_cast<unsigned char>(c);
    for (count += 8; count >= 5; count -= 5) out += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(bits >> (count - 5)) & 31];
  }
  if (count > 0) out += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(bits << (5 - count)) & 31];
  return out;
}

}  // namespace attest
