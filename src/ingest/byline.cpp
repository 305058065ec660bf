#include "ingest/byline.h"

#include <algorithm>
#include <vector>

#include "ingest/ascii.h"
#include "ingest/block_text.h"
#include "ingest/byline_name.h"
#include "ingest/date_text.h"
#include "ingest/page_parts.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

class BylineSearch {
 public:
  BylineSearch(const HtmlTree& page, const LinkedData& linked, const std::optional<std::string>& outlet)
      : page_(page), linked_(linked), outlet_(outlet ? letters_only(*outlet) : "") {
    std::string url = page_address(page).value_or("");
    if (const std::size_t at = url.rfind("://"); at != std::string::npos) url.erase(0, at + 3);
    url.resize(std::min(url.find('/'), url.size()));
    if (url.starts_with("www.")) url.erase(0, 4);
    host_ = letters_only(url);
  }

  std::optional<std::string> run() const {
    std::string names;
    for (const auto& author : linked_.authors)
      if (const auto name = name_in(author); name && !is_outlet(*name)) names += (names.empty() ? "" : ", ") + *name;
    std::optional<std::string> first;
    const auto good = [&](std::optional<std::string> name) {
      if (name && !first) first = name;
      return name && name->find(' ') != std::string::npos;
    };
    if (good(names.empty() ? std::nullopt : std::optional(names))) return names;
    if (auto name = of_meta(); good(name)) return name;
    if (auto name = of_elements([this](Index i) { return page_.attr(i, Attr::kItemprop) == "author"; }); good(name)) return name;
    if (auto name = of_elements([this](Index i) {
          return page_.attr(i, Attr::kRel).find("author") != std::string_view::npos && page_.tag(i) == Tag::kA;
        });
        good(name))
      return name;
    if (first) return first;
    if (auto name = of_names()) return name;
    if (auto name = of_lines()) return name;
    return of_dated_line();
  }

 private:
  bool is_outlet(const std::string& name) const {
    const std::string key = letters_only(name);
    if (key.empty() || key == outlet_ || (host_.size() > 3 && key.find(host_) != std::string::npos)) return true;
    return linked_.publisher && key == letters_only(*linked_.publisher);
  }

  // Elements that call themselves the author's, the surest names first.
  std::optional<std::string> of_names() const {
    static constexpr std::string_view kWords[] = {"author-name", "author_name", "authorname", "byline",     "author",
                                                  "autor",       "writer",      "verfasser",  "redakteur",  "username",
                                                  "postedby",    "posted-by",   "wrote",      "contributor"};
    constexpr std::size_t kCount = std::size(kWords);
    std::vector<Index> found[kCount];
    for (Index i = 1; i < page_.size(); ++i) {
      if (page_.tag(i) == Tag::kText || page_.tag(i) == Tag::kMeta) continue;
      const std::string_view names = names_of(page_, i);
      if (names.size() < 6) continue;
      for (std::size_t w = 0; w < kCount; ++w)
        if (names.find(kWords[w]) != std::string::npos) found[w].push_back(i);
    }
    for (const auto& nodes : found)
      for (const Index i : nodes)
        if (auto name = of_element(i)) return name;
    return std::nullopt;
  }

  std::optional<std::string> of_next_text(Index i) const {
    const Index until = std::min(page_.size(), i + 8);
    for (++i; i < until; ++i) {
      if (page_.tag(i) != Tag::kText || !known(page_.text(i))) continue;
      auto name = page_.text(i).size() < 80 ? name_in(page_.text(i)) : std::nullopt;
      return name && is_person(*name) && !is_outlet(*name) ? name : std::nullopt;
    }
    return std::nullopt;
  }

  // A short line that begins as a byline does.
  std::optional<std::string> of_lines() const {
    for (Index i = 1; i < page_.size(); ++i) {
      if (page_.tag(i) != Tag::kText || page_.text(i).size() > 80 || in_comments(page_, i)) continue;
      const std::string text = fold_space(page_.text(i));
      for (const std::string_view prefix : {"by ", "von ", "autor: ", "autorin: ", "autoren ",
                                            "autoren: ", "author: ", "auteur : ", "auteur: ", "text: ", "text von ",
                                            "written by ", "posted by ", "posted on ", "geschrieben von ", "redaktion: ", "por "})
        if (starts_with_folded(text, prefix) && begins_name(std::string_view(text).substr(prefix.size())))
          if (auto name = name_in(text); name && !is_outlet(*name) && name->size() < 50 && is_all_names(*name)) return name;
      // The word alone, the name in the next element.
      for (const std::string_view label : {"by", "| by", "by:", "von:", "autor:", "autorin:", "author:", "auteur :", "text:"})
        if (lowered(text) == label)
          if (auto name = of_next_text(i)) return name;
    }
    return std::nullopt;
  }

