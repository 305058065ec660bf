#pragma once
// Writes elements of HTML and SVG. All text and every attribute is escaped here; there is no way to pass markup through but `Markup::raw`,
// which takes only what this class wrote.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace attest {

std::string escape_markup(std::string_view text);

class Markup {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

  Markup& open(std::string_view tag, Attributes attributes = {});
  Markup& close(std::string_view tag);
  Markup& empty(std::string_view tag, Attributes attributes = {});  // without content, closed by itself
  Markup& text(std::string_view text);
  // <tag …>text</tag>
  Markup& element(std::string_view tag, std::string_view text, Attributes attributes = {});
  Markup& raw(const Markup& other);
  // A program's own constant (a style sheet, the doctype), never anything that was read.
  Markup& constant(const char* markup);
  Markup& line();

  const std::string& str() const { return out_; }

 private:
  void begin(std::string_view tag, Attributes attributes);
  std::string out_;
};

// A number for an attribute: at most one decimal, never in a locale's form.
std::string coordinate(double value);

}  // namespace attest
