// JSON Feed 1.0 and 1.1 (jsonfeed.org): one report an item.
#include "ingest/json_feed.h"

#include <simdjson.h>

#include "ingest/date_text.h"
#include "ingest/report_parts.h"
#include "ingest/web_address.h"

namespace attest {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMaxDepth = 256;

std::optional<std::string> field(dom::element object, std::string_view name) {
  std::string_view text;
  if (object[name].get(text)) return std::nullopt;
  return known(text);
}

// An id may be a number, though it should not.
std::optional<std::string> id_of(dom::element item) {
  if (auto text = field(item, "id")) return text;
  dom::element id;
  if (!item["id"].get(id) && id.is_number()) return simdjson::minify(id);
  return std::nullopt;
}

// `authors` of 1.1, `author` of 1.0, with a name each.
std::optional<std::string> byline_of(dom::element object) {
  std::string out;
  dom::array all;
  dom::element one;
  if (!object["authors"].get(all)) {
    for (const auto author : all)
      if (const auto name = field(author, "name")) out += (out.empty() ? "" : ", ") + *name;
  } else if (!object["author"].get(one)) {
    out = field(one, "name").value_or("");
  }
  return known(out);
}

std::optional<std::string> day(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  const auto found = find_date(*text, DayOrder::kUnknown);
  return found ? std::optional(found->iso) : std::nullopt;
}

class ItemReader {
 public:
  ItemReader(const std::string& input, const std::string& base, const IngestSink& sink, dom::element feed)
      : input_(input),
        sink_(sink),
        outlet_(field(feed, "title")),
        byline_(byline_of(feed)),
        language_(field(feed, "language").value_or("")) {
    base_ = field(feed, "home_page_url").value_or(field(feed, "feed_url").value_or(base));
  }

  void read(dom::element item) {
    ++items_;
    const std::string where = input_ + ", entry " + std::to_string(items_);
    RawDocument document;
    document.input = input_ + "#" + id_of(item).value_or(std::to_string(items_));
    document.where = where;
    if (!item.is_object())
      return sink_.skipped({document.input, {"bad_json", "an item that is no JSON object; leave it out", where}});
    const auto html = field(item, "content_html");
    const auto text = field(item, "content_text");
    document.format = html ? Format::kHtml : Format::kText;
    document.bytes = html ? *html : text ? *text : field(item, "summary").value_or("");
    auto& beside = document.beside;
    beside.charset = "utf-8";
    beside.url = web_address(field(item, "url").value_or(""), base_);
    if (!beside.url) beside.url = web_address(field(item, "external_url").value_or(""), base_);
    beside.title = field(item, "title");
    beside.outlet = outlet_;
    beside.byline = byline_of(item);
    if (!beside.byline) beside.byline = byline_;
    beside.modified = day(field(item, "date_modified"));
    beside.published = day(field(item, "date_published"));
    if (!beside.published) beside.published = beside.modified;
    beside.language = field(item, "language").value_or(language_);
    sink_.document(std::move(document));
  }

 private:
  const std::string& input_;
  const IngestSink& sink_;
  std::optional<std::string> outlet_;
  std::optional<std::string> byline_;
  std::string language_;
  std::string base_;
  std::size_t items_ = 0;
};

}  // namespace

void read_json_feed(const std::string& input, std::string_view bytes, const std::string& base, const IngestSink& sink) {
  dom::parser parser;
  dom::element feed;
  dom::array items;
  const bool room = !parser.allocate(std::max<std::size_t>(bytes.size(), 64), kMaxDepth);
  if (!room || parser.parse(simdjson::padded_string(bytes)).get(feed))
    return sink.skipped({input, {"bad_json", "not a whole JSON value; fetch the feed again", input}});
  if (feed["items"].get(items) || items.size() == 0)
    return sink.skipped({input, {"empty", "a feed without an entry; leave it out", input}});
  ItemReader reader(input, base, sink, feed);
  for (const auto item : items) reader.read(item);
}

}  // namespace attest
