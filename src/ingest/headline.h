#pragma once
#include <optional>
#include <string>

#include "ingest/html_tree.h"
#include "ingest/linked_data.h"

namespace attest {

// The page's title without the site's name: the heading that says what the metadata say, else the metadata's title.
std::optional<std::string> headline_of(const HtmlTree& page, const LinkedData& linked);

}  // namespace attest
