#include "ingest/page_hints.h"

#include <algorithm>
#include <string>

namespace attest {
namespace {

using Index = HtmlTree::Index;

constexpr std::string_view kNoise[] = {
    "comment",  "share",    "social",     "related",  "sidebar",    "promo",      "newsletter", "cookie",    "breadcrumb", "navbar",  "nav-",
    "menu",     "footer",   "widget",     "sponsor",  "advert",     "banner",     "popup",      "modal",     "subscribe",  "signup",  "paywall",
    "toolbar",  "pagination", "recommend", "outbrain", "taboola",   "disqus",     "author-bio", "byline",    "tags",       "read-more", "more-stories",
    "trending", "most-read", "popular",   "skip-link", "print-only", "screen-reader", "sr-only", "hidden",    "metadata",   "timestamp"};
constexpr std::string_view kArticle[] = {"article", "story", "entry", "post", "content", "body", "main", "text", "news"};

bool contains_any(std::string_view text, const std::string_view* begin, const std::string_view* end) {
  return std::any_of(begin, end, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::string names_of(const HtmlTree& page, Index i) {
  std::string names(page.attr(i, Attr::kClass));
  names += ' ';
  names += page.attr(i, Attr::kId);
  std::transform(names.begin(), names.end(), names.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return names;
}

bool is_never_text(Tag tag) {
  switch (tag) {
    case Tag::kScript: case Tag::kStyle: case Tag::kNav: case Tag::kFooter: case Tag::kButton: case Tag::kSelect: case Tag::kTextarea:
    case Tag::kIframe: case Tag::kNoscript: case Tag::kSvg: case Tag::kTemplate: case Tag::kHead: case Tag::kAside: case Tag::kObject:
    case Tag::kInput: case Tag::kDialog: case Tag::kMenu: case Tag::kOption: case Tag::kVideo: case Tag::kAudio: case Tag::kPicture:
      return true;
    default: return false;
  }
}

bool is_hidden(const HtmlTree& page, Index i) {
  if (page.has(i, Attr::kHidden) || page.attr(i, Attr::kAriaHidden) == "true") return true;
  const auto style = page.attr(i, Attr::kStyle);
  return style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos;
}

}  // namespace

bool is_boilerplate(const HtmlTree& page, Index i) {
  const Tag tag = page.tag(i);
  if (tag == Tag::kText || tag == Tag::kBody || tag == Tag::kHtml || i == 0) return false;
  if (is_never_text(tag) || is_hidden(page, i)) return true;
  const auto role = page.attr(i, Attr::kRole);
  if (role == "navigation" || role == "complementary" || role == "banner" || role == "contentinfo" || role == "dialog" || role == "search") return true;
  if (tag == Tag::kArticle || tag == Tag::kMain) return false;
  const std::string names = names_of(page, i);
  return names.size() > 1 && contains_any(names, std::begin(kNoise), std::end(kNoise));
}

double article_hint(const HtmlTree& page, Index i) {
  const Tag tag = page.tag(i);
  if (tag == Tag::kArticle || page.attr(i, Attr::kItemprop) == "articleBody") return 1.5;
  if (tag == Tag::kBody || tag == Tag::kHtml || tag == Tag::kText) return 1;
  const std::string names = names_of(page, i);
  return names.size() > 1 && contains_any(names, std::begin(kArticle), std::end(kArticle)) ? 1.25 : 1;
}

double prose_length(std::string_view text) {
  return static_cast<double>(std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20; }));
}

}  // namespace attest
