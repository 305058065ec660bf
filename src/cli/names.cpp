#include <cstdio>

#include "cli/lines.h"
#include "cli/run.h"
#include "know/names.h"

namespace attest {

int run_names(const Args& args) {
  if (!args.has("--pairs")) return usage_error("names needs --pairs FILE: two spellings a line, a tab between");
  return write_lines(args.get("--pairs"), [](std::string_view line, std::size_t number) -> Result<std::string> {
    const auto tab = line.find('\t');
    if (tab == std::string_view::npos) return Error{"unreadable", "a line needs two spellings with a tab between", "line " + std::to_string(number)};
    const auto second = line.substr(tab + 1);
    char score[16];
    std::snprintf(score, sizeof score, "%.4f", name_similarity(line.substr(0, tab), second.substr(0, second.find('\t'))));
    return std::string(score);
  });
}

}  // namespace attest
