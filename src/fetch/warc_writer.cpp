#include "fetch/warc_writer.h"

#include <libdeflate.h>

#include "fetch/fetch.h"

namespace attest {
namespace {

constexpr int kLevel = 6;

std::string gzip_member(std::string_view bytes) {
  libdeflate_compressor* z = libdeflate_alloc_compressor(kLevel);
  std::string out(libdeflate_gzip_compress_bound(z, bytes.size()), '\0');
  out.resize(libdeflate_gzip_compress(z, bytes.data(), bytes.size(), out.data(), out.size()));
  libdeflate_free_compressor(z);
  return out;
}

// An id that comes from what it names: the same record has the same one.
std::string record_id(std::string_view type, const std::string& url, const std::string& time, std::string_view block) {
  std::string hex = sha256_id(std::string(type) + "\n" + url + "\n" + time + "\n" + sha256_id(block)).substr(7, 32);
  hex[12] = '8';  // a UUID of an own making (RFC 9562, version 8)
  hex[16] = 'a';
  return "<urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" +
         hex.substr(20) + ">";
}

}  // namespace

WarcWriter::WarcWriter(std::function<void(std::string_view)> out, bool compress, const std::string& time,
                       const std::string& user_agent)
    : out_(std::move(out)), compress_(compress) {
  record("warcinfo", "", time, "", "application/warc-fields",
         "software: attest/" ATTEST_VERSION
         "\r\nformat: WARC File Format 1.1\r\nconformsTo: "
         "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\nrobots: "
         "obey\r\nhttp-header-user-agent: " +
             user_agent + "\r\n");
}

void WarcWriter::write(const Exchange& exchange) {
  const std::string_view response = exchange.response;
  const std::size_t end = response.find("\r\n\r\n");
  const std::string_view payload = end == std::string_view::npos ? std::string_view() : response.substr(end + 4);
  const std::string id = record_id("response", exchange.url, exchange.time, response);
  std::string fields = exchange.address.empty() ? "" : "WARC-IP-Address: " + exchange.address + "\r\n";
  if (exchange.status == 304) {
    fields += "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified\r\nWARC-Refers-To-Target-URI: " +
              exchange.url + "\r\n";
    record("revisit", exchange.url, exchange.time, fields, "application/http;msgtype=response", response);
  } else {
    fields += "WARC-Payload-Digest: " + sha256_id(payload) + "\r\n";
    record("response", exchange.url, exchange.time, fields, "application/http;msgtype=response", response);
  }
  record("request", exchange.url, exchange.time, "WARC-Concurrent-To: " + id + "\r\n", "application/http;msgtype=request",
         exchange.request);
}

void WarcWriter::record(std::string_view type, const std::string& url, const std::string& time, std::string_view fields,
                        std::string_view media_type, std::string_view block) {
  const std::string id = record_id(type == "revisit" ? "response" : type, url, time, block);
  std::string out =
      "WARC/1.1\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Record-ID: " + id + "\r\nWARC-Date: " + time + "\r\n";
  if (!url.empty()) out += "WARC-Target-URI: " + url + "\r\n";
  out += fields;
  out += "WARC-Block-Digest: " + sha256_id(block) + "\r\nContent-Type: " + std::string(media_type) +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n";
  out += block;
  out += "\r\n\r\n";
  out_(compress_ ? gzip_member(out) : out);
}

}  // namespace attest
