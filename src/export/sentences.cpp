#include "export/sentences.h"

namespace attest {
namespace {

std::vector<Span> split(std::string_view text) {
  std::vector<Span> out;
  std::size_t begin = 0;
  const auto flush = [&](std::size_t end) {
    while (begin < end && static_cast<unsigned char>(text[begin]) <= ' ') ++begin;
    std::size_t stop = end;
    while (stop > begin && static_cast<unsigned char>(text[stop - 1]) <= ' ') --stop;
    if (stop > begin) out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)});
    begin = end;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stop = (text[i] == '.' || text[i] == '!' || text[i] == '?') && (i + 1 == text.size() || text[i + 1] == ' ');
    if (text[i] == '\n' || stop) flush(i + 1);
  }
  flush(text.size());
  return out;
}

}  // namespace

std::vector<Span> sentence_spans(const Analysis& analysis) {
  if (analysis.tokens.sentences.empty()) return split(analysis.report.text);
  std::vector<Span> out;
  out.reserve(analysis.tokens.sentences.size());
  for (const auto& sentence : analysis.tokens.sentences)
    if (!sentence.span.empty() && sentence.span.end <= analysis.report.text.size()) out.push_back(sentence.span);
  return out;
}

}  // namespace attest
