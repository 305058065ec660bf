#include <cstdint>
#include <cstdlib>

#include "syntax/conllu.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attest::syntax;
  const auto read = read_conllu({reinterpret_cast<const char*>(data), size}, "a.conllu");
  if (!read) return 0;
  std::string out;
  for (const auto& sentence : *read) out += write_conllu(sentence);
  if (!read_conllu(out, "again.conllu")) std::abort();  // what was read can be written and read again
  return 0;
}
