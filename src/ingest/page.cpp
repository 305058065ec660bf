// A web page as a report.
#include "ingest/block_text.h"
#include "ingest/captions.h"
#include "ingest/encoding.h"
#include "ingest/formats.h"
#include "ingest/html_tree.h"
#include "ingest/main_text.h"
#include "ingest/metadata.h"
#include "ingest/page_credits.h"
#include "ingest/page_parts.h"
#include "ingest/report_parts.h"

namespace attest {

namespace {

// Pages drawn by scripts have their text in JSON-LD alone; where both have it, the page's own paragraphs are kept.
std::string fuller_text(std::string text, const std::string& linked_body, const IngestOptions& options) {
  if (linked_body.size() < 250 || text.size() * 2 > linked_body.size()) return text;
  if (linked_body.find("</") == std::string::npos) return linked_body;
  const auto page = HtmlTree::parse(linked_body, options.max_depth, "");
  if (!page) return text;
  std::string body = prose_main_text()->extract(*page, "");
  return body.size() > text.size() ? body : text;
}

// A piece of a page, as entries of feeds are: it has no head.
bool is_fragment(const HtmlTree& page) {
  for (HtmlTree::Index i = 1; i < page.size(); ++i)
    if (page.tag(i) == Tag::kTitle || page.tag(i) == Tag::kMeta) return false;
  return true;
}

// What a piece shows where nothing in it is prose: all of it, links too.
std::string shown_text(const HtmlTree& page) {
  ParagraphWriter writer;
  for (HtmlTree::Index i = 1; i < page.size(); ++i) {
    if (page.tag(i) == Tag::kText) writer.text(page.text(i));
    else if (is_block(page.tag(i))) writer.paragraph();
  }
  return writer.take();
}

}  // namespace

Result<void> read_page(std::string_view bytes, std::string_view charset, const IngestOptions& options, const std::string& where,
                       Report& report, PageKind kind) {
  if (const auto other = binary_kind(bytes); !other.empty())
    return Error{"binary", "not a page but " + std::string(other) + "; give it its own suffix or leave it out", where};
  const std::string utf8 = decode_page(bytes, charset);
  if (!known(utf8)) return {};
  const auto page = HtmlTree::parse(utf8, options.max_depth, where);
  if (!page) return page.error();
  const LinkedData linked = linked_data(*page);
  auto about = page_metadata(*page, linked, utf8);
  report.canonical = about.url;
  report.url = std::move(about.url);
  report.title = about.title;
  report.outlet = std::move(about.outlet);
  report.byline = std::move(about.byline);
  report.published = std::move(about.published);
  report.modified = std::move(about.modified);
  report.section = std::move(about.section);
  report.captions = captions_of(*page, report.url.value_or(""));
  const auto main_text = kind == PageKind::kLetter ? letter_main_text() : prose_main_text();
  report.text = to_valid_utf8(main_text->extract(*page, about.title.value_or("")));
  if (linked.body) report.text = fuller_text(std::move(report.text), *linked.body, options);
  if (report.text.empty()) report.text = meta_content(*page, {"og:description", "description"}).value_or("");
  if (report.text.empty() && is_fragment(*page)) report.text = to_valid_utf8(shown_text(*page));
  report.agency = agency_of(*page, linked, report.outlet, report.text);
  // What the words are written in counts for more than what the template declares.
  report.language = detect_language(report.text);
  if (report.language.empty()) report.language = std::move(about.language);
  return {};
}

}  // namespace attest
