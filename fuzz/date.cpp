#include "ingest/date_text.h"
#include "reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attest;
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const auto order : {DayOrder::kUnknown, DayOrder::kDayFirst, DayOrder::kMonthFirst})
    if (const auto found = find_date(text, order)) must(Date::parse(found->iso).has_value() && found->begin < text.size());
  return 0;
}
