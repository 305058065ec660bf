#include "cli/case_run.h"

#include <sys/random.h>

#include <charconv>
#include <ctime>

namespace attest {
namespace {

std::string random_bytes(std::size_t size) {
  std::string out(size, '\0');
  for (std::size_t at = 0; at < size;) {
    const auto got = ::getrandom(out.data() + at, size - at, 0);
    if (got > 0) at += static_cast<std::size_t>(got);
  }
  return out;
}

}  // namespace

Result<SqliteOptions> case_options(const Args& args) {
  const auto wait = args.number("--wait", 10, 0, 3600);
  if (!wait) return Error{"", "takes a number of seconds from 0 to 3600", "--wait"};
  SqliteOptions out;
  out.wait_ms = static_cast<int>(*wait) * 1000;
  return out;
}

Result<std::unique_ptr<SqliteStore>> open_case(const Args& args) {
  const auto options = case_options(args);
  if (!options) return options.error();
  return SqliteStore::open(args.inputs.front(), *options);
}

Result<Recorder> recorder_for(const Args& args) {
  const auto seconds = [] { return static_cast<std::int64_t>(std::time(nullptr)); };
  Recorder out{seconds, random_bytes, args.get("--by", "recorder"), ATTEST_VERSION};
  if (const auto fits = check_role(out.by); !fits) return fits.error();
  return out;
}

std::vector<std::string> inputs_after_case(const Args& args) { return {args.inputs.begin() + 1, args.inputs.end()}; }

Result<ReportRow> find_report(CaseReader& reader, std::string_view named) {
  const Error absent{"not_found", "no report of this number or hash; attest list names them", std::string(named)};
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(named.data(), named.data() + named.size(), number);
  if (error == std::errc() && end == named.data() + named.size() && named.size() < 10) {
    const auto row = reader.report(number);
    if (!row) return row.error();
    return *row ? Result<ReportRow>(**row) : Result<ReportRow>(absent);
  }
  const std::string digits = "sha256:" + std::string(named.starts_with("sha256:") ? named.substr(7) : named);
  if (digits.size() < 7 + 6) return absent;
  std::vector<ReportRow> fit;
  const auto read = reader.reports([&](const ReportRow& row) {
    if (row.id.starts_with(digits)) fit.push_back(row);
    return fit.size() < 2;
  });
  if (!read) return read.error();
  if (fit.size() > 1) return Error{"not_found", "more than one report begins so; give more digits", std::string(named)};
  return fit.empty() ? Result<ReportRow>(absent) : Result<ReportRow>(fit.front());
}

Result<std::string> read_small_file(const std::string& path) { return SystemFiles().read(path == "-" ? "/dev/stdin" : path, 1 << 20); }

}  // namespace attest
