#include "ingest/http_message.h"

#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto response = attest::read_http_response(
      bytes, [](std::string_view) { return true; }, 1u << 20, "a");
  attest::must(!response || response->body.size() <= 1u << 20);
  if (const auto joined = attest::dechunked(bytes)) attest::must(joined->size() <= size);
  return 0;
}
