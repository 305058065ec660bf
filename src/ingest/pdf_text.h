#pragma once
#include <string>
#include <string_view>

namespace attest {

// What pdftotext wrote (lines, empty lines between blocks, a form feed between pages) as paragraphs: lines of a block joined,
// words whole that a hyphen divides, running heads and page numbers left out, a paragraph that goes on over a column or a page in
// one piece.
std::string joined_pdf_text(std::string_view text);

}  // namespace attest
