#pragma once
// What a case is made of, as values; docs/formats/case.md says what each means on disk.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/model.h"

namespace attest {

inline constexpr int kCaseFormat = 1;

struct CaseInfo {
  int format = kCaseFormat;
  std::string id;       // 32 hex digits, drawn when the case was made
  std::string created;  // UTC
  std::string secret;   // 32 bytes; keys the ids of people (METHOD 10). Leaves the case in no output
};

// One act. Entries are never changed or removed; each holds the hash of the one before, so neither order nor content can change unseen.
// Nothing here is personal: who acted is a role code, what was written is the salted hash of a body kept apart.
struct LogEntry {
  std::uint64_t seq = 0;  // from 1, without gaps
  std::string at;         // UTC, "2031-05-01T12:00:00Z"
  std::string by;         // role code, e.g. "editor-2"
  std::string act;        // see acts.h
  std::string version;    // of the program
  std::string subject;    // sha256:… of the report that it concerns, "" none
  std::string body;       // sha256:… of the body, "" none
  std::string previous;   // hash of the entry before; of the first: sha256 of the case's id
  std::string hash;
};
std::string entry_hash(const LogEntry& entry);  // over all fields but `hash`

// A report that the case holds. Its id is the hash of its original bytes; reports of one address are its versions, in order of adding.
struct ReportRow {
  std::uint64_t number = 0;  // from 1
  std::string id;
  std::string address;       // where it stands in the world: URL, else the input's path; "" unknown
  std::string title, outlet;
  std::optional<Date> day;   // the report's own
  std::uint32_t claims = 0;
  std::uint64_t seq = 0;     // the entry that added it
  std::uint64_t replaced_by = 0;  // number of the next version, 0 none
};

// One analysis of a report; the latest is the one that counts.
struct AnalysisRow {
  std::uint64_t number = 0;  // from 1, over the whole case
  std::uint64_t report = 0;
  std::uint64_t seq = 0;     // the entry that made it
};

// What is left of a report that was forgotten.
struct Tombstone {
  std::string report;  // sha256:…
  std::string day;     // UTC day
  std::string reason;  // consent_withdrawn | danger | court_order | error | other
};

// An incident as the last linking left it, so that one can be told without linking all again. Derived: may be dropped at any time.
struct IncidentRow {
  std::string id;
  std::string kind, place, country;
  Interval days;
  std::vector<std::uint64_t> reports;  // numbers
  std::string links;                   // JSON, see linked_incidents.h
};

// One fault that a check found.
struct Problem {
  std::string where;  // "page 12 (bytes 90112 to 98303)", "log entry 7", "report sha256:…"
  std::string what;
};

}  // namespace attest
