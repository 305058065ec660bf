#include "ingest/ingest.h"

namespace attest {

void read_inputs(const std::vector<std::string>& inputs, const Files&, const IngestOptions&, const IngestSink& sink) {
  for (const auto& input : inputs) sink.skipped({input, {"unsupported", "not built yet", input}});
}

Result<Report> read_report(const RawDocument& document, const IngestOptions&) { return Error{"unsupported", "not built yet", document.input}; }

}  // namespace attest
