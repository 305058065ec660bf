#include "store/exporting.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

#include "store/acts.h"
#include "store/add_report.h"
#include "store/encode.h"

namespace attest {

template <class V, Is<Exporting> T>
void visit_fields(V& v, T& x) {
  auto& [salt, what, basis, purpose, recipient] = x;
  v("salt", salt), v("what", what), v("basis", basis), v("purpose", purpose), v("recipient", recipient);
}

template <class V, Is<LogEntry> T>
void visit_fields(V& v, T& x) {
  auto& [seq, at, by, act, version, subject, body, previous, hash] = x;
  v("at", at), v("by", by), v("act", act), v("version", version), v("subject", subject), v("body", body), v("previous", previous), v("hash", hash);
  static_cast<void>(seq);
}

namespace {

constexpr std::size_t kBlock = 512;

// A tar file (ustar) of plain files with nothing but names and bytes: owner, time and mode are the same for all.
class Tar {
 public:
  explicit Tar(std::FILE* file) : file_(file) {}

  void add(const std::string& name, std::string_view bytes) {
    std::string head(kBlock, '\0');
    const auto put = [&](std::size_t at, std::string_view text) { head.replace(at, text.size(), text); };
    char size[13];
    std::snprintf(size, sizeof size, "%011llo", static_cast<unsigned long long>(bytes.size()));
    put(0, name), put(100, "0000600"), put(108, "0000000"), put(116, "0000000"), put(124, size), put(136, "00000000000"), put(156, "0");
    put(257, std::string_view("ustar\00000", 8));
    put(148, "        ");
    unsigned sum = 0;
    for (const char c : head) sum += static_cast<unsigned char>(c);
    char text[8];
    std::snprintf(text, sizeof text, "%06o", sum & 0777777U);
    put(148, std::string_view(text, 7));
    write(head);
    write(bytes);
    write(std::string((kBlock - bytes.size() % kBlock) % kBlock, '\0'));
  }

  bool end() {
    write(std::string(2 * kBlock, '\0'));
    return whole_ && std::fflush(file_) == 0 && ::fsync(::fileno(file_)) == 0;
  }

 private:
  void write(std::string_view bytes) { whole_ = whole_ && std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size(); }
  std::FILE* file_;
  bool whole_ = true;
};

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// Exports carry no paths (METHOD 10): of a local file its name stays, with what tells its record.
bool strip_path(std::string& input) {
  if (input.find("://") != std::string::npos) return false;
  const auto record = input.find('#');
  const auto slash = input.substr(0, record).find_last_of("/\\");
  if (slash == std::string::npos) return false;
  input.erase(0, slash + 1);
  return true;
}

// How a report was captured, as an export tells it: byte for byte as the case holds it, so that its hash is the log's, but for paths.
Result<std::string> capture_without_paths(const std::string& body, const std::string& where) {
  auto capture = read_capture(body, where);
  if (!capture) return capture.error();
  const bool address = strip_path(capture->address), input = strip_path(capture->document.input);
  return address || input ? capture_json(*capture) : body;
}

}  // namespace

Result<LogEntry> log_export(CaseWriter& writer, const Recorder& recorder, Exporting exporting) {
  exporting.salt = recorder.salt();
  return append_entry(writer, recorder, act::kExported, "", encode(exporting));
}

Result<void> write_originals(CaseReader& reader, int fd) {
  const int own = ::fcntl(fd, F_DUPFD_CLOEXEC, 0);
  const std::unique_ptr<std::FILE, CloseFile> file(own < 0 ? nullptr : ::fdopen(own, "wb"));
  if (!file) return Error{"unreadable", "cannot be written", "originals"};
  Tar tar(file.get());
  std::vector<ReportRow> rows;
  auto read = reader.reports([&](const ReportRow& row) { rows.push_back(row); return true; });
  if (!read) return read.error();
  std::string captures, log;
  for (const auto& row : rows) {
    const auto bytes = reader.original(row.number);
    const auto body = reader.body(row.seq);
    if (!bytes) return bytes.error();
    if (!body) return body.error();
    tar.add("originals/" + row.id.substr(7), *bytes);
    const auto told = *body ? capture_without_paths(**body, "capture of report " + std::to_string(row.number)) : Result<std::string>("{}");
    if (!told) return told.error();
    captures += *told + "\n";
  }
  read = reader.log(1, "", [&](const LogEntry& e) { log += encode(e) + "\n"; return true; });
  if (!read) return read.error();
  tar.add("captures.jsonl", captures);
  tar.add("log.jsonl", log);
  if (!tar.end()) return Error{"disk_full", "could not be written whole", "originals"};
  return {};
}

}  // namespace attest
