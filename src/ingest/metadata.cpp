#include "ingest/metadata.h"

#include "ingest/byline.h"
#include "ingest/headline.h"
#include "ingest/linked_data.h"
#include "ingest/page_credits.h"
#include "ingest/page_dates.h"
#include "ingest/page_parts.h"
#include "ingest/published.h"
#include "ingest/report_parts.h"

namespace attest {

PageMetadata page_metadata(const HtmlTree& page, const LinkedData& linked, std::string_view html) {
  PageMetadata out;
  out.url = page_address(page);
  if (!out.url) out.url = linked.url;
  out.outlet = meta_content(page, {"og:site_name"});
  if (!out.outlet) out.outlet = linked.publisher;
  if (!out.outlet) out.outlet = meta_content(page, {"application-name", "dc.publisher", "dcterms.publisher", "publisher"});
  out.title = headline_of(page, linked);
  out.byline = byline_of(page, linked, out.outlet);
  out.modified = modified_of(page, linked);
  out.section = section_of(page, linked);
  out.published = published_of(page, linked, out.title, html);
  for (HtmlTree::Index i = 1; i < page.size() && out.language.empty(); ++i)
    if (page.tag(i) == Tag::kHtml) out.language = language_code(page.attr(i, Attr::kLang));
  return out;
}

}  // namespace attest
