#include "ingest/pdf_text.h"

#include <algorithm>
#include <map>
#include <vector>

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

// A paragraph that goes on in the next column or on the next page: it ends within a sentence, and what follows does not begin
// one.
bool goes_on(std::string_view before, std::string_view next) {
  const char end = before.back();
  const bool open = (end >= 'a' && end <= 'z') || end == ',' || end == ';';
  return (open || splits_word(before, next)) && next[0] >= 'a' && next[0] <= 'z';
}

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

class PageJoiner {
 public:
  // The text of all pages: lines of a block joined, an empty line between blocks, running heads left out.
  static std::string join(std::string_view text, bool keep_heads) {
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
        if (!edge || keep_heads || !is_running(lines[i], edges, pages.size())) joiner.line(lines[i]);
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
      if (gap_ && !goes_on(out_, *words)) out_ += "\n\n";
      else if (splits_word(out_, *words)) out_.pop_back();
      else if (!soft_) out_ += ' ';
    }
    gap_ = false;
    out_ += *words;
    soft_ = out_.ends_with(kSoftHyphen);
    if (soft_) out_.resize(out_.size() - kSoftHyphen.size());
  }

  std::string out_;
  bool gap_ = false;
  bool soft_ = false;  // the line before ended in a soft hyphen
};

}  // namespace

std::string joined_pdf_text(std::string_view text) {
  std::string out = PageJoiner::join(text, false);
  return known(out) ? out : PageJoiner::join(text, true);  // pages of one line each
}

}  // namespace attest
