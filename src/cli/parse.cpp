#include "cli/run.h"
#include "syntax/syntax.h"
#include "text/text.h"

namespace attest {
namespace {

constexpr std::uint64_t kMaxInput = 1ull << 30;

Result<std::string> parse_input(const SyntaxModel& model, const std::string& input, bool gold_tokens) {
  const auto bytes = SystemFiles().read(input == "-" ? "/dev/stdin" : input, kMaxInput);
  if (!bytes) return bytes.error();
  if (const auto bad = find_invalid_utf8(*bytes); bad != std::string_view::npos) return Error{"bad_encoding", "is not UTF-8 at byte " + std::to_string(bad), input};
  if (gold_tokens) return parse_conllu(model, *bytes, input);
  return parse_text(model, tokenize(*bytes), *bytes);
}

}  // namespace

int run_parse(const Args& args) {
  const auto model = SyntaxModel::load(args.get("--model", join_path(find_data_folder(), "models/en.bin")));
  if (!model) return failed(model.error());
  auto output = Output::open("");
  if (!output) return failed(output.error());
  bool all_read = true;
  for (const auto& input : args.inputs) {
    const auto parsed = parse_input(**model, input, args.has("--gold-tokens"));
    if (parsed) output->write(*parsed);
    else all_read = false, failed(parsed.error());
  }
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return all_read ? 0 : 1;
}

}  // namespace attest
