// PDF through poppler's pdftotext, a program of its own: its licence and its faults stay there.
#include "ingest/limited_process.h"
#include "ingest/pdf_layout.h"
#include "ingest/pdf_text.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

// Word processors put the file's name there.
bool is_title(const std::string& title) {
  return title.find("Microsoft Word") == std::string::npos && !title.ends_with(".doc") && !title.ends_with(".docx") &&
         !title.ends_with(".pdf") && !title.ends_with(".indd");
}

}  // namespace

Result<void> read_pdf(const RawDocument& document, const IngestOptions& options, Report& report) {
  const std::string where = document_place(document);
  if (document.bytes.substr(0, 1024).find("%PDF-") == std::string::npos)
    return Error{"bad_pdf", "no PDF by its first bytes; fetch the file again", where};
  ProcessLimits limits;
  limits.output_bytes = options.max_bytes;
  limits.seconds = options.pdf_seconds;
  limits.memory_bytes = options.pdf_memory;
  auto run = run_limited({"pdftotext", "-q", "-bbox-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"}, document.bytes, limits);
  if (!run) {
    const bool absent = run.error().code == "unsupported";
    return Error{run.error().code, run.error().message + (absent ? "; it reads PDF: install poppler-utils" : ""), where};
  }
  if (run->exit_status > 126)
    return Error{"too_large",
                 "pdftotext broke off (status " + std::to_string(run->exit_status) +
                     "): it needs more memory than the limit, or the file is hostile; give the text instead",
                 where};
  if (run->exit_status != 0)
    return Error{"bad_pdf", "broken or locked with a password; open it and save it without one, or give the text", where};
  const PdfLayout layout = read_pdf_layout(to_valid_utf8(run->output));
  if (layout.title && is_title(*layout.title)) report.title = layout.title;
  report.byline = layout.author;
  report.text = joined_pdf_text(layout.text);
  if (!known(report.text))
    return Error{"empty", "a PDF without text, of pictures of pages: it needs character recognition first", where};
  return {};
}

}  // namespace attest
