#pragma once
// Where the prose of a page lies: how much of it below each node, what is left out as noise or as another article, and the part
// that is the report.
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"
#include "ingest/page_hints.h"
#include "ingest/text_blocks.h"

namespace attest {

class PageProse {
 public:
  using Index = HtmlTree::Index;

  // `headline` is the page's title as a heading of it has it, may be empty.
  PageProse(const HtmlTree& page, const std::string& headline);

  // Leaves out noise and other articles, and gives the part that holds the report.
  Index find_report();
  // Cuts the page again with nothing left out but what is never text.
  void keep_all();

  const std::vector<TextBlock>& blocks() const { return blocks_; }
  Hint hint(Index i) const { return hints_[i]; }
  // Whether the text says what <title> or the headline says.
  bool is_title(std::string_view text) const;
  // What <meta> says of the page, letters only; "" where it says nothing.
  const std::string& description_key() const { return description_key_; }

 private:
  void cut();
  void leave_out_noise();
  Index article_around(Index i) const;
  bool has_named_article() const;
  bool holds_article(Index i) const { return marks_[page_.end(i)] > marks_[i + 1]; }
  void count_marks();
  bool holds_post(Index i) const;
  bool leave_out_other_articles(Index root);
  bool holds_title(Index root) const;
  Index titled_article() const;
  bool is_body_alone() const;
  Index root() const;

  const HtmlTree& page_;
  std::string headline_key_;
  std::vector<Hint> hints_;
  std::vector<bool> left_out_;
  std::vector<TextBlock> blocks_;
  std::vector<double> prose_;         // letters of prose below each node
  std::vector<double> all_;           // letters of any kind
  std::vector<std::uint32_t> marks_;  // how many before each node say that the article is near
  std::string title_key_;
  std::string description_key_;
  std::vector<Index> titles_;  // headings that say the page's title, in order
};

}  // namespace attest
