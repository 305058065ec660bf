#include <algorithm>

#include "export/redact_patterns.h"
#include "export/redact_report.h"

namespace attest {
namespace {

// Which claim each byte of a span belongs to: the smallest that holds it, and above all its own number.
struct Paint {
  std::vector<int> mark;
  std::vector<char> number;
};

Paint paint(const Analysis& analysis, Span span, std::vector<int> marks) {
  Paint out{std::vector<int>(span.size(), -1), std::vector<char>(span.size(), 0)};
  const auto& claims = analysis.findings.claims;
  std::erase_if(marks, [&](int m) { return m < 0 || static_cast<std::size_t>(m) >= claims.size(); });
  std::stable_sort(marks.begin(), marks.end(), [&](int a, int b) { return claims[static_cast<std::size_t>(a)].span.size() > claims[static_cast<std::size_t>(b)].span.size(); });
  const auto brush = [&](Span s, int m, bool number) {
    for (auto at = std::max(s.begin, span.begin); at < std::min(s.end, span.end); ++at) out.mark[at - span.begin] = m, out.number[at - span.begin] = number;
  };
  for (const int m : marks) brush(claims[static_cast<std::size_t>(m)].span, m, false);
  for (const int m : marks)
    if (const auto& count = claims[static_cast<std::size_t>(m)].count) brush(count->span, m, true);
  return out;
}

}  // namespace

std::vector<Edit> without_overlaps(std::vector<Edit> edits) {
  std::erase_if(edits, [](const Edit& e) { return e.span.empty(); });
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end; });
  std::vector<Edit> out;
  for (auto& e : edits) {
    if (out.empty() || e.span.begin >= out.back().span.end) out.push_back(std::move(e));
    else out.back().span.end = std::max(out.back().span.end, e.span.end);
  }
  return out;
}

Passage cut_passage(const Analysis& analysis, Span span, const std::vector<Edit>& edits, const std::vector<int>& marks) {
  const auto& text = analysis.report.text;
  const auto painted = paint(analysis, span, marks);
  Passage out;
  const auto copy = [&](std::uint32_t begin, std::uint32_t end) {
    for (auto at = begin; at < end;) {
      const auto i = at - span.begin;
      auto stop = at + 1;
      while (stop < end && painted.mark[stop - span.begin] == painted.mark[i] && painted.number[stop - span.begin] == painted.number[i]) ++stop;
      out.push_back({text.substr(at, stop - at), painted.mark[i], painted.number[i] != 0, false});
      at = stop;
    }
  };
  auto at = span.begin;
  auto next = std::partition_point(edits.begin(), edits.end(), [&](const Edit& e) { return e.span.end <= span.begin; });
  for (; next != edits.end() && next->span.begin < span.end; ++next) {
    if (next->span.begin > at) copy(at, next->span.begin);
    const auto i = std::max(next->span.begin, span.begin) - span.begin;
    out.push_back({next->text, painted.mark[i], painted.number[i] != 0, true});
    at = std::min(next->span.end, span.end);
  }
  if (at < span.end) copy(at, span.end);
  return out;
}

namespace {

std::string with_edits(std::string_view text, std::vector<Edit> edits) {
  std::string out;
  std::uint32_t at = 0;
  for (const auto& e : without_overlaps(std::move(edits))) {
    out += text.substr(at, e.span.begin - at);
    out += e.text;
    at = e.span.end;
  }
  out += text.substr(at);
  return out;
}

}  // namespace

std::string redact_names(std::string_view text, const PrivateNames& names) { return with_edits(text, names.find(text, scan_words(text))); }

std::string redact_label(std::string_view text, const PrivateNames& names, const PrivacyRules& rules) {
  const auto words = scan_words(text);
  auto edits = pattern_edits(text, words, rules);
  for (auto& e : names.find(text, words)) edits.push_back(std::move(e));
  return with_edits(text, std::move(edits));
}

std::string private_source_role(const DossierSource& source, const PrivateNames& names, const PrivacyRules& rules) {
  const auto words = scan_words(source.name);
  const bool named = std::any_of(words.begin(), words.end(), [](const Word& w) { return w.capital; });
  const auto site = std::find_if(words.begin(), words.end(), [&](const Word& w) { return rules.is("site", w.folded); });
  if (named && site != words.end()) return site->folded;
  if (source.kind == "witness") return "witness";
  if (source.kind == "social_media") return "person who posts";
  const bool body = std::any_of(words.begin(), words.end(), [&](const Word& w) { return rules.is("thing", w.folded); }) || names.known(source.name);
  if (body || names.names_official(source.name)) return {};
  if (source.kind == "activist") return "activist";
  if (!named) return {};  // "a hospital director"
  if (source.kind == "medical") return "medical worker";
  return {};
}

}  // namespace attest
