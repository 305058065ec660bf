#pragma once
#include <string>
#include <string_view>

#include "ingest/html_tree.h"

namespace attest {

// Collects text into paragraphs: white space folded within one, an empty line between two.
class ParagraphWriter {
 public:
  void text(std::string_view part);  // words of the current paragraph; white space at its ends counts as one space
  void line_break();                 // a line end within the paragraph
  void paragraph();                  // what follows is a new one
  std::string take();                // all of it, no white space at the ends

 private:
  enum class Gap { kNone, kSpace, kLine, kParagraph };
  void widen(Gap gap) {
    if (gap > gap_) gap_ = gap;
  }

  std::string out_;
  Gap gap_ = Gap::kNone;
};

// The text below a node with white space folded to single spaces.
std::string folded_text(const HtmlTree& page, HtmlTree::Index node);
std::string fold_space(std::string_view text);

}  // namespace attest
