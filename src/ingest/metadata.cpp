#include "ingest/metadata.h"

#include "ingest/block_text.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

// The content of the first <meta> whose property, name or itemprop is one of the names, in the order of the names.
std::optional<std::string> meta(const HtmlTree& page, std::initializer_list<std::string_view> names) {
  for (const auto name : names)
    for (Index i = 1; i < page.size(); ++i) {
      if (page.tag(i) != Tag::kMeta) continue;
      if (page.attr(i, Attr::kProperty) != name && page.attr(i, Attr::kName) != name && page.attr(i, Attr::kItemprop) != name)
        continue;
      if (auto value = known(fold_space(page.attr(i, Attr::kContent)))) return value;
    }
  return std::nullopt;
}

std::optional<std::string> first_text(const HtmlTree& page, Tag tag) {
  for (Index i = 1; i < page.size(); ++i)
    if (page.tag(i) == tag)
      if (auto value = known(folded_text(page, i))) return value;
  return std::nullopt;
}

}  // namespace

PageMetadata page_metadata(const HtmlTree& page, std::string_view) {
  PageMetadata out;
  out.title = meta(page, {"og:title", "twitter:title", "dc.title", "DC.title"});
  if (!out.title) out.title = first_text(page, Tag::kH1);
  if (!out.title) out.title = first_text(page, Tag::kTitle);
  out.outlet = meta(page, {"og:site_name", "application-name", "dc.publisher"});
  out.byline = meta(page, {"author", "article:author", "dc.creator", "byl", "sailthru.author"});
  const auto day = meta(page, {"article:published_time", "datePublished", "pubdate", "date", "dc.date", "sailthru.date"});
  if (day && Date::parse(*day)) out.published = day;
  out.url = meta(page, {"og:url"});
  for (Index i = 1; i < page.size(); ++i) {
    if (page.tag(i) == Tag::kLink && page.attr(i, Attr::kRel) == "canonical" && !page.attr(i, Attr::kHref).empty())
      out.url = std::string(page.attr(i, Attr::kHref));
    if (page.tag(i) == Tag::kHtml && out.language.empty()) out.language = language_code(page.attr(i, Attr::kLang));
  }
  return out;
}

}  // namespace attest
