#include "store/pack.h"
#include "store/page_checksum.h"
#include "base/hex.h"
#include "store/sqlite_case.h"
#include "store/sqlite_open.h"

namespace attest {
namespace {

constexpr std::uint64_t kMostOriginal = 1ull << 30, kMostText = 256ull << 20, kMostBody = 16ull << 20, kMostLinks = 64ull << 20;
constexpr const char* kReportColumns = "SELECT number, id, address, title, outlet, day, claims, seq, replaced_by FROM reports ";
constexpr const char* kLogColumns = "SELECT seq, at, by, act, version, subject, body, previous, hash FROM log ";
constexpr const char* kIncidentColumns = "SELECT id, kind, place, country, first, last, reports, links FROM incidents ";

ReportRow report_row(const SqlStatement& s) {
  ReportRow out;
  out.number = static_cast<std::uint64_t>(s.integer(0));
  out.id = id_text(s.text(1));
  out.address = s.text(2), out.title = s.text(3), out.outlet = s.text(4);
  out.day = Date::parse(s.text(5));
  out.claims = static_cast<std::uint32_t>(s.integer(6));
  out.seq = static_cast<std::uint64_t>(s.integer(7));
  out.replaced_by = static_cast<std::uint64_t>(s.integer(8));
  return out;
}

LogEntry log_entry(const SqlStatement& s) {
  LogEntry out;
  out.seq = static_cast<std::uint64_t>(s.integer(0));
  out.at = s.text(1), out.by = s.text(2), out.act = s.text(3), out.version = s.text(4);
  out.subject = id_text(s.text(5)), out.body = id_text(s.text(6)), out.previous = id_text(s.text(7)), out.hash = id_text(s.text(8));
  return out;
}

IncidentRow incident_row(const SqlStatement& s) {
  IncidentRow out;
  out.id = s.text(0), out.kind = s.text(1), out.place = s.text(2), out.country = s.text(3);
  out.days = {Date::parse(s.text(4)), Date::parse(s.text(5))};
  const std::string numbers = s.text(6);
  for (std::size_t at = 0; at + 8 <= numbers.size(); at += 8) {
    std::uint64_t n = 0;
    for (std::size_t i = 0; i < 8; ++i) n |= static_cast<std::uint64_t>(static_cast<unsigned char>(numbers[at + i])) << (8 * i);
    out.reports.push_back(n);
  }
  if (auto links = unpack(s.text(7), links_prefix(), kMostLinks)) out.links = std::move(*links);
  return out;
}

// Words as an FTS5 query: only quoted strings and our own operators, so nothing in them can be an operator.
std::string fts_query(const TextQuery& query) {
  std::string out;
  for (const Clause& clause : query.all) {
    out += (out.empty() ? "" : " AND ") + std::string(clause.column.empty() ? "{title body}" : clause.column) + " : (";
    for (std::size_t p = 0; p < clause.any.size(); ++p) {
      out += p > 0 ? " OR \"" : "\"";
      for (std::size_t w = 0; w < clause.any[p].words.size(); ++w) out += (w > 0 ? " " : "") + clause.any[p].words[w];
      out += clause.any[p].prefix ? "\"*" : "\"";
    }
    out += ")";
  }
  return out;
}

}  // namespace

std::string id_bytes(std::string_view id) { return id.starts_with("sha256:") ? unhex(id.substr(7)) : std::string(); }
std::string id_text(const std::string& bytes) { return bytes.size() == 32 ? "sha256:" + hex(bytes) : std::string(); }

Error SqliteCase::broken(const std::string& what, const std::string& where) const {
  return {"broken", what + "; attest verify says more", path_ + (where.empty() ? "" : ", " + where)};
}

Result<std::unique_ptr<SqliteCase>> SqliteCase::begin(const std::string& path, const SqliteOptions& options, bool writing) {
  auto db = open_case_database(path, options);
  if (!db) return db.error();
  std::unique_ptr<SqliteCase> out(new SqliteCase(std::move(*db), path));
  if (const auto begun = out->db_.run(writing ? "BEGIN IMMEDIATE" : "BEGIN"); !begun) return begun.error();
  out->open_ = true;
  if (const auto read = out->read_info(); !read) return read.error();  // the first read also fixes the moment that is seen
  return out;
}

SqliteCase::~SqliteCase() {
  statements_.clear();
  if (open_) static_cast<void>(db_.run("ROLLBACK"));
}

Result<SqlStatement*> SqliteCase::statement(const char* sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return &known->second.reset();
  auto made = db_.prepare(sql);
  if (!made) return made.error();
  return &statements_.emplace(sql, std::move(*made)).first->second;
}

Result<std::string> SqliteCase::meta(std::string_view key) {
  std::string out;
  const auto done = rows("SELECT value FROM meta WHERE key = ?", [&](SqlStatement& s) { s.bind(1, key); }, [&](const SqlStatement& s) { out = s.text(0); return false; });
  if (!done) return done.error();
  return out;
}

Result<void> SqliteCase::read_info() {
  for (auto [key, into] : {std::pair{"id", &info_.id}, {"created", &info_.created}, {"secret", &info_.secret}}) {
    auto value = meta(key);
    if (!value) return value.error();
    *into = std::move(*value);
  }
  return {};
}

Result<std::optional<LogEntry>> SqliteCase::last_entry() {
  std::optional<LogEntry> out;
  const auto done = rows(std::string(kLogColumns) + "ORDER BY seq DESC LIMIT 1", [](SqlStatement&) {}, [&](const SqlStatement& s) { out = log_entry(s); return false; });
  if (!done) return done.error();
  return out;
}

Result<void> SqliteCase::log(std::uint64_t from, std::string_view act, const std::function<bool(const LogEntry&)>& visit) {
  // The partial index serves acts other than 'added' only where the query says so.
  const std::string sql = kLogColumns + std::string(act.empty() ? "WHERE seq >= ?1 ORDER BY seq" : act == "added" ? "WHERE seq >= ?1 AND act = 'added' ORDER BY seq"
                                                                                                  : "WHERE seq >= ?1 AND act = ?2 AND act <> 'added' ORDER BY act, seq");
  return rows(sql,
              [&](SqlStatement& s) {
                s.bind(1, static_cast<std::int64_t>(from));
                if (!act.empty() && act != "added") s.bind(2, act);
              },
              [&](const SqlStatement& s) { return visit(log_entry(s)); });
}

Result<std::uint64_t> SqliteCase::last_seq(std::string_view act) {
  std::uint64_t out = 0;
  // The partial index leaves out 'added'; of those the last is soon met from the end.
  const std::string sql = act == "added" ? "SELECT seq FROM log WHERE act = ? ORDER BY seq DESC LIMIT 1"
                                         : "SELECT seq FROM log WHERE act = ? AND act <> 'added' ORDER BY act DESC, seq DESC LIMIT 1";
  const auto done = rows(sql, [&](SqlStatement& s) { s.bind(1, act); }, [&](const SqlStatement& s) { out = static_cast<std::uint64_t>(s.integer(0)); return false; });
  if (!done) return done.error();
  return out;
}

Result<std::optional<std::string>> SqliteCase::body(std::uint64_t seq) {
  auto s = statement("SELECT packed FROM bodies WHERE seq = ?");
  if (!s) return s.error();
  const auto row = (*s)->bind(1, static_cast<std::int64_t>(seq)).step();
  if (!row) return row.error();
  if (!*row) return std::optional<std::string>();
  auto out = unpack((*s)->text(0), findings_prefix(), kMostBody);
  (*s)->reset();
  if (!out) return broken(out.error().message, "body of log entry " + std::to_string(seq));
  return std::optional<std::string>(std::move(*out));
}

template <class Bind, class Visit>
Result<void> SqliteCase::report_rows(const std::string& where, Bind bind, Visit visit) {
  std::uint64_t nameless = 0;
  const auto done = rows(kReportColumns + where, bind, [&](const SqlStatement& s) {
    ReportRow row = report_row(s);
    if (row.id.empty()) nameless = row.number;
    return !row.id.empty() && visit(std::move(row));
  });
  if (!done) return done.error();
  if (nameless != 0) return broken("has no hash", "report " + std::to_string(nameless));
  return {};
}

Result<void> SqliteCase::reports(const std::function<bool(const ReportRow&)>& visit) {
  return report_rows("ORDER BY number", [](SqlStatement&) {}, visit);
}

Result<std::optional<ReportRow>> SqliteCase::report(std::uint64_t number) {
  std::optional<ReportRow> out;
  const auto done = report_rows("WHERE number = ?", [&](SqlStatement& s) { s.bind(1, static_cast<std::int64_t>(number)); },
                                [&](ReportRow row) { out = std::move(row); return false; });
  if (!done) return done.error();
  return out;
}

Result<std::optional<ReportRow>> SqliteCase::report(std::string_view id) {
  std::optional<ReportRow> out;
  const auto done = report_rows("WHERE id = ?", [&](SqlStatement& s) { s.bind_blob(1, id_bytes(id)); }, [&](ReportRow row) { out = std::move(row); return false; });
  if (!done) return done.error();
  return out;
}

Result<std::vector<ReportRow>> SqliteCase::reports_at(std::string_view address) {
  std::vector<ReportRow> out;
  const auto done = report_rows("WHERE address_key = ? AND address = ? ORDER BY number",
                                [&](SqlStatement& s) { s.bind(1, static_cast<std::int64_t>(hash64(address))).bind(2, address); },
                                [&](ReportRow row) { out.push_back(std::move(row)); return true; });
  if (!done) return done.error();
  return out;
}

Result<std::string> SqliteCase::original(std::uint64_t report) {
  auto s = statement("SELECT packed FROM originals WHERE report = ?");
  if (!s) return s.error();
  const auto row = (*s)->bind(1, static_cast<std::int64_t>(report)).step();
  if (!row) return row.error();
  const std::string where = "original of report " + std::to_string(report);
  if (!*row) return broken("is not there", where);
  auto out = unpack((*s)->text(0), {}, kMostOriginal);
  (*s)->reset();
  if (!out) return broken(out.error().message, where);
  return out;
}

Result<std::vector<AnalysisRow>> SqliteCase::analyses(std::uint64_t report) {
  std::vector<AnalysisRow> out;
  const auto done = rows("SELECT number, report, seq FROM analyses WHERE report = ? ORDER BY number", [&](SqlStatement& s) { s.bind(1, static_cast<std::int64_t>(report)); },
                         [&](const SqlStatement& s) {
                           out.push_back({static_cast<std::uint64_t>(s.integer(0)), static_cast<std::uint64_t>(s.integer(1)), static_cast<std::uint64_t>(s.integer(2))});
                           return true;
                         });
  if (!done) return done.error();
  return out;
}

Result<StoredText> SqliteCase::analysis(std::uint64_t report, std::uint64_t analysis) {
  const auto column = [&](const char* sql, std::int64_t number) -> Result<std::optional<std::string>> {
    auto s = statement(sql);
    if (!s) return s.error();
    const auto row = (*s)->bind(1, number).step();
    if (!row) return row.error();
    std::optional<std::string> out;
    if (*row && !(*s)->is_null(0)) out = (*s)->text(0);
    (*s)->reset();
    return out;
  };
  const std::string where = "analysis of report " + std::to_string(report);
  auto s = statement("SELECT number, text_from, findings_from FROM analyses WHERE report = ?1 AND (?2 = 0 OR number = ?2) ORDER BY number DESC LIMIT 1");
  if (!s) return s.error();
  const auto row = (*s)->bind(1, static_cast<std::int64_t>(report)).bind(2, static_cast<std::int64_t>(analysis)).step();
  if (!row) return row.error();
  if (!*row) return broken("is not there", where);
  const std::int64_t number = (*s)->integer(0), text_from = (*s)->integer(1), findings_from = (*s)->integer(2);
  (*s)->reset();
  StoredText out;
  auto original = this->original(report);
  if (!original) return original.error();
  if (text_from < 0) {
    out.text = std::move(*original);
  } else {
    const auto packed = column("SELECT text FROM analyses WHERE number = ?", text_from == 0 ? number : text_from);
    if (!packed) return packed.error();
    auto text = unpack(packed->value_or(""), *original, kMostText);
    if (!text) return broken(text.error().message, "text in " + where);
    out.text = std::move(*text);
  }
  const auto packed = column("SELECT findings FROM analyses WHERE number = ?", findings_from == 0 ? number : findings_from);
  if (!packed) return packed.error();
  auto findings = unpack(packed->value_or(""), std::string(findings_prefix()) + out.text, kMostText);
  if (!findings) return broken(findings.error().message, "findings in " + where);
  out.findings = std::move(*findings);
  return out;
}

Result<void> SqliteCase::search(const TextQuery& query, std::size_t ranked, const std::function<bool(std::uint64_t)>& visit) {
  if (query.all.empty())
    return rows("SELECT number FROM reports ORDER BY number DESC", [](SqlStatement&) {}, [&](const SqlStatement& s) { return visit(static_cast<std::uint64_t>(s.integer(0))); });
  const std::string words = fts_query(query);
  const auto bind = [&](SqlStatement& s) { s.bind(1, words); };
  std::size_t fit = 0;
  const auto counted = rows("SELECT rowid FROM search WHERE search MATCH ? LIMIT " + std::to_string(ranked + 1), bind, [&](const SqlStatement&) { return ++fit <= ranked; });
  if (!counted) return counted.error();
  const std::string order = fit > ranked ? "rowid DESC" : "bm25(search), rowid DESC";
  return rows("SELECT rowid FROM search WHERE search MATCH ? ORDER BY " + order, bind, [&](const SqlStatement& s) { return visit(static_cast<std::uint64_t>(s.integer(0))); });
}

Result<bool> SqliteCase::finds(const TextQuery& query, std::uint64_t report) {
  auto s = statement("SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?");
  if (!s) return s.error();
  const auto row = (*s)->bind(1, fts_query(query)).bind(2, static_cast<std::int64_t>(report)).step();
  (*s)->reset();
  return row;
}

Result<std::vector<Tombstone>> SqliteCase::tombstones() {
  std::vector<Tombstone> out;
  const auto done = rows("SELECT report, day, reason FROM tombstones ORDER BY report", [](SqlStatement&) {},
                         [&](const SqlStatement& s) { out.push_back({id_text(s.text(0)), s.text(1), s.text(2)}); return true; });
  if (!done) return done.error();
  return out;
}

Result<std::string> SqliteCase::incidents_state() { return meta("incidents"); }

Result<void> SqliteCase::incidents(const std::function<bool(const IncidentRow&)>& visit) {
  return rows(std::string(kIncidentColumns) + "ORDER BY id", [](SqlStatement&) {}, [&](const SqlStatement& s) { return visit(incident_row(s)); });
}

Result<std::optional<IncidentRow>> SqliteCase::incident(std::string_view id) {
  std::optional<IncidentRow> out;
  const auto done = rows(std::string(kIncidentColumns) + "WHERE id = ?", [&](SqlStatement& s) { s.bind(1, id); }, [&](const SqlStatement& s) { out = incident_row(s); return false; });
  if (!done) return done.error();
  return out;
}

Result<std::vector<Problem>> SqliteCase::check_medium() {
  std::vector<Problem> out;
  const auto pages = broken_pages(path_);
  if (!pages) return pages.error();
  for (const auto page : *pages) {
    if (page == 0) {
      out.push_back({"end of the file", "the file is no whole number of pages; it was cut or something was added"});
      continue;
    }
    const std::uint64_t from = static_cast<std::uint64_t>(page - 1) * kPageSize;
    out.push_back({"page " + std::to_string(page) + " (bytes " + std::to_string(from) + " to " + std::to_string(from + kPageSize - 1) + ")", "its checksum is not that of its bytes"});
  }
  if (!out.empty()) return out;  // what SQLite would say more follows from these
  const auto checked = rows("PRAGMA integrity_check(100)", [](SqlStatement&) {}, [&](const SqlStatement& s) {
    if (s.text(0) != "ok") out.push_back({"tables", s.text(0)});
    return true;
  });
  if (!checked) out.push_back({"tables", checked.error().message});
  return out;
}

}  // namespace attest
