#include "ingest/published.h"

#include <algorithm>
#include <cstdlib>

#include "ingest/block_text.h"
#include "ingest/page_dates.h"
#include "ingest/page_parts.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

class PublishedSearch {
 public:
  PublishedSearch(const HtmlTree& page, const LinkedData& linked, const std::optional<std::string>& title, std::string_view html)
      : page_(page), linked_(linked), html_(html), order_(day_order(page)), hours_(zone_hours(page)) {
    for (Index i = 1; i < page.size(); ++i) {
      if (!is_heading(page.tag(i))) continue;
      if (title && folded_text(page, i) == *title) heading_ = i;
      if (heading_ != 0) break;
    }
    for (Index i = 1; i < page.size() && heading_ == 0; ++i)
      if (page.tag(i) == Tag::kH1 && !stands_aside(page, i)) heading_ = i;
  }

  std::optional<std::string> run() const {
    auto day = stated();
    // A time in UTC may be the day after or before at the outlet; the address has the outlet's own day, and so has a language of
    // one zone.
    if (day && day->size() > 10 && (day->ends_with("Z") || day->ends_with("+00:00"))) {
      const auto own = of_address();
      if (auto local = of_time_elements(); local && local->size() > 19 && !local->ends_with("Z") && !local->ends_with("+00:00") &&
                                           std::abs(Date::parse(*local)->days() - Date::parse(*day)->days()) == 1)
        return local;
      if (own && std::abs(Date::parse(*own)->days() - Date::parse(*day)->days()) == 1) return own;
      if (auto next = next_day_of_zone(*day, hours_)) return next;
    }
    return day;
  }

 private:
  std::optional<std::string> stated() const {
    if (linked_.is_article && linked_.is_titled && linked_.published)
      if (auto day = date_in(*linked_.published, order_)) return day;
    if (auto day = date_of_meta(page_, kPublishedNames, std::size(kPublishedNames), order_)) return day;
    if (auto day = of_microdata()) return day;
    if (linked_.published)
      if (auto day = date_in(*linked_.published, order_)) return day;
    if (auto day = of_time_elements()) return day;
    if (auto day = of_lines_near_heading(0, 25)) return day;
    if (auto day = of_named_elements()) return day;
    if (auto day = of_address()) return day;
    if (auto day = of_scripts()) return day;
    if (auto day = of_lines_near_heading(30, 120)) return day;
    if (auto day = modified_of(page_, linked_)) return day;
    return of_sentences();
  }

  static constexpr std::string_view kPublishedNames[] = {"article:published_time",
                                                         "og:article:published_time",
                                                         "og:published_time",
                                                         "datepublished",
                                                         "article:published",
                                                         "published_time",
                                                         "rnews:datepublished",
                                                         "pubdate",
                                                         "publishdate",
                                                         "publish_date",
                                                         "publish-date",
                                                         "publication_date",
                                                         "publicationdate",
                                                         "published_at",
                                                         "published",
                                                         "dc.date.issued",
                                                         "dc.date.created",
                                                         "dcterms.created",
                                                         "dcterms.issued",
                                                         "dcterms.date",
                                                         "dc.date",
                                                         "date",
                                                         "article_date_original",
                                                         "article.published",
                                                         "article.created",
                                                         "datecreated",
                                                         "date_created",
                                                         "created",
                                                         "sailthru.date",
                                                         "parsely-pub-date",
                                                         "cxenseparse:recs:publishtime",
                                                         "bt:pubdate",
                                                         "citation_publication_date",
                                                         "citation_date",
                                                         "originalpublicationdate",
                                                         "og:pubdate",
                                                         "release_date",
                                                         "ptime",
                                                         "time_published",
                                                         "pdate",
                                                         "displaydate",
                                                         "dateposted",
                                                         "video:release_date",
                                                         "og:regdate"};
  // The date that an element states: its machine-readable attribute, else its words.
  std::optional<std::string> of_element(Index i) const {
    for (const Attr name : {Attr::kDatetime, Attr::kContent, Attr::kTitle})
      if (auto day = date_in(page_.attr(i, name), order_)) return day;
    return date_in(folded_text(page_, i).substr(0, 200), order_);
  }

  std::optional<std::string> of_microdata() const {
    for (const std::string_view name : {"datePublished", "dateCreated"})
      for (Index i = 1; i < page_.size(); ++i)
        if (page_.tag(i) != Tag::kText && page_.attr(i, Attr::kItemprop).find(name) != std::string_view::npos)
          if (auto day = of_element(i)) return day;
    return std::nullopt;
  }

