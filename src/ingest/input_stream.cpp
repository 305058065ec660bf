#include "ingest/input_stream.h"

#include "ingest/decompress.h"
#include "ingest/formats.h"

namespace attest {
namespace {

constexpr std::size_t kSniffWindow = 1 << 16;

// The format that the suffix says, made sure by the first bytes where one suffix stands for several.
const InputFormat* format_of(const InputFormat* by_name, std::string_view head) {
  if (!by_name) return &format_by_content(head);
  if (by_name->name != "json") return by_name;
  const InputFormat& seen = format_by_content(head);
  return seen.name == "feed" ? &seen : by_name;
}

}  // namespace

void read_stream(const StreamName& name, std::unique_ptr<ByteStream> stream, const IngestOptions& options,
                 const IngestSink& sink) {
  const InputFormat* by_name = format_by_name(name.path);
  if (!by_name && !name.by_content)
    return sink.skipped(
        {name.input,
         {"unsupported", "no suffix that Attest reads; name the file itself to have it read by its content", name.input}});
  auto raw = std::make_unique<ByteReader>(std::move(stream));
  const bool is_packed = is_gzip(raw->peek(4)) || is_zstd(raw->peek(4));
  const auto reader = says_brotli(name.path) && !is_packed ? decompressed_brotli(std::move(raw), name.input)
                                                           : decompressed(std::move(raw), name.input);
  const auto head = reader->peek(kSniffWindow);
  if (head.empty())
    return sink.skipped({name.input, reader->error().value_or(Error{"empty", "holds nothing; leave it out", name.input})});
  if (says_packed(name.path) && !is_packed && head.find('\0') != std::string_view::npos)
    return sink.skipped(
        {name.input,
         {"bad_archive", "named as compressed, but neither gzip nor zstd; fetch or compress the file again", name.input}});
  const InputFormat* format = format_of(by_name, head);
  if (format->container) return format->container(name.input, *reader, options, sink);
  auto bytes = read_all(*reader, options.max_bytes, name.input);
  if (!bytes) return sink.skipped({name.input, bytes.error()});
  RawDocument document;
  document.input = name.input;
  document.format = format->document;
  document.bytes = std::move(*bytes);
  sink.document(std::move(document));
}

}  // namespace attest
