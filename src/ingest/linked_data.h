#pragma once
// What the JSON-LD scripts of a page say of the article (schema.org).
#include <optional>
#include <string>
#include <vector>

#include "ingest/html_tree.h"

namespace attest {

struct LinkedData {
  std::optional<std::string> headline;
  std::optional<std::string> published;
  std::optional<std::string> modified;
  std::optional<std::string> publisher;
  std::optional<std::string> section;
  std::optional<std::string> agency;  // sourceOrganization, provider
  std::optional<std::string> body;    // plain text or HTML, as the page has it
  std::optional<std::string> url;
  std::vector<std::string> authors;
  bool is_article = false;
  bool is_titled = false;  // its headline is the page's title
};

// The first article of the scripts, else what other pages (WebPage, VideoObject …) say; broken scripts are passed over.
LinkedData linked_data(const HtmlTree& page);

}  // namespace attest
