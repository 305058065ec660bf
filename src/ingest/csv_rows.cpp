#include "ingest/csv_rows.h"

#include <algorithm>

namespace attest {

// Whether the row ends at this character.
bool CsvRows::step(char c) {
  switch (state_) {
    case State::kQuoted:
      if (c == '"') state_ = State::kQuoteSeen;
      return false;
    case State::kQuoteSeen:
      if (c == '"') {
        state_ = State::kQuoted;
        return false;
      }
      break;
    case State::kStart:
      if (c == '"') {
        state_ = State::kQuoted;
        return false;
      }
      break;
    case State::kBare:
      break;
  }
  state_ = c == delimiter_ || c == '\n' ? State::kStart : State::kBare;
  return c == '\n';
}

void CsvRows::add(CsvRow& row, std::string_view part, std::uint64_t limit) {
  row.too_large = row.too_large || row.raw.size() + part.size() > limit;
  if (row.too_large) std::string().swap(row.raw);
  else row.raw += part;
}

std::optional<CsvRow> CsvRows::next() {
  CsvRow row;
  row.line = line_;
  state_ = State::kStart;
  bool any = false;
  bool ended = false;
  while (!ended) {
    const auto part = reader_.available();
    if (part.empty()) break;
    any = true;
    std::size_t i = 0;
    while (i < part.size() && !ended) {
      line_ += part[i] == '\n';
      ended = step(part[i++]);
    }
    add(row, part.substr(0, i - ended), limit_);
    reader_.skip(i);
  }
  if (!any || (!ended && reader_.error())) return std::nullopt;
  row.unclosed = !ended && state_ == State::kQuoted;
  if (row.raw.ends_with('\r')) row.raw.pop_back();
  return row;
}

std::vector<std::string> csv_fields(std::string_view raw, char delimiter) {
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < raw.size();) {
    if (out.back().empty() && raw[i] == '"' && (i == 0 || raw[i - 1] == delimiter)) {
      for (++i; i < raw.size(); ++i) {
        if (raw[i] != '"') out.back() += raw[i];
        else if (i + 1 < raw.size() && raw[i + 1] == '"') out.back() += raw[i++];
        else break;
      }
      i += i < raw.size();
    } else if (raw[i] == delimiter) {
      out.emplace_back();
      ++i;
    } else {
      out.back() += raw[i++];
    }
  }
  return out;
}

char csv_delimiter(std::string_view header) {
  std::size_t counts[3] = {};
  static constexpr std::string_view kDelimiters = ",;\t";
  bool quoted = false;
  for (const char c : header) {
    quoted = quoted != (c == '"');
    const std::size_t which = kDelimiters.find(c);
    if (!quoted && which != std::string_view::npos) ++counts[which];
  }
  return kDelimiters[static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts)];
}

}  // namespace attest
