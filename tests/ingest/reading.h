#pragma once
// Reads inputs from files in memory and tells what became of each, one line a document: `input | title | text` or `input ! code`.
#include <zlib.h>
#include <zstd.h>

#include <string>
#include <vector>

#include "ingest/ingest.h"

namespace attest {

inline std::string gzip(std::string_view bytes) {
  z_stream z{};
  deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, bytes.size()), '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

inline std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

struct ReadOutcome {
  std::string input;
  std::optional<Report> report;
  std::optional<Error> error;
};

inline std::vector<ReadOutcome> read_everything(const std::vector<std::string>& inputs, const Files& files,
                                                const IngestOptions& options = {}) {
  std::vector<ReadOutcome> out;
  IngestSink sink;
  sink.document = [&](RawDocument document) {
    auto report = read_report(document, options);
    if (report) out.push_back({document.input, *report, std::nullopt});
    else out.push_back({document.input, std::nullopt, report.error()});
  };
  sink.skipped = [&](Skipped skipped) { out.push_back({skipped.input, std::nullopt, skipped.error}); };
  read_inputs(inputs, files, options, sink);
  return out;
}

inline std::string dump(const std::vector<ReadOutcome>& outcomes) {
  std::string out;
  for (const auto& o : outcomes)
    out += o.input + (o.report ? " | " + o.report->title.value_or("-") + " | " + o.report->text : " ! " + o.error->code) + "\n";
  return out;
}

}  // namespace attest
