// RSS 0.9 to 2.0, RDF Site Summary and Atom: one report an entry. Read by the XML parser without entities, network or external
// files.
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlsave.h>

#include <algorithm>
#include <functional>
#include <memory>

#include "ingest/block_text.h"
#include "ingest/date_text.h"
#include "ingest/formats.h"
#include "ingest/html_tree.h"
#include "ingest/json_feed.h"
#include "ingest/mime_decode.h"
#include "ingest/report_parts.h"
#include "ingest/web_address.h"
#include "ingest/xml_library.h"

namespace attest {
namespace {

constexpr std::size_t kMaxFeed = 64u << 20;

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string_view name_of(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

// The namespace of a node by a part of its address: prefixes are free.
bool is_in(const xmlNode* node, std::string_view part) {
  return node->ns && node->ns->href &&
         std::string_view(reinterpret_cast<const char*>(node->ns->href)).find(part) != std::string_view::npos;
}

// Text alone: references to entities of the document are passed over, because libxml2's own functions expand them without limit.
void add_text(const xmlNode* first, std::string& out) {
  for (const xmlNode* node = first; node; node = node->next) {
    if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content)
      out += reinterpret_cast<const char*>(node->content);
    else if (node->type == XML_ELEMENT_NODE) add_text(node->children, out);
  }
}

std::string content(const xmlNode* node) {
  std::string out;
  add_text(node->children, out);
  return out;
}

std::string attribute(const xmlNode* node, std::string_view name) {
  std::string out;
  for (const xmlAttr* found = node->properties; found; found = found->next)
    if (reinterpret_cast<const char*>(found->name) == name) add_text(found->children, out);
  return out;
}

// The markup below a node, of an Atom text of type xhtml.
std::string markup(const xmlNode* node) {
  std::unique_ptr<xmlBuffer, void (*)(xmlBuffer*)> buffer(xmlBufferCreate(), xmlBufferFree);
  // As XHTML: an empty <iframe/> would swallow what follows where HTML is read.
  if (xmlSaveCtxt* out = xmlSaveToBuffer(buffer.get(), "UTF-8", XML_SAVE_XHTML | XML_SAVE_NO_DECL)) {
    for (xmlNode* child = node->children; child; child = child->next) xmlSaveTree(out, child);
    xmlSaveClose(out);
  }
  return std::string(reinterpret_cast<const char*>(xmlBufferContent(buffer.get())),
                     static_cast<std::size_t>(xmlBufferLength(buffer.get())));
}

// The text of a node that may be base64 (Atom 0.3), and without the markup that titles should not have but do.
std::string decoded(const xmlNode* node) {
  const std::string text = content(node);
  const std::string type = attribute(node, "type");
  const bool is_binary =
      !type.empty() && type.find('/') != std::string::npos && !type.starts_with("text/") && !type.ends_with("xml");
  return attribute(node, "mode") == "base64" || is_binary ? decode_base64(text) : text;
}
// Markup that stands in the feed as elements of its own, whatever the type says.
bool has_elements(const xmlNode* node) {
  for (const xmlNode* child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE) return true;
  return false;
}
std::optional<std::string> plain(const xmlNode* node) {
  const std::string text = to_valid_utf8(has_elements(node) ? markup(node) : decoded(node));
  if (text.find('<') == std::string::npos) return known(fold_space(text));
  const auto page = HtmlTree::parse(text, 64, "");
  return page ? known(folded_text(*page, 0)) : known(fold_space(text));
}

void each_child(const xmlNode* node, const std::function<void(const xmlNode*)>& visit) {
  for (const xmlNode* child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE) visit(child);
}

// An address of the web, made whole with the base of the node; nothing for other schemes.
std::optional<std::string> address(const xmlNode* node, const std::string& link) {
  xmlChar* base = xmlNodeGetBase(node->doc, node);
  const auto out = web_address(link, base ? reinterpret_cast<const char*>(base) : "");
  xmlFree(base);
  return out;
}

std::optional<std::string> day(const std::string& text) {
  const auto found = find_date(text, DayOrder::kUnknown);
  return found ? std::optional(found->iso) : std::nullopt;
}

struct Entry {
  std::string id;
  std::string body;
  bool is_html = true;
  int rank = 0;  // of the body: full content before a summary
  Beside beside;
};

class FeedReader {
 public:
  FeedReader(const std::string& input, const IngestSink& sink) : input_(input), sink_(sink) {}

  // Entries lie below the channel, or beside it in RDF.
  void read(const xmlNode* root) {
    each_child(root, [&](const xmlNode* child) { about(child); });
    entries(root, 0);
    if (entries_ == 0) sink_.skipped({input_, {"empty", "a feed without an entry; leave it out", input_}});
  }

 private:
  void about(const xmlNode* node) {
    if (name_of(node) == "channel") return each_child(node, [&](const xmlNode* child) { about(child); });
    if (name_of(node) == "title" && !outlet_) outlet_ = plain(node);
    if (name_of(node) == "language" && language_.empty()) language_ = content(node);
  }

  void entries(const xmlNode* node, int depth) {
    each_child(node, [&](const xmlNode* child) {
      if (name_of(child) == "item" || name_of(child) == "entry") entry(child);
      else if (depth < 2) entries(child, depth + 1);
    });
  }

