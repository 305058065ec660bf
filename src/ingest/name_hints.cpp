#include "ingest/name_hints.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ingest/ascii.h"

namespace attest {
namespace {

struct NamePart {
  std::string_view word;
  Hint hint;
};

// Words of class names and ids, as templates use them; a `*` stands for any rest of the word. The first row that fits counts.
constexpr NamePart kParts[] = {
    {"comment*", Hint::kComments},
    {"disqus*", Hint::kComments},
    {"respond", Hint::kComments},
    {"replies", Hint::kComments},
    {"kommentar*", Hint::kComments},
    {"pingback*", Hint::kComments},
    {"trackback*", Hint::kComments},
    {"ad", Hint::kNoise},
    {"ads", Hint::kNoise},
    {"advert*", Hint::kNoise},
    {"adslot", Hint::kNoise},
    {"author", Hint::kNoise},
    {"authors", Hint::kNoise},
    {"authorbox", Hint::kNoise},
    {"banner*", Hint::kNoise},
    {"bio", Hint::kNoise},
    {"bookmark*", Hint::kNoise},
    {"breadcrumb*", Hint::kNoise},
    {"byline*", Hint::kNoise},
    {"caption*", Hint::kNoise},
    {"consent*", Hint::kNoise},
    {"cookie*", Hint::kNoise},
    {"copyright*", Hint::kNoise},
    {"credit*", Hint::kNoise},
    {"dateline", Hint::kNoise},
    {"dialog*", Hint::kNoise},
    {"donat*", Hint::kNoise},
    {"embed*", Hint::kNoise},
    {"flyout*", Hint::kNoise},
    {"footer*", Hint::kNoise},
    {"infobox", Hint::kNoise},
    {"login*", Hint::kNoise},
    {"masthead", Hint::kNoise},
    {"menu*", Hint::kNoise},
    {"meta", Hint::kNoise},
    {"metadata", Hint::kNoise},
    {"modal*", Hint::kNoise},
    {"nav", Hint::kNoise},
    {"navbar*", Hint::kNoise},
    {"navi", Hint::kNoise},
    {"navigation*", Hint::kNoise},
    {"newsletter*", Hint::kNoise},
    {"notification*", Hint::kNoise},
    {"outbrain*", Hint::kNoise},
    {"overlay*", Hint::kNoise},
    {"pager", Hint::kNoise},
    {"pagination*", Hint::kNoise},
    {"paywall*", Hint::kNoise},
    {"popular*", Hint::kNoise},
    {"popup*", Hint::kNoise},
    {"promo*", Hint::kNoise},
    {"rating*", Hint::kNoise},
    {"recirc*", Hint::kNoise},
    {"recommend*", Hint::kNoise},
    {"related*", Hint::kNoise},
    {"share*", Hint::kNoise},
    {"sharing*", Hint::kNoise},
    {"shariff", Hint::kNoise},
    {"sidebar*", Hint::kNoise},
    {"signup*", Hint::kNoise},
    {"social*", Hint::kNoise},
    {"sociable", Hint::kNoise},
    {"sponsor*", Hint::kNoise},
    {"subscri*", Hint::kNoise},
    {"syndication", Hint::kNoise},
    {"taboola*", Hint::kNoise},
    {"tags", Hint::kNoise},
    {"taglist", Hint::kNoise},
    {"teaser*", Hint::kLead},
    {"lead", Hint::kLead},
    {"lede", Hint::kLead},
    {"abstract*", Hint::kLead},
    {"excerpt*", Hint::kLead},
    {"intro*", Hint::kLead},
    {"standfirst*", Hint::kLead},
    {"subheadline*", Hint::kLead},
    {"subtitle*", Hint::kLead},
    {"subhead*", Hint::kLead},
    {"summary*", Hint::kLead},
    {"dek", Hint::kLead},
    {"deck", Hint::kLead},
    {"chapo*", Hint::kLead},
    {"vorspann*", Hint::kLead},
    {"bajada*", Hint::kLead},
    {"description*", Hint::kLead},
    {"leadtext", Hint::kLead},
    {"timestamp*", Hint::kNoise},
    {"toc", Hint::kNoise},
    {"toolbar*", Hint::kNoise},
    {"tooltip*", Hint::kNoise},
    {"topics", Hint::kNoise},
    {"trending*", Hint::kNoise},
    {"widget*", Hint::kNoise},
    {"disclosure*", Hint::kNoise},
    {"disclaimer*", Hint::kNoise},
    {"legend", Hint::kNoise},
    {"imagedescription", Hint::kNoise},
    {"similar*", Hint::kNoise},
    {"contactbox", Hint::kNoise},
    {"autor*", Hint::kNoise},
    {"yarpp*", Hint::kNoise},
    {"zergnet", Hint::kNoise},
};

// Names that say how the part looks or what the article is about, not what the part is for: WordPress puts its tags and
// categories there.
constexpr std::string_view kPrefixesOfNoUse[] = {"tag",   "category", "has",  "with",   "without", "no",  "not",
                                                 "is",    "format",   "type", "postid", "status",  "js",  "col",
                                                 "label", "field",    "u",    "wp",     "align",   "size"};
// Whole names.
constexpr std::pair<std::string_view, Hint> kNames[] = {{"hidden", Hint::kNoise},
                                                        {"sronly", Hint::kNever},
                                                        {"screenreadertext", Hint::kNever},
                                                        {"visuallyhidden", Hint::kNever},
                                                        {"printonly", Hint::kNever},
                                                        {"hentry", Hint::kArticle},
                                                        {"typepost", Hint::kArticle},
                                                        {"wpcaption", Hint::kNoise},
                                                        {"wpcaptiontext", Hint::kNoise},
                                                        {"twittertweet", Hint::kArticle},
                                                        {"jprelatedposts", Hint::kNoise},
                                                        {"sharedaddy", Hint::kNoise},
                                                        {"readmore", Hint::kNoise},
                                                        {"mostread", Hint::kNoise},
                                                        {"mostpopular", Hint::kNoise},
                                                        {"printfriendly", Hint::kNoise},
                                                        {"skiplink", Hint::kNever},
                                                        {"followus", Hint::kNoise},
                                                        {"newslettersection", Hint::kNoise},
                                                        {"tag", Hint::kNoise},
                                                        {"posttag", Hint::kNoise},
                                                        {"taglist", Hint::kNoise},
                                                        {"catlinks", Hint::kNoise},
                                                        {"noprint", Hint::kNoise},
                                                        {"jumptonav", Hint::kNever},
                                                        {"imagecredit", Hint::kNoise},
                                                        {"mweditsection", Hint::kNever},
                                                        {"reference", Hint::kNever}};

// Names of the element that holds the article's body, without what separates their words.
constexpr std::string_view kBodyNames[] = {
    "articlebody", "articlecontent", "articletext", "entrycontent", "postcontent", "postbody",      "storybody", "storycontent",
    "storytext",   "bodytext",       "contentbody", "newstext",     "posttext",    "articlecopy",   "entrytext", "postentry",
    "entrybody",   "newsbody",       "storybody",   "bodycontent",  "articlemain", "singlecontent", "fulltext",  "textcontent"};
constexpr std::string_view kArticleNames[] = {"article", "story", "entry", "post", "main", "content", "artikel", "hentry"};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80);
}

