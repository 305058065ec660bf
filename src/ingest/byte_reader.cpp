#include "ingest/byte_reader.h"

#include <algorithm>

namespace attest {

void ByteReader::reserve(std::size_t capacity) {
  if (capacity <= capacity_) return;
  capacity_ = std::max(capacity, capacity_ * 2);
  std::unique_ptr<char[]> larger(new char[capacity_]);
  std::copy_n(buffer_.get() + at_, end_ - at_, larger.get() + at_);
  buffer_ = std::move(larger);
}

bool ByteReader::fill(std::size_t want) {
  if (ended_ || error_) return false;
  if (at_ > 0) {
    std::copy(buffer_.get() + at_, buffer_.get() + end_, buffer_.get());
    end_ -= at_;
    at_ = 0;
  }
  const std::size_t room = std::max(want, chunk_);
  reserve(end_ + room);
  auto got = stream_->read(buffer_.get() + end_, room);
  if (!got) error_ = got.error();
  else if (*got == 0) ended_ = true;
  else end_ += *got;
  return got && *got > 0;
}

std::string_view ByteReader::peek(std::size_t size) {
  while (end_ - at_ < size && fill(size - (end_ - at_))) {}
  return held().substr(0, size);
}

std::string_view ByteReader::available() {
  if (at_ == end_) fill(chunk_);
  return held();
}

void ByteReader::skip(std::size_t size) { at_ = std::min(at_ + size, end_); }

void ByteReader::put_back(std::string_view bytes) {
  if (bytes.size() > at_) {
    const std::size_t more = bytes.size() - at_;
    reserve(end_ + more);
    std::copy_backward(buffer_.get() + at_, buffer_.get() + end_, buffer_.get() + end_ + more);
    at_ += more;
    end_ += more;
  }
  at_ -= bytes.size();
  bytes.copy(buffer_.get() + at_, bytes.size());
}

bool ByteReader::recover() {
  if (!stream_->recover()) return false;
  at_ = end_ = 0;
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
