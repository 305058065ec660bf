#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <simdjson.h>

#include "ingest/digest.h"
#include "ingest/mime_decode.h"
#include "ingest/wacz.h"

namespace attest {
namespace {

namespace dom = simdjson::dom;

template <class T, void (*free)(T*)>
struct With {
  void operator()(T* p) const { free(p); }
};
using Key = std::unique_ptr<EVP_PKEY, With<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, With<X509, X509_free>>;
using Context = std::unique_ptr<EVP_MD_CTX, With<EVP_MD_CTX, EVP_MD_CTX_free>>;

std::string text_of(dom::element object, std::string_view name) {
  std::string_view out;
  return object[name].get(out) ? std::string() : std::string(out);
}

std::vector<Certificate> certificates(const std::string& pem) {
  std::vector<Certificate> out;
  BIO* bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
  while (bio && out.size() < 16) {
    X509* next = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
    if (!next) break;
    out.emplace_back(next);
  }
  BIO_free(bio);
  ERR_clear_error();
  return out;
}

// Browsers sign with r and s side by side, OpenSSL reads them as a DER sequence.
std::string as_der(const std::string& raw) {
  ECDSA_SIG* pair = ECDSA_SIG_new();
  const int half = static_cast<int>(raw.size() / 2);
  const auto* bytes = reinterpret_cast<const unsigned char*>(raw.data());
  ECDSA_SIG_set0(pair, BN_bin2bn(bytes, half, nullptr), BN_bin2bn(bytes + half, half, nullptr));
  unsigned char* der = nullptr;
  const int size = i2d_ECDSA_SIG(pair, &der);
  ECDSA_SIG_free(pair);
  std::string out(reinterpret_cast<const char*>(der), size > 0 ? static_cast<std::size_t>(size) : 0);
  OPENSSL_free(der);
  return out;
}

bool verifies(EVP_PKEY* key, const std::string& signature, const std::string& text) {
  const Context context(EVP_MD_CTX_new());
  const bool holds = EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
                     EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char*>(signature.data()), signature.size(),
                                      reinterpret_cast<const unsigned char*>(text.data()), text.size()) == 1;
  ERR_clear_error();
  return holds;
}

bool verifies_in_either_form(EVP_PKEY* key, const std::string& signature, const std::string& text) {
  return verifies(key, signature, text) || (signature.size() % 2 == 0 && verifies(key, as_der(signature), text));
}

// "2031-05-06T07:08:09Z" as seconds.
std::optional<std::time_t> seconds_of(const std::string& iso) {
  const auto day = Date::parse(iso.substr(0, 10));
  if (!day || iso.size() < 19) return std::nullopt;
  int part[3] = {};
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 2; ++j) part[i] = part[i] * 10 + (iso[11 + i * 3 + j] - '0');
  return static_cast<std::time_t>(day->days()) * 86400 + part[0] * 3600 + part[1] * 60 + part[2];
}

// Whether the chain leads from the domain's certificate to a root of this machine, all valid at that time.
bool is_trusted(const std::vector<Certificate>& chain, std::time_t at) {
  X509_STORE* store = X509_STORE_new();
  X509_STORE_CTX* context = X509_STORE_CTX_new();
  STACK_OF(X509)* between = sk_X509_new_null();
  for (std::size_t i = 1; i < chain.size(); ++i) sk_X509_push(between, chain[i].get());
  bool trusted = false;
  if (X509_STORE_set_default_paths(store) == 1 && X509_STORE_CTX_init(context, store, chain.front().get(), between) == 1) {
    X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context), at);
    trusted = X509_verify_cert(context) == 1;
  }
  sk_X509_free(between);
  X509_STORE_CTX_free(context);
  X509_STORE_free(store);
  ERR_clear_error();
  return trusted;
}

std::optional<std::string> domain_fault(dom::element data, const std::string& signature, const std::string& hash) {
  const auto chain = certificates(text_of(data, "domainCert"));
  if (chain.empty()) return "no certificate that can be read";
  const std::string domain = text_of(data, "domain");
  if (X509_check_host(chain.front().get(), domain.data(), domain.size(), 0, nullptr) != 1)
    return "the certificate is not of " + domain;
  const Key key(X509_get_pubkey(chain.front().get()));
  if (!key || !verifies_in_either_form(key.get(), signature, hash)) return "the signature is not of these bytes";
  const auto at = seconds_of(text_of(data, "created"));
  if (!at) return "no time of signing";
  if (!is_trusted(chain, *at)) return "the certificate of " + domain + " leads to no root that this machine trusts";
  return std::nullopt;
}

std::optional<std::string> key_fault(dom::element data, const std::string& signature, const std::string& hash) {
  const std::string der = decode_base64(text_of(data, "publicKey"));
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const Key key(d2i_PUBKEY(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  if (!key) return "no public key that can be read";
  if (!verifies_in_either_form(key.get(), signature, hash)) return "the signature is not of these bytes";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> wacz_signature_fault(std::string_view digest_json, std::string_view package) {
  dom::parser parser;
  dom::element root;
  if (parser.parse(simdjson::padded_string(digest_json)).get(root) || !root.is_object()) return "not a JSON object";
  const std::string hash = text_of(root, "hash");
  const auto stated = StatedDigest::parse(hash);
  if (!stated || !stated->fits(package)) return "the digest of datapackage.json is another";
  dom::element data;
  if (root["signedData"].get(data) || !data.is_object()) return std::nullopt;
  if (text_of(data, "hash") != hash) return "what is signed is another digest";
  const std::string signature = decode_base64(text_of(data, "signature"));
  if (signature.empty() || signature.size() > 4096) return "no signature that can be read";
  if (!text_of(data, "domain").empty()) return domain_fault(data, signature, hash);
  return key_fault(data, signature, hash);
}

}  // namespace attest
