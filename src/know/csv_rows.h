#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace attest {

struct CsvRow {
  std::uint32_t line = 1;  // where the row begins
  std::vector<std::string> cells;
};

// The rows of a list of knowledge (RFC 4180: quoted cells may hold commas, quotes doubled and line breaks). Blank lines and lines
// that begin with '#' are no rows. An unclosed quote or a row with more cells than the first one is an Error with its line.
Result<std::vector<CsvRow>> read_csv_rows(std::string_view csv, std::string_view path);

}  // namespace attest
