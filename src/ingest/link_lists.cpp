// What feeds, outlines and archives tell a fetcher: addresses to ask for, and what was known of them.
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <memory>
#include <set>

#include "ingest/archive_records.h"
#include "ingest/decompress.h"
#include "ingest/formats.h"
#include "ingest/http_message.h"
#include "ingest/web_address.h"
#include "ingest/xml_library.h"

namespace attest {
namespace {

constexpr std::size_t kMaxOutline = 16u << 20;
constexpr std::size_t kMaxLinks = 100'000;

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string_view name_of(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

void add(const std::optional<std::string>& address, std::set<std::string>& seen, LinkList& out) {
  if (address && out.addresses.size() < kMaxLinks && seen.insert(*address).second) out.addresses.push_back(*address);
}

// The next node in document order, without recursion.
const xmlNode* after(const xmlNode* node, const xmlNode* root) {
  if (node->type == XML_ELEMENT_NODE && node->children) return node->children;
  while (node != root && !node->next) node = node->parent;
  return node == root ? nullptr : node->next;
}

std::optional<LinkList> outline_links(std::string_view bytes, const std::string& base) {
  if (bytes.size() > kMaxOutline || bytes.substr(0, 4096).find("<opml") == std::string_view::npos) return std::nullopt;
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
  ready_xml_library();
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      xmlReadMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, kOptions));
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (!root || name_of(root) != "opml") return std::nullopt;
  LinkList out;
  out.are_feeds = true;
  std::set<std::string> seen;
  for (const xmlNode* node = root; node; node = after(node, root)) {
    if (node->type != XML_ELEMENT_NODE || name_of(node) != "outline") continue;
    for (const xmlAttr* a = node->properties; a; a = a->next) {
      const std::string name = reinterpret_cast<const char*>(a->name);
      if ((name == "xmlUrl" || name == "xmlurl") && a->children && a->children->content)
        add(web_address(reinterpret_cast<const char*>(a->children->content), base), seen, out);
    }
  }
  return out;
}

bool is_anything(std::string_view) { return true; }

}  // namespace

std::optional<LinkList> listed_links(std::string_view bytes, const std::string& base, const IngestOptions& options) {
  if (auto outline = outline_links(bytes, base)) return outline;
  if (format_by_content(bytes.substr(0, 1 << 16)).name != "feed" || bytes.size() > options.max_bytes) return std::nullopt;
  LinkList out;
  std::set<std::string> seen;
  IngestSink sink;
  sink.document = [&](const RawDocument& entry) { add(entry.beside.url, seen, out); };
  sink.skipped = [](const Skipped&) {};
  read_feed_text("feed", std::string(bytes), base, sink);
  return out;
}

std::optional<LinkList> links_of_response(std::string_view response, const std::string& url, const IngestOptions& options) {
  const auto page = read_http_response(response, is_anything, options.max_bytes, url);
  if (!page) return std::nullopt;
  return listed_links(page->body, url, options);
}

Result<std::vector<ArchivedPage>> archived_pages(const std::string& path, const Files& files, const IngestOptions& options) {
  auto stream = files.open(path);
  if (!stream) return stream.error();
  const auto reader = decompressed(std::make_unique<ByteReader>(std::move(*stream)), path);
  std::vector<ArchivedPage> out;
  RecordSink sink;
  sink.is_wanted = [](const ArchiveRecord& record) { return record.is_http; };
  sink.record = [&](const ArchiveRecord& record, const std::string& block) {
    const auto page = read_http_response(
        block, [](std::string_view) { return false; }, options.max_bytes, path);
    if (!page || page->status != 200) return;
    ArchivedPage known{record.url, std::string(page->headers.get("etag")), std::string(page->headers.get("last-modified"))};
    if (!known.etag.empty() || !known.last_modified.empty()) out.push_back(std::move(known));
  };
  sink.faulty = [](const ArchiveRecord&, const Error&) {};
  read_archive_records(*reader, path, options.max_bytes, sink);
  return out;
}

}  // namespace attest
