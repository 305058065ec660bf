#include "ingest/page_prose.h"

#include <algorithm>

#include "ingest/block_kinds.h"
#include "ingest/block_text.h"
#include "ingest/page_parts.h"

namespace attest {
namespace {

constexpr double kMostOfThePage = 0.4;

}  // namespace

PageProse::PageProse(const HtmlTree& page, const std::string& headline)
    : page_(page), headline_key_(letters_only(headline)), hints_(page_hints(page)), left_out_(page.size()) {
  for (Index i = 1; i < page.size(); ++i) {
    if (page.tag(i) == Tag::kTitle && title_key_.empty()) title_key_ = letters_only(folded_text(page, i));
    if (page.tag(i) == Tag::kMeta &&
        (page.attr(i, Attr::kName) == "description" || page.attr(i, Attr::kProperty) == "og:description"))
      description_key_ = letters_only(page.attr(i, Attr::kContent));
  }
  for (Index i = 1; i < page.size(); ++i)
    if (is_heading(page.tag(i)) && page.end(i) - i < 100 && is_title(folded_text(page, i))) titles_.push_back(i);
}

PageProse::Index PageProse::find_report() {
  for (Index i = 0; i < page_.size(); ++i) left_out_[i] = hints_[i] == Hint::kNever;
  cut();
  leave_out_noise();
  cut();
  const Index best = root();
  if (!leave_out_other_articles(best)) return best;
  cut();
  return root();
}

void PageProse::keep_all() {
  for (Index i = 0; i < page_.size(); ++i) left_out_[i] = hints_[i] == Hint::kNever;
  cut();
}

bool PageProse::is_title(std::string_view text) const {
  const std::string key = letters_only(text);
  if (!key.empty() && key == headline_key_) return true;
  return key.size() >= 12 && title_key_.find(key) != std::string::npos && key.size() * 2 > title_key_.size();
}

// Parts that call themselves noise, unless most of the prose of the article around them, or else of the page, is in them.
void PageProse::leave_out_noise() {
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
PageProse::Index PageProse::article_around(Index i) const {
  for (i = page_.parent(i); i > 0; i = page_.parent(i))
    if (hints_[i] == Hint::kBody || page_.tag(i) == Tag::kArticle) return i;
  return 0;
}

bool PageProse::has_named_article() const {
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

void PageProse::count_marks() {
  marks_.assign(page_.size() + 1, 0);
  for (Index i = 0; i < page_.size(); ++i) {
    const bool main = page_.tag(i) == Tag::kArticle && prose_[i] > 0.5 * prose_[0];
    marks_[i + 1] = marks_[i] + (hints_[i] == Hint::kBody || page_.tag(i) == Tag::kH1 || main);
  }
}
// A post of a social network that the report shows.
bool PageProse::holds_post(Index i) const {
  if (page_.end(i) - i > 60) return false;
  for (Index j = i; j < page_.end(i); ++j)
    if (page_.tag(j) == Tag::kBlockquote && page_.attr(j, Attr::kClass).find("tweet") != std::string_view::npos) return true;
  return false;
}

// Pages go on with other articles below the first. Where the root holds several, the one whose heading says what <title> says
// stays, else the first; articles within an article that has prose of its own are cards and comments.
bool PageProse::leave_out_other_articles(Index root) {
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

bool PageProse::holds_title(Index root) const {
  const auto it = std::lower_bound(titles_.begin(), titles_.end(), root);
  return it != titles_.end() && *it < page_.end(root);
}

// Blocks, and for each node how much prose and how much text of any kind lies below it.
void PageProse::cut() {
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
PageProse::Index PageProse::titled_article() const {
  for (Index i = page_.size(); i-- > 1;)
    if (page_.tag(i) == Tag::kArticle && prose_[i] >= 150 && !left_out_[i] && holds_title(i)) return i;
  return 0;
}

// Whether only one part calls itself the article's body.
bool PageProse::is_body_alone() const {
  int bodies = 0;
  for (Index i = 1; i < page_.size();) {
    const bool body = hints_[i] == Hint::kBody && prose_[i] > 0 && !left_out_[i];
    bodies += body;
    i = body || left_out_[i] ? page_.end(i) : i + 1;
  }
  return bodies == 1;
}

// The node for which share of the page's prose and purity are best together (their harmonic mean).
PageProse::Index PageProse::root() const {
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

}  // namespace attest
