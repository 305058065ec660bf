#include "ingest/byte_reader.h"

#include <algorithm>

namespace attest {

bool ByteReader::fill(std::size_t want) {
  if (ended_ || error_) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t used = buffer_.size();
  buffer_.resize(used + std::max(want, chunk_));
  auto got = stream_->read(buffer_.data() + used, buffer_.size() - used);
  buffer_.resize(used + (got ? *got : 0));
  if (!got) error_ = got.error();
  else if (*got == 0) ended_ = true;
  return got && *got > 0;
}

std::string_view ByteReader::peek(std::size_t size) {
  while (buffer_.size() - at_ < size && fill(size - (buffer_.size() - at_))) {}
  return std::string_view(buffer_).substr(at_, size);
}

std::string_view ByteReader::available() {
  if (at_ == buffer_.size()) fill(chunk_);
  return std::string_view(buffer_).substr(at_);
}

void ByteReader::skip(std::size_t size) { at_ = std::min(at_ + size, buffer_.size()); }

void ByteReader::put_back(std::string_view bytes) {
  if (bytes.size() <= at_) {
    at_ -= bytes.size();
    bytes.copy(buffer_.data() + at_, bytes.size());
    return;
  }
  buffer_.replace(0, at_, bytes);
  at_ = 0;
}

bool ByteReader::recover() {
  if (!stream_->recover()) return false;
  buffer_.clear();
  at_ = 0;
  ended_ = false;
  error_.reset();
  return true;
}

Result<std::string> read_all(ByteReader& reader, std::uint64_t limit, const std::string& where) {
  std::string out;
  for (auto part = reader.available(); !part.empty(); part = reader.available()) {
    if (out.size() + part.size() > limit)
      return Error{"too_large", "larger than the limit of " + std::to_string(limit >> 20) + " MiB when decompressed; split it",
                   where};
    out += part;
    reader.skip(part.size());
  }
  if (reader.error()) return *reader.error();
  return out;
}

std::optional<Line> LineReader::next() {
  Line line;
  bool any = false;
  bool ended = false;
  for (auto part = reader_.available(); !ended && !part.empty(); part = ended ? part : reader_.available()) {
    any = true;
    const std::size_t end = part.find('\n');
    ended = end != std::string_view::npos;
    const std::size_t size = ended ? end : part.size();
    line.too_large = line.too_large || line.bytes.size() + size > limit_;
    if (line.too_large) std::string().swap(line.bytes);
    else line.bytes += part.substr(0, size);
    reader_.skip(size + ended);
  }
  if (!any || (!ended && reader_.error())) return std::nullopt;
  if (line.bytes.ends_with('\r')) line.bytes.pop_back();
  line.number = ++number_;
  return line;
}

}  // namespace attest
