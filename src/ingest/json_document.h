#pragma once
// One report as a JSON object: `url`, `title`, `outlet`, `byline`, `published`, `language`, and `text` or `html`.
#include <optional>
#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace attest {

// Whether the bytes are one whole JSON object.
bool is_json_object(std::string_view bytes);
// The record's own `id` (a string or a whole number), unchanged; none where it has none or cannot be read.
std::optional<std::string> json_record_id(std::string_view bytes, const IngestOptions& options);
// Sets everything of `report` but id and input.
Result<void> read_json_report(const RawDocument& document, const IngestOptions& options, Report& report);

}  // namespace attest
