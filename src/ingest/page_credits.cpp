#include "ingest/page_credits.h"

#include <algorithm>

#include "ingest/block_text.h"
#include "ingest/page_parts.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

constexpr std::size_t kLongestName = 60;

bool is_upper(char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80); }

// A name: short, begins with a capital, no address and no sentence.
std::optional<std::string> name_in(std::string_view text) {
  const auto name = known(fold_space(text));
  if (!name || name->size() < 2 || name->size() > kLongestName || !is_upper(name->front())) return std::nullopt;
  if (name->find("://") != std::string::npos || name->find('@') != std::string::npos || name->ends_with('.')) return std::nullopt;
  if (std::count(name->begin(), name->end(), ' ') > 5) return std::nullopt;
  return name;
}

// "MARWA, June 3 (Agency) - " at the very beginning: the brackets and a dash behind them within the first words.
std::optional<std::string> of_dateline(std::string_view text) {
  const std::string_view head = text.substr(0, 120);
  const std::size_t open = head.find('(');
  const std::size_t close = open == std::string_view::npos ? open : head.find(')', open);
  if (close == std::string_view::npos || open > 60 || !is_upper(text.front())) return std::nullopt;
  std::string_view after = head.substr(close + 1);
  while (after.starts_with(' ')) after.remove_prefix(1);
  for (const std::string_view dash : {"-", "–", "—"})
    if (after.starts_with(dash)) return name_in(head.substr(open + 1, close - open - 1));
  return std::nullopt;
}

std::optional<std::string> of_elements(const HtmlTree& page) {
  for (Index i = 1; i < page.size(); ++i) {
    const Tag tag = page.tag(i);
    if (tag == Tag::kText || tag == Tag::kImg || page.end(i) - i > 20) continue;
    const std::string_view names = names_of(page, i);
    const bool called = names.find("agency") != std::string::npos || names.find("news-source") != std::string::npos ||
                        names.find("article-source") != std::string::npos ||
                        page.attr(i, Attr::kItemprop) == "sourceOrganization";
    if (!called || stands_aside(page, i)) continue;
    if (auto name = name_in(folded_text(page, i))) return name;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> section_of(const HtmlTree& page, const LinkedData& linked) {
  if (auto name = meta_content(
          page, {"article:section", "og:article:section", "parsely-section", "sailthru.section", "section", "articlesection"}))
    return name;
  if (linked.section) return linked.section;
  for (Index i = 1; i < page.size(); ++i)
    if (page.tag(i) != Tag::kText && page.tag(i) != Tag::kMeta && page.attr(i, Attr::kItemprop) == "articleSection" &&
        page.end(i) - i < 20)
      if (auto name = known(folded_text(page, i)); name && name->size() <= kLongestName) return name;
  return std::nullopt;
}

std::optional<std::string> agency_of(const HtmlTree& page, const LinkedData& linked, const std::optional<std::string>& outlet,
                                     std::string_view text) {
  const std::string own = letters_only(outlet.value_or(""));
  const auto other = [&](std::optional<std::string> name) { return name && letters_only(*name) != own ? name : std::nullopt; };
  for (const std::string_view key :
       {"news_source", "article:source", "syndication-source", "dc.source", "source", "agency", "provider"})
    if (const auto value = meta_content(page, {key}))
      if (auto name = other(name_in(*value))) return name;
  if (linked.agency)
    if (auto name = other(name_in(*linked.agency))) return name;
  if (auto name = other(of_elements(page))) return name;
  return text.empty() ? std::nullopt : other(of_dateline(text));
}

}  // namespace attest
