#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto links = attest::listed_links(bytes, "http://hillpost.example/feed", {}))
    for (const auto& address : links->addresses) attest::must(address.size() > 7 && (address[0] | 32) == 'h');
  return 0;
}
