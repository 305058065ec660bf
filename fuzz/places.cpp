#include <cstdint>

#include "know/gazetteer.h"
#include "know/gazetteer_build.h"

// A user's CSV of places, a GeoNames dump, what is compiled from it, and a gazetteer file of any bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (const auto rows = attest::read_place_csv(bytes, "a.csv"))
    if (const auto file = attest::compile_gazetteer(*rows)) (void)attest::Gazetteer::from_bytes(*file);
  if (const auto rows = attest::read_geonames_dump(bytes, "a.txt"))
    if (const auto file = attest::compile_gazetteer(*rows)) (void)attest::Gazetteer::from_bytes(*file);
  (void)attest::Gazetteer::from_bytes(bytes);
  return 0;
}
