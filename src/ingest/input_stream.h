#pragma once
// One stream of bytes, of a file or of an entry of an archive, to the documents in it.
#include <memory>
#include <string>

#include "ingest/byte_reader.h"
#include "ingest/ingest.h"

namespace attest {

struct StreamName {
  std::string input;        // how its documents and errors are named
  std::string path;         // whose suffix tells the format
  bool by_content = false;  // where the suffix does not tell, the first bytes do; else the stream is unsupported
};

// Decompresses, finds the format, and hands its documents on, or why it cannot be read. An archive in an archive is opened while
// options.max_nesting allows.
void read_stream(const StreamName& name, std::unique_ptr<ByteStream> stream, const IngestOptions& options,
                 const IngestSink& sink);

}  // namespace attest
