#include <set>

#include "cli/case_run.h"
#include "cli/progress.h"
#include "pipeline/pipeline.h"

namespace attest {
namespace {

constexpr std::size_t kBatchReports = 64;
constexpr std::uint64_t kBatchBytes = 8 << 20;
constexpr double kBatchSeconds = 1.0;

// Reports wait here until they are committed together; what is printed has reached the disk.
class Adder {
 public:
  Adder(Store& store, const Recorder& recorder, MadeBy made_by) : store_(store), recorder_(recorder), made_by_(std::move(made_by)) {}

  void take(DocumentOutcome outcome, const Clock& clock) {
    if (!failed_) return;
    if (batch_.empty()) begun_ = clock.monotonic_seconds();
    bytes_ += outcome.document.bytes.size();
    batch_.push_back(std::move(outcome));
    if (batch_.size() >= kBatchReports || bytes_ >= kBatchBytes || clock.monotonic_seconds() - begun_ >= kBatchSeconds) flush();
  }

  void flush() {
    if (!failed_ || batch_.empty()) return;
    failed_ = write();
    batch_.clear();
    bytes_ = 0;
    if (failed_) std::fputs(lines_.c_str(), stdout), std::fflush(stdout);
    lines_.clear();
  }

  const Result<void>& state() const { return failed_; }

 private:
  Result<void> write() {
    auto writer = store_.write();
    if (!writer) return writer.error();
    for (auto& item : batch_) {
      const auto said = item.outcome ? add(**writer, item) : Result<std::string>(line("same", sha256_id(item.document.bytes), item.document.input));
      if (!said) return said.error();
      lines_ += *said;
    }
    return (*writer)->commit();
  }

  static std::string line(std::string_view what, const std::string& id, const std::string& input) { return std::string(what) + " " + id + " " + input + "\n"; }

  Result<std::string> add(CaseWriter& writer, DocumentOutcome& item) {
    const std::string input = item.document.input;
    auto* analysis = std::get_if<Analysis>(&*item.outcome);
    if (!analysis) {
      const auto& error = std::get<Skipped>(*item.outcome).error;
      return "not read: " + error.text() + "\n";
    }
    NewReport report{std::move(item.document), std::move(*analysis), made_by_, input == "-" ? "standard input" : "file"};
    const auto outcome = add_report(writer, recorder_, report);
    if (!outcome) return outcome.error();
    static constexpr std::string_view kWords[] = {"added", "new version", "same", "forgotten earlier, not added"};
    return line(kWords[static_cast<int>(*outcome)], report.analysis.report.id, input);
  }

  Store& store_;
  const Recorder& recorder_;
  const MadeBy made_by_;
  std::vector<DocumentOutcome> batch_;
  std::uint64_t bytes_ = 0;
  double begun_ = 0;
  std::string lines_;
  Result<void> failed_;
};

Result<std::set<std::string>> known_reports(Store& store) {
  std::set<std::string> out;
  auto reader = store.read();
  if (!reader) return reader.error();
  const auto read = (*reader)->reports([&](const ReportRow& row) { out.insert(row.id); return true; });
  if (!read) return read.error();
  return out;
}

}  // namespace

int run_add(const Args& args) {
  const auto options = pipeline_options(args);
  if (!options) return failed(options.error());
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  const auto inputs = inputs_after_case(args);
  if (inputs.empty()) return usage_error("add takes a case and what to add to it");
  auto store = open_case(args);
  if (!store) return failed(store.error());
  const auto know = knowledge_for(args);
  if (!know) return failed(know.error());
  const auto known = known_reports(**store);
  if (!known) return failed(known.error());
  const SystemFiles files;
  const SystemClock clock;
  Progress progress(stderr, is_terminal(stderr), args.has("--quiet"), total_bytes(inputs, files), clock);
  Adder adder(**store, *recorder, made_by(**know));
  bool all_read = true;
  analyze_documents(
      inputs, files, **know, *options, [&](const RawDocument& d) { return !adder.state() || known->contains(sha256_id(d.bytes)); },
      [&](DocumentOutcome outcome) {
        const bool skipped = outcome.outcome && std::holds_alternative<Skipped>(*outcome.outcome);
        all_read = all_read && !skipped;
        progress.add(outcome.document.bytes.size(), skipped);
        adder.take(std::move(outcome), clock);
      });
  adder.flush();
  progress.finish();
  if (!adder.state()) return failed(adder.state().error());
  return all_read ? 0 : 1;
}

}  // namespace attest
