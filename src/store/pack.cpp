#include "store/pack.h"

#include <zstd.h>

#include <cassert>
#include <memory>

namespace attest {
namespace {

constexpr int kLevel = 9;  // 12 takes three times as long for half a hundredth less

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

Error broken(const char* why) { return {"broken", std::string("packed bytes cannot be read: ") + why, ""}; }

}  // namespace

std::string pack(std::string_view bytes, std::string_view prefix) {
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  ZSTD_CCtx_reset(context.get(), ZSTD_reset_session_and_parameters);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_refPrefix(context.get(), prefix.data(), prefix.size());
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size = ZSTD_compress2(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
  assert(!ZSTD_isError(size));  // the room is enough by ZSTD_compressBound
  out.resize(size);
  out.shrink_to_fit();
  return out;
}

Result<std::string> unpack(std::string_view packed, std::string_view prefix, std::uint64_t limit) {
  thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
  const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) return broken("no zstd frame");
  if (size > limit) return broken("larger than may be");
  ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_and_parameters);
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, 31);
  ZSTD_DCtx_refPrefix(context.get(), prefix.data(), prefix.size());
  std::string out(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompressDCtx(context.get(), out.data(), out.size(), packed.data(), packed.size());
  if (ZSTD_isError(got)) return broken(ZSTD_getErrorName(got));
  if (got != out.size()) return broken("shorter than it says");
  return out;
}

}  // namespace attest
