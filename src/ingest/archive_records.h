#pragma once
// The records of web archives: WARC (ISO 28500, versions 0.17 to 1.1) and ARC (1 and 2).
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "ingest/byte_reader.h"

namespace attest {

struct ArchiveRecord {
  std::string id;    // without its angle brackets; of ARC empty
  std::string type;  // response, resource, conversion, revisit …; of ARC: response, or about for the file's own
  std::string url;
  std::string media_type;  // of the block
  std::string block_digest;
  std::string payload_digest;
  std::uint64_t length = 0;  // of the block, as the header says
  std::size_t number = 0;    // in the file, from 1
  bool is_http = false;      // the block is an HTTP response
};

// What becomes of the records of a file, in order.
struct RecordSink {
  // Whether the block is to be held; at most `limit` bytes are, a longer record is `faulty` too_large.
  std::function<bool(const ArchiveRecord&)> is_wanted;
  std::function<void(const ArchiveRecord&, std::string block)> record;
  std::function<void(const ArchiveRecord&, Error)> faulty;  // what is broken; the records behind it are read
};

// Reads all records; holds one block at a time. A record whose length is wrong, and a compressed member that is broken, is
// faulty, and reading goes on with the next record that can be found.
void read_archive_records(ByteReader& reader, const std::string& input, std::uint64_t limit, const RecordSink& sink);

}  // namespace attest
