#include "ingest/byline.h"

#include <algorithm>
#include <vector>

#include "ingest/block_text.h"
#include "ingest/page_parts.h"
#include "ingest/report_parts.h"

namespace attest {
namespace {

using Index = HtmlTree::Index;

constexpr std::size_t kLongest = 90;

bool starts_with_folded(std::string_view text, std::string_view lower_prefix) {
  return text.size() >= lower_prefix.size() &&
         std::equal(lower_prefix.begin(), lower_prefix.end(), text.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

constexpr std::string_view kBefore[] = {"by ",
                                        "von ",
                                        "von: ",
                                        "vom ",
                                        "por ",
                                        "par ",
                                        "di ",
                                        "od ",
                                        "door ",
                                        "by: ",
                                        "author: ",
                                        "author ",
                                        "autor: ",
                                        "autor ",
                                        "autorin: ",
                                        "text: ",
                                        "texte: ",
                                        "text & fotos: ",
                                        "text und fotos: ",
                                        "interview: ",
                                        "a cura di ",
                                        "from ",
                                        "redaktion: ",
                                        "foto: "};
// Words that say who wrote and may stand behind others: "Posted by", "Alle Beiträge von".
constexpr std::string_view kInside[] = {
    "posted by ",   "written by ",  "published by ",       "reported by ",     "posts by ",     "author by ",
    "story by ",    "edited by ",   "veröffentlicht von ", "geschrieben von ", "erstellt von ", "beiträge von ",
    "beitrag von ", "artikel von ", "verfasst von ",       "publié par ",      "escrito por ",  "publicado por "};
constexpr std::string_view kNoNames[] = {"posted",          "by",         "datum",          "follow",    "date",
                                         "published",       "admin",      "administrator",  "editor",    "no author",
                                         "autor",           "author",     "unknown",        "staff",     "wordpressadmin",
                                         "archiv anzeigen", "publiziert", "veröffentlicht", "posted on", "publiziert am",
                                         "share",           "anonymous",  "webmaster",      "guest"};

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool begins_name(std::string_view text) { return !text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] & 0x80)); }

// "By A. Writer | 5 April" -> "A. Writer"; none where the rest is no name: too long, an address, or with digits.
std::optional<std::string> name_in(std::string_view line) {
  std::string text = fold_space(line);
  if (text.find("://") != std::string::npos || text.find("www.") != std::string::npos || text.size() > 300) return std::nullopt;
  for (const auto word : kInside)
    if (const std::size_t at = lowered(text).find(word);
        at != std::string::npos && at < 40 && begins_name(std::string_view(text).substr(at + word.size())))
      text.erase(0, at + word.size());
  for (bool again = true; again;) {
    again = false;
    for (const auto prefix : kBefore)
      if (starts_with_folded(text, prefix)) {
        text.erase(0, prefix.size());
        again = true;
      }
  }
  for (const std::string_view mark : {"|",    "•", "·", " – ",  " — ",   " - ", "\n",      "/ ",     " am ",       " on ",
                                      " in ", "@", "(", " um ", " vom ", "[",   " under ", " alle ", " mitglied ", " chefred"})
    if (const std::size_t at = (lowered(text) + ' ').find(mark); at != std::string::npos && at > 2) text.resize(at);
  while (!text.empty() && (text.back() == ',' || text.back() == ' ' || text.back() == ';' || text.back() == ':')) text.pop_back();
  const auto name = known(text);
  if (!name || name->size() < 2 || name->size() > kLongest) return std::nullopt;
  if (std::find(std::begin(kNoNames), std::end(kNoNames), lowered(*name)) != std::end(kNoNames)) return std::nullopt;
  if (std::count(name->begin(), name->end(), ' ') > 8) return std::nullopt;
  if (std::count_if(name->begin(), name->end(), [](char c) { return c >= '0' && c <= '9'; }) > 4) return std::nullopt;
  return name;
}

// Whether each word begins as a name does; the rest of a sentence after a link does not.
bool is_all_names(std::string_view text) {
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    const bool particle = word == "und" || word == "and" || word == "y" || (!word.empty() && word.size() <= 3 && word[0] >= 'a' && word[0] <= 'z');
    if (!word.empty() && !begins_name(word) && !particle) return false;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return true;
}

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
    return of_lines();
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
      const std::string names = names_of(page_, i);
      if (names.size() < 6) continue;
      for (std::size_t w = 0; w < kCount; ++w)
        if (names.find(kWords[w]) != std::string::npos) found[w].push_back(i);
    }
    for (const auto& nodes : found)
      for (const Index i : nodes)
        if (auto name = of_element(i)) return name;
    return std::nullopt;
  }

  // A short line that begins as a byline does.
  std::optional<std::string> of_lines() const {
    for (Index i = 1; i < page_.size(); ++i) {
      if (page_.tag(i) != Tag::kText || page_.text(i).size() > 80 || in_comments(page_, i)) continue;
      const std::string text = fold_space(page_.text(i));
      for (const std::string_view prefix :
           {"by ", "von ", "autor: ", "autorin: ", "author: ", "text: ", "written by ", "posted by ", "geschrieben von ", "por "})
        if (starts_with_folded(text, prefix) && begins_name(std::string_view(text).substr(prefix.size())))
          if (auto name = name_in(text); name && !is_outlet(*name) && name->size() < 50 && is_all_names(*name)) return name;
    }
    return std::nullopt;
  }

  std::optional<std::string> of_meta() const {
    for (const std::string_view key :
         {"author", "article:author", "og:article:author", "dc.creator", "dcterms.creator", "byl", "sailthru.author",
          "parsely-author", "citation_author", "article:author_name", "dc.author"})
      if (const auto value = meta_content(page_, {key}))
        if (auto name = name_in(*value); name && !is_outlet(*name)) return name;
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
    if (tag == Tag::kBody || tag == Tag::kHtml || tag == Tag::kArticle || tag == Tag::kMain || page_.end(i) - i > 60 ||
        in_comments(page_, i))
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
