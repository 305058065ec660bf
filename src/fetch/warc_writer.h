#pragma once
// Writes what was fetched as WARC 1.1 (ISO 28500:2017).
#include <functional>
#include <string>
#include <string_view>

namespace attest {

struct Exchange;

// One record after the other, each a gzip member of its own where asked. Nothing about who fetches is written.
class WarcWriter {
 public:
  // `out` gets the bytes; `time` is when the archive is begun.
  WarcWriter(std::function<void(std::string_view)> out, bool compress, const std::string& time, const std::string& user_agent);

  // A request record and a response record; for 304 a revisit record (profile server-not-modified) in its place.
  void write(const Exchange& exchange);

 private:
  void record(std::string_view type, const std::string& url, const std::string& time, std::string_view fields,
              std::string_view media_type, std::string_view block);

  std::function<void(std::string_view)> out_;
  bool compress_;
};

}  // namespace attest
