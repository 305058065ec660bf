#pragma once
#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace attest {

// Hands the items of a JSON Feed on; `base` is where it came from, "" unknown. bad_json, empty.
void read_json_feed(const std::string& input, std::string_view bytes, const std::string& base, const IngestSink& sink);

}  // namespace attest
