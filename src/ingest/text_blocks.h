#pragma once
// A page cut into runs of inline text, as a reader sees paragraphs, headings, list items and cells.
#include <string>
#include <vector>

#include "ingest/html_tree.h"

namespace attest {

struct TextBlock {
  std::string text;               // white space folded, lines of <br> kept
  HtmlTree::Index first = 0;      // its first text node
  HtmlTree::Index container = 0;  // the nearest element around it that starts a paragraph
  Tag tag = Tag::kOther;          // of the container, or of what gives it its role: heading, li, td, blockquote, figcaption, pre
  std::uint32_t letters = 0;      // bytes that are no white space
  std::uint32_t linked = 0;       // those of them in links
  std::uint32_t links = 0;
  bool joins = false;  // stands in the same table row or list as the block before: a line, no empty line between

  double link_share() const { return letters == 0 ? 0 : static_cast<double>(linked) / letters; }
};

// All blocks of the page in order, but those below nodes that are `left_out`.
std::vector<TextBlock> text_blocks(const HtmlTree& page, const std::vector<bool>& left_out);

}  // namespace attest
