#include "ingest/captions.h"

#include <algorithm>
#include <set>

#include "ingest/block_text.h"
#include "ingest/page_parts.h"
#include "ingest/report_parts.h"
#include "ingest/web_address.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

constexpr std::size_t kMaxCaptions = 200;
constexpr std::size_t kLongest = 2000;
constexpr Index kMaxFigure = 200;  // nodes; a "figure" with more holds the page

bool calls_itself_caption(const HtmlTree& page, Index i) {
  if (page.attr(i, Attr::kItemprop) == "caption") return true;
  const std::string_view names = names_of(page, i);
  const std::size_t at = names.find("caption");
  return at != std::string::npos && names.find("video-caption") == std::string::npos;
}

// Pages that load pictures late keep the address in another attribute.
std::optional<std::string> address_of(const HtmlTree& page, Index image, const std::string& base) {
  for (const Attr name : {Attr::kDataSrc, Attr::kSrc})
    if (auto found = web_address(page.attr(image, name), base)) return found;
  const auto set = page.attr(image, Attr::kSrcset);
  return web_address(set.substr(0, set.find_first_of(" ,")), base);
}

// The picture that a caption stands under: the last one before it in the figure or box around both.
std::optional<std::string> image_of(const HtmlTree& page, Index caption, const std::string& base) {
  for (Index i = caption; i < page.end(caption); ++i)
    if (page.tag(i) == Tag::kImg)
      if (auto inside = address_of(page, i, base)) return inside;
  Index around = page.parent(caption);
  for (int steps = 0; around > 0 && steps < 3; around = page.parent(around), ++steps) {
    if (page.end(around) - around > kMaxFigure) break;
    std::optional<std::string> before;
    std::optional<std::string> after;
    for (Index i = around; i < page.end(around); ++i) {
      if (page.tag(i) != Tag::kImg) continue;
      const auto address = address_of(page, i, base);
      if (!address) continue;
      if (i < caption) before = address;
      else if (!after) after = address;
    }
    if (before) return before;
    if (after) return after;
    if (page.tag(around) == Tag::kFigure) break;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Caption> captions_of(const HtmlTree& page, const std::string& base) {
  std::vector<Caption> out;
  std::set<std::string> seen;
  for (Index i = 1; i < page.size() && out.size() < kMaxCaptions; ++i) {
    const Tag tag = page.tag(i);
    if (tag == Tag::kText || tag == Tag::kImg || page.end(i) - i > kMaxFigure) continue;
    if (tag != Tag::kFigcaption && !calls_itself_caption(page, i)) continue;
    auto image = image_of(page, i, base);
    if ((tag != Tag::kFigcaption && !image) || stands_aside(page, i)) continue;
    if (auto text = known(folded_text(page, i)); text && text->size() <= kLongest && seen.insert(*text).second)
      out.push_back({std::move(*text), std::move(image)});
    i = page.end(i) - 1;
  }
  return out;
}

}  // namespace attest
