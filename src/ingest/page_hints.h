#pragma once
// What the names of elements, classes, ids and roles tell of a block's purpose.
#include <string_view>

#include "ingest/html_tree.h"

namespace attest {

// Navigation, comments, share bars, notices, forms and the like, whatever text they hold.
bool is_boilerplate(const HtmlTree& page, HtmlTree::Index node);
// Above 1 where a container calls itself the article, below 1 where it calls itself something else; 1 where it says nothing.
double article_hint(const HtmlTree& page, HtmlTree::Index node);
// Characters that are no white space.
double prose_length(std::string_view text);

}  // namespace attest
