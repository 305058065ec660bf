// Takes the container that holds most of the page's prose and little else, and drops what in it is no prose.
#include <algorithm>
#include <set>
#include <vector>

#include "ingest/block_kinds.h"
#include "ingest/block_text.h"
#include "ingest/main_text.h"
#include "ingest/page_parts.h"
#include "ingest/page_prose.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

class ProseExtraction {
 public:
  ProseExtraction(const HtmlTree& page, const std::string& headline) : page_(page), prose_(page, headline) {}

  std::string run(bool whole) {
    const Index report = prose_.find_report();
    std::string text = write(whole ? 0 : report);
    if (!text.empty()) return text;
    // No prose at all: what the page shows, without its navigation.
    prose_.keep_all();
    return write_all();
  }

 private:
  bool is_kept(const TextBlock& block) const {
    if (block.tag == Tag::kFigcaption || (block.letters < 2 && block.tag != Tag::kTd)) return false;
    return block.link_share() <= 0.6 || block.letters - block.linked >= 80;
  }

  // The blocks of the text, in order: those of the root from its first prose to its last, and the lead above it.
  std::vector<const TextBlock*> chosen(Index root) const {
    std::vector<const TextBlock*> inside;
    for (const auto& block : prose_.blocks())
      if (block.first >= root && block.first < page_.end(root) && is_kept(block)) inside.push_back(&block);
    const auto is_prose = [](const TextBlock* block) { return prose(*block) > 0; };
    const auto first = std::find_if(inside.begin(), inside.end(), is_prose);
    const auto last = std::find_if(inside.rbegin(), inside.rend(), is_prose).base();
    std::vector<const TextBlock*> out;
    for (auto it = inside.begin(); it != inside.end(); ++it) {
      if (is_title(**it) || is_label(**it) || (is_heading((*it)->tag) && heads_nothing(**it))) continue;
      if (it < first && !opens(**it)) continue;
      if (it >= last && !closes(**it)) continue;
      out.push_back(*it);
    }
    return out;
  }

  // A heading whose content has all been left out, up to the next heading.
  bool heads_nothing(const TextBlock& heading) const {
    const TextBlock* next = &heading + 1;
    const TextBlock* end = prose_.blocks().data() + prose_.blocks().size();
    if (next == end || is_kept(*next)) return false;
    while (next != end && !is_kept(*next)) ++next;
    return next == end || is_heading(next->tag);
  }

  // What may stand before the first prose: a lead set as a heading, list items; not a date, a rubric or a name.
  static bool opens(const TextBlock& block) {
    if (block.tag == Tag::kLi || block.tag == Tag::kTd || block.tag == Tag::kBlockquote) return block.links == 0;
    return block.letters >= 40 && block.tag != Tag::kH1;
  }
  // What may stand after the last prose: rows of figures, a last short sentence; not a heading with nothing below it.
  static bool closes(const TextBlock& block) {
    if (is_heading(block.tag)) return false;
    if (block.tag == Tag::kLi || block.tag == Tag::kTd || block.tag == Tag::kBlockquote) return block.link_share() < 0.3;
    return block.links == 0 && block.letters >= 8;
  }

  // A heading or a first line that says what <title> says.
  bool is_title(const TextBlock& block) const {
    if (!is_heading(block.tag) && block.letters > 200) return false;
    return prose_.is_title(block.text);
  }
  // The lead often stands above the body, in a header of its own: after the title, before the root; called so or said by <meta>
  // too.
  std::vector<const TextBlock*> leads(Index root) const {
    std::vector<const TextBlock*> out;
    for (const auto& block : prose_.blocks()) {
      if (block.first >= root) break;
      if (block.tag == Tag::kH1 || (is_heading(block.tag) && prose_.is_title(block.text))) out.clear();
      else if (is_kept(block) && block.links == 0 && block.letters >= 40 && !prose_.is_title(block.text) && is_lead(block))
        out.push_back(&block);
    }
    if (out.size() > 3) out.clear();
    return out;
  }
  bool is_lead(const TextBlock& block) const {
    const std::string key = letters_only(block.text);
    if (prose_.description_key().size() >= 40 && key.size() >= 40 && (key.starts_with(prose_.description_key().substr(0, 40))))
      return true;
    Index i = block.container;
    for (int steps = 0; i > 0 && steps < 4; i = page_.parent(i), ++steps)
      if (prose_.hint(i) == Hint::kLead) return true;
    return false;
  }

  std::string write(Index root) const {
    const auto inside = chosen(root);
    std::set<std::string_view> seen;
    for (const TextBlock* block : inside) seen.insert(block->text);
    std::vector<const TextBlock*> all;
    for (const TextBlock* lead : leads(root))
      if (seen.insert(lead->text).second) all.push_back(lead);
    all.insert(all.end(), inside.begin(), inside.end());
    return written(all);
  }
  std::string write_all() const {
    std::vector<const TextBlock*> all;
    for (const auto& block : prose_.blocks())
      if (is_kept(block) && block.links == 0 && !is_title(block)) all.push_back(&block);
    return written(all);
  }
  static std::string written(const std::vector<const TextBlock*>& blocks) {
    ParagraphWriter out;
    for (const TextBlock* block : blocks) {
      if (block->joins) out.line_break();
      else out.paragraph();
      std::size_t begin = 0;
      for (std::size_t end = 0; end != std::string::npos; begin = end + 1) {
        end = block->text.find('\n', begin);
        if (begin > 0) out.line_break();
        out.text(std::string_view(block->text).substr(begin, end == std::string::npos ? end : end - begin));
      }
    }
    return out.take();
  }

  const HtmlTree& page_;
  PageProse prose_;
};

class ProseMainText final : public MainText {
 public:
  explicit ProseMainText(bool whole) : whole_(whole) {}
  std::string extract(const HtmlTree& page, const std::string& headline) const override {
    return ProseExtraction(page, headline).run(whole_);
  }

 private:
  bool whole_;
};

}  // namespace

std::unique_ptr<MainText> prose_main_text() { return std::make_unique<ProseMainText>(false); }
std::unique_ptr<MainText> letter_main_text() { return std::make_unique<ProseMainText>(true); }

}  // namespace attest
