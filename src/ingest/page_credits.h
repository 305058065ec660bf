#pragma once
#include <optional>
#include <string>

#include "ingest/html_tree.h"
#include "ingest/linked_data.h"

namespace attest {

// The part of the outlet that the page stands in ("World"): <meta>, JSON-LD, microdata.
std::optional<std::string> section_of(const HtmlTree& page, const LinkedData& linked);

// The agency that the page credits for its text, where that is not the outlet itself: <meta> and JSON-LD that name a source,
// elements called so, else the name in brackets before the dash that opens the text ("MARWA (Agency) - ").
std::optional<std::string> agency_of(const HtmlTree& page, const LinkedData& linked, const std::optional<std::string>& outlet,
                                     std::string_view text);

}  // namespace attest
