#pragma once
// What the fuzz targets of reading share: bytes as a file, read to the end, with what must hold of every report.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ingest/ingest.h"

namespace attest {

inline void must(bool holds) {
  if (!holds) std::abort();
}

inline void check_report(const RawDocument& document, const IngestOptions& options) {
  if (document.format == Format::kPdf) return;  // another program reads it
  const auto report = read_report(document, options);
  if (!report) {
    must(!report.error().code.empty() && !report.error().message.empty() && !report.error().where.empty());
    return;
  }
  must(find_invalid_utf8(report->text) == std::string_view::npos);
  must(report->id.size() == 7 + 64 && report->input == document.input);
  if (document.format == Format::kHtml && report->published) must(Date::parse(*report->published).has_value());
}

// Reads the bytes as a file of that name, every record of it.
inline void read_as(const char* name, const std::uint8_t* data, std::size_t size) {
  IngestOptions options;
  options.max_bytes = 4u << 20;
  options.max_record = 1u << 20;
  MemoryFiles files;
  files.files[name] = std::string(reinterpret_cast<const char*>(data), size);
  std::size_t outcomes = 0;
  IngestSink sink;
  sink.document = [&](RawDocument document) {
    ++outcomes;
    check_report(document, options);
  };
  sink.skipped = [&](const Skipped& skipped) {
    ++outcomes;
    must(!skipped.error.code.empty() && !skipped.input.empty());
  };
  read_inputs({name}, files, options, sink);
  must(outcomes > 0);
}

}  // namespace attest
