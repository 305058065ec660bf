#include "ingest/http_message.h"

#include <zlib.h>

#include <algorithm>
#include <tuple>

#include "ingest/ascii.h"
#include "ingest/byte_reader.h"
#include "ingest/decompress.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

constexpr std::size_t kMaxHeaderLines = 512;

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// "deflate" means zlib to some servers and raw deflate to others.
Result<std::string> inflated(std::string_view body, std::uint64_t limit, const std::string& where) {
  for (const int window : {15, -15}) {
    z_stream z{};
    if (inflateInit2(&z, window) != Z_OK) break;
    std::string out;
    char buffer[1 << 14];
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    z.avail_in = static_cast<uInt>(std::min<std::size_t>(body.size(), 1u << 30));
    int status = Z_OK;
    while (status == Z_OK && out.size() <= limit) {
      z.next_out = reinterpret_cast<Bytef*>(buffer);
      z.avail_out = sizeof buffer;
      status = inflate(&z, Z_NO_FLUSH);
      out.append(buffer, sizeof buffer - z.avail_out);
    }
    inflateEnd(&z);
    if (out.size() > limit) return Error{"too_large", "a body larger than the limit when decompressed", where};
    if (status == Z_STREAM_END) return out;
  }
  return Error{"bad_archive", "a body in broken deflate; fetch the page again", where};
}

Result<std::string> decoded(std::string body, std::string_view coding, std::uint64_t limit, const std::string& where) {
  const std::string name = lowered(coding);
  if (name.empty() || name == "identity" || name == "none" || name == "utf-8") return body;
  if (name == "gzip" || name == "x-gzip" || name == "zstd") {
    if (!is_gzip(body) && !is_zstd(body)) return body;  // archived decoded, the header kept
    const auto reader = decompressed(std::make_unique<ByteReader>(memory_stream(body)), where);
    return read_all(*reader, limit, where);
  }
  if (name == "br") {
    const auto reader = decompressed_brotli(std::make_unique<ByteReader>(memory_stream(body)), where);
    return read_all(*reader, limit, where);
  }
  if (name == "deflate") return inflated(body, limit, where);
  return Error{"unsupported", "a body in the coding " + name + "; fetch the page without it", where};
}

}  // namespace

// The chunks joined; nothing where the first of them is no chunk: some archives keep the header of a body that they have joined.
std::optional<std::string> dechunked(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    const std::string_view line = take_line(body);
    std::size_t size = 0;
    std::size_t digits = 0;
    for (; digits < line.size() && digits < 8 && hex_digit(line[digits]) >= 0; ++digits)
      size = size * 16 + static_cast<std::size_t>(hex_digit(line[digits]));
    if (digits == 0) return out.empty() ? std::nullopt : std::optional(std::move(out));
    if (size == 0) break;
    out += body.substr(0, size);
    body.remove_prefix(std::min(size, body.size()));
    take_line(body);
  }
  return out;
}

HeaderLines HeaderLines::take(std::string_view& text) {
  HeaderLines out;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line.empty()) break;
    if ((line[0] == ' ' || line[0] == '\t') && !out.lines_.empty()) {
      out.lines_.back().second += " " + known(line).value_or("");
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || out.lines_.size() >= kMaxHeaderLines) continue;
    out.lines_.emplace_back(lowered(known(line.substr(0, colon)).value_or("")), known(line.substr(colon + 1)).value_or(""));
  }
  return out;
}

std::string_view HeaderLines::get(std::string_view lower_name) const {
  for (const auto& [name, value] : lines_)
    if (name == lower_name) return value;
  return {};
}

std::pair<std::string, std::string> media_type_of(std::string_view content_type) {
  const std::string lower = lowered(content_type);
  std::string charset;
  if (const std::size_t at = lower.find("charset="); at != std::string::npos) {
    const std::size_t begin = lower.find_first_not_of("\"' ", at + 8);
    if (begin != std::string::npos) charset = lower.substr(begin, lower.find_first_of("\"'; ", begin) - begin);
  }
  return {known(lower.substr(0, lower.find_first_of(";,"))).value_or(""), charset};
}

Result<HttpResponse> read_http_response(std::string_view bytes, bool (*wanted)(std::string_view media_type), std::uint64_t limit,
                                        const std::string& where) {
  const std::string_view status_line = take_line(bytes);
  const std::size_t space = status_line.find(' ');
  if (!status_line.starts_with("HTTP/") || space == std::string_view::npos)
    return Error{"bad_archive", "no HTTP response where one should be; write the archive again", where};
  HttpResponse out;
  for (const char c : status_line.substr(space + 1, 3))
    out.status = c >= '0' && c <= '9' ? out.status * 10 + (c - '0') : out.status;
  out.headers = HeaderLines::take(bytes);
  const HeaderLines& headers = out.headers;
  std::tie(out.media_type, out.charset) = media_type_of(headers.get("content-type"));
  if (out.status != 200 || !wanted(out.media_type)) return out;
  std::string body(bytes);
  if (lowered(headers.get("transfer-encoding")).find("chunked") != std::string::npos)
    if (auto joined = dechunked(bytes)) body = std::move(*joined);
  auto plain = decoded(std::move(body), headers.get("content-encoding"), limit, where);
  if (!plain) return plain.error();
  out.body = std::move(*plain);
  return out;
}

}  // namespace attest