  // The first <time> that calls itself published or stands in an article's head; not one of a list of other articles.
  std::optional<std::string> of_time_elements() const {
    std::optional<std::string> first;
    std::optional<std::string> below;
    for (Index i = 1; i < page_.size(); ++i) {
      if (page_.tag(i) != Tag::kTime && page_.tag(i) != Tag::kAbbr) continue;
      const std::string_view names = names_of(page_, i);
      if (page_.tag(i) == Tag::kAbbr && names.find("published") == std::string::npos) continue;
      if (names.find("updated") != std::string::npos && names.find("published") == std::string::npos) continue;
      if (stands_aside(page_, i)) continue;
      auto day = of_element(i);
      if (!day) continue;
      if (names.find("publish") != std::string::npos || names.find("entry-date") != std::string::npos) return day;
      if (!first) first = day;
      if (heading_ > 0 && i > heading_ && !below) below = day;
    }
    return below ? below : first;
  }

  // Short elements whose class or id speaks of a date.
  std::optional<std::string> of_named_elements() const {
    static constexpr std::string_view kStrong[] = {"publish",       "pubdate",        "posted",
                                                   "post-date",     "entry-date",     "article-date",
                                                   "article__date", "date-published", "veroeffentlicht"};
    static constexpr std::string_view kWeak[] = {"date",     "datum", "fecha",  "data",  "time",         "meta",   "byline",
                                                 "dateline", "info",  "posted", "stand", "article-head", "kicker", "author"};
    if (auto day = date_of_named(page_, kStrong, std::size(kStrong), true, order_)) return day;
    return date_of_named(page_, kWeak, std::size(kWeak), true, order_);
  }
  // …/2031/04/05/… in the page's own address.
  std::optional<std::string> of_address() const {
    std::string url = page_address(page_).value_or("");
    if (const std::size_t inner = url.rfind("http"); inner != std::string::npos) url.erase(0, inner);  // an archive's copy
    for (std::size_t at = url.find("/20"); at != std::string::npos; at = url.find("/20", at + 1)) {
      if (auto day = date_in(std::string_view(url).substr(at + 1, 10), DayOrder::kUnknown)) return day;
      if (auto day = compact_date(std::string_view(url).substr(at + 1, 8))) return day;
    }
    return date_in(url, DayOrder::kUnknown);
  }

  std::optional<std::string> of_scripts() const {
    for (const std::string_view key : {"datePublished\"", "publishDate\"", "publish_date\"", "publishedDate\"", "published_at\"",
                                       "publication_date\"", "pubDate\"", "publishedAt\"", "dateCreated\"", "publishdate'",
                                       "publishingDate\"", "PublishingDate\"", "publication_date ="})
      for (std::size_t at = html_.find(key), tries = 0; at != std::string_view::npos && tries < 4;
           at = html_.find(key, at + 1), ++tries)
        if (auto day = date_in(html_.substr(at + key.size(), 40), DayOrder::kUnknown)) return day;
    return std::nullopt;
  }

  // A date in the short lines around the headline, or with which a paragraph near it begins.
  std::optional<std::string> of_lines_near_heading(Index before, Index after) const {
    if (heading_ == 0) return std::nullopt;
    const Index from = heading_ > before ? heading_ - before : 1;
    const Index until = std::min(page_.size(), page_.end(heading_) + after);
    for (Index i = from; i < until; ++i)
      if (page_.tag(i) == Tag::kText)
        if (auto day = date_in(page_.text(i).substr(0, 80), order_)) return day;
    return std::nullopt;
  }

  // Short lines elsewhere that hold a date and little else; they count only where they agree.
  std::optional<std::string> of_sentences() const {
    std::optional<std::string> only;
    for (Index i = 1; i < page_.size(); ++i) {
      if (page_.tag(i) != Tag::kText || page_.text(i).size() > 80 || stands_aside(page_, i)) continue;
      const auto day = date_in(page_.text(i), order_);
      if (day && only && day->substr(0, 10) != only->substr(0, 10)) return std::nullopt;
      if (day) only = day;
    }
    return only;
  }

  const HtmlTree& page_;
  const LinkedData& linked_;
  std::string_view html_;
  DayOrder order_;
  int hours_;          // see zone_hours
  Index heading_ = 0;  // the page's title, 0 where it has no heading of it
};

}  // namespace

std::optional<std::string> published_of(const HtmlTree& page, const LinkedData& linked, const std::optional<std::string>& title,
                                        std::string_view html) {
  return PublishedSearch(page, linked, title, html).run();
}

}  // namespace attest
