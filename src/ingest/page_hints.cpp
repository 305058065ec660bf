#include "ingest/page_hints.h"

#include "ingest/name_hints.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

bool is_never_text(Tag tag) {
  switch (tag) {
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kNav:
    case Tag::kFooter:
    case Tag::kButton:
    case Tag::kSelect:
    case Tag::kTextarea:
    case Tag::kIframe:
    case Tag::kNoscript:
    case Tag::kSvg:
    case Tag::kTemplate:
    case Tag::kHead:
    case Tag::kObject:
    case Tag::kInput:
    case Tag::kDialog:
    case Tag::kMenu:
    case Tag::kOption:
    case Tag::kVideo:
    case Tag::kAudio:
    case Tag::kPicture:
    case Tag::kLabel:
    case Tag::kTitle:
      return true;
    default:
      return false;
  }
}

bool is_display_none(const HtmlTree& page, Index i) {
  const auto style = page.attr(i, Attr::kStyle);
  return style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos;
}

bool is_side_role(std::string_view role) {
  return role == "navigation" || role == "complementary" || role == "banner" || role == "contentinfo" || role == "search" ||
         role == "alert" || role == "menu" || role == "toolbar" || role == "button";
}

Hint hint_of(const HtmlTree& page, Index i, NameHints& hints) {
  const Tag tag = page.tag(i);
  if (tag == Tag::kText || tag == Tag::kBody || tag == Tag::kHtml) return Hint::kNone;
  if (is_never_text(tag) || page.has(i, Attr::kHidden) || page.attr(i, Attr::kAriaHidden) == "true" ||
      page.attr(i, Attr::kRole) == "dialog")
    return Hint::kNever;
  if (tag == Tag::kAside || tag == Tag::kForm || is_display_none(page, i) || is_side_role(page.attr(i, Attr::kRole)))
    return Hint::kNoise;
  if (page.attr(i, Attr::kItemprop) == "articleBody") return Hint::kBody;
  if (page.attr(i, Attr::kItemprop) == "description") return Hint::kLead;
  const Hint by_class = hints.of(page.attr(i, Attr::kClass));
  const Hint by_id = hints.of(page.attr(i, Attr::kId));
  if (tag == Tag::kArticle || tag == Tag::kMain)
    return by_class == Hint::kBody || by_id == Hint::kBody ? Hint::kBody : Hint::kArticle;
  return stronger(by_class, by_id);
}

}  // namespace

std::vector<Hint> page_hints(const HtmlTree& page) {
  std::vector<Hint> out(page.size(), Hint::kNone);
  NameHints hints;
  for (Index i = 1; i < page.size(); ++i) {
    out[i] = hint_of(page, i, hints);
    // A button or menu that is never closed swallows the page.
    const bool swallows = page.tag(i) != Tag::kHead && page.end(i) - i > page.size() / 2;
    if (swallows && (out[i] == Hint::kNever || out[i] == Hint::kNoise || out[i] == Hint::kComments)) out[i] = Hint::kNone;
  }
  return out;
}

}  // namespace attest
