#include "base/base.h"
#include "cli/run.h"

namespace attest {
namespace {

// A paragraph wrapped at the width, further lines indented.
void write_wrapped(Output& output, const std::string& text, std::size_t width, std::size_t indent, std::size_t hang) {
  std::string line(indent, ' ');
  std::size_t used = indent;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (used > indent + hang && used + (end - at) > width) {
      output.write(line + "\n");
      line.assign(indent + hang, ' ');
      used = line.size();
    }
    line += text.substr(at, end - at) + " ";
    used = line.size();
    at = end + 1;
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  output.write(line + "\n");
}

void explain(Output& output, const PolicyInfo& p, std::size_t width) {
  output.write(p.title + " (--policy " + p.name + ")\n");
  write_wrapped(output, p.summary + ". Source: " + p.source + ".", width, 2, 0);
  for (const auto& [rule, source] : p.rules) write_wrapped(output, "- " + rule + " [" + source + "]", width, 2, 2);
  output.write("\n");
}

}  // namespace

int run_policies(const Args& args) {
  auto output = Output::open("");
  if (!output) return failed(output.error());
  const auto width = static_cast<std::size_t>(terminal_columns());
  const auto infos = policy_infos();
  for (const std::string& name : args.inputs) {
    const bool known = std::any_of(infos.begin(), infos.end(), [&](const PolicyInfo& p) { return p.name == name; });
    if (!known) return usage_error("no policy \"" + name + "\"; attest policies lists them");
  }
  for (const PolicyInfo& p : infos)
    if (args.inputs.empty() || std::find(args.inputs.begin(), args.inputs.end(), p.name) != args.inputs.end()) explain(*output, p, width);
  if (args.has("--check")) {
    const auto text = SystemFiles().read(args.get("--check"), 64 << 10);
    if (!text) return failed(text.error());
    const auto own = parse_own_policy(*text, args.get("--check"));
    if (!own) return failed(own.error());
    output->write("The policy file is right: --policy-file " + args.get("--check") + " computes \"" + own->name + "\".\n");
  }
  output->write("Every number that a policy gives is what these reports say, not how many died.\n");
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return 0;
}

}  // namespace attest
