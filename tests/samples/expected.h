#pragma once
// What samples/expected holds, and what of it the program does not find: differences by name, and the list of known gaps.
#include <simdjson.h>

#include <cstdint>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/pipeline.h"

namespace attest::samples {

using simdjson::dom::array;
using simdjson::dom::element;

// One thing that is not as a careful reader has it. `name` is stable and stands in known_gaps.txt; `found` is for whoever reads the failure.
struct Difference {
  std::string name;
  std::string found;
};
using Differences = std::vector<Difference>;

inline const std::string kFolder = std::string(ATTEST_SOURCE) + "/samples/";

inline std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const auto part : parts) {
    if (!out.empty()) out += " | ";
    for (const char c : part) out += c == '\n' ? ' ' : c;
  }
  return out;
}

inline bool has(const element& object, std::string_view key) { return object[key].error() == simdjson::SUCCESS; }
inline std::string text_of(const element& object, std::string_view key) { return std::string(std::string_view(object[key])); }
inline std::string shown(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : "unknown"; }

// Whether a number is the one wanted: an integer, null for unknown, or a list of such.
inline bool is_number(const element& wanted, const std::optional<std::int64_t>& value) {
  if (wanted.is_array()) {
    for (const auto choice : array(wanted))
      if (is_number(choice, value)) return true;
    return false;
  }
  if (wanted.is_null()) return !value;
  return value && *value == std::int64_t(wanted);
}

// Whether a word is the one wanted: a string, "a|b" for either, or a list of strings.
inline bool is_word(const element& wanted, std::string_view value) {
  if (wanted.is_array()) {
    for (const auto choice : array(wanted))
      if (is_word(choice, value)) return true;
    return false;
  }
  std::istringstream choices{std::string(std::string_view(wanted))};
  bool any = false, match = false;
  for (std::string choice; std::getline(choices, choice, '|'); any = true) match = match || choice == value;
  return any ? match : value.empty();
}

inline std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}
inline bool contains(std::string_view text, std::string_view part) { return lower(text).find(lower(part)) != std::string::npos; }

// The part of an input's name below samples/reports.
inline std::string short_input(const std::string& input) {
  const auto at = input.find("samples/reports/");
  return at == std::string::npos ? input : input.substr(at + 16);
}

// The samples as the program reads them, with their places and sources.
struct Run {
  std::shared_ptr<const Knowledge> know;
  Account account;
  std::vector<std::string> problems;

  std::optional<std::uint32_t> report(std::string_view input) const {
    for (std::uint32_t i = 0; i < account.analyses.size(); ++i)
      if (short_input(account.analyses[i].report.input) == input) return i;
    return std::nullopt;
  }
  // The claim of a clause: the first whose number lies in the first occurrence of `clause`; `count` narrows it to these words.
  const Claim* claim(std::uint32_t report, std::string_view clause, std::string_view count = "") const {
    const auto& analysis = account.analyses[report];
    const auto begin = analysis.report.text.find(clause);
    if (begin == std::string::npos) return nullptr;
    const auto from = count.empty() ? begin : analysis.report.text.find(count, begin);
    const auto to = from + (count.empty() ? clause.size() : count.size());
    for (const auto& c : analysis.findings.claims)
      if (c.count && c.count->span.begin < to && c.count->span.end > from) return &c;
    return nullptr;
  }
};

inline Run run_samples() {
  Run out;
  const SystemFiles files;
  KnowledgeOptions options;
  options.data_folder = std::string(ATTEST_BUILD) + "/share/attest";
  options.extra_gazetteers = {kFolder + "places.csv"};
  options.extra_lists = {kFolder + "sources.csv"};
  auto know = load_everything(files, options);
  if (!know) {
    out.problems.push_back(know.error().text());
    return out;
  }
  out.know = *know;
  std::vector<Analysis> analyses;
  analyze_inputs({kFolder + "reports"}, files, *out.know, PipelineOptions{}, [&](Outcome outcome) {
    if (auto* analysis = std::get_if<Analysis>(&outcome)) analyses.push_back(std::move(*analysis));
    else out.problems.push_back(std::get<Skipped>(outcome).error.text());
  });
  out.account = build_account(std::move(analyses), {}, *out.know, ReconcileOptions{});
  return out;
}

// known_gaps.txt: a difference's name, " | ", and why it is there; '#' begins a comment. Gives name → reason.
inline std::map<std::string, std::string> known_gaps() {
  std::map<std::string, std::string> out;
  std::ifstream in(std::string(ATTEST_SOURCE) + "/tests/samples/known_gaps.txt");
  for (std::string line; std::getline(in, line);) {
    const auto cut = line.rfind(" | ");
    if (line.empty() || line.front() == '#' || cut == std::string::npos) continue;
    out[line.substr(0, cut)] = line.substr(cut + 3);
  }
  return out;
}

}  // namespace attest::samples
