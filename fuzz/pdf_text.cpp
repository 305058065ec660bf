#include "ingest/pdf_text.h"

#include "ingest/pdf_layout.h"
#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string raw = attest::to_valid_utf8(std::string(reinterpret_cast<const char*>(data), size));
  const std::string text = raw.starts_with('<') ? attest::read_pdf_layout(raw).text : raw;
  const std::string joined = attest::joined_pdf_text(text);
  attest::must(joined.size() <= text.size() * 2 + 2 && attest::find_invalid_utf8(joined) == std::string_view::npos);
  return 0;
}
