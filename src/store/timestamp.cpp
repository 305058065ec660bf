#include <openssl/err.h>
#include <openssl/ts.h>
#include <openssl/x509_vfy.h>

#include <memory>

#include "store/acts.h"
#include "store/decode.h"
#include "store/encode.h"
#include "store/seal.h"

namespace attest {
namespace {

template <auto free_it>
struct Free {
  template <class T>
  void operator()(T* p) const { free_it(p); }
};
using Request = std::unique_ptr<TS_REQ, Free<TS_REQ_free>>;
using Imprint = std::unique_ptr<TS_MSG_IMPRINT, Free<TS_MSG_IMPRINT_free>>;
using Algorithm = std::unique_ptr<X509_ALGOR, Free<X509_ALGOR_free>>;
using Answer = std::unique_ptr<TS_RESP, Free<TS_RESP_free>>;
using Verifier = std::unique_ptr<TS_VERIFY_CTX, Free<TS_VERIFY_CTX_free>>;

constexpr std::size_t kMostAnswer = 1 << 20;

Error refused(const std::string& what) {
  const auto code = ERR_get_error();
  ERR_clear_error();
  char text[256] = "";
  if (code != 0) ERR_error_string_n(code, text, sizeof text);
  return {"bad_timestamp", what + (code != 0 ? std::string(" (") + text + ")" : ""), "timestamp"};
}

std::string head_bytes(std::string_view head) { return head.starts_with("sha256:") ? unhex(head.substr(7)) : std::string(); }

Result<Answer> read_answer(const std::string& der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const auto* begin = at;
  Answer answer(der.size() > kMostAnswer ? nullptr : d2i_TS_RESP(nullptr, &at, static_cast<long>(der.size())));
  if (!answer || at != begin + der.size()) return refused("is no answer of a timestamping authority (RFC 3161)");
  if (!TS_RESP_get_tst_info(answer.get())) return refused("the authority gave no timestamp");
  return answer;
}

std::string imprint_of(const TS_RESP& answer) {
  TS_TST_INFO* info = TS_RESP_get_tst_info(const_cast<TS_RESP*>(&answer));
  const ASN1_OCTET_STRING* message = TS_MSG_IMPRINT_get_msg(TS_TST_INFO_get_msg_imprint(info));
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(message)), static_cast<std::size_t>(ASN1_STRING_length(message))};
}

Result<std::int64_t> time_of(const TS_RESP& answer) {
  const ASN1_GENERALIZEDTIME* when = TS_TST_INFO_get_time(TS_RESP_get_tst_info(const_cast<TS_RESP*>(&answer)));
  std::tm parts{};
  if (ASN1_TIME_to_tm(when, &parts) != 1) return refused("gives no time");
  const auto day = Date::make(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
  if (!day) return refused("gives no time");
  return day->days() * 86400 + parts.tm_hour * 3600 + parts.tm_min * 60 + parts.tm_sec;
}

// The certificates that an answer must lead to, judged at the time that it gives: an old stamp stays good when its certificate has ended.
Result<X509_STORE*> store_of(const std::string& authorities, std::int64_t at) {
  std::unique_ptr<X509_STORE, Free<X509_STORE_free>> store(X509_STORE_new());
  if (X509_STORE_load_file(store.get(), authorities.c_str()) != 1) return refused("cannot read the certificates of " + authorities);
  X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), static_cast<time_t>(at));
  return store.release();
}

}  // namespace

template <class V, Is<Timestamp> T>
void visit_fields(V& v, T& x) {
  auto& [head, answer] = x;
  v("head", head), v("answer", answer);
}

Result<Timestamp> read_timestamp(std::string_view json, const std::string& where) { return decode<Timestamp>(json, where); }

Result<std::string> timestamp_request(std::string_view head) {
  const std::string hash = head_bytes(head);
  Request request(TS_REQ_new());
  Imprint imprint(TS_MSG_IMPRINT_new());
  Algorithm algorithm(X509_ALGOR_new());
  X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
  std::string copy = hash;
  const bool made = TS_REQ_set_version(request.get(), 1) == 1 && TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
                    TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(copy.data()), static_cast<int>(copy.size())) == 1 &&
                    TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 && TS_REQ_set_cert_req(request.get(), 1) == 1;
  unsigned char* der = nullptr;
  const int size = made ? i2d_TS_REQ(request.get(), &der) : -1;
  if (size <= 0) return refused("cannot make a request");
  std::string out(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return out;
}

Result<std::string> check_timestamp(const Timestamp& timestamp, const std::string& authorities) {
  auto answer = read_answer(unhex(timestamp.answer));
  if (!answer) return answer.error();
  const std::string hash = head_bytes(timestamp.head);
  if (hash.empty() || imprint_of(**answer) != hash) return refused("the timestamp is of something else");
  const auto at = time_of(**answer);
  if (!at) return at.error();
  if (authorities.empty()) return utc_text(*at);
  const auto store = store_of(authorities, *at);
  if (!store) return store.error();
  Verifier verifier(TS_VERIFY_CTX_new());
  TS_VERIFY_CTX_set_flags(verifier.get(), TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_SIGNATURE);
  TS_VERIFY_CTX_set_store(verifier.get(), *store);  // takes it over
  auto* imprint = static_cast<unsigned char*>(OPENSSL_memdup(hash.data(), hash.size()));
  TS_VERIFY_CTX_set_imprint(verifier.get(), imprint, static_cast<long>(hash.size()));  // takes it over
  if (TS_RESP_verify_response(verifier.get(), answer->get()) != 1) return refused("the timestamp does not hold");
  return utc_text(*at);
}

Result<LogEntry> add_timestamp(CaseWriter& writer, const Recorder& recorder, std::string_view der, const std::string& authorities) {
  const auto answer = read_answer(std::string(der));
  if (!answer) return answer.error();
  const std::string head = "sha256:" + hex(imprint_of(**answer));
  bool known = false;
  const auto read = writer.log(1, "", [&](const LogEntry& e) { known = e.hash == head; return !known; });
  if (!read) return read.error();
  if (!known) return Error{"bad_timestamp", "is of no entry of this case's log", "timestamp"};
  const Timestamp made{head, hex(der)};
  if (const auto checked = check_timestamp(made, authorities); !checked) return checked.error();
  return append_entry(writer, recorder, act::kTimestamped, "", encode(made));
}

}  // namespace attest
