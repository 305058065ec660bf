#include "ingest/page_parts.h"

#include <algorithm>

#include "ingest/ascii.h"
#include "ingest/block_text.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

bool same(std::string_view text, std::string_view lower_name) {
  return text.size() == lower_name.size() &&
         std::equal(text.begin(), text.end(), lower_name.begin(), [](char a, char b) { return lower(a) == b; });
}

// Whether the word stands in the list of words, spaces around it.
bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> meta_content(const HtmlTree& page, std::initializer_list<std::string_view> names) {
  for (const auto name : names)
    for (const Index i : page.metas()) {
      if (!same(page.attr(i, Attr::kProperty), name) && !same(page.attr(i, Attr::kName), name) &&
          !same(page.attr(i, Attr::kItemprop), name))
        continue;
      if (auto value = known(fold_space(page.attr(i, Attr::kContent)))) return value;
    }
  return std::nullopt;
}

std::optional<std::string> page_address(const HtmlTree& page) {
  for (Index i = 1; i < page.size(); ++i)
    if (page.tag(i) == Tag::kLink && same(page.attr(i, Attr::kRel), "canonical") && page.attr(i, Attr::kHref).starts_with("http"))
      return known(page.attr(i, Attr::kHref));
  return meta_content(page, {"og:url"});
}

std::string_view names_of(const HtmlTree& page, Index i) { return page.attr(i, Attr::kNames); }

bool stands_aside(const HtmlTree& page, Index i) {
  static constexpr std::string_view kAside[] = {"comment",   "sidebar",     "related",     "recommend",   "popular",
                                                "most-read", "site-footer", "page-footer", "recent-posts"};
  for (; i > 0; i = page.parent(i)) {
    const Tag tag = page.tag(i);
    if (tag == Tag::kNav || tag == Tag::kFooter || tag == Tag::kAside) return true;
    if (tag == Tag::kBody || tag == Tag::kHtml) return false;
    const std::string_view names = names_of(page, i);
    if (std::any_of(std::begin(kAside), std::end(kAside), [&](std::string_view w) { return names.find(w) != std::string::npos; }))
      return true;
  }
  return false;
}

bool in_comments(const HtmlTree& page, Index i) {
  static constexpr std::string_view kComments[] = {"comments",      "commentlist",  "comment-list",    "comments-area",
                                                   "comment",       "comment-body", "comment-content", "respond",
                                                   "related-posts", "related",      "related_posts",   "comment-author"};
  for (; i > 0; i = page.parent(i)) {
    if (page.tag(i) == Tag::kFooter || page.tag(i) == Tag::kNav) return true;
    if (page.tag(i) == Tag::kBody) return false;
    const std::string_view names = names_of(page, i);
    for (const auto name : kComments)
      if (has_word(names, name)) return true;
  }
  return false;
}

std::string letters_only(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80)) out += c;
    else if (c >= 'A' && c <= 'Z') out += lower(c);
  }
  return out;
}

}  // namespace attest
