#include "ingest/page_dates.h"

#include <algorithm>

#include "ingest/block_text.h"
#include "ingest/page_parts.h"

namespace attest {

using Index = HtmlTree::Index;

std::optional<std::string> date_in(std::string_view text, DayOrder order) {
  const auto found = find_date(text.substr(0, 400), order);
  return found ? std::optional(found->iso) : std::nullopt;
}

std::optional<std::string> compact_date(std::string_view text) {
  if (text.size() < 8 || !std::all_of(text.begin(), text.begin() + 8, [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  if (text.size() > 8 && text[8] >= '0' && text[8] <= '9' && text.size() != 14) return std::nullopt;
  const std::string iso =
      std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6, 2));
  return Date::parse(iso) && iso >= "1990" && iso < "2100" ? std::optional(iso) : std::nullopt;
}

// A site writes 03/04 in one order; which one only a region tells.
DayOrder day_order(const HtmlTree& page) {
  std::string tag = meta_content(page, {"og:locale"}).value_or("");
  for (Index i = 1; i < page.size() && tag.empty(); ++i)
    if (page.tag(i) == Tag::kHtml) tag = page.attr(i, Attr::kLang);
  if (tag.empty()) return DayOrder::kUnknown;
  if (!tag.starts_with("en") && !tag.starts_with("EN")) return DayOrder::kDayFirst;
  if (tag.size() < 5) return DayOrder::kUnknown;
  return tag.ends_with("US") || tag.ends_with("us") ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
}

std::optional<std::string> date_of_meta(const HtmlTree& page, const std::string_view* names, std::size_t count, DayOrder order) {
  for (const auto* name = names; name != names + count; ++name)
    if (const auto value = meta_content(page, {*name})) {
      if (auto day = date_in(*value, order)) return day;
      if (auto day = compact_date(*value)) return day;
    }
  return std::nullopt;
}

std::optional<std::string> date_of_named(const HtmlTree& page, const std::string_view* words, std::size_t count, bool published,
                                         DayOrder order) {
  for (Index i = 1; i < page.size(); ++i) {
    const Tag tag = page.tag(i);
    if (tag == Tag::kText || tag == Tag::kBody || tag == Tag::kHtml || tag == Tag::kMeta || tag == Tag::kLink || page.end(i) - i > 40)
      continue;
    const std::string names = names_of(page, i);
    if (names.size() < 4) continue;
    if (published && (names.find("updat") != std::string::npos || names.find("modif") != std::string::npos)) continue;
    if (std::none_of(words, words + count, [&](std::string_view w) { return names.find(w) != std::string::npos; })) continue;
    if (stands_aside(page, i)) continue;
    const std::string text = folded_text(page, i);
    if (text.size() > 600) continue;
    if (auto day = date_in(text, order)) return day;
    if (auto day = date_in(page.attr(i, Attr::kTitle), order)) return day;
  }
  return std::nullopt;
}

std::optional<std::string> modified_of(const HtmlTree& page, const LinkedData& linked) {
  static constexpr std::string_view kMeta[] = {"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
                                               "dc.date.modified",      "last-modified",   "lastmod",      "revised"};
  static constexpr std::string_view kNames[] = {"updated", "modified", "changed"};
  const DayOrder order = day_order(page);
  if (auto day = date_of_meta(page, kMeta, std::size(kMeta), order)) return day;
  if (linked.modified)
    if (auto day = date_in(*linked.modified, order)) return day;
  for (Index i = 1; i < page.size(); ++i) {
    if (page.tag(i) == Tag::kText || page.attr(i, Attr::kItemprop).find("dateModified") == std::string_view::npos) continue;
    for (const Attr name : {Attr::kDatetime, Attr::kContent})
      if (auto day = date_in(page.attr(i, name), order)) return day;
    if (auto day = date_in(folded_text(page, i), order)) return day;
  }
  return date_of_named(page, kNames, std::size(kNames), false, order);
}

}  // namespace attest
