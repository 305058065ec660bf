// Takes the container that holds most of the page's prose and little else, and drops what in it is no prose.
#include <algorithm>
#include <set>
#include <vector>

#include "ingest/block_kinds.h"
#include "ingest/block_text.h"
#include "ingest/main_text.h"
#include "ingest/page_hints.h"
#include "ingest/page_parts.h"
#include "ingest/text_blocks.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

constexpr double kMostOfThePage = 0.4;

class ProseExtraction {
 public:
  ProseExtraction(const HtmlTree& page, const std::string& headline)
      : page_(page), headline_key_(letters_only(headline)), hints_(page_hints(page)), left_out_(page.size()) {
    for (Index i = 1; i < page.size(); ++i) {
      if (page.tag(i) == Tag::kTitle && title_key_.empty()) title_key_ = letters_only(folded_text(page, i));
      if (page.tag(i) == Tag::kMeta &&
          (page.attr(i, Attr::kName) == "description" || page.attr(i, Attr::kProperty) == "og:description"))
        description_key_ = letters_only(page.attr(i, Attr::kContent));
    }
    for (Index i = 1; i < page.size(); ++i)
      if (is_heading(page.tag(i)) && page.end(i) - i < 100 && is_title_text(folded_text(page, i))) titles_.push_back(i);
  }

  std::string run() {
    for (Index i = 0; i < page_.size(); ++i) left_out_[i] = hints_[i] == Hint::kNever;
    cut();
    leave_out_noise();
    cut();
    Index best = root();
    if (leave_out_other_articles(best)) {
      cut();
      best = root();
    }
    std::string text = write(best);
    if (!text.empty()) return text;
    // No prose at all: what the page shows, without its navigation.
    std::fill(left_out_.begin(), left_out_.end(), false);
    for (Index i = 0; i < page_.size(); ++i) left_out_[i] = hints_[i] == Hint::kNever;
    cut();
    return write_all();
  }

 private:
  // Parts that call themselves noise, unless most of the prose of the article around them, or else of the page, is in them.
  void leave_out_noise() {
    const bool named = has_named_article();
    count_marks();
    for (Index i = 0; i < page_.size(); ++i) {
      if (hints_[i] == Hint::kComments) left_out_[i] = !holds_article(i);
      if (hints_[i] != Hint::kNoise || holds_post(i)) continue;
      const Index around = article_around(i);
      const bool little = prose_[i] < kMostOfThePage * prose_[around];
      left_out_[i] = (little || (around == 0 && named)) && !holds_article(i);
    }
  }
  // The nearest element above that calls itself the article; the page where there is none.
  Index article_around(Index i) const {
    for (i = page_.parent(i); i > 0; i = page_.parent(i))
      if (hints_[i] == Hint::kBody || page_.tag(i) == Tag::kArticle) return i;
    return 0;
  }
  bool has_named_article() const {
    double outside = 0;
    for (Index i = 1; i < page_.size();) {
      if (hints_[i] == Hint::kNoise || hints_[i] == Hint::kComments || left_out_[i]) {
        i = page_.end(i);
        continue;
      }
      if (hints_[i] == Hint::kBody || page_.tag(i) == Tag::kArticle) outside = std::max(outside, prose_[i]);
      ++i;
    }
    return outside > 0.2 * prose_[0];
  }
  // Whether the article's body or a first heading lies below; each node is asked, so the answer comes from counts.
  bool holds_article(Index i) const { return marks_[page_.end(i)] > marks_[i + 1]; }
  void count_marks() {
    marks_.assign(page_.size() + 1, 0);
    for (Index i = 0; i < page_.size(); ++i) {
      const bool main = page_.tag(i) == Tag::kArticle && prose_[i] > 0.5 * prose_[0];
      marks_[i + 1] = marks_[i] + (hints_[i] == Hint::kBody || page_.tag(i) == Tag::kH1 || main);
    }
  }
  // A post of a social network that the report shows.
  bool holds_post(Index i) const {
    if (page_.end(i) - i > 60) return false;
    for (Index j = i; j < page_.end(i); ++j)
      if (page_.tag(j) == Tag::kBlockquote && page_.attr(j, Attr::kClass).find("tweet") != std::string_view::npos) return true;
    return false;
  }

  // Pages go on with other articles below the first. Where the root holds several, the one whose heading says what <title> says
  // stays, else the first; articles within an article that has prose of its own are cards and comments.
  bool leave_out_other_articles(Index root) {
    std::vector<Index> articles;
    double inside = 0;
    for (Index i = root + 1; i < page_.end(root); ++i) {
      if (page_.tag(i) != Tag::kArticle || left_out_[i] || prose_[i] <= 0) continue;
      articles.push_back(i);
      inside += prose_[i];
      i = page_.end(i) - 1;
    }
    if (articles.empty()) return false;
    const bool cards = inside < 0.5 * prose_[root];
    const auto main = std::find_if(articles.begin(), articles.end(), [&](Index i) { return holds_title(i); });
    const bool beside = main == articles.end() && holds_title(root) && prose_[root] - inside >= 100;
    if (!cards && !beside && (articles.size() < 2 || main == articles.end())) return false;
    bool any = false;
    for (const Index i : articles) {
      if ((main != articles.end() && i == *main) || (!beside && holds_article(i))) continue;
      left_out_[i] = any = true;
    }
    return any;
  }
  bool holds_title(Index root) const {
    const auto it = std::lower_bound(titles_.begin(), titles_.end(), root);
    return it != titles_.end() && *it < page_.end(root);
  }

