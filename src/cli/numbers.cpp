#include "cli/lines.h"
#include "cli/run.h"
#include "text/text.h"

namespace attest {

int run_numbers(const Args& args) {
  const auto know = knowledge_for(args);
  if (!know) return failed(know.error());
  return write_lines(args.inputs.front(), [&](std::string_view line, std::size_t) -> Result<std::string> {
    return numbers_json((*know)->numbers.scan(tokenize(line), line), line);
  });
}

}  // namespace attest
