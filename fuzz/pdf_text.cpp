#include "ingest/pdf_text.h"

#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = attest::to_valid_utf8(std::string(reinterpret_cast<const char*>(data), size));
  const std::string joined = attest::joined_pdf_text(text);
  attest::must(joined.size() <= text.size() * 2 + 2 && attest::find_invalid_utf8(joined) == std::string_view::npos);
  return 0;
}
