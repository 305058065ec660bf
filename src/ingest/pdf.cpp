// PDF through poppler's pdftotext, a program of its own: its licence and its faults stay there.
#include <algorithm>
#include <map>

#include "ingest/block_text.h"
#include "ingest/html_tree.h"
#include "ingest/limited_process.h"
#include "ingest/page_parts.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

using Lines = std::vector<std::string_view>;

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '/'; });
}

Lines split(std::string_view text, char mark) {
  Lines out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(mark, begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

// First and last lines that stand on most pages, and page numbers: running heads.
bool is_running(std::string_view line, const std::map<std::string, std::size_t>& edges, std::size_t pages) {
  const auto trimmed = known(line);
  if (!trimmed || is_digits(*trimmed)) return trimmed.has_value();
  const auto it = edges.find(*trimmed);
  return it != edges.end() && pages >= 3 && it->second * 2 > pages;
}

// "shel-" before "ling" is one word; a hyphen before a capital or a figure stays.
bool splits_word(std::string_view line, std::string_view next) {
  return line.size() > 2 && line.back() == '-' && line[line.size() - 2] >= 'a' && line[line.size() - 2] <= 'z' && !next.empty() &&
         next[0] >= 'a' && next[0] <= 'z';
}

class PageJoiner {
 public:
  // The text of all pages: lines of a block joined, an empty line between blocks, running heads left out.
  static std::string join(std::string_view text) {
    PageJoiner joiner;
    std::vector<Lines> pages;
    std::map<std::string, std::size_t> edges;
    for (const auto page : split(text, '\f')) {
      if (!known(page)) continue;
      Lines lines = split(page, '\n');
      while (!lines.empty() && !known(lines.back())) lines.pop_back();
      const auto first = std::find_if(lines.begin(), lines.end(), [](std::string_view l) { return known(l).has_value(); });
      lines.erase(lines.begin(), first);
      ++edges[known(lines.front()).value_or("")];
      if (lines.size() > 1) ++edges[known(lines.back()).value_or("")];
      pages.push_back(std::move(lines));
    }
    for (const auto& lines : pages) {
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool edge = i == 0 || i + 1 == lines.size();
        if (!edge || !is_running(lines[i], edges, pages.size())) joiner.line(lines[i]);
      }
      joiner.line("");
    }
    return std::move(joiner.out_);
  }

 private:
  void line(std::string_view text) {
    const auto words = known(text);
    if (!words) {
      gap_ = true;
      return;
    }
    if (!out_.empty()) {
      if (gap_) out_ += "\n\n";
      else if (splits_word(out_, *words)) out_.pop_back();
      else out_ += ' ';
    }
    gap_ = false;
    out_ += *words;
  }

  std::string out_;
  bool gap_ = false;
};

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
  auto run = run_limited({"pdftotext", "-q", "-htmlmeta", "-enc", "UTF-8", "-eol", "unix", "-", "-"}, document.bytes, limits);
  if (!run) {
    const bool absent = run.error().code == "unsupported";
    return Error{run.error().code, run.error().message + (absent ? "; it reads PDF: install poppler-utils" : ""), where};
  }
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
    report.text = PageJoiner::join(text);
    break;
  }
  report.byline = meta_content(*page, {"author"});
  if (!known(report.text))
    return Error{"empty", "a PDF without text, of pictures of pages: it needs character recognition first", where};
  return {};
}

}  // namespace attest
