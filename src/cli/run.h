#pragma once
// What the commands that read reports share: knowledge, options, progress, and writing.
#include <functional>
#include <memory>

#include "cli/command.h"
#include "pipeline/pipeline.h"

namespace attest {

// Writes to a stream and remembers failure (a full disk, a closed pipe), so that no half-written output passes for a whole one.
class Output {
 public:
  // `path` "": standard output.
  static Result<Output> open(const std::string& path);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();
  void write(std::string_view text);
  Result<void> close();

 private:
  Output(std::FILE* file, std::string path) : file_(file), path_(std::move(path)) {}
  std::FILE* file_;
  std::string path_;
  bool failed_ = false;
};

Result<std::shared_ptr<const Knowledge>> knowledge_for(const Args& args);
Result<PipelineOptions> pipeline_options(const Args& args);

// Analyses args.inputs with progress; gives whether every input was read.
bool analyze_with_progress(const Args& args, const Knowledge& know, const PipelineOptions& options, const std::function<void(Outcome)>& sink);

// Columns of the terminal on standard output within 80 to 200; 100 where it is none.
int terminal_columns();
bool is_terminal(std::FILE* file);
// An error that ends the command: prints it, gives status 2.
int failed(const Error& error);

}  // namespace attest
