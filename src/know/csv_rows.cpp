#include "know/csv_rows.h"

namespace attest {
namespace {

// Reads rows one by one; `at_` and `line_` always stand at the beginning of a row between calls.
class Reader {
 public:
  explicit Reader(std::string_view csv) : csv_(csv) {}
  bool at_end() const { return at_ >= csv_.size(); }
  std::uint32_t line() const { return line_; }

  // False where a quote is never closed.
  bool row(CsvRow& out) {
    out.line = line_;
    out.cells.assign(1, {});
    for (bool open = false; !at_end(); ++at_) {
      const char c = csv_[at_];
      if (c == '\n') ++line_;
      if (open) {
        if (c != '"') out.cells.back() += c;
        else if (at_ + 1 < csv_.size() && csv_[at_ + 1] == '"') {
          out.cells.back() += '"';
          ++at_;
        } else open = false;
        if (at_ + 1 >= csv_.size() && open) return false;
      } else if (c == '"' && out.cells.back().empty()) open = true;
      else if (c == ',') out.cells.emplace_back();
      else if (c == '\n') {
        ++at_;
        return true;
      } else if (c != '\r') out.cells.back() += c;
    }
    return true;
  }

 private:
  std::string_view csv_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

Result<std::vector<CsvRow>> read_csv_rows(std::string_view csv, std::string_view path) {
  std::vector<CsvRow> out;
  Reader reader(csv);
  const auto fail = [&](std::uint32_t line, std::string message) {
    return Error{"bad_list", std::move(message), std::string(path) + ":" + std::to_string(line)};
  };
  while (!reader.at_end()) {
    CsvRow row;
    if (!reader.row(row)) return fail(row.line, "a quoted cell that is never closed");
    if (row.cells.size() == 1 && row.cells[0].empty()) continue;
    if (!row.cells[0].empty() && row.cells[0][0] == '#') continue;
    if (!out.empty() && row.cells.size() > out.front().cells.size()) return fail(row.line, "more cells than the header has");
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace attest
