#pragma once
// From inputs (paths, folders, "-") to reports: one file a format. Everything here reads outside bytes under limits.
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace attest {

struct IngestOptions {
  std::uint64_t max_bytes = 256ull << 20;  // of one file, and of one decompressed stream
  std::uint64_t max_record = 64ull << 20;  // of one record of a container (a JSON line, a CSV row)
  int max_depth = 512;                     // of HTML elements and JSON values; deeper HTML is too_deep
  int pdf_seconds = 60;                    // of the program that reads PDF
  std::uint64_t pdf_memory = 1ull << 30;   // and its address space, in bytes
  int max_nesting = 3;                     // of archives in archives
  // Where CSV rows and JSON objects hold a field (text, html, id, url, title, outlet, byline, published, modified, language),
  // where not under its own name: a column, or for JSON a path ("source.name", "authors.0.name").
  std::map<std::string, std::string, std::less<>> fields;
  bool allow_no_text = false;  // a page without text is a report with an empty one, not an error: for `extract`
};

// What reading an input yields, in input order: documents and inputs that could not be read.
struct IngestSink {
  std::function<void(RawDocument)> document;
  std::function<void(Skipped)> skipped;
};

// Expands folders (sorted, hidden files left out), decompresses gzip and zstd, cuts containers (.jsonl, .ndjson, .csv) into
// records.
// "-" is standard input. Streams: no more than one file's bytes are held at a time.
void read_inputs(const std::vector<std::string>& inputs, const Files& files, const IngestOptions& options,
                 const IngestSink& sink);

// What a feed (RSS, Atom, JSON Feed) or an outline (OPML) lists: addresses of pages, or of feeds.
struct LinkList {
  bool are_feeds = false;
  std::vector<std::string> addresses;  // http or https, whole, each once, in order
};
// None where the bytes are neither. `base` is where they came from: relative links stand under it.
std::optional<LinkList> listed_links(std::string_view bytes, const std::string& base, const IngestOptions& options);
// The same of an HTTP response with its head, as it was sent.
std::optional<LinkList> links_of_response(std::string_view response, const std::string& url, const IngestOptions& options);

// What the responses of a web archive said of themselves, for asking later whether the pages have changed.
struct ArchivedPage {
  std::string url;
  std::string etag;
  std::string last_modified;
};
Result<std::vector<ArchivedPage>> archived_pages(const std::string& path, const Files& files, const IngestOptions& options);

// Reads one document's text and metadata.
Result<Report> read_report(const RawDocument& document, const IngestOptions& options);

}  // namespace attest
