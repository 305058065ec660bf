#pragma once
#include <string>

#include "store/anchor.h"

namespace attest {

// An analysis as a case keeps it: the report's text, and one JSON object with the report's other fields, the findings, and an anchor for
// everything that a figure may rest on. Tokens are left out; they follow from the text.
struct StoredText {
  std::string text;
  std::string findings;
};
StoredText store_analysis(const Analysis& analysis);

// The analysis without its tokens. Every span must lie in the text, between characters, and every anchor must find its words at its
// offsets; else "broken", with the place.
Result<Analysis> read_analysis(const StoredText& stored, const std::string& where);

// What an entry of the log says of an analysis: SHA-256 over text and findings.
std::string analysis_hash(const StoredText& stored);

// A record or part of one that a case keeps as JSON.
std::string claim_json(const Claim& claim);
Result<Claim> read_claim(std::string_view json, const std::string& where);

}  // namespace attest
