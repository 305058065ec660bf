#include <sodium.h>

#include "store/acts.h"
#include "store/decode.h"
#include "store/encode.h"
#include "store/seal.h"

namespace attest {
namespace {

constexpr std::string_view kKeyHead = "attest key 1 ";

unsigned char* bytes(std::string& s) { return reinterpret_cast<unsigned char*>(s.data()); }
const unsigned char* bytes(const std::string& s) { return reinterpret_cast<const unsigned char*>(s.data()); }

std::string signed_text(const Signature& s) { return "attest case head 1\n" + s.case_id + "\n" + std::to_string(s.seq) + "\n" + s.head; }

}  // namespace

template <class V, Is<Signature> T>
void visit_fields(V& v, T& x) {
  auto& [case_id, head, key, signature, seq] = x;
  v("case", case_id), v("head", head), v("key", key), v("signature", signature), v("seq", seq);
}

SigningKey make_key(const Random& random) {
  const std::string seed = random(crypto_sign_SEEDBYTES);
  SigningKey out{std::string(crypto_sign_PUBLICKEYBYTES, '\0'), std::string(crypto_sign_SECRETKEYBYTES, '\0')};
  crypto_sign_seed_keypair(bytes(out.public_key), bytes(out.secret), bytes(seed));
  return out;
}

std::string key_text(const SigningKey& key, bool with_secret) {
  return std::string(kKeyHead) + (with_secret ? "secret " + hex(key.secret) : "public " + hex(key.public_key)) + "\n";
}

Result<SigningKey> read_key(std::string_view text, const std::string& where) {
  const Error error{"unsupported", "is no key file of Attest; attest key new makes one", where};
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  if (!text.starts_with(kKeyHead)) return error;
  text.remove_prefix(kKeyHead.size());
  const bool secret = text.starts_with("secret ");
  if (!secret && !text.starts_with("public ")) return error;
  const std::string raw = unhex(text.substr(7));
  SigningKey out;
  if (secret && raw.size() == crypto_sign_SECRETKEYBYTES) {
    out.secret = raw;
    out.public_key = raw.substr(crypto_sign_SEEDBYTES);
  } else if (!secret && raw.size() == crypto_sign_PUBLICKEYBYTES) {
    out.public_key = raw;
  } else {
    return error;
  }
  return out;
}

Result<Signature> read_signature(std::string_view json, const std::string& where) { return decode<Signature>(json, where); }

bool signature_holds(const Signature& s) {
  const std::string key = unhex(s.key), mark = unhex(s.signature), text = signed_text(s);
  return key.size() == crypto_sign_PUBLICKEYBYTES && mark.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(bytes(mark), bytes(text), text.size(), bytes(key)) == 0;
}

Result<LogEntry> sign_case(CaseWriter& writer, const Recorder& recorder, const SigningKey& key) {
  if (key.secret.empty()) return Error{"unsupported", "holds no secret key; sign with the file that attest key new wrote", "--key"};
  const auto last = writer.last_entry();
  if (!last) return last.error();
  if (!*last) return Error{"empty", "has nothing to sign yet", "log"};
  Signature s{writer.info().id, (*last)->hash, hex(key.public_key), "", static_cast<std::uint32_t>((*last)->seq)};
  const std::string text = signed_text(s);
  std::string mark(crypto_sign_BYTES, '\0');
  crypto_sign_detached(bytes(mark), nullptr, bytes(text), text.size(), bytes(key.secret));
  s.signature = hex(mark);
  return append_entry(writer, recorder, act::kSigned, "", encode(s));
}

}  // namespace attest
