#include "ingest/block_kinds.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace attest {
namespace {

bool ends_sentence(std::string_view text) {
  static constexpr std::string_view kEnds[] = {".", "!", "?", ":", "…", "\"", "”", "“", "»", "'", "’", ")", "。", "؟", "۔"};
  return std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return text.ends_with(end); });
}

}  // namespace

double prose(const TextBlock& block) {
  if (is_heading(block.tag) || block.tag == Tag::kFigcaption) return 0;
  const double own = static_cast<double>(block.letters) - static_cast<double>(block.linked);
  if (block.link_share() > 0.5) return 0;
  if (block.letters >= 100) return own;
  if (block.letters >= 20 && ends_sentence(block.text)) return own;
  return 0;
}

bool is_label(const TextBlock& block) {
  static constexpr std::string_view kLabels[] = {"advertisement",
                                                 "advert",
                                                 "ad",
                                                 "anzeige",
                                                 "werbung",
                                                 "publicidad",
                                                 "publicité",
                                                 "reklama",
                                                 "comments",
                                                 "kommentare",
                                                 "share",
                                                 "share this",
                                                 "read more",
                                                 "read also",
                                                 "also read",
                                                 "related",
                                                 "related news",
                                                 "related articles",
                                                 "more",
                                                 "weiterlesen",
                                                 "mehr zum thema",
                                                 "lesen sie auch",
                                                 "lire aussi",
                                                 "lea también",
                                                 "auch interessant",
                                                 "sponsored",
                                                 "story continues below advertisement",
                                                 "most read",
                                                 "follow us",
                                                 "teilen"};
  std::string key(block.text.substr(0, 60));
  std::transform(key.begin(), key.end(), key.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  while (!key.empty() && (key.back() == ':' || key.back() == '.' || key.back() == '-' || key.back() == ' ')) key.pop_back();
  return std::find(std::begin(kLabels), std::end(kLabels), key) != std::end(kLabels);
}

}  // namespace attest
