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

}  // namespace

std::optional<std::string> meta_content(const HtmlTree& page, std::initializer_list<std::string_view> names) {
  for (const auto name : names)
    for (Index i = 1; i < page.size(); ++i) {
      if (page.tag(i) != Tag::kMeta) continue;
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

std::string names_of(const HtmlTree& page, Index i) {
  std::string names(page.attr(i, Attr::kClass));
  names += ' ';
  names += page.attr(i, Attr::kId);
  std::transform(names.begin(), names.end(), names.begin(), lower);
  return names;
}

bool stands_aside(const HtmlTree& page, Index i) {
  static constexpr std::string_view kAside[] = {"comment",   "sidebar",     "related",     "recommend",   "popular",
                                                "most-read", "site-footer", "page-footer", "recent-posts"};
  for (; i > 0; i = page.parent(i)) {
    const Tag tag = page.tag(i);
    if (tag == Tag::kNav || tag == Tag::kFooter || tag == Tag::kAside) return true;
    if (tag == Tag::kBody || tag == Tag::kHtml) return false;
    const std::string names = names_of(page, i);
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
    const std::string names = " " + names_of(page, i) + " ";
    for (const auto name : kComments)
      if (const std::size_t at = names.find(name);
          at != std::string::npos && names[at - 1] == ' ' && names[at + name.size()] == ' ')
        return true;
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
