// gzip: a member that fits a window goes through libdeflate in one go, three times as fast as zlib, which streams the larger ones.
#include <libdeflate.h>
#include <zlib.h>

#include "ingest/decompress.h"
#include "ingest/decompressor.h"

namespace attest {
namespace {

constexpr std::size_t kWindow = 1 << 20;      // of compressed bytes
constexpr std::size_t kWholeMember = 4 << 20;  // of decompressed ones
constexpr std::size_t kTried = 1 << 15;        // so much must come out of a member that was only supposed

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* z) const { libdeflate_free_decompressor(z); }
};

// All members of a file, one after the other. Bytes after the last member that begin no new one are ignored, as gzip does; recover()
// goes on where a member begins behind them.
class GzipStream final : public Decompressor {
 public:
  GzipStream(std::unique_ptr<ByteReader> in, std::string where)
      : Decompressor(std::move(in), std::move(where)), whole_(libdeflate_alloc_decompressor()) {
    ready_ = whole_ && inflateInit2(&z_, 15 + 16) == Z_OK;
  }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;
  ~GzipStream() override { inflateEnd(&z_); }

  Result<std::size_t> read(char* into, std::size_t size) override {
    if (!ready_) return broken("no memory to decompress gzip");
    if (held_ == given_out_ && !ended_ && !fault_ && at_start_) take_whole_member();
    if (held_ > given_out_) {
      const std::size_t n = std::min(size, held_ - given_out_);
      std::copy_n(buffer_.get() + given_out_, n, into);
      given_out_ += n;
      return give(n);
    }
    size = std::min<std::size_t>(size, 1u << 30);
    z_.next_out = reinterpret_cast<Bytef*>(into);
    z_.avail_out = static_cast<uInt>(size);
    while (z_.avail_out == size && !ended_ && !fault_) fault_ = step();
    if (z_.avail_out == size && fault_) return *fault_;  // what came before the fault has been given out
    return give(size - z_.avail_out);
  }

 private:
  // False where the next member is larger than the window, or broken: then zlib finds out.
  bool take_whole_member() {
    if (!buffer_) buffer_.reset(new char[kWholeMember]);
    auto part = in().available();
    for (bool more : {true, false}) {
      std::size_t used = 0;
      std::size_t made = 0;
      const auto status = libdeflate_gzip_decompress_ex(whole_.get(), part.data(), part.size(), buffer_.get(), kWholeMember, &used, &made);
      if (status == LIBDEFLATE_SUCCESS && made > 0) {
        given_out_ = 0;
        held_ = made;
        begin_part();
        take(used);
        ended_ = !is_gzip(in().peek(2));
        return true;
      }
      if (status != LIBDEFLATE_BAD_DATA || !more || part.size() >= kWindow) return false;
      const std::size_t had = part.size();
      part = in().peek(kWindow);
      if (part.size() == had) return false;
    }
    return false;
  }

  std::optional<Error> step() {
    const auto part = in().available();
    if (in().error()) return in().error();
    if (part.empty()) return broken("gzip data end in the middle");
    if (at_start_) begin_part();
    at_start_ = false;
    z_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
    z_.avail_in = static_cast<uInt>(std::min<std::size_t>(part.size(), 1u << 30));
    const uInt had = z_.avail_in;
    const int status = inflate(&z_, Z_NO_FLUSH);
    take_of_part(part.substr(0, had - z_.avail_in));
    if (status == Z_STREAM_END) {
      ended_ = !is_gzip(in().peek(2));
      inflateReset(&z_);
      begin_part();
      at_start_ = true;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      return broken(std::string("gzip data are broken (") + (z_.msg ? z_.msg : "unknown fault") + ")");
    }
    return std::nullopt;
  }

  // RFC 1952: magic, deflate, no reserved flag, a known extra flag and system.
  bool may_begin(std::string_view b) const override {
    const auto system = static_cast<unsigned char>(b[9]);
    return is_gzip(b) && b[2] == 8 && (b[3] & 0xE0) == 0 && (b[8] == 0 || b[8] == 2 || b[8] == 4) && (system <= 13 || system == 255);
  }

  // A member whose checksum is right, or else one that gives enough to be no accident.
  bool begin_again() override {
    inflateReset(&z_);
    at_start_ = true;
    ended_ = false;
    fault_.reset();
    held_ = given_out_ = 0;
    if (take_whole_member()) return true;
    const auto part = in().peek(kWindow);
    z_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
    z_.avail_in = static_cast<uInt>(part.size());
    z_.next_out = reinterpret_cast<Bytef*>(buffer_.get());
    z_.avail_out = kTried;
    const int status = inflate(&z_, Z_NO_FLUSH);
    const bool sound = status == Z_OK && z_.avail_out == 0;
    inflateReset(&z_);
    return sound;
  }

  std::unique_ptr<libdeflate_decompressor, FreeDecompressor> whole_;
  std::unique_ptr<char[]> buffer_;
  std::size_t held_ = 0;  // in buffer_, of which given_out_ have been read
  std::size_t given_out_ = 0;
  z_stream z_{};
  bool ready_ = false;
  bool at_start_ = true;  // of a member
  bool ended_ = false;
  std::optional<Error> fault_;
};

}  // namespace

std::unique_ptr<ByteStream> gzip_stream(std::unique_ptr<ByteReader> in, const std::string& where) {
  return std::make_unique<GzipStream>(std::move(in), where);
}

}  // namespace attest
