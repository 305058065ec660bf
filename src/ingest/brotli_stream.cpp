// Brotli, which has no magic bytes: known by a file's suffix or a header.
#include <brotli/decode.h>

#include "ingest/decompressor.h"

namespace attest {
namespace {

struct FreeState {
  void operator()(BrotliDecoderState* z) const { BrotliDecoderDestroyInstance(z); }
};

class BrotliStream final : public Decompressor {
 public:
  BrotliStream(std::unique_ptr<ByteReader> in, std::string where)
      : Decompressor(std::move(in), std::move(where)), z_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {}

  Result<std::size_t> read(char* into, std::size_t size) override {
    if (!z_) return broken("no memory to decompress brotli");
    auto* out = reinterpret_cast<std::uint8_t*>(into);
    std::size_t room = size;
    while (room == size && !BrotliDecoderIsFinished(z_.get())) {
      const auto part = in().available();
      if (in().error()) return *in().error();
      std::size_t left = part.size();
      const auto* next = reinterpret_cast<const std::uint8_t*>(part.data());
      const auto status = BrotliDecoderDecompressStream(z_.get(), &left, &next, &room, &out, nullptr);
      take(part.size() - left);
      if (status == BROTLI_DECODER_RESULT_ERROR) return broken("brotli data are broken");
      if (status == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT && part.empty()) return broken("brotli data end in the middle");
    }
    return give(size - room);
  }

 private:
  std::unique_ptr<BrotliDecoderState, FreeState> z_;
};

}  // namespace

std::unique_ptr<ByteStream> brotli_stream(std::unique_ptr<ByteReader> in, const std::string& where) {
  return std::make_unique<BrotliStream>(std::move(in), where);
}

}  // namespace attest
