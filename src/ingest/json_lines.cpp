// One JSON object a line (.jsonl, .ndjson).
#include "ingest/formats.h"
#include "ingest/json_document.h"

namespace attest {

void read_json_lines(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink) {
  if (reader.peek(3) == "\xEF\xBB\xBF") reader.skip(3);
  LineReader lines(reader, options.max_record);
  std::size_t records = 0;
  while (auto line = lines.next()) {
    if (!line->too_large && line->bytes.find_first_not_of(" \t") == std::string::npos) continue;
    ++records;
    RawDocument document;
    document.format = Format::kJson;
    document.where = input + ":" + std::to_string(line->number);
    if (line->too_large) {
      sink.skipped(
          {input + "#" + std::to_string(records),
           {"too_large", "a line longer than the limit of " + std::to_string(options.max_record >> 20) + " MiB; split the record",
            document.where}});
      continue;
    }
    document.input = input + "#" + json_record_id(line->bytes, options).value_or(std::to_string(records));
    document.bytes = std::move(line->bytes);
    sink.document(std::move(document));
  }
  if (reader.error()) sink.skipped({input, *reader.error()});
  else if (records == 0) sink.skipped({input, {"empty", "holds no record; leave it out", input}});
}

}  // namespace attest
