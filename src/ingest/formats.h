#pragma once
// Which format an input has: by its name, else by how it begins. One row a format; a new format is a row here and a file.
#include <string_view>
#include <vector>

#include "ingest/byte_reader.h"
#include "ingest/ingest.h"

namespace attest {

// A file that holds many documents: reads the stream and hands each record on.
using ReadContainer = void (*)(const std::string& input, ByteReader& reader, const IngestOptions& options,
                               const IngestSink& sink);

struct InputFormat {
  std::string_view name;
  std::vector<std::string_view> suffixes;
  Format document;          // of the file, or of a record of it
  ReadContainer container;  // null: the file is one document
};

const std::vector<InputFormat>& input_formats();

// By the suffix before .gz, .zst and .br, in any letter case; null where it is none of ours.
const InputFormat* format_by_name(std::string_view path);
// By the first bytes (64 KiB are enough); plain text where nothing else fits.
const InputFormat& format_by_content(std::string_view head);
// Whether the suffix says that the file is compressed, and that it is so with brotli, which its bytes do not tell.
bool says_packed(std::string_view path);
bool says_brotli(std::string_view path);
// What a file that is no text seems to be ("a PNG picture"), by its first bytes; empty where it may be text.
std::string_view binary_kind(std::string_view head);

// The containers, each in its own file.
void read_json_lines(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink);
void read_csv(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink);
void read_feed(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink);
// A whole feed of any kind; `base` is where it came from, "" unknown.
void read_feed_text(const std::string& input, const std::string& bytes, const std::string& base, const IngestSink& sink);
void read_zip(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink);
void read_web_archive(const std::string& input, ByteReader& reader, const IngestOptions& options, const IngestSink& sink);

}  // namespace attest
