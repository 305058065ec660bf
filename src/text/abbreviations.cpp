#include "text/abbreviations.h"

#include <algorithm>
#include <array>
#include <utility>

namespace attest {
namespace {

using std::string_view_literals::operator""sv;
using Entry = std::pair<std::string_view, Abbreviation>;

constexpr auto kT = Abbreviation::kTitle;
constexpr auto kN = Abbreviation::kNumbered;
constexpr auto kD = Abbreviation::kDated;
constexpr auto kF = Abbreviation::kFinal;

// Sorted by word (checked below).
constexpr std::array kAbbreviations = std::to_array<Entry>({
    {"adm", kT},    {"amb", kT},  {"apr", kD},   {"art", kN},  {"asst", kT},  {"atty", kT}, {"aug", kD},  {"ave", kF},
    {"blvd", kF},   {"brig", kT}, {"bros", kF},  {"c", kN},    {"ca", kN},    {"capt", kT}, {"cf", kT},   {"ch", kN},
    {"cmdr", kT},   {"cmdt", kT}, {"co", kF},    {"col", kT},  {"comdr", kT}, {"corp", kF}, {"cpl", kT},  {"cpt", kT},
    {"ct", kF},     {"dec", kD},  {"dept", kF},  {"det", kT},  {"dist", kF},  {"div", kF},  {"dr", kT},   {"ed", kF},
    {"eng", kT},    {"est", kF},  {"etc", kF},   {"feb", kD},  {"fig", kN},   {"figs", kN}, {"fr", kT},   {"fri", kD},
    {"ft", kF},     {"gen", kT},  {"gov", kT},   {"govt", kF}, {"hon", kT},   {"hwy", kF},  {"inc", kF},  {"insp", kT},
    {"jan", kD},    {"jr", kF},   {"jul", kD},   {"jun", kD},  {"lt", kT},    {"ltd", kF},  {"maj", kT},  {"mar", kD},
    {"messrs", kT}, {"mlle", kT}, {"mme", kT},   {"mon", kD},  {"mr", kT},    {"mrs", kT},  {"ms", kT},   {"msgr", kT},
    {"mt", kT},     {"no", kN},   {"nos", kN},   {"nov", kD},  {"oct", kD},   {"p", kN},    {"para", kN}, {"pfc", kT},
    {"pp", kN},     {"pres", kT}, {"prof", kT},  {"pvt", kT},  {"rd", kF},    {"rep", kT},  {"reps", kT}, {"ret", kF},
    {"rev", kT},    {"rt", kT},   {"sat", kD},   {"sec", kN},  {"sen", kT},   {"sens", kT}, {"sep", kD},  {"sept", kD},
    {"sgt", kT},    {"spc", kT},  {"spec", kT},  {"sr", kF},   {"st", kT},    {"ste", kT},  {"sun", kD},  {"supt", kT},
    {"thu", kD},    {"thur", kD}, {"thurs", kD}, {"tue", kD},  {"tues", kD},  {"univ", kF}, {"viz", kT},  {"vol", kN},
    {"vols", kN},   {"vs", kT},   {"wed", kD},
});
static_assert(std::is_sorted(kAbbreviations.begin(), kAbbreviations.end(),
                             [](const Entry& a, const Entry& b) { return a.first < b.first; }));

constexpr std::array kOpeners = {
    "a"sv,         "about"sv,     "according"sv, "activists"sv,  "after"sv,   "all"sv,     "also"sv,   "although"sv,
    "an"sv,        "and"sv,       "another"sv,   "as"sv,         "at"sv,      "because"sv, "before"sv, "both"sv,
    "but"sv,       "by"sv,        "despite"sv,   "during"sv,     "each"sv,    "earlier"sv, "every"sv,  "few"sv,
    "following"sv, "for"sv,       "from"sv,      "he"sv,         "her"sv,     "here"sv,    "his"sv,    "how"sv,
    "however"sv,   "i"sv,         "if"sv,        "in"sv,         "it"sv,      "its"sv,     "last"sv,   "later"sv,
    "local"sv,     "many"sv,      "meanwhile"sv, "more"sv,       "most"sv,    "no"sv,      "nobody"sv, "not"sv,
    "now"sv,       "officials"sv, "on"sv,        "once"sv,       "one"sv,     "only"sv,    "other"sv,  "our"sv,
    "over"sv,      "police"sv,    "residents"sv, "separately"sv, "several"sv, "she"sv,     "since"sv,  "so"sv,
    "some"sv,      "still"sv,     "such"sv,      "that"sv,       "the"sv,     "their"sv,   "then"sv,   "there"sv,
    "these"sv,     "they"sv,      "this"sv,      "those"sv,      "though"sv,  "to"sv,      "two"sv,    "under"sv,
    "until"sv,     "we"sv,        "what"sv,      "when"sv,       "where"sv,   "while"sv,   "who"sv,    "why"sv,
    "with"sv,      "witnesses"sv, "yet"sv,       "you"sv,
};
static_assert(std::is_sorted(kOpeners.begin(), kOpeners.end()));

constexpr std::array kNeverLast = {
    "a"sv,      "according"sv, "after"sv, "al"sv,    "an"sv,        "and"sv,  "any"sv,   "are"sv,   "as"sv,   "at"sv,  "been"sv,
    "before"sv, "between"sv,   "but"sv,   "by"sv,    "during"sv,    "el"sv,   "for"sv,   "from"sv,  "had"sv,  "has"sv, "have"sv,
    "he"sv,     "her"sv,       "his"sv,   "in"sv,    "including"sv, "into"sv, "is"sv,    "its"sv,   "near"sv, "of"sv,  "on"sv,
    "or"sv,     "our"sv,       "said"sv,  "than"sv,  "that"sv,      "the"sv,  "their"sv, "these"sv, "this"sv, "to"sv,  "under"sv,
    "was"sv,    "were"sv,      "when"sv,  "where"sv, "which"sv,     "who"sv,  "with"sv,
};
static_assert(std::is_sorted(kNeverLast.begin(), kNeverLast.end()));

constexpr std::array kDomains = {"biz"sv, "co"sv, "com"sv, "edu"sv, "eu"sv,  "gov"sv, "info"sv,
                                 "int"sv, "io"sv, "mil"sv, "net"sv, "org"sv, "tv"sv,  "uk"sv};
static_assert(std::is_sorted(kDomains.begin(), kDomains.end()));

constexpr std::array kClosings = {"cheers"sv, "greetings"sv, "regards"sv, "respectfully"sv, "sincerely"sv, "thanks"sv, "thx"sv};
static_assert(std::is_sorted(kClosings.begin(), kClosings.end()));

// No word that is also another one ("its", "were", "ill"). Sorted.
struct JoinedEntry {
  std::string_view word;
  Joined parts;
};
constexpr std::array kJoined = std::to_array<JoinedEntry>({
    {"aint", {2, "n't"}},   {"arent", {3, "n't"}},    {"cant", {2, "n't"}},    {"couldnt", {5, "n't"}}, {"didnt", {3, "n't"}},
    {"doesnt", {4, "n't"}}, {"dont", {2, "n't"}},     {"gonna", {3, "na"}},    {"gotta", {3, "ta"}},    {"hadnt", {3, "n't"}},
    {"hasnt", {3, "n't"}},  {"havent", {4, "n't"}},   {"isnt", {2, "n't"}},    {"ive", {1, "'ve"}},     {"mustnt", {4, "n't"}},
    {"neednt", {4, "n't"}}, {"shouldnt", {6, "n't"}}, {"thats", {4, "'s"}},    {"theres", {5, "'s"}},   {"theyll", {4, "'ll"}},
    {"theyre", {4, "'re"}}, {"theyve", {4, "'ve"}},   {"wanna", {3, "na"}},    {"wasnt", {3, "n't"}},   {"werent", {4, "n't"}},
    {"whats", {4, "'s"}},   {"wont", {2, "n't"}},     {"wouldnt", {5, "n't"}}, {"youll", {3, "'ll"}},   {"youre", {3, "'re"}},
    {"youve", {3, "'ve"}},
});
constexpr bool by_word(const JoinedEntry& a, const JoinedEntry& b) { return a.word < b.word; }
static_assert(std::is_sorted(kJoined.begin(), kJoined.end(), by_word));

constexpr std::array kFileEndings = {"bmp"sv,  "csv"sv,  "doc"sv,  "docx"sv, "exe"sv, "gif"sv,  "htm"sv, "html"sv,
                                     "jpeg"sv, "jpg"sv,  "json"sv, "mp3"sv,  "mp4"sv, "pdf"sv,  "php"sv, "png"sv,
                                     "ppt"sv,  "pptx"sv, "rtf"sv,  "txt"sv,  "xls"sv, "xlsx"sv, "xml"sv, "zip"sv};
static_assert(std::is_sorted(kFileEndings.begin(), kFileEndings.end()));

constexpr std::array kSlashWords = {"a/c"sv, "b/c"sv, "c/o"sv, "n/a"sv, "w/o"sv};
static_assert(std::is_sorted(kSlashWords.begin(), kSlashWords.end()));

constexpr std::array kEmoticons = {":-)"sv, ":-("sv, ";-)"sv, ":-D"sv, ":-P"sv, ":-/"sv, ":')"sv,
                                   ":)"sv,  ":("sv,  ";)"sv,  ":D"sv,  ":P"sv,  "=)"sv};

template <class List>
bool has(const List& list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  const auto it = std::lower_bound(kAbbreviations.begin(), kAbbreviations.end(), word,
                                   [](const Entry& e, std::string_view w) { return e.first < w; });
  return it != kAbbreviations.end() && it->first == word ? it->second : Abbreviation::kNone;
}

bool often_opens_sentence(std::string_view folded) { return has(kOpeners, folded); }
bool never_ends_sentence(std::string_view folded) { return has(kNeverLast, folded); }
bool closes_letter(std::string_view folded) { return has(kClosings, folded); }
bool is_file_ending(std::string_view folded) { return has(kFileEndings, folded); }
Joined joined_words(std::string_view folded) {
  const auto it = std::lower_bound(kJoined.begin(), kJoined.end(), JoinedEntry{folded, {}}, by_word);
  return it != kJoined.end() && it->word == folded ? it->parts : Joined{};
}
bool is_slash_word(std::string_view folded) { return has(kSlashWords, folded); }
std::size_t emoticon_length(std::string_view text) {
  for (const auto e : kEmoticons)
    if (text.starts_with(e)) return e.size();
  return 0;
}
bool is_domain_ending(std::string_view folded) { return has(kDomains, folded); }

}  // namespace attest
