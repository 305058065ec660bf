// One report a row, under a header row that names the columns as the fields of a JSON report.
#include <algorithm>

#include "ingest/ascii.h"
#include "ingest/csv_rows.h"
#include "ingest/encoding.h"
#include "ingest/formats.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

// The value of a column; none where the column is absent or empty.
std::optional<std::string> cell(const std::vector<std::string>& columns, const std::vector<std::string>& fields,
                                std::string_view name) {
  for (std::size_t i = 0; i < columns.size() && i < fields.size(); ++i)
    if (columns[i] == name && !fields[i].empty()) return fields[i];
  return std::nullopt;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out.substr(0, 200);
}

std::string lowered_name(std::string_view name) { return lowered(known(name).value_or("")); }

// Columns that options.fields names get the name of the field; a column that had it before loses it.
void rename(std::vector<std::string>& columns, const IngestOptions& options) {
  const auto before = columns;
  for (const auto& [field, column] : options.fields)
    for (auto& name : columns)
      if (name == field) name.clear();
  for (const auto& [field, column] : options.fields)
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (before[i] == lowered_name(column)) columns[i] = field;
}

// The header's column names in lower case, or what is wrong with it.
Result<std::vector<std::string>> header_columns(const CsvRow& header, char delimiter, const std::string& where,
                                                const IngestOptions& options) {
  if (header.too_large || header.unclosed) return Error{"bad_csv", "the header row has no end; is a quote not closed?", where};
  if (const auto readable = decode_plain(header.raw, where); !readable) return readable.error();
  auto columns = csv_fields(header.raw, delimiter);
  const std::string given = joined(columns);
  for (auto& name : columns) name = lowered_name(name);
  rename(columns, options);
  const auto has = [&](std::string_view name) { return std::find(columns.begin(), columns.end(), name) != columns.end(); };
  if (!has("text") && !has("html"))
    return Error{
        "bad_csv",
        "no column `text` or `html`, but " + given + "; --field text=COLUMN names the column that holds the reports' text",
        where};
  return columns;
}

std::optional<Error> row_fault(const CsvRow& row, std::size_t fields, std::size_t columns, const std::string& where,
                               std::uint64_t limit) {
  if (row.too_large)
    return Error{"too_large", "a row longer than the limit of " + std::to_string(limit >> 20) + " MiB; is a quote not closed?",
                 where};
  if (row.unclosed) return Error{"bad_csv", "a quote is opened in this row and never closed; close or double it", where};
  if (fields != columns)
    return Error{"bad_csv",
                 "the row has " + std::to_string(fields) + " fields, the header " + std::to_string(columns) +
                     "; quote fields that hold the delimiter",
                 where};
  return std::nullopt;
}

}  // namespace

void read_csv(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink) {
  if (reader.peek(3) == "\xEF\xBB\xBF") reader.skip(3);
  const auto head = reader.peek(1 << 16);
  const char delimiter = csv_delimiter(head.substr(0, head.find('\n')));
  CsvRows rows(reader, delimiter, options.max_record);
  const auto header = rows.next();
  if (!header) return sink.skipped({input, reader.error().value_or(Error{"empty", "holds nothing; leave it out", input})});
  const auto columns = header_columns(*header, delimiter, input + ":1", options);
  if (!columns) return sink.skipped({input, columns.error()});
  std::size_t records = 0;
  while (auto row = rows.next()) {
    if (row->raw.empty() && !row->too_large) continue;
    ++records;
    const std::string where = input + ":" + std::to_string(row->line);
    const auto fields = csv_fields(row->raw, delimiter);
    const std::string name = input + "#" + cell(*columns, fields, "id").value_or(std::to_string(records));
    if (auto fault = row_fault(*row, fields.size(), columns->size(), where, options.max_record)) {
      sink.skipped({row->too_large || row->unclosed ? input + "#" + std::to_string(records) : name, *fault});
      continue;
    }
    RawDocument document;
    document.input = name;
    document.format = Format::kCsvRecord;
    document.bytes = std::move(row->raw);
    document.columns = *columns;
    document.delimiter = delimiter;
    document.where = where;
    sink.document(std::move(document));
  }
  if (reader.error()) sink.skipped({input, *reader.error()});
  else if (records == 0) sink.skipped({input, {"empty", "holds a header and no row; leave it out", input}});
}

Result<void> read_csv_report(const RawDocument& document, const IngestOptions& options, Report& report) {
  const std::string where = document_place(document);
  const auto bytes = decode_plain(document.bytes, where);
  if (!bytes) return bytes.error();
  const auto fields = csv_fields(*bytes, document.delimiter);
  const auto get = [&](std::string_view name) { return cell(document.columns, fields, name); };
  report.text = get("text").value_or("");
  if (const auto html = get("html"); report.text.empty() && html) {
    if (auto page = read_page(*html, "", options, where, report); !page) return page;
  }
  const auto keep = [&](std::optional<std::string>& to, std::string_view name) {
    if (auto value = known(get(name).value_or(""))) to = std::move(value);
  };
  keep(report.url, "url");
  keep(report.title, "title");
  keep(report.outlet, "outlet");
  keep(report.byline, "byline");
  keep(report.published, "published");
  keep(report.modified, "modified");
  if (const auto language = get("language")) report.language = language_code(*language);
  return {};
}

}  // namespace attest
