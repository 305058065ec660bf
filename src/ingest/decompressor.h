#pragma once
// What the decompressing streams share: where they are, for messages; the limit of growth; and going on behind a broken part.
#include <algorithm>
#include <string>

#include "ingest/byte_reader.h"

namespace attest {

// A member (gzip) or frame (zstd) is a part that can be read without the others. The last compressed bytes of the current part are
// remembered, so that after a fault the search for the next part can begin inside what was taken for this one.
class Decompressor : public ByteStream {
 public:
  Decompressor(std::unique_ptr<ByteReader> in, std::string where) : in_(std::move(in)), where_(std::move(where)) {}

  bool recover() final {
    in_->put_back(part_);
    taken_ -= part_.size();
    part_.clear();
    for (;;) {
      take(std::min<std::size_t>(in_->available().size(), 1));
      if (!find_part()) return false;
      if (begin_again()) return true;
    }
  }

 protected:
  static constexpr std::uint64_t kAlwaysAllowed = 64ull << 20;
  static constexpr std::uint64_t kMaxGrowth = 400;
  static constexpr std::size_t kRemembered = 1 << 20;

  // Whether a part may begin with these bytes, of which there are kMagic or more.
  static constexpr std::size_t kMagic = 10;
  virtual bool may_begin(std::string_view) const { return false; }
  // Sets out to read the part that may begin here; false where it is none after all.
  virtual bool begin_again() { return false; }

  Error broken(const std::string& what) const {
    return {"bad_archive", what + "; fetch or compress the file again", where_ + ", byte " + std::to_string(taken_)};
  }
  void take(std::size_t n) {
    in_->skip(n);
    taken_ += n;
  }
  void begin_part() { part_.clear(); }
  // As take, of bytes that belong to the current part, of which the last are remembered.
  void take_of_part(std::string_view bytes) {
    part_ += bytes;
    if (part_.size() > 2 * kRemembered) part_.erase(0, part_.size() - kRemembered);
    take(bytes.size());
  }
  // The bytes given out in this call, or the error of a stream that grows beyond all measure.
  Result<std::size_t> give(std::size_t n) {
    given_ += n;
    if (given_ > kAlwaysAllowed && given_ / kMaxGrowth > taken_)
      return Error{
          "too_large",
          "expands more than " + std::to_string(kMaxGrowth) + " times, as decompression bombs do; decompress it yourself",
          where_};
    return n;
  }
  ByteReader& in() { return *in_; }

 private:
  // To the next bytes with which a part may begin.
  bool find_part() {
    for (;;) {
      const auto part = in_->peek(std::max<std::size_t>(in_->available().size(), kMagic));
      if (part.size() < kMagic) return false;
      std::size_t at = 0;
      while (at + kMagic <= part.size() && !may_begin(part.substr(at))) ++at;
      const bool found = at + kMagic <= part.size();
      take(at);
      if (found) return true;
    }
  }

  std::unique_ptr<ByteReader> in_;
  std::string where_;
  std::string part_;
  std::uint64_t taken_ = 0;
  std::uint64_t given_ = 0;
};

// One each a file; `in` begins with the first byte of the format.
std::unique_ptr<ByteStream> gzip_stream(std::unique_ptr<ByteReader> in, const std::string& where);
std::unique_ptr<ByteStream> zstd_stream(std::unique_ptr<ByteReader> in, const std::string& where);
std::unique_ptr<ByteStream> brotli_stream(std::unique_ptr<ByteReader> in, const std::string& where);

}  // namespace attest
