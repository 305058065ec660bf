#pragma once
#include <map>

#include "store/sqlite.h"
#include "store/sqlite_store.h"

namespace attest {

// One connection in one transaction: reading, or reading and writing.
class SqliteCase final : public CaseWriter {
 public:
  static Result<std::unique_ptr<SqliteCase>> begin(const std::string& path, const SqliteOptions& options, bool writing);
  ~SqliteCase() override;

  const CaseInfo& info() const override { return info_; }
  Result<std::optional<LogEntry>> last_entry() override;
  Result<void> log(std::uint64_t from, std::string_view act, const std::function<bool(const LogEntry&)>& visit) override;
  Result<std::uint64_t> last_seq(std::string_view act) override;
  Result<std::optional<std::string>> body(std::uint64_t seq) override;
  Result<void> reports(const std::function<bool(const ReportRow&)>& visit) override;
  Result<std::optional<ReportRow>> report(std::uint64_t number) override;
  Result<std::optional<ReportRow>> report(std::string_view id) override;
  Result<std::vector<ReportRow>> reports_at(std::string_view address) override;
  Result<std::string> original(std::uint64_t report) override;
  Result<std::vector<AnalysisRow>> analyses(std::uint64_t report) override;
  Result<StoredText> analysis(std::uint64_t report, std::uint64_t analysis) override;
  Result<void> search(const TextQuery& query, std::size_t ranked, const std::function<bool(std::uint64_t)>& visit) override;
  Result<bool> finds(const TextQuery& query, std::uint64_t report) override;
  Result<std::vector<Tombstone>> tombstones() override;
  Result<std::string> incidents_state() override;
  Result<void> incidents(const std::function<bool(const IncidentRow&)>& visit) override;
  Result<std::optional<IncidentRow>> incident(std::string_view id) override;
  Result<std::vector<Problem>> check_medium() override;

  Result<void> append(const LogEntry& entry, const std::optional<std::string>& body) override;
  Result<void> remove_body(std::uint64_t seq) override;
  Result<std::uint64_t> add_report(const ReportRow& row, std::string_view original) override;
  Result<void> add_analysis(std::uint64_t report, std::uint64_t seq, const StoredText& stored, const Analysis& analysis) override;
  Result<void> remove_report(std::uint64_t report, const Tombstone& tombstone) override;
  Result<void> put_incidents(const std::string& state, const std::vector<IncidentRow>& rows) override;
  Result<void> commit() override;

  Result<void> put_info(const CaseInfo& info);
  Database& database() { return db_; }

 private:
  SqliteCase(Database db, std::string path) : db_(std::move(db)), path_(std::move(path)) {}

  // A statement that is kept for its next use, without parameters and at its start.
  Result<SqlStatement*> statement(const char* sql);
  // Runs a statement to its end.
  template <class Bind>
  Result<void> run(const char* sql, Bind bind);
  // Calls `row` for each row until it gives false.
  template <class Bind, class Row>
  Result<void> rows(const std::string& sql, Bind bind, Row row);
  Result<std::string> meta(std::string_view key);
  Result<void> set_meta(std::string_view key, std::string_view value);
  Result<void> read_info();
  Result<void> index_text(std::uint64_t report, const SearchText& text, bool remove);
  // Rows of the list of reports; one without a hash is an error, so that no reader ever meets it.
  template <class Bind, class Visit>
  Result<void> report_rows(const std::string& where, Bind bind, Visit visit);
  Error broken(const std::string& what, const std::string& where) const;

  Database db_;
  std::string path_;
  CaseInfo info_;
  std::map<const char*, SqlStatement> statements_;
  bool open_ = false;  // inside a transaction
};

template <class Bind>
Result<void> SqliteCase::run(const char* sql, Bind bind) {
  auto s = statement(sql);
  if (!s) return s.error();
  bind(**s);
  return (*s)->run();
}

template <class Bind, class Row>
Result<void> SqliteCase::rows(const std::string& sql, Bind bind, Row row) {
  auto s = db_.prepare(sql);
  if (!s) return s.error();
  bind(*s);
  for (;;) {
    const auto more = s->step();
    if (!more) return more.error();
    if (!*more || !row(*s)) return {};
  }
}

// SHA-256 ids are kept as their 32 bytes.
std::string id_bytes(std::string_view id);
std::string id_text(const std::string& bytes);

}  // namespace attest
