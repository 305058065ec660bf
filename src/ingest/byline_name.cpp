#include "ingest/byline_name.h"

#include <algorithm>

#include "ingest/ascii.h"
#include "ingest/block_text.h"
#include "ingest/date_text.h"
#include "ingest/report_parts.h"

namespace attest {

bool starts_with_folded(std::string_view text, std::string_view lower_prefix) {
  return text.size() >= lower_prefix.size() &&
         std::equal(lower_prefix.begin(), lower_prefix.end(), text.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

bool begins_name(std::string_view text) { return !text.empty() && ((text[0] >= 'A' && text[0] <= 'Z') || (text[0] & 0x80)); }

namespace {

constexpr std::size_t kLongest = 90;

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
                                         "share",           "anonymous",  "webmaster",      "guest",     "name",
                                         "name *",          "quelle",     "e-mail",         "email",     "source"};

// Where the name begins in "Posted on 5 April 2031 by A. Writer"; 0 elsewhere.
std::size_t after_day(std::string_view text) {
  const std::string lower = lowered(text);
  for (const std::string_view start :
       {"posted on ", "published on ", "written on ", "veröffentlicht am ", "publié le ", "publicado el "})
    if (lower.starts_with(start))
      for (const std::string_view by : {" by ", " von ", " par ", " por "})
        if (const std::size_t at = lower.find(by); at != std::string::npos && begins_name(text.substr(at + by.size())))
          return at + by.size();
  return 0;
}

}  // namespace

std::optional<std::string> name_in(std::string_view line) {
  std::string text = fold_space(line);
  if (text.find("://") != std::string::npos || text.find("www.") != std::string::npos || text.size() > 300) return std::nullopt;
  if (const std::size_t by = after_day(text)) text.erase(0, by);
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
  for (std::size_t at = text.find(", "); at != std::string::npos; at = text.find(", ", at + 1))
    if (at + 2 < text.size() && text[at + 2] >= '0' && text[at + 2] <= '9') text.resize(at);
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

bool is_all_names(std::string_view text) {
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    const bool particle =
        word == "und" || word == "and" || word == "y" || (!word.empty() && word.size() <= 3 && word[0] >= 'a' && word[0] <= 'z');
    if (!word.empty() && !begins_name(word) && !particle) return false;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return true;
}

bool is_person(const std::string& name) {
  const auto spaces = std::count(name.begin(), name.end(), ' ');
  const bool plain =
      std::none_of(name.begin(), name.end(), [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == '.'; });
  if (spaces < 1 || spaces > 3 || !plain || !is_all_names(name)) return false;
  for (std::string_view rest = name; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (month_of(word) > 0) return false;
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return true;
}

}  // namespace attest
