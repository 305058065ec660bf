#include "cli/lines.h"

#include <algorithm>

#include "cli/run.h"

namespace attest {

int write_lines(const std::string& path, const std::function<Result<std::string>(std::string_view, std::size_t)>& line_of) {
  constexpr std::uint64_t kMaxFile = 1ull << 30;
  const auto text = SystemFiles().read(path == "-" ? "/dev/stdin" : path, kMaxFile);
  if (!text) return failed(text.error());
  if (const auto bad = find_invalid_utf8(*text); bad != std::string_view::npos)
    return failed({"bad_encoding", "is not UTF-8 at byte " + std::to_string(bad), path});
  auto output = Output::open("");
  if (!output) return failed(output.error());
  std::size_t number = 0;
  for (std::size_t at = 0; at < text->size();) {
    const auto end = std::min(text->find('\n', at), text->size());
    auto line = std::string_view(*text).substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto written = line_of(line, ++number);
    if (!written) return failed({written.error().code, written.error().message, path + ", " + written.error().where});
    output->write(*written + "\n");
    at = end + 1;
  }
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return 0;
}

}  // namespace attest
