#include "ingest/page_dates.h"

#include <algorithm>
#include <utility>

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

int zone_hours(const HtmlTree& page) {
  static constexpr std::pair<std::string_view, int> kZones[] = {
      {"de", 1}, {"pl", 1}, {"cs", 1}, {"sk", 1}, {"hu", 1}, {"it", 1}, {"sv", 1}, {"da", 1}, {"nb", 1}, {"no", 1}, {"sl", 1},
      {"hr", 1}, {"fi", 2}, {"el", 2}, {"bg", 2}, {"uk", 2}, {"he", 2}, {"ja", 9}, {"ko", 9}, {"vi", 7}, {"th", 7}};
  for (Index i = 1; i < page.size(); ++i) {
    if (page.tag(i) != Tag::kHtml) continue;
    std::string tag(page.attr(i, Attr::kLang).substr(0, 2));
    for (auto& c : tag) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    for (const auto& [language, hours] : kZones)
      if (tag == language) return hours;
    return 0;
  }
  return 0;
}

namespace {

// Whether Europe's summer time holds: from the last Sunday of March to that of October.
bool is_summer(const Date& day) {
  if (day.month != 3 && day.month != 10) return day.month > 3 && day.month < 10;
  const int last_sunday = 31 - (Date::make(day.year, day.month, 31)->weekday() + 1) % 7;
  return (day.month == 3) == (day.day >= last_sunday);
}

std::string two_digits(int n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }

}  // namespace

std::optional<std::string> next_day_of_zone(const std::string& utc, int hours) {
  const auto day = Date::parse(utc.substr(0, 10));
  if (hours == 0 || !day || utc.size() < 16) return std::nullopt;
  const int ahead = hours + (hours <= 2 && is_summer(*day));
  const int hour = (utc[11] - '0') * 10 + (utc[12] - '0') + ahead;
  if (hour < 24) return std::nullopt;
  const std::size_t zone = utc.find_first_of("Z+", 13);
  return day->plus_days(1).iso() + "T" + two_digits(hour - 24) + utc.substr(13, zone - 13) + "+" + two_digits(ahead) + ":00";
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
    if (tag == Tag::kText || tag == Tag::kBody || tag == Tag::kHtml || tag == Tag::kMeta || tag == Tag::kLink ||
        page.end(i) - i > 40)
      continue;
    const std::string_view names = names_of(page, i);
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
