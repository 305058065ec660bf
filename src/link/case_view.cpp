#include "link/case_view.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace attest {

CaseView::CaseView(std::span<const Analysis> all) : analyses(all), order(all.size()), rank(all.size()), same_as(all.size()) {
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Report &x = all[a].report, &y = all[b].report;
    return std::tie(x.id, x.input, a) < std::tie(y.id, y.input, b);
  });
  std::map<std::string, std::uint32_t> by_id;
  std::map<std::pair<std::string, std::uint64_t>, std::uint32_t> by_text;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const std::uint32_t index = order[i];
    rank[index] = i;
    same_as[index] = index;
    const Report& report = all[index].report;
    const auto [first, is_new] = by_id.emplace(report.id, index);
    if (!is_new) same_as[index] = first->second;
    if (!report.outlet || report.text.empty()) continue;
    const auto [other, fresh] = by_text.emplace(std::pair(folded_words(*report.outlet), hash64(report.text)), same_as[index]);
    if (!fresh) same_as[index] = other->second;
  }
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
