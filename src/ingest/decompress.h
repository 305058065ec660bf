#pragma once
// gzip and zstd, recognised by their first bytes, and brotli, by name, as streams over streams.
#include <memory>
#include <string>

#include "ingest/byte_reader.h"

namespace attest {

// The reader itself, or one of its decompressed bytes where it starts as gzip or zstd; nested compression is followed at most
// twice. A stream that grows beyond 64 MiB and 400 times its compressed size stops as too_large (a decompression bomb).
// Broken members give bad_archive with the byte of the compressed stream; ByteReader::recover goes on with the next member.
std::unique_ptr<ByteReader> decompressed(std::unique_ptr<ByteReader> reader, const std::string& where);
// The decompressed bytes of a brotli stream, under the same limits.
std::unique_ptr<ByteReader> decompressed_brotli(std::unique_ptr<ByteReader> reader, const std::string& where);

bool is_gzip(std::string_view head);
bool is_zstd(std::string_view head);  // a frame, or a skippable frame before it

}  // namespace attest
