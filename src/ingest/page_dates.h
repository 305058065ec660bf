#pragma once
// Dates in a page's metadata: what published_of and modified_of share.
#include <optional>
#include <string>
#include <vector>

#include "ingest/date_text.h"
#include "ingest/html_tree.h"
#include "ingest/linked_data.h"

namespace attest {

// The first date of the text, ISO 8601.
std::optional<std::string> date_in(std::string_view text, DayOrder order);
// 20310405 alone, as some <meta> have it.
std::optional<std::string> compact_date(std::string_view text);
// In which order the page's region writes 03/04; unknown where it names none.
DayOrder day_order(const HtmlTree& page);
// Hours by which the page's outlet is ahead of UTC in winter, where its language is spoken in one zone alone; 0 elsewhere.
int zone_hours(const HtmlTree& page);
// The day after, where a time in UTC falls on it in such a zone; none where it does not, or where `hours` is 0.
std::optional<std::string> next_day_of_zone(const std::string& utc, int hours);
// The date of the first <meta> of these names that holds one.
std::optional<std::string> date_of_meta(const HtmlTree& page, const std::string_view* names, std::size_t count, DayOrder order);
// The date in the first short element whose class or id holds one of the words. `published`: not one that speaks of a change.
std::optional<std::string> date_of_named(const HtmlTree& page, const std::string_view* words, std::size_t count, bool published,
                                         DayOrder order);

// When a page says that it was last changed: <meta>, JSON-LD, microdata, elements called so, in this order.
std::optional<std::string> modified_of(const HtmlTree& page, const LinkedData& linked);

}  // namespace attest
