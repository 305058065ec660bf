// Scores containers by the prose that lies in them, takes the best one and drops what in it is not prose.
#include <algorithm>
#include <vector>

#include "ingest/block_text.h"
#include "ingest/main_text.h"
#include "ingest/page_hints.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

class DensityExtraction {
 public:
  explicit DensityExtraction(const HtmlTree& page) : page_(page), letters_(page.size()), linked_(page.size()), score_(page.size()), dropped_(page.size()) {}

  std::string run() {
    drop();
    measure();
    score();
    return write(best());
  }

 private:
  // What is never part of a report, with all that lies below it.
  void drop() {
    for (Index i = 0; i < page_.size(); ++i) {
      if (!is_boilerplate(page_, i)) continue;
      std::fill(dropped_.begin() + i, dropped_.begin() + page_.end(i), true);
      i = page_.end(i) - 1;
    }
  }

  // Characters below each node, and those of them that lie in links. Children come after parents, so going backwards adds up.
  void measure() {
    for (Index i = page_.size(); i-- > 1;) {
      if (dropped_[i]) continue;
      if (page_.tag(i) == Tag::kText) letters_[i] = prose_length(page_.text(i));
      if (page_.tag(i) == Tag::kA) linked_[i] = letters_[i];
      letters_[page_.parent(i)] += letters_[i];
      linked_[page_.parent(i)] += linked_[i];
    }
  }

  // A paragraph speaks for its container, half as much for the one around that.
  void score() {
    for (Index i = 1; i < page_.size(); ++i) {
      if (dropped_[i] || !is_paragraph(i)) continue;
      const double prose = letters_[i] - 2.0 * linked_[i];
      if (prose < 25) continue;
      const double points = 1 + std::min(prose, 1000.0) / 60;
      const Index parent = page_.parent(i);
      score_[parent] += points;
      if (parent > 0) score_[page_.parent(parent)] += points * 0.6;
    }
    for (Index i = 1; i < page_.size(); ++i) score_[i] *= article_hint(page_, i) * (letters_[i] > 0 ? 1 - linked_[i] / letters_[i] : 0);
  }

  bool is_paragraph(Index i) const {
    const Tag tag = page_.tag(i);
    if (tag == Tag::kP || tag == Tag::kPre || tag == Tag::kBlockquote || tag == Tag::kLi || tag == Tag::kDd) return true;
    if (tag != Tag::kDiv && tag != Tag::kTd && tag != Tag::kSection && tag != Tag::kArticle && tag != Tag::kText) return false;
    if (tag == Tag::kText) return is_block(page_.tag(page_.parent(i))) && !is_paragraph_tag(page_.tag(page_.parent(i)));
    return false;
  }
  static bool is_paragraph_tag(Tag tag) {
    return tag == Tag::kP || tag == Tag::kPre || tag == Tag::kBlockquote || tag == Tag::kLi || tag == Tag::kDd || is_heading(tag);
  }

  Index best() const { return static_cast<Index>(std::max_element(score_.begin(), score_.end()) - score_.begin()); }

  bool is_link_list(Index i) const {
    const Tag tag = page_.tag(i);
    if (tag != Tag::kUl && tag != Tag::kOl && tag != Tag::kDiv && tag != Tag::kP && tag != Tag::kTable && tag != Tag::kSection) return false;
    return letters_[i] > 0 && linked_[i] / letters_[i] > 0.6;
  }

  std::string write(Index root) const {
    ParagraphWriter out;
    std::vector<Index> open;
    for (Index i = root; i < page_.end(root); ++i) {
      while (!open.empty() && i >= page_.end(open.back())) {
        close(page_.tag(open.back()), out);
        open.pop_back();
      }
      if (dropped_[i] || is_link_list(i) || page_.tag(i) == Tag::kFigcaption) {
        i = page_.end(i) - 1;
        continue;
      }
      const Tag tag = page_.tag(i);
      if (tag == Tag::kText) out.text(page_.text(i));
      else if (tag == Tag::kBr) out.line_break();
      else if (is_block(tag)) close(tag, out), open.push_back(i);
    }
    return out.take();
  }

  static void close(Tag tag, ParagraphWriter& out) {
    if (tag == Tag::kTd || tag == Tag::kTh) out.text(" ");
    else if (tag == Tag::kTr || tag == Tag::kLi) out.line_break();
    else out.paragraph();
  }

  const HtmlTree& page_;
  std::vector<double> letters_;
  std::vector<double> linked_;
  std::vector<double> score_;
  std::vector<bool> dropped_;
};

class DensityMainText final : public MainText {
 public:
  std::string extract(const HtmlTree& page) const override { return page.size() > 1 ? DensityExtraction(page).run() : std::string(); }
};

}  // namespace

std::unique_ptr<MainText> density_main_text() { return std::make_unique<DensityMainText>(); }

}  // namespace attest
