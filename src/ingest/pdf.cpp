// PDF through poppler's pdftotext, a program of its own: its licence and its faults stay there.
#include "ingest/block_text.h"
#include "ingest/html_tree.h"
#include "ingest/limited_process.h"
#include "ingest/page_parts.h"
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
  auto run = run_limited({"pdftotext", "-q", "-htmlmeta", "-enc", "UTF-8", "-eol", "unix", "-", "-"}, document.bytes, limits);
  if (!run) {
    const bool absent = run.error().code == "unsupported";
    return Error{run.error().code, run.error().message + (absent ? "; it reads PDF: install poppler-utils" : ""), where};
  }
  if (run->exit_status > 126)
    return Error{"too_large", "pdftotext broke off (status " + std::to_string(run->exit_status) + "): it needs more memory than the limit, or the file is hostile; give the text instead", where};
  if (run->exit_status != 0)
    return Error{"bad_pdf", "broken or locked with a password; open it and save it without one, or give the text", where};
  const auto page = HtmlTree::parse(to_valid_utf8(run->output), options.max_depth, where);
  if (!page) return page.error();
  for (HtmlTree::Index i = 1; i < page->size(); ++i) {
    if (page->tag(i) == Tag::kTitle && !report.title)
      if (const auto title = known(folded_text(*page, i)); title && is_title(*title)) report.title = title;
    if (page->tag(i) != Tag::kPre) continue;
    std::string text;
    for (HtmlTree::Index j = i; j < page->end(i); ++j)
      if (page->tag(j) == Tag::kText) text += page->text(j);
    report.text = joined_pdf_text(text);
    break;
  }
  report.byline = meta_content(*page, {"author"});
  if (!known(report.text))
    return Error{"empty", "a PDF without text, of pictures of pages: it needs character recognition first", where};
  return {};
}

}  // namespace attest
