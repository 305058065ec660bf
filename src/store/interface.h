#pragma once
// What every keeper of a case can do: SQLite in a file, the twin in memory, one day a server. Rules (what an entry must say, what a decision
// means) stand above this interface, so they hold for all keepers; tests/store/conformance_test.cpp says what each keeper must do.
#include <functional>
#include <memory>

#include "store/analysis_codec.h"
#include "store/case_values.h"
#include "store/search_text.h"

namespace attest {

// A case as it stood at one moment. Never blocks a writer, is blocked by none, and does not see what is written later. One thread at a
// time. A visitor gives false to stop.
class CaseReader {
 public:
  virtual ~CaseReader() = default;
  virtual const CaseInfo& info() const = 0;

  virtual Result<std::optional<LogEntry>> last_entry() = 0;
  // Entries in order, from `from`; only of `act` where that is not "".
  virtual Result<void> log(std::uint64_t from, std::string_view act, const std::function<bool(const LogEntry&)>& visit) = 0;
  virtual Result<std::uint64_t> last_seq(std::string_view act) = 0;  // of the last entry of that act, 0 none
  virtual Result<std::optional<std::string>> body(std::uint64_t seq) = 0;  // nullopt: none, or forgotten

  virtual Result<void> reports(const std::function<bool(const ReportRow&)>& visit) = 0;  // by number
  virtual Result<std::optional<ReportRow>> report(std::uint64_t number) = 0;
  virtual Result<std::optional<ReportRow>> report(std::string_view id) = 0;
  virtual Result<std::vector<ReportRow>> reports_at(std::string_view address) = 0;  // versions, oldest first
  virtual Result<std::string> original(std::uint64_t report) = 0;
  virtual Result<std::vector<AnalysisRow>> analyses(std::uint64_t report) = 0;  // oldest first
  // The text and findings of an analysis, the latest where `analysis` is 0.
  virtual Result<StoredText> analysis(std::uint64_t report, std::uint64_t analysis = 0) = 0;

  // Numbers of reports whose latest analysis fulfils the query. Best match first while no more than `ranked` fit, else newest first.
  virtual Result<void> search(const TextQuery& query, std::size_t ranked, const std::function<bool(std::uint64_t)>& visit) = 0;

  // Whether the index finds this report by the query.
  virtual Result<bool> finds(const TextQuery& query, std::uint64_t report) = 0;

  virtual Result<std::vector<Tombstone>> tombstones() = 0;

  // The incidents of the last linking, by id, and the state that they hold for (see put_incidents); "" none.
  virtual Result<std::string> incidents_state() = 0;
  virtual Result<void> incidents(const std::function<bool(const IncidentRow&)>& visit) = 0;
  virtual Result<std::optional<IncidentRow>> incident(std::string_view id) = 0;

  // Faults of the medium itself: broken pages, rows that do not fit together.
  virtual Result<std::vector<Problem>> check_medium() = 0;
};

// The one writer of a case. Sees its own changes; nobody else does before commit() has returned, and then they are on the disk. Without
// commit everything is undone.
class CaseWriter : public CaseReader {
 public:
  virtual Result<void> append(const LogEntry& entry, const std::optional<std::string>& body) = 0;
  virtual Result<void> remove_body(std::uint64_t seq) = 0;
  // Gives the report's number (row.number is not read); a report that the address had before is marked as replaced.
  virtual Result<std::uint64_t> add_report(const ReportRow& row, std::string_view original) = 0;
  // A further analysis: from now on the report's latest; title, outlet, day and claims of its row follow it.
  virtual Result<void> add_analysis(std::uint64_t report, std::uint64_t seq, const StoredText& stored, const Analysis& analysis) = 0;
  // Removes original, analyses and index entries for good; the tombstone stays.
  virtual Result<void> remove_report(std::uint64_t report, const Tombstone& tombstone) = 0;
  virtual Result<void> put_incidents(const std::string& state, const std::vector<IncidentRow>& rows) = 0;
  virtual Result<void> commit() = 0;
};

class Store {
 public:
  virtual ~Store() = default;
  virtual Result<std::unique_ptr<CaseReader>> read() = 0;
  // Waits for another writer as long as the store was told to; then "busy".
  virtual Result<std::unique_ptr<CaseWriter>> write() = 0;
  // Takes out what is not needed, so that nothing removed can be read from the medium.
  virtual Result<void> compact() = 0;
};

}  // namespace attest
