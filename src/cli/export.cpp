#include <fcntl.h>
#include <unistd.h>

#include "cli/case_run.h"
#include "export/export.h"
#include "pipeline/pipeline.h"

namespace attest {
namespace {

// A file that has lost its name already: should the program be killed, nothing of it stays.
class Nameless {
 public:
  explicit Nameless(const std::string& path) : fd_(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {
    if (open()) ::unlink(path.c_str());
  }
  ~Nameless() {
    if (open()) ::close(fd_);
  }
  Nameless(const Nameless&) = delete;
  Nameless& operator=(const Nameless&) = delete;
  bool open() const { return fd_ >= 0; }
  int fd() const { return fd_; }

 private:
  int fd_;
};

// An entry that is on the disk before anything leaves.
Result<LogEntry> logged(SqliteStore& store, const Recorder& recorder, Exporting exporting) {
  auto writer = store.write();
  if (!writer) return writer.error();
  auto entry = log_export(**writer, recorder, std::move(exporting));
  if (!entry) return entry.error();
  if (const auto kept = (*writer)->commit(); !kept) return kept.error();
  return entry;
}

// Originals leave a case only so: encrypted to the one who gets them, and logged.
int export_originals(const Args& args, SqliteStore& store, const Recorder& recorder) {
  if (args.get("--recipient").empty() || args.get("--output").empty() || args.get("--purpose").empty()) return usage_error("--originals takes --recipient KEY.pub, --purpose TEXT and --output FILE");
  const auto text = read_small_file(args.get("--recipient"));
  if (!text) return failed(text.error());
  const auto key = read_key(*text, args.get("--recipient"));
  if (!key) return failed(key.error());
  const std::string to = args.get("--output");
  const Nameless draft(to + ".draft-" + std::to_string(::getpid()));
  if (!draft.open()) return failed({"unreadable", "cannot be written", to});
  const auto entry = logged(store, recorder, {"", "originals", "", args.get("--purpose"), hex(key->public_key)});
  if (!entry) return failed(entry.error());
  auto reader = store.read();
  if (!reader) return failed(reader.error());
  auto done = write_originals(**reader, draft.fd());
  if (done) done = seal_file("/proc/self/fd/" + std::to_string(draft.fd()), to, key->public_key);
  if (!done) return failed(done.error());
  std::printf("wrote %s, encrypted to %s (entry %llu)\n", to.c_str(), hex(key->public_key).c_str(), static_cast<unsigned long long>(entry->seq));
  return 0;
}

// Names stand in an output only for a stated reason and reader, which the log keeps.
Result<ShownNames> shown_names(const Args& args, SqliteStore& store, const Recorder& recorder) {
  if (!args.has("--names")) return ShownNames::kNone;
  if (args.get("--basis").empty() || args.get("--purpose").empty() || args.get("--recipient").empty())
    return Error{"", "takes --basis, --purpose and --recipient with it: names go to somebody, for something, with a right to it", "--names"};
  const auto names = args.get("--names"), basis = args.get("--basis");
  if (names == "living" && basis != "own_consent") return Error{"", "names of the living take --basis own_consent", "--names"};
  if (names == "dead" && basis == "own_consent") return Error{"", "names of the dead take --basis published_list or family_consent", "--names"};
  const auto entry = logged(store, recorder, {"", "names of the " + names, basis, args.get("--purpose"), args.get("--recipient")});
  if (!entry) return entry.error();
  return names == "dead" ? ShownNames::kDead : ShownNames::kLiving;
}

}  // namespace

int run_export(const Args& args) {
  const auto recorder = recorder_for(args);
  if (!recorder) return failed(recorder.error());
  auto store = open_case(args);
  if (!store) return failed(store.error());
  if (args.has("--originals")) return export_originals(args, **store, *recorder);
  const auto know = knowledge_for(args);
  if (!know) return failed(know.error());
  const auto names = shown_names(args, **store, *recorder);
  if (!names) return failed(names.error());
  auto reader = (*store)->read();
  if (!reader) return failed(reader.error());
  const auto account = case_account(**reader, **know, {});
  if (!account) return failed(account.error());
  auto output = Output::open(args.get("--output"));
  if (!output) return failed(output.error());
  const auto format = args.get("--format", "csv");
  const ShareOptions options{*names, !args.has("--no-links")};
  const auto write = format == "json" ? figures_json : format == "geojson" ? figures_geojson : figures_csv;
  output->write(write(account->dossier, account->analyses, (*know)->lexicon, options));
  if (const auto closed = output->close(); !closed) return failed(closed.error());
  if (!args.has("--quiet")) std::fprintf(stderr, "attest: private people's names and words are hidden here, not in the public sources%s\n", options.links ? "; --no-links leaves out where those are" : "");
  return 0;
}

}  // namespace attest
