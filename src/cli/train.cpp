#include <cstdio>

#include "cli/run.h"
#include "syntax/syntax.h"

namespace attest {

int run_train(const Args& args) {
  if (args.inputs.size() != 1 || args.inputs[0] != "syntax") return usage_error("train takes one word: syntax");
  const auto epochs = args.number("--epochs", 12, 1, 100);
  if (!epochs) return usage_error("--epochs takes a whole number from 1 to 100");
  if (!args.has("--out")) return usage_error("train needs --out FILE");
  SyntaxTraining training;
  training.treebanks = args.all("--treebank");
  training.names = args.all("--ner");
  training.epochs = static_cast<int>(*epochs);
  const auto model = train_syntax(SystemFiles(), training, [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); });
  if (!model) return failed(model.error());
  auto output = Output::open(args.get("--out"));
  if (!output) return failed(output.error());
  output->write(*model);
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  return 0;
}

}  // namespace attest