  void entry(const xmlNode* node) {
    ++entries_;
    Entry out;
    out.beside.outlet = outlet_;
    out.beside.language = language_;
    out.id = attribute(node, "about");  // of RDF
    each_child(node, [&](const xmlNode* child) { part(child, out); });
    if (out.id.empty()) out.id = std::to_string(entries_);
    RawDocument document;
    document.input = input_ + "#" + out.id;
    document.where = input_ + ", entry " + std::to_string(entries_);
    document.format = out.is_html ? Format::kHtml : Format::kText;
    document.bytes = std::move(out.body);
    document.beside = std::move(out.beside);
    document.beside.charset = "utf-8";
    sink_.document(std::move(document));
  }

  static void body(const xmlNode* node, int rank, Entry& out) {
    const std::string type = attribute(node, "type");
    const bool is_markup = type == "xhtml" || has_elements(node);
    std::string text = is_markup ? markup(node) : decoded(node);
    if (rank < out.rank || !known(text)) return;
    out.rank = rank;
    out.is_html = is_markup || (type != "text" && (text.find('<') != std::string::npos || text.find('&') != std::string::npos));
    out.body = std::move(text);
  }

  static void part(const xmlNode* node, Entry& out) {
    const std::string_view name = name_of(node);
    auto& beside = out.beside;
    if (is_in(node, "search.yahoo.com/mrss")) return;
    if (is_in(node, "itunes")) {
      if (name == "author" && !beside.byline) beside.byline = plain(node);
      if (name == "summary") body(node, 0, out);
      return;
    }
    if (name == "title") beside.title = plain(node);
    else if (name == "link" && attribute(node, "href").empty()) beside.url = address(node, content(node));
    else if (name == "link" && (attribute(node, "rel").empty() || attribute(node, "rel") == "alternate"))
      beside.url = address(node, attribute(node, "href"));
    else if (name == "guid" || name == "id") {
      out.id = known(content(node)).value_or("");
      if (name == "guid" && !beside.url && attribute(node, "isPermaLink") != "false") beside.url = address(node, out.id);
    } else if (name == "encoded" || name == "content" || name == "content_encoded") body(node, 3, out);
    else if (name == "body" || name == "fullitem") body(node, 2, out);
    else if (name == "description" || name == "summary") body(node, 1, out);
    else if (name == "pubDate" || name == "published" || name == "issued" || (name == "date" && !beside.published))
      beside.published = day(content(node));
    else if (name == "updated" || name == "modified") {
      beside.modified = day(content(node));
      if (!beside.published) beside.published = beside.modified;
    } else if (name == "creator") beside.byline = person(content(node));
    else if (name == "language") beside.language = content(node);
    else if (name == "author") author(node, beside);
  }

  // "desk@example.org (A. Writer)", "A. Writer <desk@example.org>", "A. Writer": the name alone.
  static std::optional<std::string> person(std::string_view text) {
    const std::string out = fold_space(text);
    if (out.find('@') == std::string::npos) return known(out);
    std::string name;
    for (std::string_view rest = out; !rest.empty();) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      if (word.find('@') == std::string_view::npos) (name += name.empty() ? "" : " ") += word;
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    name.erase(std::remove_if(name.begin(), name.end(), [](char c) { return c == '(' || c == ')' || c == '<' || c == '>'; }),
               name.end());
    return known(name);
  }

  static void author(const xmlNode* node, Beside& beside) {
    std::optional<std::string> name;
    each_child(node, [&](const xmlNode* child) {
      if (name_of(child) == "name") name = known(fold_space(content(child)));
    });
    if (!name && !node->children) return;
    name = person(name ? *name : content(node));
    if (name && !beside.byline) beside.byline = name;
  }

  const std::string& input_;
  const IngestSink& sink_;
  std::optional<std::string> outlet_;
  std::string language_;
  std::size_t entries_ = 0;
};

}  // namespace

void read_feed_text(const std::string& input, const std::string& bytes, const std::string& base, const IngestSink& sink) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first != std::string::npos && bytes[first] == '{') return read_json_feed(input, bytes, base, sink);
  // No XML_PARSE_NOENT: entities of the document stay unexpanded, so that none can grow. The parser's own depth limit holds.
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_NOCDATA;
  ready_xml_library();
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), base.empty() ? nullptr : base.c_str(), nullptr, kOptions));
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (!root) return sink.skipped({input, {"bad_html", "not XML that can be read; fetch the feed again", input}});
  const std::string_view name = name_of(root);
  if (name != "rss" && name != "feed" && name != "RDF" && name != "channel")
    return sink.skipped(
        {input, {"unsupported", "XML with the root <" + std::string(name.substr(0, 40)) + ">, which is no feed", input}});
  FeedReader(input, sink).read(root);
}

void read_feed(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink) {
  const auto bytes = read_all(reader, std::min<std::uint64_t>(options.max_bytes, kMaxFeed), input);
  if (!bytes) return sink.skipped({input, bytes.error()});
  read_feed_text(input, *bytes, "", sink);
}

}  // namespace attest
