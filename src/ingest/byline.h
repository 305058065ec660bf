#pragma once
#include <optional>
#include <string>

#include "ingest/html_tree.h"
#include "ingest/linked_data.h"

namespace attest {

// Who wrote the page, names joined by commas; none where only the site itself is named. `outlet` is the site's name.
std::optional<std::string> byline_of(const HtmlTree& page, const LinkedData& linked, const std::optional<std::string>& outlet);

}  // namespace attest
