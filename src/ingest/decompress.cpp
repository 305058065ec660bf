#include "ingest/decompress.h"

#include "ingest/decompressor.h"

namespace attest {

bool is_gzip(std::string_view head) { return head.starts_with("\x1f\x8b"); }

bool is_zstd(std::string_view head) {
  const bool skippable = head.size() >= 4 && (head[0] & 0xF0) == 0x50 && head.substr(1).starts_with("\x2a\x4d\x18");
  return skippable || head.starts_with("\x28\xb5\x2f\xfd");
}

std::unique_ptr<ByteReader> decompressed(std::unique_ptr<ByteReader> reader, const std::string& where) {
  for (int level = 0; level < 2; ++level) {
    const auto head = reader->peek(4);
    if (is_gzip(head)) reader = std::make_unique<ByteReader>(gzip_stream(std::move(reader), where));
    else if (is_zstd(head)) reader = std::make_unique<ByteReader>(zstd_stream(std::move(reader), where));
    else break;
  }
  return reader;
}

std::unique_ptr<ByteReader> decompressed_brotli(std::unique_ptr<ByteReader> reader, const std::string& where) {
  return std::make_unique<ByteReader>(brotli_stream(std::move(reader), where));
}

}  // namespace attest
