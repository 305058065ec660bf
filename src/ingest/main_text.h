#pragma once
// Which part of a page is the report itself.
#include <memory>
#include <string>

#include "ingest/html_tree.h"

namespace attest {

// One approach to finding a page's main text; pure. Paragraphs come with an empty line between them, lines of a list or table
// with a line end, white space within them folded, without the page's title where that is a heading of its own.
class MainText {
 public:
  virtual ~MainText() = default;
  // `headline` is the page's title as a heading of it has it, may be empty.
  virtual std::string extract(const HtmlTree& page, const std::string& headline) const = 0;
};

// By where the prose lies, the share of links, and what names of classes and roles say of a part.
std::unique_ptr<MainText> prose_main_text();
// All of the page from its first prose to its last: of letters, whose items stand in parts of their own.
std::unique_ptr<MainText> letter_main_text();

}  // namespace attest
