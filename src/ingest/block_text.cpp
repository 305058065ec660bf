#include "ingest/block_text.h"

namespace attest {
namespace {

// White space of HTML, and the no-break and zero-width spaces that pages are full of. Returns its size in bytes, 0 where none.
std::size_t space_at(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c <= 0x20) return 1;
  if (c == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0xA0) return 2;
  const auto three = text.substr(at, 3);
  if (c == 0xE2 && (three == "\xE2\x80\x8B" || three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" || three == "\xE2\x80\xAF"))
    return 3;
  if (c == 0xEF && three == "\xEF\xBB\xBF") return 3;
  return 0;
}

}  // namespace

void ParagraphWriter::text(std::string_view part) {
  std::size_t at = 0;
  while (at < part.size()) {
    if (const std::size_t size = space_at(part, at)) {
      widen(Gap::kSpace);
      at += size;
      continue;
    }
    std::size_t end = at + 1;
    while (end < part.size() && space_at(part, end) == 0) ++end;
    if (!out_.empty() && gap_ != Gap::kNone) out_ += gap_ == Gap::kSpace ? " " : gap_ == Gap::kLine ? "\n" : "\n\n";
    gap_ = Gap::kNone;
    out_ += part.substr(at, end - at);
    at = end;
  }
}

void ParagraphWriter::line_break() { widen(Gap::kLine); }
void ParagraphWriter::paragraph() { widen(Gap::kParagraph); }
std::string ParagraphWriter::take() { return std::move(out_); }

std::string folded_text(const HtmlTree& page, HtmlTree::Index node) {
  ParagraphWriter writer;
  for (auto i = node; i < page.end(node); ++i) {
    if (page.tag(i) == Tag::kText) writer.text(page.text(i));
    else if (is_block(page.tag(i)) || page.tag(i) == Tag::kBr) writer.text(" ");
  }
  return writer.take();
}

std::string fold_space(std::string_view text) {
  ParagraphWriter writer;
  writer.text(text);
  return writer.take();
}

}  // namespace attest
