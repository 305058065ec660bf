// WARC (ISO 28500, versions 0.17 to 1.1) and ARC: the pages and plain texts among their records.
#include <openssl/evp.h>

#include <algorithm>

#include "ingest/formats.h"
#include "ingest/http_message.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

constexpr std::size_t kMaxHeader = 1 << 16;

struct Record {
  std::string id;
  std::string type;  // response, resource, conversion …; of ARC: response
  std::string url;
  std::string media_type;  // of the block
  std::string payload_digest;
  std::uint64_t length = 0;
  bool is_http = false;
};

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  if (text.empty() || text.size() > 18) return std::nullopt;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

std::string without_brackets(std::string_view text) {
  if (text.starts_with('<')) text.remove_prefix(1);
  if (text.ends_with('>')) text.remove_suffix(1);
  return std::string(text);
}

// Base32 without padding, as digests in archives are written.
std::string sha1_base32(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha1(), nullptr);
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (unsigned int i = 0; i < size; ++i) {
    bits = (bits << 8) | digest[i];
    for (count += 8; count >= 5; count -= 5) out += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[(bits >> (count - 5)) & 31];
  }
  return out;
}

class ArchiveReader {
 public:
  ArchiveReader(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink)
      : input_(input), reader_(reader), options_(options), sink_(sink) {}

  void run() {
    while (skip_blank()) {
      ++records_;
      auto record = header();
      if (!record) {
        skipped(name_of(Record()), {"bad_archive", "no record header where one should be; write the archive again", where()});
        if (!resync()) break;
        continue;
      }
      block(*record);
    }
    if (reader_.error()) sink_.skipped({input_, *reader_.error()});
    else if (documents_ == 0) sink_.skipped({input_, {"empty", "holds no page and no text; leave it out", input_}});
  }

 private:
  std::string where() const { return input_ + ", record " + std::to_string(records_); }
  std::string name_of(const Record& record) const {
    return input_ + "#" + (record.id.empty() ? std::to_string(records_) : record.id);
  }
  void skipped(std::string name, Error error) {
    ++documents_;
    sink_.skipped({std::move(name), std::move(error)});
  }

  // To the next byte that is no line end; whether there is one.
  bool skip_blank() {
    for (auto part = reader_.available(); !part.empty(); part = reader_.available()) {
      const std::size_t at = part.find_first_not_of("\r\n");
      if (at != std::string_view::npos) {
        reader_.skip(at);
        return true;
      }
      reader_.skip(part.size());
    }
    return false;
  }

  // To the next line that begins a WARC record.
  bool resync() {
    for (;;) {
      const auto part = reader_.peek(1 << 16);
      if (part.size() < 6) {
        reader_.skip(part.size());
        return false;
      }
      if (const std::size_t at = part.find("\nWARC/"); at != std::string_view::npos) {
        reader_.skip(at + 1);
        return true;
      }
      reader_.skip(part.size() - 5);
    }
  }

  std::optional<Record> header() {
    const auto head = reader_.peek(kMaxHeader);
    return head.starts_with("WARC/") ? warc_header(head) : arc_header(head);
  }

  std::optional<Record> warc_header(std::string_view head) {
    std::size_t end = head.find("\r\n\r\n");
    end = end == std::string_view::npos ? head.find("\n\n") : end + 2;
    if (end == std::string_view::npos) return std::nullopt;
    end += 2;
    std::string_view lines = head.substr(head.find('\n') + 1, end);
    const HeaderLines fields = HeaderLines::take(lines);
    Record out;
    const auto length = number(fields.get("content-length"));
    if (!length) return std::nullopt;
    out.length = *length;
    out.id = without_brackets(fields.get("warc-record-id"));
    out.type = fields.get("warc-type");
    out.url = without_brackets(fields.get("warc-target-uri"));
    out.media_type = media_type_of(fields.get("content-type")).first;
    out.payload_digest = fields.get("warc-payload-digest");
    out.is_http = out.type == "response" && (out.media_type == "application/http" || out.media_type.empty());
    reader_.skip(end);
    return out;
  }

