#pragma once
// RFC 4180: rows of fields, quoted ones with delimiters, line ends and doubled quotes in them. A quote opens only at a field's
// start.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/byte_reader.h"

namespace attest {

struct CsvRow {
  std::string raw;       // without its line end
  std::size_t line = 0;  // where it begins, from 1
  bool too_large = false;
  bool unclosed = false;  // the file ended inside a quoted field
};

// Cuts a stream into raw rows; holds one row of at most `limit` bytes.
class CsvRows {
 public:
  CsvRows(ByteReader& reader, char delimiter, std::uint64_t limit) : reader_(reader), delimiter_(delimiter), limit_(limit) {}
  std::optional<CsvRow> next();  // none at the end and at an error of the reader

 private:
  enum class State { kStart, kBare, kQuoted, kQuoteSeen };

  bool step(char c);
  static void add(CsvRow& row, std::string_view part, std::uint64_t limit);

  ByteReader& reader_;
  char delimiter_;
  std::uint64_t limit_;
  State state_ = State::kStart;
  std::size_t line_ = 1;
};

// The fields of one raw row, quotes taken off. Never fails: a broken quote is kept as it stands.
std::vector<std::string> csv_fields(std::string_view raw, char delimiter);

// The delimiter of a header row: the one of , ; and tab that stands most often outside quotes.
char csv_delimiter(std::string_view header);

}  // namespace attest
