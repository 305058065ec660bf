#include "ingest/archive_records.h"

#include <algorithm>

#include "ingest/http_message.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

constexpr std::size_t kMaxHeader = 1 << 16;
constexpr std::uint64_t kLookedBack = 1 << 20;      // so much is kept of a record that is not held, to search it for the next one
constexpr std::uint64_t kAllLookedBack = 64 << 20;  // so much is read twice in one file

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

class RecordReader {
 public:
  RecordReader(ByteReader& reader, const std::string& input, std::uint64_t limit, const RecordSink& sink)
      : reader_(reader), input_(input), limit_(limit), sink_(sink) {}

  void run() {
    while (!ended_) {
      if (!skip_blank()) {
        if (reader_.error()) ++number_;
        if (!go_on()) return;
        continue;
      }
      ++number_;
      if (auto record = header()) {
        record->number = number_;
        block(*record);
      } else if (reader_.error()) {
        if (!go_on()) return;
      } else {
        faulty({}, "no record header where one should be; write the archive again");
        resync();
      }
    }
  }

 private:
  void faulty(const ArchiveRecord& record, const std::string& message) {
    fault(record, {"bad_archive", message, input_ + ", record " + std::to_string(number_)});
  }
  void fault(ArchiveRecord record, Error error) {
    record.number = number_;
    sink_.faulty(record, std::move(error));
  }

  // At the end or at an error: behind a broken member of a compressed archive there may be more.
  bool go_on() {
    auto error = reader_.error();
    const bool more = reader_.recover();
    if (error || more) {
      if (!error) ++number_;
      fault({}, error.value_or(Error{"bad_archive", "bytes between the compressed records that are none; fetch the archive again",
                                     input_ + ", record " + std::to_string(number_)}));
    }
    return more;
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

  // To the next line that begins a WARC record, or the end.
  void resync() {
    for (;;) {
      const auto part = reader_.peek(1 << 16);
      if (part.size() < 6) return reader_.skip(part.size());
      if (const std::size_t at = part.find("\nWARC/"); at != std::string_view::npos) return reader_.skip(at + 1);
      reader_.skip(part.size() - 5);
    }
  }

  std::optional<ArchiveRecord> header() {
    const auto head = reader_.peek(kMaxHeader);
    return head.starts_with("WARC/") ? warc_header(head) : arc_header(head);
  }

  std::optional<ArchiveRecord> warc_header(std::string_view head) {
    std::size_t end = head.find("\r\n\r\n");
    end = end == std::string_view::npos ? head.find("\n\n") : end + 2;
    if (end == std::string_view::npos) return std::nullopt;
    end += 2;
    std::string_view lines = head.substr(head.find('\n') + 1, end);
    const HeaderLines fields = HeaderLines::take(lines);
    ArchiveRecord out;
    const auto length = number(fields.get("content-length"));
    if (!length) return std::nullopt;
    out.length = *length;
    out.id = without_brackets(fields.get("warc-record-id"));
    out.type = fields.get("warc-type");
    out.url = without_brackets(fields.get("warc-target-uri"));
    out.media_type = media_type_of(fields.get("content-type")).first;
    out.block_digest = fields.get("warc-block-digest");
    out.payload_digest = fields.get("warc-payload-digest");
    out.is_http = out.type == "response" && (out.media_type == "application/http" || out.media_type.empty());
    reader_.skip(end);
    return out;
  }

  // "URL address date type length", of ARC version 2 with more fields between; a URL may have spaces in it.
  std::optional<ArchiveRecord> arc_header(std::string_view head) {
    const std::size_t end = head.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    std::string line = known(head.substr(0, end)).value_or("");
    const std::size_t last = line.rfind(' ');
    if (last == std::string::npos || (line.find("://") == std::string::npos && !line.starts_with("dns:"))) return std::nullopt;
    ArchiveRecord out;
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

  void block(const ArchiveRecord& record) {
    const bool wanted = sink_.is_wanted(record);
    const bool held = wanted && record.length <= limit_;
    const std::uint64_t keep = held ? record.length : kLookedBack;
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(std::min(record.length, kLookedBack)));
    std::uint64_t left = record.length;
    while (left > 0) {
      const auto part = reader_.available();
      if (part.empty()) break;
      const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(part.size(), left));
      if (bytes.size() < keep) bytes += part.substr(0, std::min<std::uint64_t>(n, keep - bytes.size()));
      reader_.skip(n);
      left -= n;
    }
    if (left > 0) {
      if (reader_.error()) {
        fault(record, *reader_.error());
        ended_ = !reader_.recover();
        return;
      }
      faulty(record, "the file ends before the record does; fetch the archive again");
      look_back(bytes);
      return;
    }
    if (!ends_here()) {
      faulty(record, "the record is longer or shorter than it says; write the archive again");
      if (!look_back(bytes)) resync();
      return;
    }
    if (!wanted) return;
    if (!held)
      return fault(record, {"too_large", "a record larger than the limit of " + std::to_string(limit_ >> 20) + " MiB",
                            input_ + ", record " + std::to_string(number_)});
    sink_.record(record, std::move(bytes));
  }

  // After a record comes another or the end.
  bool ends_here() {
    if (!skip_blank()) return true;
    const auto head = reader_.peek(2048);
    if (head.starts_with("WARC/")) return true;
    const std::string_view line = head.substr(0, head.find('\n'));
    return line.find("://") != std::string_view::npos && line.find(' ') != std::string_view::npos && line.find("://") < 16;
  }

  // A record that says to be longer than it is has swallowed the next one: goes back to it.
  bool look_back(std::string_view bytes) {
    const std::size_t at = bytes.find("\nWARC/");
    if (at == std::string_view::npos || bytes.size() > may_look_back_) return false;
    may_look_back_ -= bytes.size();
    reader_.put_back(bytes.substr(at + 1));
    return true;
  }

  ByteReader& reader_;
  const std::string& input_;
  std::uint64_t limit_;
  const RecordSink& sink_;
  std::size_t number_ = 0;
  bool ended_ = false;  // at a fault that nothing stands behind, and that has been told
  std::uint64_t may_look_back_ = kAllLookedBack;  // so that a file of such records takes no time beyond measure
};

}  // namespace

void read_archive_records(ByteReader& reader, const std::string& input, std::uint64_t limit, const RecordSink& sink) {
  RecordReader(reader, input, limit, sink).run();
}

}  // namespace attest
