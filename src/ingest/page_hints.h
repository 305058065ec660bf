#pragma once
// What the names of elements, classes, ids and roles tell of a block's purpose.
#include <vector>

#include "ingest/html_tree.h"

namespace attest {

enum class Hint : std::uint8_t {
  kNone,
  kNever,  // scripts, navigation, forms, hidden parts: no report's text, whatever they hold
  kNoise,  // calls itself a share bar, related links, notice …; templates misname, so a part that holds most of the prose is kept
  kComments,  // readers' comments; often longer than the report
  kLead,      // calls itself a lead, teaser or abstract: of this article or, with links, of another
  kArticle,   // calls itself the article
  kBody,      // calls itself the article's body
};

// One hint for each node of the page.
std::vector<Hint> page_hints(const HtmlTree& page);

}  // namespace attest
