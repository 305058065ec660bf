// The pages, plain texts and PDF files among the records of WARC and ARC archives.
#include "ingest/archive_records.h"
#include "ingest/digest.h"
#include "ingest/formats.h"
#include "ingest/http_message.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

std::optional<Format> format_of(std::string_view media_type) {
  if (media_type == "text/html" || media_type == "application/xhtml+xml") return Format::kHtml;
  if (media_type == "text/plain") return Format::kText;
  if (media_type == "application/pdf") return Format::kPdf;
  return std::nullopt;
}

bool is_page(std::string_view media_type) { return format_of(media_type).has_value(); }

class ArchivePages {
 public:
  ArchivePages(const std::string& input, const IngestOptions& options, const IngestSink& sink)
      : input_(input), options_(options), sink_(sink) {}

  void read(ByteReader& reader) {
    read_archive_records(reader, input_, options_.max_bytes,
                         {[this](const ArchiveRecord& record) { return is_wanted(record); },
                          [this](const ArchiveRecord& record, std::string block) { page(record, std::move(block)); },
                          [this](const ArchiveRecord& record, Error error) { skipped(name_of(record), std::move(error)); }});
    if (documents_ > 0) return;
    sink_.skipped({input_,
                   {"empty",
                    revisits_ > 0 ? "holds only notes that pages did not change; read the archive that holds the pages too"
                                  : "holds no page and no text; leave it out",
                    input_}});
  }

 private:
  std::string name_of(const ArchiveRecord& record) const {
    return input_ + "#" + (record.id.empty() ? std::to_string(record.number) : record.id);
  }
  void skipped(std::string name, Error error) {
    ++documents_;
    sink_.skipped({std::move(name), std::move(error)});
  }

  // A revisit says that a page was the same again: the page itself stands in an earlier record.
  bool is_wanted(const ArchiveRecord& record) {
    if (record.type == "revisit") ++revisits_;
    if (record.url.starts_with("dns:") || record.url.starts_with("metadata:")) return false;
    return record.is_http || ((record.type == "resource" || record.type == "conversion" || record.type == "response") &&
                              is_page(record.media_type));
  }

  void page(const ArchiveRecord& record, std::string block) {
    RawDocument document;
    document.input = name_of(record);
    document.where = input_ + ", record " + std::to_string(record.number);
    if (!record.url.empty()) document.beside.url = record.url;
    std::string media_type = record.media_type;
    if (!is_sound(record, block))
      return skipped(document.input, {"bad_archive", "the record's digest is another; fetch the page again", document.where});
    if (record.is_http) {
      auto response = read_http_response(block, is_page, options_.max_bytes, document.where);
      if (!response) return skipped(document.input, response.error());
      if (response->status != 200) return;
      media_type = response->media_type;
      document.beside.charset = response->charset;
      block = std::move(response->body);
    }
    const auto format = format_of(media_type);
    if (!format || block.empty()) return;
    document.format = *format;
    document.bytes = std::move(block);
    ++documents_;
    sink_.document(std::move(document));
  }

  // The payload's digest decides where there is one: writers that join chunks leave the block's as it was. It is of the body as
  // it was sent, or as it is without its chunks; writers differ.
  static bool is_sound(const ArchiveRecord& record, std::string_view block) {
    const auto payload = StatedDigest::parse(record.payload_digest);
    if (!payload) {
      const auto whole = StatedDigest::parse(record.block_digest);
      return !whole || whole->fits(block);
    }
    if (!record.is_http) return payload->fits(block);
    const std::size_t end = block.find("\r\n\r\n");
    const std::string_view body = end == std::string_view::npos ? std::string_view() : block.substr(end + 4);
    if (payload->fits(body)) return true;
    const auto joined = dechunked(body);
    return joined && payload->fits(*joined);
  }

  const std::string& input_;
  const IngestOptions& options_;
  const IngestSink& sink_;
  std::size_t documents_ = 0;  // handed on or listed
  std::size_t revisits_ = 0;
};

}  // namespace

void read_web_archive(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink) {
  ArchivePages(input, options, sink).read(reader);
}

}  // namespace attest
