#pragma once
// A case built by hand for the tests of the exporters: an invented shelling, four reports, three origins. Spans are found by the words.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "export/export.h"

namespace attest {

struct SampleCase {
  std::vector<Analysis> analyses;
  Dossier dossier;
};

inline Span span_of(std::string_view text, std::string_view words) {
  const auto at = text.find(words);
  EXPECT_NE(at, std::string_view::npos) << words;
  return at == std::string_view::npos ? Span{} : Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline Analysis sample_report(std::string input, std::string outlet, std::string day, std::string text) {
  Analysis a;
  a.report.id = sha256_id(text);
  a.report.input = std::move(input);
  if (!outlet.empty()) a.report.outlet = std::move(outlet);
  a.report.language = "en";
  a.report.text = std::move(text);
  if (!day.empty()) {
    a.findings.dates.published = day;
    a.findings.dates.published_from = "metadata";
    a.findings.dates.reference = Date::parse(day);
  }
  return a;
}

inline Claim& add_claim(Analysis& a, std::string_view words, std::string_view number, Count count, Effect effect = Effect::kKilled) {
  Claim c;
  c.id = "c" + std::to_string(a.findings.claims.size() + 1);
  c.span = span_of(a.report.text, words);
  const auto at = words.find(number);
  count.span = {c.span.begin + static_cast<std::uint32_t>(at), c.span.begin + static_cast<std::uint32_t>(at + number.size())};
  c.sentence = c.span;
  c.count = count;
  c.effect = effect;
  c.certainty = Certainty::kReported;
  a.findings.claims.push_back(c);
  return a.findings.claims.back();
}

inline Count exactly(std::int64_t n) { return {{}, n, n, n, Modifier::kExact}; }
inline Count at_least(std::int64_t n) { return {{}, n, std::nullopt, n, Modifier::kAtLeast}; }

inline Reading sample_reading(std::string id, std::string origin, Count count, const char* as_of, std::vector<ClaimRef> claims, std::string status) {
  Reading r;
  r.id = std::move(id), r.origin = std::move(origin), r.count = count, r.as_of = Date::parse(as_of), r.claims = std::move(claims);
  r.stated_on = r.as_of, r.status = std::move(status), r.interest = "none";
  return r;
}

SampleCase sample_case();

}  // namespace attest
