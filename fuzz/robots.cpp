// The first line is the address, the rest the file.
#include "fetch/fetch.h"
#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(bytes.find('\n'), size);
  const auto robots = attest::Robots::parse(bytes.substr(std::min(end + 1, size)));
  robots.allows("attest", bytes.substr(0, end));
  if (const auto normal = attest::normal_address(std::string(bytes.substr(0, end)))) {
    const auto again = attest::normal_address(*normal);
    attest::must(again && *again == *normal);
  }
  return 0;
}
