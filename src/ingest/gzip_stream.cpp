// gzip: a member that fits a window goes through libdeflate in one go, three times as fast as zlib, which streams the larger
// ones.
#include <libdeflate.h>
#include <zlib.h>

#include <utility>

#include "ingest/decompress.h"
#include "ingest/decompressor.h"

namespace attest {
namespace {

constexpr std::size_t kWindow = 1 << 20;       // of compressed bytes
constexpr std::size_t kWholeMember = 4 << 20;  // of decompressed ones
constexpr std::size_t kPiece = 1 << 18;
constexpr std::size_t kTried = 1 << 15;  // so much must come out of a member that was only supposed

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* z) const { libdeflate_free_decompressor(z); }
};

// All members of a file, one after the other. Bytes after the last member that begin no new one are ignored, as gzip does;
// recover() goes on where a member begins behind them.
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
    while (sound_.empty()) {
      if (fault_) return *fault_;
      if (ended_ && last_.empty()) return std::size_t{0};
      if (at_start_ && last_.empty() && take_whole_member()) continue;
      fault_ = step();
    }
    const std::size_t n = sound_.copy(into, size);
    sound_.remove_prefix(n);
    return give(n);
  }

 private:
  // False where the next member is larger than the window, or broken: then zlib finds out.
  bool take_whole_member() {
    if (!whole_member_) whole_member_.reset(new char[kWholeMember]);
    auto part = in().available();
    for (bool more : {true, false}) {
      std::size_t used = 0;
      std::size_t made = 0;
      const auto status =
          libdeflate_gzip_decompress_ex(whole_.get(), part.data(), part.size(), whole_member_.get(), kWholeMember, &used, &made);
      if (status == LIBDEFLATE_SUCCESS && made > 0) {
        sound_ = {whole_member_.get(), made};
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

  // The next piece of a member. A piece is sound when the next one could be made, the last one when the checksum holds: what is
  // given out of a small member is never in doubt.
  std::optional<Error> step() {
    if (at_start_ && !last_.empty()) {
      sound_ = std::exchange(last_, {});
      return std::nullopt;
    }
    const auto part = in().available();
    if (in().error()) return in().error();
    if (part.empty()) return broken("gzip data end in the middle");
    if (at_start_) begin_part();
    at_start_ = false;
    auto& piece = pieces_[turn_ ^= 1];
    if (!piece) piece.reset(new char[kPiece]);
    z_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
    z_.avail_in = static_cast<uInt>(std::min<std::size_t>(part.size(), 1u << 30));
    z_.next_out = reinterpret_cast<Bytef*>(piece.get());
    z_.avail_out = kPiece;
    const uInt had = z_.avail_in;
    const int status = inflate(&z_, Z_NO_FLUSH);
    take_of_part(part.substr(0, had - z_.avail_in));
    const std::string_view made(piece.get(), kPiece - z_.avail_out);
    if (status == Z_STREAM_END) {
      ended_ = !is_gzip(in().peek(2));
      inflateReset(&z_);
      begin_part();
      at_start_ = true;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      last_ = {};
      return broken(std::string("gzip data are broken (") + (z_.msg ? z_.msg : "unknown fault") + ")");
    }
    if (made.empty()) turn_ ^= 1;
    else sound_ = std::exchange(last_, made);
    return std::nullopt;
  }

  // RFC 1952: magic, deflate, no reserved flag, a known extra flag and system.
  bool may_begin(std::string_view b) const override {
    const auto system = static_cast<unsigned char>(b[9]);
    return is_gzip(b) && b[2] == 8 && (b[3] & 0xE0) == 0 && (b[8] == 0 || b[8] == 2 || b[8] == 4) &&
           (system <= 13 || system == 255);
  }

  // A member whose checksum is right, or else one that gives enough to be no accident.
  bool begin_again() override {
    inflateReset(&z_);
    at_start_ = true;
    ended_ = false;
    fault_.reset();
    sound_ = last_ = {};
    if (take_whole_member()) return true;
    const auto part = in().peek(kWindow);
    z_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
    z_.avail_in = static_cast<uInt>(part.size());
    z_.next_out = reinterpret_cast<Bytef*>(whole_member_.get());
    z_.avail_out = kTried;
    const int status = inflate(&z_, Z_NO_FLUSH);
    const bool sound = status == Z_OK && z_.avail_out == 0;
    inflateReset(&z_);
    return sound;
  }

  std::unique_ptr<libdeflate_decompressor, FreeDecompressor> whole_;
  std::unique_ptr<char[]> whole_member_;
  std::unique_ptr<char[]> pieces_[2];
  int turn_ = 0;
  std::string_view sound_;  // may be given out
  std::string_view last_;   // what waits until the next piece or the checksum
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
