#include "ingest/text_blocks.h"

#include "ingest/block_text.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

class Cutter {
 public:
  Cutter(const HtmlTree& page, const std::vector<bool>& left_out) : page_(page), left_out_(left_out) {}

  std::vector<TextBlock> run() {
    std::vector<Index> open;
    for (Index i = 0; i < page_.size(); ++i) {
      while (!open.empty() && i >= page_.end(open.back())) {
        leave(open.back());
        open.pop_back();
      }
      if (left_out_[i]) {
        i = page_.end(i) - 1;
        continue;
      }
      if (page_.tag(i) == Tag::kText) {
        text(i);
        continue;
      }
      enter(i);
      open.push_back(i);
    }
    cut();
    return std::move(blocks_);
  }

 private:
  void enter(Index i) {
    const Tag tag = page_.tag(i);
    if (tag == Tag::kBr) {
      if (breaks_++ > 0) cut();
      else writer_.line_break();
    } else if (tag == Tag::kA && page_.has(i, Attr::kHref)) {
      ++links_open_;
      ++now_.links;
    } else if (is_block(tag)) {
      cut();
      container_.push_back(i);
    }
    if (tag == Tag::kTr || tag == Tag::kUl || tag == Tag::kOl || tag == Tag::kTable) fresh_ = true;
  }

  void leave(Index i) {
    const Tag tag = page_.tag(i);
    if (tag == Tag::kA && page_.has(i, Attr::kHref)) --links_open_;
    if (!is_block(tag)) return;
    cut();
    container_.pop_back();
  }

  void text(Index i) {
    const std::string_view part = page_.text(i);
    std::uint32_t letters = 0;
    for (const char c : part) letters += static_cast<unsigned char>(c) > 0x20;
    if (letters > 0) {
      breaks_ = 0;
      if (now_.letters == 0) now_.first = i;
    }
    now_.letters += letters;
    if (links_open_ > 0) now_.linked += letters;
    writer_.text(part);
  }

  void cut() {
    breaks_ = 0;
    now_.text = writer_.take();
    writer_ = ParagraphWriter();
    if (!now_.text.empty()) {
      now_.container = container_.empty() ? 0 : container_.back();
      now_.tag = role_of(now_.container);
      now_.joins =
          !fresh_ && (now_.tag == Tag::kLi || now_.tag == Tag::kTd) && !blocks_.empty() && blocks_.back().tag == now_.tag;
      fresh_ = false;
      blocks_.push_back(std::move(now_));
    }
    now_ = TextBlock();
  }

  // A <p> in a list item is a list item; the nearest telling element within five counts.
  Tag role_of(Index i) const {
    const Tag own = page_.tag(i);
    for (int steps = 0; i > 0 && steps < 5; i = page_.parent(i), ++steps) {
      const Tag tag = page_.tag(i);
      if (is_heading(tag) || tag == Tag::kPre || tag == Tag::kFigcaption || tag == Tag::kBlockquote) return tag;
      if (tag == Tag::kLi || tag == Tag::kDd || tag == Tag::kDt) return Tag::kLi;
      if ((tag == Tag::kTd || tag == Tag::kTh) && own != Tag::kP) return Tag::kTd;
      if (tag == Tag::kCaption) return Tag::kFigcaption;
      if (tag == Tag::kArticle || tag == Tag::kMain || tag == Tag::kSection || tag == Tag::kTable) break;
    }
    return own;
  }

  const HtmlTree& page_;
  const std::vector<bool>& left_out_;
  std::vector<TextBlock> blocks_;
  std::vector<Index> container_;
  ParagraphWriter writer_;
  TextBlock now_;
  int links_open_ = 0;
  int breaks_ = 0;
  bool fresh_ = false;
};

}  // namespace

std::vector<TextBlock> text_blocks(const HtmlTree& page, const std::vector<bool>& left_out) {
  return Cutter(page, left_out).run();
}

}  // namespace attest
