#include "ingest/headline.h"

#include <algorithm>

#include "ingest/block_text.h"
#include "ingest/page_parts.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

std::optional<std::string> title_element(const HtmlTree& page) {
  for (Index i = 1; i < page.size(); ++i)
    if (page.tag(i) == Tag::kTitle) return known(folded_text(page, i));
  return std::nullopt;
}

// "Headline | Site", "Headline - Site": what follows the last mark is cut where it names the site or is the shorter part.
std::string without_site(const std::string& title, const std::optional<std::string>& site) {
  static constexpr std::string_view kMarks[] = {" | ", " - ", " – ", " — ", " » ", " › ", " :: ", " « "};
  std::size_t cut = std::string::npos;
  std::size_t after = 0;
  for (const auto mark : kMarks)
    if (const std::size_t at = title.rfind(mark); at != std::string::npos && (cut == std::string::npos || at > cut)) {
      cut = at;
      after = at + mark.size();
    }
  if (cut == std::string::npos) return title;
  const std::string head = title.substr(0, cut);
  const std::string tail = title.substr(after);
  const bool names_site = site && (letters_only(tail).find(letters_only(*site)) != std::string::npos ||
                                   letters_only(*site).find(letters_only(tail)) != std::string::npos);
  if (names_site) return without_site(head, site);
  return tail.size() < head.size() && tail.size() < 40 ? head : title;
}

class HeadlineSearch {
 public:
  HeadlineSearch(const HtmlTree& page, const LinkedData& linked) : page_(page) {
    site_ = meta_content(page, {"og:site_name"});
    if (!site_) site_ = linked.publisher;
    const auto own = title_element(page);
    for (const auto& title :
         {linked.is_article ? linked.headline : std::optional<std::string>(), meta_content(page, {"og:title"}),
          meta_content(page, {"twitter:title", "dc.title", "dcterms.title"}), own})
      if (title) {
        titles_.push_back(*title);
        keys_.push_back(letters_only(without_site(*title, site_)));
      }
  }

  std::optional<std::string> run() const {
    std::optional<std::string> alone;
    int first_headings = 0;
    std::optional<std::string> best;
    double most = 0;
    for (Index i = 1; i < page_.size(); ++i) {
      const Tag tag = page_.tag(i);
      if (!is_heading(tag) || tag > Tag::kH3) continue;
      const auto text = known(folded_text(page_, i));
      if (!text || text->size() > 400) continue;
      const double said = agreement(*text) * (tag == Tag::kH1 ? 1 : tag == Tag::kH2 ? 0.9 : 0.8);
      if (said > most) {
        most = said;
        best = text;
      }
      if (tag == Tag::kH1 && !stands_aside(page_, i)) {
        ++first_headings;
        alone = text;
      }
    }
    if (most >= 0.45) return best;
    if (first_headings == 1 && !is_site(*alone)) return alone;
    if (titles_.empty()) return first_headings > 0 ? alone : best;
    return known(without_site(titles_.front(), site_));
  }

 private:
  bool is_site(const std::string& text) const {
    const std::string key = letters_only(text);
    return key.size() < 4 || (site_ && letters_only(*site_) == key);
  }

  // How much of a title the heading says: 1 where it is the whole of one, less where the title says more. Nothing for the site's
  // name.
  double agreement(const std::string& text) const {
    if (is_site(text)) return 0;
    const std::string key = letters_only(text);
    double most = 0;
    for (const auto& whole : keys_) {
      if (whole.empty()) continue;
      if (whole == key) return 1;
      if (whole.find(key) != std::string::npos)
        most = std::max(most, static_cast<double>(key.size()) / static_cast<double>(whole.size()));
      if (key.find(whole) != std::string::npos)
        most = std::max(most, static_cast<double>(whole.size()) / static_cast<double>(key.size()));
    }
    return most;
  }

  const HtmlTree& page_;
  std::optional<std::string> site_;
  std::vector<std::string> titles_;
  std::vector<std::string> keys_;  // of the titles without the site's name, letters only
};

}  // namespace

std::optional<std::string> headline_of(const HtmlTree& page, const LinkedData& linked) {
  return HeadlineSearch(page, linked).run();
}

}  // namespace attest
