#include "store/anchor.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::size_t kContext = 32;  // bytes kept before and after
constexpr std::size_t kShort = 12;    // a quote of fewer bytes says little about where it stands
constexpr std::size_t kEnough = 8;    // bytes of context that tell where a short quote stands

bool inside_character(std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; }

std::size_t common_start(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first - a.begin());
}

std::size_t common_end(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n]) ++n;
  return n;
}

}  // namespace

Anchor make_anchor(const Report& report, Span span) {
  const std::string_view text = report.text;
  std::size_t from = span.begin > kContext ? span.begin - kContext : 0, to = std::min(text.size(), span.end + kContext);
  while (inside_character(text, from)) ++from;
  while (inside_character(text, to)) --to;
  return {report.id, span, std::string(span.in(text)), std::string(text.substr(from, span.begin - from)), std::string(text.substr(span.end, to - span.end))};
}

std::optional<Span> find_anchor(const Anchor& anchor, std::string_view text) {
  if (anchor.quote.empty()) return std::nullopt;
  const auto size = static_cast<std::uint32_t>(anchor.quote.size());
  std::optional<Span> best;
  std::size_t best_context = 0, found = 0;
  std::uint32_t best_distance = 0;
  for (auto at = text.find(anchor.quote); at != std::string_view::npos; at = text.find(anchor.quote, at + 1), ++found) {
    const auto begin = static_cast<std::uint32_t>(at);
    const std::size_t context = common_end(anchor.prefix, text.substr(0, at)) + common_start(anchor.suffix, text.substr(at + size));
    const std::uint32_t distance = begin > anchor.span.begin ? begin - anchor.span.begin : anchor.span.begin - begin;
    if (best && (context < best_context || (context == best_context && distance >= best_distance))) continue;
    best = Span{begin, begin + size};
    best_context = context;
    best_distance = distance;
  }
  if (best && size < kShort && best_distance > 0 && best_context < kEnough) return std::nullopt;
  if (best && found > 1 && best_distance > 0 && best_context == 0) return std::nullopt;
  return best;
}

std::vector<Anchor> anchors_of(const Analysis& analysis) {
  std::vector<Anchor> out;
  const auto add = [&](const auto& list) {
    for (const auto& item : list) out.push_back(make_anchor(analysis.report, item.span));
  };
  const Findings& found = analysis.findings;
  add(found.claims), add(found.unquantified), add(found.denials), add(found.other_harm), add(found.quotes), add(found.statements);
  return out;
}

}  // namespace attest
