#include "store/pack.h"
#include "store/sqlite_case.h"

namespace attest {
namespace {

std::string day_text(const std::optional<Date>& day) { return day ? day->iso() : std::string(); }

// What a row of a report takes from its latest analysis.
void describe(const Analysis& analysis, ReportRow& row) {
  row.title = analysis.report.title.value_or("");
  row.outlet = analysis.report.outlet.value_or("");
  row.day = analysis.findings.dates.reference;
  row.claims = static_cast<std::uint32_t>(analysis.findings.claims.size());
}

}  // namespace

Result<void> SqliteCase::set_meta(std::string_view key, std::string_view value) {
  return run("INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)", [&](SqlStatement& s) { s.bind(1, key).bind_blob(2, value); });
}

Result<void> SqliteCase::put_info(const CaseInfo& info) {
  for (const auto& [key, value] : {std::pair<const char*, const std::string&>{"id", info.id}, {"created", info.created}, {"secret", info.secret}})
    if (const auto done = set_meta(key, value); !done) return done.error();
  info_ = info;
  return {};
}

Result<void> SqliteCase::append(const LogEntry& e, const std::optional<std::string>& body) {
  const auto done = run("INSERT INTO log(seq, at, by, act, version, subject, body, previous, hash) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)", [&](SqlStatement& s) {
    s.bind(1, static_cast<std::int64_t>(e.seq)).bind(2, e.at).bind(3, e.by).bind(4, e.act).bind(5, e.version);
    s.bind_blob(6, id_bytes(e.subject)).bind_blob(7, id_bytes(e.body)).bind_blob(8, id_bytes(e.previous)).bind_blob(9, id_bytes(e.hash));
  });
  if (!done || !body) return done;
  return run("INSERT INTO bodies(seq, packed) VALUES(?, ?)", [&](SqlStatement& s) { s.bind(1, static_cast<std::int64_t>(e.seq)).bind_blob(2, pack(*body, findings_prefix())); });
}

Result<void> SqliteCase::remove_body(std::uint64_t seq) {
  return run("DELETE FROM bodies WHERE seq = ?", [&](SqlStatement& s) { s.bind(1, static_cast<std::int64_t>(seq)); });
}

Result<std::uint64_t> SqliteCase::add_report(const ReportRow& row, std::string_view original) {
  std::int64_t number = 1;
  auto done = rows("SELECT ifnull(max(number), 0) + 1 FROM reports", [](SqlStatement&) {}, [&](const SqlStatement& s) { number = s.integer(0); return false; });
  if (!done) return done.error();
  const auto key = static_cast<std::int64_t>(hash64(row.address));
  if (!row.address.empty())
    done = run("UPDATE reports SET replaced_by = ? WHERE address_key = ? AND address = ? AND replaced_by = 0",
               [&](SqlStatement& s) { s.bind(1, number).bind(2, key).bind(3, row.address); });
  if (!done) return done.error();
  done = run("INSERT INTO reports(number, id, address, address_key, title, outlet, day, claims, seq, replaced_by) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, 0)", [&](SqlStatement& s) {
    s.bind(1, number).bind_blob(2, id_bytes(row.id)).bind(3, row.address).bind(4, key).bind(5, row.title).bind(6, row.outlet).bind(7, day_text(row.day));
    s.bind(8, static_cast<std::int64_t>(row.claims)).bind(9, static_cast<std::int64_t>(row.seq));
  });
  if (!done) return done.error();
  done = run("INSERT INTO originals(report, packed) VALUES(?, ?)", [&](SqlStatement& s) { s.bind(1, number).bind_blob(2, pack(original)); });
  if (!done) return done.error();
  return static_cast<std::uint64_t>(number);
}

Result<void> SqliteCase::index_text(std::uint64_t report, const SearchText& t, bool remove) {
  const char* sql = remove ? "INSERT INTO search(rowid, title, body, outlet, place, source, effect, day, search) VALUES(?, ?, ?, ?, ?, ?, ?, ?, 'delete')"
                           : "INSERT INTO search(rowid, title, body, outlet, place, source, effect, day) VALUES(?, ?, ?, ?, ?, ?, ?, ?)";
  return run(sql, [&](SqlStatement& s) {
    s.bind(1, static_cast<std::int64_t>(report)).bind(2, t.title).bind(3, t.body).bind(4, t.outlet).bind(5, t.place).bind(6, t.source).bind(7, t.effect).bind(8, t.day);
  });
}

Result<void> SqliteCase::add_analysis(std::uint64_t report, std::uint64_t seq, const StoredText& stored, const Analysis& analysis) {
  const auto before = analyses(report);
  if (!before) return before.error();
  // 0: kept here; -1: the text is the original itself; else the number of the analysis that keeps it.
  std::int64_t text_from = 0, findings_from = 0;
  const auto bytes = original(report);
  if (!bytes) return bytes.error();
  if (*bytes == stored.text) text_from = -1;
  if (!before->empty()) {
    const auto last = this->analysis(report, 0);
    if (!last) return last.error();
    const auto old = read_analysis(*last, "report " + std::to_string(report));
    if (!old) return old.error();
    if (const auto done = index_text(report, search_text(*old), true); !done) return done.error();
    std::int64_t from_text = 0, from_findings = 0;
    const auto number = static_cast<std::int64_t>(before->back().number);
    const auto done = rows("SELECT text_from, findings_from FROM analyses WHERE number = ?", [&](SqlStatement& s) { s.bind(1, number); },
                           [&](const SqlStatement& s) { from_text = s.integer(0), from_findings = s.integer(1); return false; });
    if (!done) return done.error();
    if (text_from == 0 && last->text == stored.text) text_from = from_text == 0 ? number : from_text;
    if (last->text == stored.text && last->findings == stored.findings) findings_from = from_findings == 0 ? number : from_findings;
  }
  const auto added = run("INSERT INTO analyses(report, seq, text_from, text, findings_from, findings) VALUES(?, ?, ?, ?, ?, ?)", [&](SqlStatement& s) {
    s.bind(1, static_cast<std::int64_t>(report)).bind(2, static_cast<std::int64_t>(seq)).bind(3, text_from).bind(5, findings_from);
    if (text_from == 0) s.bind_blob(4, pack(stored.text, *bytes));
    else s.bind_null(4);
    if (findings_from == 0) s.bind_blob(6, pack(stored.findings, std::string(findings_prefix()) + stored.text));
    else s.bind_null(6);
  });
  if (!added) return added.error();
  ReportRow row;
  describe(analysis, row);
  const auto told = run("UPDATE reports SET title = ?, outlet = ?, day = ?, claims = ? WHERE number = ?", [&](SqlStatement& s) {
    s.bind(1, row.title).bind(2, row.outlet).bind(3, day_text(row.day)).bind(4, static_cast<std::int64_t>(row.claims)).bind(5, static_cast<std::int64_t>(report));
  });
  if (!told) return told.error();
  return index_text(report, search_text(analysis), false);
}

Result<void> SqliteCase::remove_report(std::uint64_t report, const Tombstone& tombstone) {
  const auto row = this->report(report);
  if (!row) return row.error();
  if (!*row) return Error{"not_found", "no report " + std::to_string(report), path_};
  const auto last = analysis(report, 0);
  const auto old = last ? read_analysis(*last, "report " + std::to_string(report)) : Result<Analysis>(last.error());
  if (!old) return old.error();
  if (const auto done = index_text(report, search_text(*old), true); !done) return done.error();
  for (const char* sql : {"DELETE FROM originals WHERE report = ?", "DELETE FROM analyses WHERE report = ?", "DELETE FROM reports WHERE number = ?"})
    if (const auto done = run(sql, [&](SqlStatement& s) { s.bind(1, static_cast<std::int64_t>(report)); }); !done) return done.error();
  // The version before it at the same address is the latest again, unless it was replaced by another one.
  const auto done = run("UPDATE reports SET replaced_by = ? WHERE replaced_by = ?",
                        [&](SqlStatement& s) { s.bind(1, static_cast<std::int64_t>((*row)->replaced_by)).bind(2, static_cast<std::int64_t>(report)); });
  if (!done) return done.error();
  if (const auto cleared = put_incidents("", {}); !cleared) return cleared.error();
  return run("INSERT OR REPLACE INTO tombstones(report, day, reason) VALUES(?, ?, ?)",
             [&](SqlStatement& s) { s.bind_blob(1, id_bytes(tombstone.report)).bind(2, tombstone.day).bind(3, tombstone.reason); });
}

Result<void> SqliteCase::put_incidents(const std::string& state, const std::vector<IncidentRow>& incidents) {
  if (const auto cleared = db_.run("DELETE FROM incidents"); !cleared) return cleared.error();
  for (const IncidentRow& row : incidents) {
    std::string numbers;
    for (const auto n : row.reports)
      for (int i = 0; i < 8; ++i) numbers += static_cast<char>(n >> (8 * i));
    const auto done = run("INSERT OR REPLACE INTO incidents(id, kind, place, country, first, last, reports, links) VALUES(?, ?, ?, ?, ?, ?, ?, ?)", [&](SqlStatement& s) {
      s.bind(1, row.id).bind(2, row.kind).bind(3, row.place).bind(4, row.country).bind(5, day_text(row.days.start)).bind(6, day_text(row.days.end));
      s.bind_blob(7, numbers).bind_blob(8, pack(row.links, links_prefix()));
    });
    if (!done) return done.error();
  }
  return set_meta("incidents", state);
}

Result<void> SqliteCase::commit() {
  for (auto& [sql, s] : statements_) s.reset();
  const auto done = db_.run("COMMIT");
  if (done) open_ = false;
  return done;
}

}  // namespace attest
