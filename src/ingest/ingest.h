#pragma once
// From inputs (paths, folders, "-") to reports: one file a format. Everything here reads outside bytes under limits.
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "model/model.h"

namespace attest {

struct IngestOptions {
  std::uint64_t max_bytes = 256ull << 20;  // of one file, and of one decompressed stream
  std::uint64_t max_record = 64ull << 20;  // of one record of a container (a JSON line, a CSV row)
  int max_depth = 512;                     // of HTML elements and JSON values; deeper HTML is too_deep
  bool allow_no_text = false;              // a page without text is a report with an empty one, not an error: for `extract`
};

// What reading an input yields, in input order: documents and inputs that could not be read.
struct IngestSink {
  std::function<void(RawDocument)> document;
  std::function<void(Skipped)> skipped;
};

// Expands folders (sorted, hidden files left out), decompresses gzip and zstd, cuts containers (.jsonl, .ndjson, .csv) into
// records.
// "-" is standard input. Streams: no more than one file's bytes are held at a time.
void read_inputs(const std::vector<std::string>& inputs, const Files& files, const IngestOptions& options,
                 const IngestSink& sink);

// Reads one document's text and metadata.
Result<Report> read_report(const RawDocument& document, const IngestOptions& options);

}  // namespace attest
