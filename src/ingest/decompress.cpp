#include "ingest/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>

namespace attest {
namespace {

constexpr std::uint64_t kAlwaysAllowed = 64ull << 20;
constexpr std::uint64_t kMaxGrowth = 400;

// What both formats share: where we are, for messages and for the limit of growth.
class Decompressor : public ByteStream {
 public:
  Decompressor(std::unique_ptr<ByteReader> in, std::string where) : in_(std::move(in)), where_(std::move(where)) {}

 protected:
  Error broken(const std::string& what) const {
    return {"bad_archive", what + "; fetch or compress the file again", where_ + ", byte " + std::to_string(taken_)};
  }
  void take(std::size_t n) {
    in_->skip(n);
    taken_ += n;
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
  std::unique_ptr<ByteReader> in_;
  std::string where_;
  std::uint64_t taken_ = 0;
  std::uint64_t given_ = 0;
};

// All members of a gzip file, one after the other. Bytes after the last member that begin no new one are ignored, as gzip does.
class GzipStream final : public Decompressor {
 public:
  GzipStream(std::unique_ptr<ByteReader> in, std::string where) : Decompressor(std::move(in), std::move(where)) {
    ready_ = inflateInit2(&z_, 15 + 16) == Z_OK;
  }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;
  ~GzipStream() override { inflateEnd(&z_); }

  Result<std::size_t> read(char* into, std::size_t size) override {
    if (!ready_) return broken("no memory to decompress gzip");
    size = std::min<std::size_t>(size, 1u << 30);
    z_.next_out = reinterpret_cast<Bytef*>(into);
    z_.avail_out = static_cast<uInt>(size);
    while (z_.avail_out == size && !ended_ && !fault_) fault_ = step();
    if (z_.avail_out == size && fault_) return *fault_;  // what came before the fault has been given out
    return give(size - z_.avail_out);
  }

 private:
  std::optional<Error> step() {
    const auto part = in().available();
    if (in().error()) return in().error();
    if (part.empty()) return broken("gzip data end in the middle");
    z_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
    z_.avail_in = static_cast<uInt>(part.size());
    const int status = inflate(&z_, Z_NO_FLUSH);
    take(part.size() - z_.avail_in);
    if (status == Z_STREAM_END) {
      ended_ = !is_gzip(in().peek(2));
      inflateReset(&z_);
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      return broken(std::string("gzip data are broken (") + (z_.msg ? z_.msg : "unknown fault") + ")");
    }
    return std::nullopt;
  }

  z_stream z_{};
  bool ready_ = false;
  bool ended_ = false;
  std::optional<Error> fault_;
};

class ZstdStream final : public Decompressor {
 public:
  ZstdStream(std::unique_ptr<ByteReader> in, std::string where)
      : Decompressor(std::move(in), std::move(where)), z_(ZSTD_createDStream()) {
    ZSTD_DCtx_setParameter(z_, ZSTD_d_windowLogMax, 27);  // 128 MiB
  }
  ZstdStream(const ZstdStream&) = delete;
  ZstdStream& operator=(const ZstdStream&) = delete;
  ~ZstdStream() override { ZSTD_freeDStream(z_); }

  Result<std::size_t> read(char* into, std::size_t size) override {
    ZSTD_outBuffer out{into, size, 0};
    while (out.pos == 0) {
      const auto part = in().available();
      if (in().error()) return *in().error();
      if (part.empty() && !in_frame_) return std::size_t{0};
      ZSTD_inBuffer feed{part.data(), part.size(), 0};
      const std::size_t status = ZSTD_decompressStream(z_, &out, &feed);
      take(feed.pos);
      if (ZSTD_isError(status)) return broken(std::string("zstd data are broken (") + ZSTD_getErrorName(status) + ")");
      in_frame_ = status != 0;
      if (part.empty() && out.pos == 0) return broken("zstd data end in the middle");
    }
    return give(out.pos);
  }

 private:
  ZSTD_DStream* z_;
  bool in_frame_ = false;
};

}  // namespace

bool is_gzip(std::string_view head) { return head.starts_with("\x1f\x8b"); }
bool is_zstd(std::string_view head) { return head.starts_with("\x28\xb5\x2f\xfd"); }

std::unique_ptr<ByteReader> decompressed(std::unique_ptr<ByteReader> reader, const std::string& where) {
  for (int level = 0; level < 2; ++level) {
    const auto head = reader->peek(4);
    if (is_gzip(head)) reader = std::make_unique<ByteReader>(std::make_unique<GzipStream>(std::move(reader), where));
    else if (is_zstd(head)) reader = std::make_unique<ByteReader>(std::make_unique<ZstdStream>(std::move(reader), where));
    else break;
  }
  return reader;
}

}  // namespace attest