  // Blocks, and for each node how much prose and how much text of any kind lies below it.
  void cut() {
    blocks_ = text_blocks(page_, left_out_);
    prose_.assign(page_.size(), 0);
    all_.assign(page_.size(), 0);
    for (const auto& block : blocks_) {
      prose_[block.container] += prose(block);
      all_[block.container] += block.letters;
    }
    for (Index i = page_.size(); i-- > 1;) {
      prose_[page_.parent(i)] += prose_[i];
      all_[page_.parent(i)] += all_[i];
    }
  }

  // The innermost <article> that holds the page's title and prose; 0 where there is none.
  Index titled_article() const {
    for (Index i = page_.size(); i-- > 1;)
      if (page_.tag(i) == Tag::kArticle && prose_[i] >= 150 && !left_out_[i] && holds_title(i)) return i;
    return 0;
  }

  // Whether only one part calls itself the article's body.
  bool is_body_alone() const {
    int bodies = 0;
    for (Index i = 1; i < page_.size();) {
      const bool body = hints_[i] == Hint::kBody && prose_[i] > 0 && !left_out_[i];
      bodies += body;
      i = body || left_out_[i] ? page_.end(i) : i + 1;
    }
    return bodies == 1;
  }

  // The node for which share of the page's prose and purity are best together (their harmonic mean).
  Index root() const {
    const double body_weight = is_body_alone() ? 2 : 1.5;
    const Index titled = titled_article();
    Index best = 0;
    double most = 0;
    for (Index i = 0; i < page_.size(); ++i) {
      if (prose_[i] <= 0) continue;
      const double share = prose_[i] / prose_[0];
      const double purity = prose_[i] / all_[i];
      double score = 2 * share * purity / (share + purity);
      if (hints_[i] == Hint::kBody) score *= body_weight;
      else if (page_.tag(i) == Tag::kArticle) score *= titled == 0 ? 1.25 : i == titled ? 2 : 1;
      else if (hints_[i] == Hint::kArticle) score *= 1.05;
      if (score > most) {
        most = score;
        best = i;
      }
    }
    return best;
  }

  bool is_kept(const TextBlock& block) const {
    if (block.tag == Tag::kFigcaption || (block.letters < 2 && block.tag != Tag::kTd)) return false;
    return block.link_share() <= 0.6 || block.letters - block.linked >= 80;
  }

  // The blocks of the text, in order: those of the root from its first prose to its last, and the lead above it.
  std::vector<const TextBlock*> chosen(Index root) const {
    std::vector<const TextBlock*> inside;
    for (const auto& block : blocks_)
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
    const TextBlock* end = blocks_.data() + blocks_.size();
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
    return is_title_text(block.text);
  }
  bool is_title_text(std::string_view text) const {
    const std::string key = letters_only(text);
    if (!key.empty() && key == headline_key_) return true;
    return key.size() >= 12 && title_key_.find(key) != std::string::npos && key.size() * 2 > title_key_.size();
  }

  // The lead often stands above the body, in a header of its own: after the title, before the root; called so or said by <meta>
  // too.
  std::vector<const TextBlock*> leads(Index root) const {
    std::vector<const TextBlock*> out;
    for (const auto& block : blocks_) {
      if (block.first >= root) break;
      if (block.tag == Tag::kH1 || (is_heading(block.tag) && is_title_text(block.text))) out.clear();
      else if (is_kept(block) && block.links == 0 && block.letters >= 40 && !is_title_text(block.text) && is_lead(block))
        out.push_back(&block);
    }
    if (out.size() > 3) out.clear();
    return out;
  }
  bool is_lead(const TextBlock& block) const {
    const std::string key = letters_only(block.text);
    if (description_key_.size() >= 40 && key.size() >= 40 && (key.starts_with(description_key_.substr(0, 40)))) return true;
    Index i = block.container;
    for (int steps = 0; i > 0 && steps < 4; i = page_.parent(i), ++steps)
      if (hints_[i] == Hint::kLead) return true;
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
    for (const auto& block : blocks_)
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
  std::string headline_key_;
  std::vector<Hint> hints_;
  std::vector<bool> left_out_;
  std::vector<TextBlock> blocks_;
  std::vector<double> prose_;
  std::vector<double> all_;
  std::vector<std::uint32_t> marks_;  // how many before each node say that the article is near
  std::string title_key_;
  std::string description_key_;
  std::vector<Index> titles_;  // headings that say the page's title, in order
};

class ProseMainText final : public MainText {
 public:
  std::string extract(const HtmlTree& page, const std::string& headline) const override {
    return ProseExtraction(page, headline).run();
  }
};

}  // namespace

std::unique_ptr<MainText> prose_main_text() { return std::make_unique<ProseMainText>(); }

}  // namespace attest