  // A line near the heading of a day and a name alone: "5 April 2031 - A. Writer".
  std::optional<std::string> of_dated_line() const {
    Index heading = 0;
    for (Index i = 1; i < page_.size() && heading == 0; ++i)
      if (page_.tag(i) == Tag::kH1 && !stands_aside(page_, i)) heading = i;
    if (heading == 0) return std::nullopt;
    const Index until = std::min(page_.size(), page_.end(heading) + 40);
    for (Index i = heading > 40 ? heading - 40 : 1; i < until; ++i) {
      if (page_.tag(i) != Tag::kText || page_.text(i).size() > 100) continue;
      const std::string text = fold_space(page_.text(i));
      if (!find_date(text, DayOrder::kDayFirst)) continue;
      for (auto& part : parts_of(text))
        if (auto name = name_in(part); name && is_person(*name) && !is_outlet(*name)) return name;
    }
    return std::nullopt;
  }
  static std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> out(1);
    while (!text.empty()) {
      std::size_t size = 0;
      for (const std::string_view mark : {" | ", " - ", " – ", " — ", " • ", " · ", ", "})
        if (text.starts_with(mark)) size = mark.size();
      if (size > 0) out.emplace_back();
      else out.back() += text.front();
      text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return out;
  }
  // What blogs tell social networks in pairs: twitter:label1 "Written by", twitter:data1 the name.
  std::optional<std::string> of_labels() const {
    const auto label = meta_content(page_, {"twitter:label1"});
    const auto name = meta_content(page_, {"twitter:data1"});
    if (!label || !name) return std::nullopt;
    for (const std::string_view word : {"written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da",
                                        "author", "autor", "napisane przez"})
      if (starts_with_folded(*label, word)) return name_in(*name);
    return std::nullopt;
  }

  std::optional<std::string> of_meta() const {
    for (const std::string_view key :
         {"author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "byl", "sailthru.author",
          "parsely-author", "citation_author", "article:author_name", "dc.author"})
      if (const auto value = meta_content(page_, {key}))
        if (auto name = name_in(*value); name && !is_outlet(*name)) return name;
    if (auto name = of_labels(); name && !is_outlet(*name)) return name;
    return std::nullopt;
  }

  // The first short element of the kind that names somebody.
  template <class Fits>
  std::optional<std::string> of_elements(Fits fits) const {
    for (Index i = 1; i < page_.size(); ++i)
      if (page_.tag(i) != Tag::kText && fits(i))
        if (auto name = of_element(i)) return name;
    return std::nullopt;
  }

  // Whom a short element names: its `name` part where it has one, else its words.
  std::optional<std::string> of_element(Index i) const {
    const Tag tag = page_.tag(i);
    if (tag == Tag::kLabel || tag == Tag::kInput || tag == Tag::kForm || tag == Tag::kBody || tag == Tag::kHtml ||
        tag == Tag::kArticle || tag == Tag::kMain || page_.end(i) - i > 60 || in_comments(page_, i))
      return std::nullopt;
    Index named = i;
    for (Index j = i; j < page_.end(i) && named == i; ++j)
      if (page_.tag(j) != Tag::kText &&
          (page_.attr(j, Attr::kItemprop) == "name" || page_.attr(j, Attr::kRel).find("author") != std::string_view::npos))
        named = j;
    if (tag != Tag::kMeta && page_.tag(named) == Tag::kMeta) return std::nullopt;
    auto name = name_in(tag == Tag::kMeta ? std::string(page_.attr(i, Attr::kContent)) : folded_text(page_, named));
    return name && !is_outlet(*name) ? name : std::nullopt;
  }

  const HtmlTree& page_;
  const LinkedData& linked_;
  std::string outlet_;
  std::string host_;  // of the page's address
};

}  // namespace

std::optional<std::string> byline_of(const HtmlTree& page, const LinkedData& linked, const std::optional<std::string>& outlet) {
  return BylineSearch(page, linked, outlet).run();
}

}  // namespace attest