bool fits(std::string_view word, std::string_view pattern) {
  if (pattern.back() != '*') return word == pattern;
  return word.starts_with(pattern.substr(0, pattern.size() - 1));
}

Hint hint_of_word(std::string_view word) {
  for (const auto& part : kParts)
    if (part.word[0] == word[0] && fits(word, part.word)) return part.hint;
  return Hint::kNone;
}

// The hint of a single name, cut into its words.
Hint hint_of_name(const std::vector<std::string>& words) {
  std::string squeezed;
  for (const auto& word : words) squeezed += word;
  for (const auto& [name, hint] : kNames)
    if (squeezed == name) return hint;
  if (words.size() > 1 &&
      std::find(std::begin(kPrefixesOfNoUse), std::end(kPrefixesOfNoUse), words[0]) != std::end(kPrefixesOfNoUse))
    return Hint::kNone;
  Hint out = Hint::kNone;
  for (const auto& word : words) {
    if (word == "with" || word == "without" || word == "has" || word == "no") break;  // "content-with-sidebar"
    out = stronger(out, hint_of_word(word));
  }
  if (out != Hint::kNone) return out;
  const auto holds = [&](std::string_view name) { return squeezed.find(name) != std::string::npos; };
  if (std::any_of(std::begin(kBodyNames), std::end(kBodyNames), holds)) return Hint::kBody;
  if (std::any_of(std::begin(kArticleNames), std::end(kArticleNames), holds)) return Hint::kArticle;
  return Hint::kNone;
}

}  // namespace

Hint stronger(Hint a, Hint b) {
  static constexpr Hint order[] = {Hint::kNever, Hint::kComments, Hint::kBody, Hint::kNoise, Hint::kLead, Hint::kArticle};
  for (const Hint hint : order)
    if (a == hint || b == hint) return hint;
  return Hint::kNone;
}

Hint hint_of_names(std::string_view names) {
  std::vector<std::string> words;
  Hint out = Hint::kNone;
  bool in_word = false;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    if (static_cast<unsigned char>(c) <= 0x20) {
      if (!words.empty()) {
        const Hint hint = hint_of_name(words);
        if (words.size() == 1 && words[0] == "hentry") return Hint::kArticle;
        out = stronger(out, hint);
      }
      words.clear();
      in_word = false;
      continue;
    }
    const bool hump = c >= 'A' && c <= 'Z' && i > 0 && names[i - 1] >= 'a' && names[i - 1] <= 'z';
    if (!is_letter_or_digit(c)) {
      in_word = false;
      continue;
    }
    if (!in_word || hump) words.emplace_back();
    in_word = true;
    words.back() += lower(c);
  }
  return out;
}

}  // namespace attest
