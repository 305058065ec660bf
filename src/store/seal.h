#pragma once
// What lets others check that a log stood as it does: Ed25519 signatures (libsodium) and RFC 3161 timestamps (OpenSSL) over its head.
#include "store/recorder.h"

namespace attest {

// An Ed25519 key pair; `secret` (64 bytes) is empty where only the public half is known.
struct SigningKey {
  std::string public_key;  // 32 bytes
  std::string secret;
};
SigningKey make_key(const Random& random);
// One line "attest key 1 secret HEX" or "attest key 1 public HEX".
std::string key_text(const SigningKey& key, bool with_secret);
Result<SigningKey> read_key(std::string_view text, const std::string& where);

// The body of an entry "signed": the head that it signs is the entry before it.
struct Signature {
  std::string case_id, head, key, signature;  // key and signature in hex
  std::uint32_t seq = 0;                      // of the head
};
Result<Signature> read_signature(std::string_view json, const std::string& where);
bool signature_holds(const Signature& signature);
Result<LogEntry> sign_case(CaseWriter& writer, const Recorder& recorder, const SigningKey& key);

// The body of an entry "timestamped": the imprint is the 32 bytes of the head's hash.
struct Timestamp {
  std::string head;
  std::string answer;  // the authority's answer, DER in hex
};
Result<Timestamp> read_timestamp(std::string_view json, const std::string& where);
// The request for the head (DER, application/timestamp-query). No nonce: the same head gives the same request.
Result<std::string> timestamp_request(std::string_view head);
// When the authority says that the head stood. With `authorities` (a PEM file) its certificate must lead to one of them, at that time;
// without, only the imprint is checked and the time is the word of whoever signed.
Result<std::string> check_timestamp(const Timestamp& timestamp, const std::string& authorities);
// Takes an answer (DER) into the log. It may be of any earlier entry.
Result<LogEntry> add_timestamp(CaseWriter& writer, const Recorder& recorder, std::string_view answer, const std::string& authorities);

}  // namespace attest
