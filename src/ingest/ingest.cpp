#include "ingest/ingest.h"

#include <set>

#include "ingest/encoding.h"
#include "ingest/input_stream.h"
#include "ingest/json_document.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

constexpr int kMaxFolderDepth = 64;

// Walks inputs in order; one object for one call of read_inputs.
class InputWalk {
 public:
  InputWalk(const Files& files, const IngestOptions& options, const IngestSink& sink)
      : files_(files), options_(options), sink_(sink) {}

  void input(const std::string& path) {
    if (path == "-") return file(path, true);
    const auto kind = files_.kind(path);
    if (!kind) return sink_.skipped({path, kind.error()});
    if (*kind == Files::Kind::kFolder) folder(path, 0);
    else file(path, true);
  }

 private:
  // Hidden files are left out; links that lead back to a folder already being read are not followed again.
  void folder(const std::string& path, int depth) {
    if (depth > kMaxFolderDepth)
      return sink_.skipped({path, {"too_deep", "folders nested too deeply; give it by its own path", path}});
    if (!open_folders_.insert(files_.identity(path)).second) return;
    const auto names = files_.list(path);
    if (!names) return sink_.skipped({path, names.error()});
    for (const auto& name : *names) {
      if (name.starts_with('.')) continue;
      const std::string inner = join_path(path, name);
      const auto kind = files_.kind(inner);
      if (!kind) sink_.skipped({inner, kind.error()});
      else if (*kind == Files::Kind::kFolder) folder(inner, depth + 1);
      else if (*kind == Files::Kind::kFile) file(inner, false);
      else sink_.skipped({inner, {"unsupported", "neither a file nor a folder; leave it out", inner}});
    }
    open_folders_.erase(files_.identity(path));
  }

  // A file named on the command line is read by its content where its suffix says nothing; one found in a folder is not.
  void file(const std::string& path, bool named) {
    auto stream = files_.open(path);
    if (!stream) return sink_.skipped({path, stream.error()});
    read_stream({path, path == "-" ? "" : path, named}, std::move(*stream), options_, sink_);
  }

  const Files& files_;
  const IngestOptions& options_;
  const IngestSink& sink_;
  std::set<std::string> open_folders_;
};

void apply(const Beside& beside, Report& report) {
  if (beside.url) report.url = beside.url;
  if (beside.title) report.title = beside.title;
  if (beside.outlet) report.outlet = beside.outlet;
  if (beside.byline) report.byline = beside.byline;
  if (beside.published) report.published = beside.published;
  if (beside.modified) report.modified = beside.modified;
  if (report.language.empty()) report.language = language_code(beside.language);
}

Result<void> read_by_format(const RawDocument& document, const IngestOptions& options, Report& report) {
  switch (document.format) {
    case Format::kJson:
      return read_json_report(document, options, report);
    case Format::kCsvRecord:
      return read_csv_report(document, options, report);
    case Format::kHtml:
      return read_page(document.bytes, document.beside.charset, options, document_place(document), report);
    case Format::kPdf:
      return read_pdf(document, options, report);
    case Format::kMail:
      return read_mail(document, options, report);
    case Format::kText:
    case Format::kMarkdown:
      break;
  }
  auto text = decode_plain(document.bytes, document_place(document));
  if (!text) return text.error();
  report.text = std::move(*text);
  return {};
}

}  // namespace

std::string document_place(const RawDocument& document) { return document.where.empty() ? document.input : document.where; }

std::optional<std::string> known(std::string_view value) {
  static constexpr std::string_view kBlank = " \t\r\n\f\v";
  const std::size_t begin = value.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return std::nullopt;
  return std::string(value.substr(begin, value.find_last_not_of(kBlank) - begin + 1));
}

void read_inputs(const std::vector<std::string>& inputs, const Files& files, const IngestOptions& options,
                 const IngestSink& sink) {
  InputWalk walk(files, options, sink);
  for (const auto& input : inputs) walk.input(input);
}

Result<Report> read_report(const RawDocument& document, const IngestOptions& options) {
  Report report;
  report.input = document.input;
  report.id = sha256_id(document.bytes);
  if (document.bytes.empty() && !options.allow_no_text)
    return Error{"empty", "holds nothing; leave it out", document_place(document)};
  if (const auto read = read_by_format(document, options, report); !read) return read.error();
  apply(document.beside, report);
  if (!known(report.text) && !(options.allow_no_text && document.format == Format::kHtml))
    return Error{"empty", "holds no text; leave it out", document_place(document)};
  if (report.language.empty()) report.language = detect_language(report.text);
  return report;
}

}  // namespace attest
