#pragma once
#include "store/interface.h"

namespace attest {

// What a check of a whole case found. "Removed" is not "broken": a forgotten report has its tombstone and its entry in the log.
struct Verification {
  std::vector<Problem> problems;
  std::uint64_t entries = 0, reports = 0, analyses = 0, claims = 0, removed = 0;
  std::uint64_t signatures = 0, timestamps = 0;
  std::string head;  // hash of the last entry
  bool whole() const { return problems.empty(); }
};

struct VerifyOptions {
  std::string signer;        // hex of a public key: the head must be signed by it
  std::string authorities;   // path of certificates (PEM) that timestamps must lead to; "": certificates are not checked
};

// Reads the whole case again: the medium page by page, every link of the log, every body, every original, text, finding and span, and that
// nothing stands in the case that the log does not tell of. Signatures and timestamps are checked against the entries that they cover.
Verification verify_case(CaseReader& reader, const VerifyOptions& options = {});

}  // namespace attest
