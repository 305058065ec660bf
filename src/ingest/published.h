#pragma once
// When a page says that it was published.
#include <optional>
#include <string>

#include "ingest/html_tree.h"
#include "ingest/linked_data.h"

namespace attest {

// ISO 8601, a day or a time; none where the page does not say. Looked for in JSON-LD, <meta>, microdata, <time>, elements called
// so, the page's own address, and scripts, in this order; first near the heading `title`.
std::optional<std::string> published_of(const HtmlTree& page, const LinkedData& linked, const std::optional<std::string>& title,
                                        std::string_view html);

}  // namespace attest
