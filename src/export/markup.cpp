#include "export/markup.h"

#include <cmath>
#include <cstdint>

#include "base/utf8.h"

namespace attest {
namespace {

// Control characters and the marks that turn the direction of writing could make a reader see other words than stand here.
bool is_hidden(char32_t code) {
  const bool control = (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0);
  const bool turning = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F;
  return control || turning;
}

}  // namespace

std::string escape_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    switch (d.code) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      case U'\'': out += "&#39;"; break;
      default:
        if (is_hidden(d.code)) append_utf8(out, 0xFFFD);
        else append_utf8(out, d.code);
    }
    at += d.size;
  }
  return out;
}

void Markup::begin(std::string_view tag, Attributes attributes) {
  out_ += '<';
  out_ += tag;
  for (const auto& [name, value] : attributes) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    out_ += escape_markup(value);
    out_ += '"';
  }
}

Markup& Markup::open(std::string_view tag, Attributes attributes) {
  begin(tag, attributes);
  out_ += '>';
  return *this;
}

Markup& Markup::close(std::string_view tag) {
  out_ += "</";
  out_ += tag;
  out_ += '>';
  return *this;
}

Markup& Markup::empty(std::string_view tag, Attributes attributes) {
  begin(tag, attributes);
  out_ += "/>";
  return *this;
}

Markup& Markup::text(std::string_view text) {
  out_ += escape_markup(text);
  return *this;
}

Markup& Markup::element(std::string_view tag, std::string_view content, Attributes attributes) { return open(tag, attributes).text(content).close(tag); }

Markup& Markup::raw(const Markup& other) {
  out_ += other.out_;
  return *this;
}

Markup& Markup::constant(const char* markup) {
  out_ += markup;
  return *this;
}

Markup& Markup::line() {
  out_ += '\n';
  return *this;
}

std::string coordinate(double value) {
  const auto tenths = static_cast<std::int64_t>(std::llround(value * 10));
  const auto whole = (tenths < 0 ? -tenths : tenths) / 10, rest = (tenths < 0 ? -tenths : tenths) % 10;
  std::string out = (tenths < 0 ? "-" : "") + std::to_string(whole);
  if (rest != 0) out += "." + std::to_string(rest);
  return out;
}

}  // namespace attest
