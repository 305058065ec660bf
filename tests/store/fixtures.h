#pragma once
// Invented reports and a recorder whose clock and randomness repeat, for tests of the case file.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "store/store.h"
#include "text/text.h"

namespace attest {

// Bytes that repeat from run to run: a counter through SHA-256.
inline Random counting_random() {
  auto count = std::make_shared<int>(0);
  return [count](std::size_t size) {
    std::string out;
    while (out.size() < size) out += sha256_bytes("random " + std::to_string((*count)++));
    return out.substr(0, size);
  };
}

struct TestRecorder {
  std::int64_t seconds = Date::make(2031, 5, 1)->days() * 86400;
  Recorder recorder{[this] { return seconds; }, counting_random(), "tester", "0.1.0"};
};

// A report with one claim: "<n> people were killed in Orlen on Monday."
inline Analysis analysis_of(const std::string& text, const std::string& input = "a.txt", int killed = 0) {
  Analysis out;
  out.report.id = sha256_id(text);
  out.report.input = input;
  out.report.text = text;
  out.report.language = "en";
  out.tokens = tokenize(text);
  out.findings.dates.reference = Date::make(2031, 4, 30);
  const auto words = std::to_string(killed) + " people were killed";
  const auto at = text.find(words);
  if (killed == 0 || at == std::string::npos) return out;
  Claim c;
  c.id = "c1";
  c.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  c.sentence = {0, static_cast<std::uint32_t>(text.size())};
  c.effect = Effect::kKilled;
  Count count;
  count.span = {c.span.begin, c.span.begin + static_cast<std::uint32_t>(std::to_string(killed).size())};
  count.low = count.high = count.point = killed;
  c.count = count;
  c.places = {"Orlen"};
  c.located.push_back({"Orlen", "XX", "Tolm", 10.25, -3.125, Precision::kSettlement, "own:1"});
  c.time = {"on Monday", {Date::make(2031, 4, 28), Date::make(2031, 4, 28)}, "day", std::nullopt, ""};
  Source source;
  source.text = "the Coast Monitor";
  source.entity = "coast-monitor";
  source.named = true;
  c.attribution.push_back(source);
  c.rule = "test";
  out.findings.claims.push_back(c);
  return out;
}

inline std::string report_text(int killed, const std::string& more = "") {
  return std::to_string(killed) + " people were killed in Orlen on Monday, the Coast Monitor said." + more + "\n";
}

inline NewReport new_report(const std::string& text, const std::string& input = "a.txt", int killed = 0) {
  NewReport out;
  out.document.input = input;
  out.document.bytes = text;
  out.analysis = analysis_of(text, input, killed);
  out.made_by = {"0.1.0", "rules-1", "", "places-1"};
  return out;
}

// A path in a folder of its own that goes with it.
class ScratchFolder {
 public:
  ScratchFolder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() / ("attest-store-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    std::filesystem::create_directories(path_);
  }
  ~ScratchFolder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// Adds one report and commits.
inline AddOutcome add(Store& store, const Recorder& recorder, const NewReport& report) {
  auto writer = store.write();
  EXPECT_TRUE(writer) << (writer ? "" : writer.error().text());
  const auto outcome = add_report(**writer, recorder, report);
  EXPECT_TRUE(outcome) << (outcome ? "" : outcome.error().text());
  const auto done = (*writer)->commit();
  EXPECT_TRUE(done) << (done ? "" : done.error().text());
  return outcome ? *outcome : AddOutcome::kSame;
}

inline std::string problems(const Verification& v) {
  std::string out;
  for (const auto& p : v.problems) out += p.where + ": " + p.what + "\n";
  return out;
}

inline Verification verified(Store& store, const VerifyOptions& options = {}) {
  auto reader = store.read();
  if (!reader) {
    Verification out;
    out.problems.push_back({"open", reader.error().text()});
    return out;
  }
  return verify_case(**reader, options);
}

}  // namespace attest
