#include "export/text_layout.h"

#include <algorithm>

#include "base/base.h"

namespace attest {
namespace {

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
         (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05BD) || (c >= 0x064B && c <= 0x065F) || c == 0x200B || c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_unsafe(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

// Cuts off the first part of a word that fits a width; at least one letter.
std::string_view head_of(std::string_view word, int width) {
  std::size_t at = 0;
  int used = 0;
  while (at < word.size()) {
    const Decoded d = decode_utf8(word, at);
    const int w = display_width(word.substr(at, d.size));
    if (at > 0 && used + w > width) break;
    used += w;
    at += d.size;
  }
  return word.substr(0, at);
}

}  // namespace

int display_width(std::string_view text) {
  int out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    out += is_mark(d.code) ? 0 : is_wide(d.code) ? 2 : 1;
    at += d.size;
  }
  return out;
}

std::string terminal_safe(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    if (d.code == '\n' || d.code == '\t' || d.code == '\r') out += ' ';
    else append_utf8(out, is_unsafe(d.code) ? 0xFFFD : d.code);
    at += d.size;
  }
  return out;
}

std::vector<std::string> wrap(std::string_view text, int width) {
  width = std::max(width, 8);
  std::vector<std::string> out;
  std::string line;
  int used = 0;
  const std::string safe = terminal_safe(text);
  for (std::size_t at = 0; at < safe.size();) {
    if (safe[at] == ' ') {
      ++at;
      continue;
    }
    const auto end = std::min(safe.find(' ', at), safe.size());
    std::string_view word = std::string_view(safe).substr(at, end - at);
    at = end;
    while (!word.empty()) {
      const int w = display_width(word);
      if (used > 0 && used + 1 + w > width) {
        out.push_back(std::move(line));
        line.clear(), used = 0;
      }
      const auto part = w <= width ? word : head_of(word, width);
      if (used > 0) line += ' ', ++used;
      line += part;
      used += display_width(part);
      word.remove_prefix(part.size());
    }
  }
  if (!line.empty() || out.empty()) out.push_back(std::move(line));
  return out;
}

TextLayout::TextLayout(const TextStyle& style) : columns_(std::clamp(style.columns, 80, 200)), colours_(style.colours) {}

std::string TextLayout::styled(std::string text, Look look) const {
  if (!colours_ || look == Look::kPlain) return text;
  return (look == Look::kStrong ? "\x1b[1m" : "\x1b[2m") + text + "\x1b[0m";
}

void TextLayout::heading(std::string_view text) {
  if (!out_.empty()) out_ += "\n";
  for (const auto& line : wrap(text, columns_)) out_ += styled(line, Look::kStrong) + "\n";
  std::string rule;
  for (int i = 0; i < columns_; ++i) rule += "─";
  out_ += styled(rule, Look::kSoft) + "\n";
}

void TextLayout::subheading(std::string_view text) {
  out_ += "\n";
  for (const auto& line : wrap(text, columns_)) out_ += styled(line, Look::kStrong) + "\n";
}

void TextLayout::paragraph(std::string_view text, int indent, int hang, Look look) {
  bool first = true;
  for (const auto& line : wrap(text, columns_ - indent - hang)) {
    out_ += std::string(static_cast<std::size_t>(first ? indent : indent + hang), ' ') + styled(line, look) + "\n";
    first = false;
  }
}

void TextLayout::item(std::string_view label, std::string_view text) {
  constexpr int kLabel = 12;
  std::string left = terminal_safe(label);
  left.append(static_cast<std::size_t>(std::max(1, kLabel - display_width(left))), ' ');
  for (const auto& line : wrap(text, columns_ - kLabel)) {
    out_ += styled(left, Look::kSoft) + line + "\n";
    left.assign(kLabel, ' ');
  }
}

std::vector<int> TextLayout::widths(const std::vector<std::string>& head, const std::vector<std::vector<Cell>>& rows) const {
  std::vector<int> out;
  for (const auto& h : head) out.push_back(display_width(h));
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size() && i < out.size(); ++i) out[i] = std::max(out[i], display_width(row[i].text));
  const int room = columns_ - 2 * static_cast<int>(out.size() - 1);
  int total = 0;
  for (const int w : out) total += w;
  while (total > room) {
    const auto widest = std::max_element(out.begin(), out.end());
    if (*widest <= 8) break;
    --*widest, --total;
  }
  return out;
}

void TextLayout::table_row(const std::vector<Cell>& row, const std::vector<int>& widths) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    lines.push_back(i < row.size() ? wrap(row[i].text, widths[i]) : std::vector<std::string>{""});
    height = std::max(height, lines.back().size());
  }
  for (std::size_t l = 0; l < height; ++l) {
    std::string line;
    std::size_t pad = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const std::string text = l < lines[i].size() ? lines[i][l] : "";
      if (!text.empty()) {
        line.append(pad, ' ');
        pad = 0;
        line += styled(text, i < row.size() ? row[i].look : Look::kPlain);
      }
      pad += static_cast<std::size_t>(std::max(0, widths[i] - display_width(text))) + 2;
    }
    out_ += line + "\n";
  }
}

void TextLayout::table(const std::vector<std::string>& head, const std::vector<std::vector<Cell>>& rows) {
  const auto w = widths(head, rows);
  std::vector<Cell> top;
  for (const auto& h : head) top.push_back({h, Look::kSoft});
  table_row(top, w);
  for (const auto& row : rows) table_row(row, w);
}

void TextLayout::blank() { out_ += "\n"; }

}  // namespace attest
