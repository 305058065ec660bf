#pragma once
// What a page says of itself: JSON-LD, OpenGraph, microdata, Dublin Core, <time>, headings.
#include <optional>
#include <string>

#include "ingest/html_tree.h"
#include "ingest/linked_data.h"

namespace attest {

struct PageMetadata {
  std::optional<std::string> url;
  std::optional<std::string> title;
  std::optional<std::string> outlet;
  std::optional<std::string> byline;
  std::optional<std::string> published;  // ISO 8601, a day or a time
  std::optional<std::string> modified;   // the same
  std::optional<std::string> section;
  std::string language;  // ISO 639-1 as declared, "" unknown
};

PageMetadata page_metadata(const HtmlTree& page, const LinkedData& linked, std::string_view html);

}  // namespace attest
