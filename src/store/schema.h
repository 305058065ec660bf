#pragma once

namespace attest {

inline constexpr int kApplicationId = 0x41545354;  // "ATST", at byte 68 of the file

// The tables of format 1 (docs/formats/case.md). A file whose schema is not this, letter for letter, is refused.
inline constexpr const char* kSchema = R"sql(
CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE log(seq INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, act TEXT NOT NULL, version TEXT NOT NULL,
  subject BLOB NOT NULL, body BLOB NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL);
CREATE INDEX log_act ON log(act, seq) WHERE act <> 'added';
CREATE TABLE bodies(seq INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE originals(report INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE reports(number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, address TEXT NOT NULL, address_key INTEGER NOT NULL,
  title TEXT NOT NULL, outlet TEXT NOT NULL, day TEXT NOT NULL, claims INTEGER NOT NULL, seq INTEGER NOT NULL, replaced_by INTEGER NOT NULL);
CREATE INDEX reports_address ON reports(address_key);
CREATE TABLE analyses(number INTEGER PRIMARY KEY, report INTEGER NOT NULL, seq INTEGER NOT NULL, text_from INTEGER NOT NULL,
  text BLOB, findings_from INTEGER NOT NULL, findings BLOB);
CREATE INDEX analyses_report ON analyses(report);
CREATE TABLE tombstones(report BLOB PRIMARY KEY, day TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE incidents(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, place TEXT NOT NULL, country TEXT NOT NULL, first TEXT NOT NULL,
  last TEXT NOT NULL, reports BLOB NOT NULL, links BLOB NOT NULL);
CREATE VIRTUAL TABLE search USING fts5(title, body, outlet, place, source, effect, day, content='', tokenize='unicode61');
)sql";

}  // namespace attest
