#include "cli/run.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

#include "cli/progress.h"

namespace attest {

Result<Output> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return Output(stdout, "standard output");
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (!file) return Error{"unreadable", std::string("cannot write: ") + std::strerror(errno), path};
  return Output(file, path);
}

Output::Output(Output&& other) noexcept : file_(std::exchange(other.file_, nullptr)), path_(std::move(other.path_)), failed_(other.failed_) {}

Output::~Output() {
  if (file_ && file_ != stdout) std::fclose(file_);
}

void Output::write(std::string_view text) {
  if (!failed_ && std::fwrite(text.data(), 1, text.size(), file_) != text.size()) failed_ = true;
}

Result<void> Output::close() {
  std::FILE* file = std::exchange(file_, nullptr);
  if (!file) return {};
  const bool ended = file == stdout ? std::fflush(file) == 0 : std::fclose(file) == 0;
  if (failed_ || !ended) return Error{"unreadable", "could not write everything; what stands there is not whole", path_};
  return {};
}

Result<std::shared_ptr<const Knowledge>> knowledge_for(const Args& args) {
  KnowledgeOptions options;
  options.extra_gazetteers = added_places(added_places_folder());
  const auto given = args.all("--gazetteer");
  options.extra_gazetteers.insert(options.extra_gazetteers.end(), given.begin(), given.end());
  options.extra_lists = args.all("--lists");
  return load_everything(SystemFiles(), options);
}

Result<PipelineOptions> pipeline_options(const Args& args) {
  PipelineOptions out;
  const auto cores = std::max<std::int64_t>(1, std::thread::hardware_concurrency());
  const auto threads = args.number("--threads", cores, 1, 1024);
  if (!threads) return Error{"", "takes a whole number from 1 to 1024", "--threads"};
  out.threads = static_cast<int>(*threads);
  const auto limit = args.number("--max-bytes", static_cast<std::int64_t>(out.ingest.max_bytes), 1, std::int64_t{1} << 40);
  if (!limit) return Error{"", "takes a whole number of bytes", "--max-bytes"};
  out.ingest.max_bytes = static_cast<std::uint64_t>(*limit);
  for (const auto& field : args.all("--field")) {
    const auto equals = field.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == field.size()) return Error{"", "takes NAME=COLUMN, as text=content", "--field"};
    out.ingest.fields[field.substr(0, equals)] = field.substr(equals + 1);
  }
  return out;
}

bool analyze_with_progress(const Args& args, const Knowledge& know, const PipelineOptions& options, const std::function<void(Outcome)>& sink) {
  const SystemFiles files;
  const SystemClock clock;
  Progress progress(stderr, is_terminal(stderr), args.has("--quiet"), total_bytes(args.inputs, files), clock);
  bool all_read = true;
  analyze_inputs(args.inputs, files, know, options, [&](Outcome outcome) {
    const auto* analysis = std::get_if<Analysis>(&outcome);
    if (!analysis) all_read = false;
    progress.add(analysis ? analysis->report.text.size() : 0, !analysis);
    sink(std::move(outcome));
  });
  progress.finish();
  return all_read;
}

int terminal_columns() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
  return std::clamp<int>(size.ws_col, 80, 200);
}

bool is_terminal(std::FILE* file) { return ::isatty(::fileno(file)) != 0; }

int failed(const Error& error) {
  std::fprintf(stderr, "attest: %s\n", error.text().c_str());
  return 2;
}

}  // namespace attest
