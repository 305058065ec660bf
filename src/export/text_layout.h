#pragma once
// Text for a terminal: paragraphs and tables wrapped by display width, colours only where a terminal asked for them.
#include <string>
#include <string_view>
#include <vector>

#include "export/export.h"

namespace attest {

// Columns that a terminal gives the text: 2 for East Asian wide letters, 0 for combining marks.
int display_width(std::string_view text);
// The text without control characters, so that a report cannot move the cursor or change colours.
std::string terminal_safe(std::string_view text);
std::vector<std::string> wrap(std::string_view text, int width);

class TextLayout {
 public:
  enum class Look { kPlain, kStrong, kSoft };
  struct Cell {
    std::string text;
    Look look = Look::kPlain;
  };

  explicit TextLayout(const TextStyle& style);

  void heading(std::string_view text);
  void subheading(std::string_view text);
  // Wrapped; further lines are indented by `indent` and `hang`.
  void paragraph(std::string_view text, int indent = 0, int hang = 0, Look look = Look::kPlain);
  void item(std::string_view label, std::string_view text);  // "label   text", the label 12 columns wide
  // Columns take what they need, and share what is left; the widest give way first.
  void table(const std::vector<std::string>& head, const std::vector<std::vector<Cell>>& rows);
  void blank();
  std::string str() && { return std::move(out_); }

 private:
  std::string styled(std::string text, Look look) const;
  std::vector<int> widths(const std::vector<std::string>& head, const std::vector<std::vector<Cell>>& rows) const;
  void table_row(const std::vector<Cell>& row, const std::vector<int>& widths);

  int columns_;
  bool colours_;
  std::string out_;
};

}  // namespace attest
