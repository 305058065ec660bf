#pragma once
#include <string>
#include <vector>

#include "ingest/html_tree.h"
#include "model/model.h"

namespace attest {

// The captions of the page's pictures, in order, each once, with the address of the picture where one stands beside it; `base`
// makes relative addresses whole. Those of other articles, of comments and of navigation are left out.
std::vector<Caption> captions_of(const HtmlTree& page, const std::string& base);

}  // namespace attest
