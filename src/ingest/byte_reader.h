#pragma once
// Reading a stream with a look ahead, line by line or whole, under limits.
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/base.h"

namespace attest {

// A stream with a buffer before it. An error of the stream stays: every later read gives it again.
class ByteReader {
 public:
  // Reads `chunk` bytes at a time.
  explicit ByteReader(std::unique_ptr<ByteStream> stream, std::size_t chunk = 1 << 18)
      : stream_(std::move(stream)), chunk_(chunk) {}

  // Up to `size` bytes from here on without taking them; fewer only at the end or before an error.
  std::string_view peek(std::size_t size);
  // What is buffered; fills the buffer first where it is empty. Empty at the end and at an error.
  std::string_view available();
  void skip(std::size_t size);  // at most what is buffered
  const std::optional<Error>& error() const { return error_; }
  // Puts bytes back before what comes next; they were taken last.
  void put_back(std::string_view bytes);
  // After an error or the end: goes on behind what is broken, see ByteStream::recover.
  bool recover();
  ByteStream& stream() { return *stream_; }

 private:
  bool fill(std::size_t want);
  void reserve(std::size_t capacity);
  std::string_view held() const { return {buffer_.get() + at_, end_ - at_}; }

  std::unique_ptr<ByteStream> stream_;
  std::size_t chunk_;
  std::unique_ptr<char[]> buffer_;  // no string: what is read over need not be zero first
  std::size_t capacity_ = 0;
  std::size_t at_ = 0, end_ = 0;  // what is buffered
  bool ended_ = false;
  std::optional<Error> error_;
};

// All that is left; too_large above `limit` bytes.
Result<std::string> read_all(ByteReader& reader, std::uint64_t limit, const std::string& where);

// A line without its end ("\n" or "\r\n"). One longer than the limit is read to its end but not held.
struct Line {
  std::string bytes;
  std::size_t number = 0;  // from 1
  bool too_large = false;
};

// The next line, or none at the end and at an error (see ByteReader::error). A last line without a line end counts.
class LineReader {
 public:
  LineReader(ByteReader& reader, std::uint64_t limit) : reader_(reader), limit_(limit) {}
  std::optional<Line> next();

 private:
  ByteReader& reader_;
  std::uint64_t limit_;
  std::size_t number_ = 0;
};

}  // namespace attest
