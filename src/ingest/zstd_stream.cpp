// zstd: frames one after the other; a dictionary in the first skippable frame, as .warc.zst files have it.
#include <zstd.h>

#include "ingest/decompress.h"
#include "ingest/decompressor.h"

namespace attest {
namespace {

constexpr int kMaxWindowLog = 27;  // 128 MiB
constexpr std::size_t kMaxDictionary = 16u << 20;
constexpr std::string_view kDictionaryFrame = "\x5d\x2a\x4d\x18";
constexpr std::string_view kFrame = "\x28\xb5\x2f\xfd";

class ZstdStream final : public Decompressor {
 public:
  ZstdStream(std::unique_ptr<ByteReader> in, std::string where)
      : Decompressor(std::move(in), std::move(where)), z_(ZSTD_createDStream()) {
    ZSTD_DCtx_setParameter(z_, ZSTD_d_windowLogMax, kMaxWindowLog);
  }
  ZstdStream(const ZstdStream&) = delete;
  ZstdStream& operator=(const ZstdStream&) = delete;
  ~ZstdStream() override { ZSTD_freeDStream(z_); }

  Result<std::size_t> read(char* into, std::size_t size) override {
    if (!begun_) fault_ = dictionary();
    begun_ = true;
    ZSTD_outBuffer out{into, size, 0};
    while (out.pos == 0 && !fault_) {
      const auto part = in().available();
      if (in().error()) return *in().error();
      if (part.empty() && !in_frame_) return std::size_t{0};
      if (!in_frame_) begin_part();
      ZSTD_inBuffer feed{part.data(), part.size(), 0};
      const std::size_t status = ZSTD_decompressStream(z_, &out, &feed);
      take_of_part(part.substr(0, feed.pos));
      if (ZSTD_isError(status)) fault_ = broken(std::string("zstd data are broken (") + ZSTD_getErrorName(status) + ")");
      else in_frame_ = status != 0;
      if (!in_frame_) begin_part();
      if (part.empty() && out.pos == 0) fault_ = broken("zstd data end in the middle");
    }
    if (out.pos == 0) return *fault_;
    return give(out.pos);
  }

 private:
  std::optional<Error> dictionary() {
    const auto head = in().peek(8);
    if (!head.starts_with(kDictionaryFrame) || head.size() < 8) return std::nullopt;
    std::size_t size = 0;
    for (int i = 3; i >= 0; --i) size = size * 256 + static_cast<unsigned char>(head[4 + i]);
    if (size > kMaxDictionary) return broken("a zstd dictionary larger than 16 MiB");
    const auto frame = in().peek(8 + size);
    if (frame.size() < 8 + size) return broken("zstd data end in the dictionary");
    std::string plain(frame.substr(8));
    if (plain.starts_with(kFrame)) {
      std::string packed(kMaxDictionary, '\0');
      packed.swap(plain);
      const std::size_t made = ZSTD_decompressDCtx(z_, plain.data(), plain.size(), packed.data(), packed.size());
      if (ZSTD_isError(made)) return broken("a zstd dictionary that is broken or larger than 16 MiB");
      plain.resize(made);
    }
    take(8 + size);
    if (ZSTD_isError(ZSTD_DCtx_loadDictionary(z_, plain.data(), plain.size()))) return broken("a zstd dictionary that is broken");
    return std::nullopt;
  }

  bool may_begin(std::string_view bytes) const override { return bytes.starts_with(kFrame); }
  bool begin_again() override {
    ZSTD_DCtx_reset(z_, ZSTD_reset_session_only);
    in_frame_ = false;
    fault_.reset();
    return true;
  }

  ZSTD_DStream* z_;
  bool begun_ = false;
  bool in_frame_ = false;
  std::optional<Error> fault_;
};

}  // namespace

std::unique_ptr<ByteStream> zstd_stream(std::unique_ptr<ByteReader> in, const std::string& where) {
  return std::make_unique<ZstdStream>(std::move(in), where);
}

}  // namespace attest
