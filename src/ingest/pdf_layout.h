#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace attest {

// What `pdftotext -bbox-layout` wrote, in reading order.
struct PdfLayout {
  std::string text;  // lines, an empty line between blocks, a form feed between pages
  std::optional<std::string> title;
  std::optional<std::string> author;
};

// Blocks in columns are read column by column: a page is cut along gaps that no block crosses, upright ones first (XY-cut; Nagy
// and Seth 1984). Words of lines in right-to-left letters come from right to left. Never fails: what is no layout gives no text.
PdfLayout read_pdf_layout(const std::string& xml);

}  // namespace attest
