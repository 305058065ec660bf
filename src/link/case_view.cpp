#include "link/case_view.h"

#include <algorithm>
#include <numeric>

namespace attest {

CaseView::CaseView(std::span<const Analysis> all) {
  for (const Analysis& a : all) add(a);
  sort();
}

bool CaseView::before(std::uint32_t a, std::uint32_t b) const {
  const Report &x = report(a), &y = report(b);
  return std::tie(x.id, x.input, a) < std::tie(y.id, y.input, b);
}

std::uint32_t CaseView::same_as(std::uint32_t index) const {
  while (first_[index] != index) index = first_[index] = first_[first_[index]];
  return index;
}

std::vector<std::uint32_t> CaseView::add(const Analysis& analysis) {
  const auto index = static_cast<std::uint32_t>(analyses_.size());
  analyses_.push_back(&analysis);
  first_.push_back(index);
  std::vector<std::uint32_t> same;
  const Report& r = analysis.report;
  if (const auto [at, fresh] = by_id_.emplace(r.id, index); !fresh) same.push_back(at->second);
  if (r.outlet && !r.text.empty())
    if (const auto [at, fresh] = by_text_.emplace(std::pair(folded_words(*r.outlet), hash64(r.text)), index); !fresh) same.push_back(at->second);
  std::vector<std::uint32_t> deposed;
  for (const std::uint32_t other : same) {
    const std::uint32_t a = same_as(index), b = same_as(other);
    if (a == b) continue;
    const std::uint32_t head = before(a, b) ? a : b, rest = head == a ? b : a;
    first_[rest] = head;
    if (rest != index) deposed.push_back(rest);
  }
  return deposed;
}

void CaseView::sort() {
  order.resize(size());
  rank.resize(size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return before(a, b); });
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
}

std::string folded_words(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    i += d.size;
    const char32_t code = fold_case(d.code);
    if (is_letter(code) || is_digit(code)) {
      if (gap && !out.empty()) out += ' ';
      gap = false;
      append_utf8(out, code);
    } else if (code != U'\'' && code != U'\u2019') {
      gap = true;
    }
  }
  return out;
}

std::vector<std::string> split_words(std::string_view folded) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) out.emplace_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

}  // namespace attest