  // "URL address date type length", of ARC version 2 with more fields between; a URL may have spaces in it.
  std::optional<Record> arc_header(std::string_view head) {
    const std::size_t end = head.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    std::string line = known(head.substr(0, end)).value_or("");
    const std::size_t last = line.rfind(' ');
    if (last == std::string::npos || (line.find("://") == std::string::npos && !line.starts_with("dns:"))) return std::nullopt;
    Record out;
    const auto length = number(std::string_view(line).substr(last + 1));
    if (!length) return std::nullopt;
    out.length = *length;
    std::size_t cut = last;
    for (int fields = 0; fields < 3 && cut != std::string::npos && cut > 0; ++fields) cut = line.rfind(' ', cut - 1);
    out.url = line.substr(0, cut);
    out.type = line.starts_with("filedesc:") || line.starts_with("dns:") ? "about" : "response";
    out.is_http = out.type == "response";
    reader_.skip(end + 1);
    return out;
  }

  bool is_wanted(const Record& record) const {
    if (record.url.starts_with("dns:") || record.url.starts_with("metadata:")) return false;
    return record.is_http || ((record.type == "resource" || record.type == "conversion" || record.type == "response") &&
                              format_of(record.media_type));
  }

  static std::optional<Format> format_of(std::string_view media_type) {
    if (media_type == "text/html" || media_type == "application/xhtml+xml") return Format::kHtml;
    if (media_type == "text/plain") return Format::kText;
    if (media_type == "application/pdf") return Format::kPdf;
    return std::nullopt;
  }

  void block(const Record& record) {
    const bool wanted = is_wanted(record);
    const bool held = wanted && record.length <= options_.max_bytes;
    std::string bytes;
    std::uint64_t left = record.length;
    while (left > 0) {
      const auto part = reader_.available();
      if (part.empty()) break;
      const std::size_t n = static_cast<std::size_t>(std::min<std::uint64_t>(part.size(), left));
      if (held) bytes += part.substr(0, n);
      reader_.skip(n);
      left -= n;
    }
    if (left > 0) {
      if (!reader_.error())
        skipped(name_of(record), {"bad_archive", "the file ends before the record does; fetch the archive again", where()});
      return;
    }
    if (!ends_here()) {
      skipped(name_of(record), {"bad_archive", "the record is longer or shorter than it says; write the archive again", where()});
      resync();
      return;
    }
    if (!wanted) return;
    if (!held)
      return skipped(
          name_of(record),
          {"too_large", "a record larger than the limit of " + std::to_string(options_.max_bytes >> 20) + " MiB", where()});
    payload(record, std::move(bytes));
  }

  // After a record comes another or the end.
  bool ends_here() {
    if (!skip_blank()) return true;
    const auto head = reader_.peek(2048);
    if (head.starts_with("WARC/")) return true;
    const std::string_view line = head.substr(0, head.find('\n'));
    return line.find("://") != std::string_view::npos && line.find(' ') != std::string_view::npos && line.find("://") < 16;
  }

  void payload(const Record& record, std::string bytes) {
    RawDocument document;
    document.input = name_of(record);
    document.where = where();
    if (!record.url.empty()) document.beside.url = record.url;
    std::string media_type = record.media_type;
    if (record.is_http) {
      if (!is_sound(record, bytes))
        return skipped(document.input, {"bad_archive", "the payload's digest is another; fetch the page again", document.where});
      auto response = read_http_response(
          bytes, [](std::string_view type) { return format_of(type).has_value(); }, options_.max_bytes, document.where);
      if (!response) return skipped(document.input, response.error());
      if (response->status != 200) return;
      media_type = response->media_type;
      document.beside.charset = response->charset;
      bytes = std::move(response->body);
    }
    const auto format = format_of(media_type);
    if (!format || bytes.empty()) return;
    document.format = *format;
    document.bytes = std::move(bytes);
    ++documents_;
    sink_.document(std::move(document));
  }

  // The digest is of the body as it was sent, or as it is without its chunks; writers differ.
  static bool is_sound(const Record& record, std::string_view http) {
    if (!record.payload_digest.starts_with("sha1:")) return true;
    const std::string_view want = std::string_view(record.payload_digest).substr(5);
    if (want.size() != 32) return true;  // not base32: nothing to compare with
    std::size_t body = http.find("\r\n\r\n");
    body = body == std::string_view::npos ? http.size() : body + 4;
    if (sha1_base32(http.substr(body)) == want) return true;
    const auto joined = dechunked(http.substr(body));
    return joined && sha1_base32(*joined) == want;
  }

  const std::string& input_;
  ByteReader& reader_;
  const IngestOptions& options_;
  const IngestSink& sink_;
  std::size_t records_ = 0;
  std::size_t documents_ = 0;  // handed on or listed
};

}  // namespace

void read_web_archive(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink) {
  ArchiveReader(input, reader, options, sink).run();
}

}  // namespace attest
