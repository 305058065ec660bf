#include "know/names.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "know/name_sounds.h"

namespace attest {
namespace {

// same_sounds at which a pair of the training list is as likely one name as two near misses, as odds; name_similarity is 0.5 there.
constexpr double kEvenOdds = 0.087;

struct ShortForm {
  std::string_view word, full;
};
constexpr std::array<ShortForm, 5> kShortForms{{{"ft", "fort"}, {"mt", "mount"}, {"mtn", "mountain"}, {"st", "saint"}, {"ste", "sainte"}}};

// Arabic, Persian and Urdu letters in the Latin letters that romanisations give them; vowels and signs give nothing.
std::string_view arabic_letter(char32_t c) {
  static constexpr std::array<std::string_view, 0x2B> kRow = {  // U+0620 …
      "", "", "a", "a", "w", "i", "y", "a", "b", "h", "t", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s",
      "d", "t", "z", "", "gh", "", "", "", "", "", "", "f", "q", "k", "l", "m", "n", "h", "w", "a", "y"};
  if (c >= 0x620 && c < 0x620 + kRow.size()) return kRow[c - 0x620];
  switch (c) {
    case 0x67E: return "p";
    case 0x686: return "ch";
    case 0x698: return "j";
    case 0x6A9: return "k";
    case 0x6AF: return "g";
    case 0x6CC: return "y";
    case 0x6C1: return "h";
    default: return "";
  }
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// The Arabic article before a word, also as it sounds before the "sun letters" (ash-Sham, ez-Zor).
bool is_article(std::string_view word) {
  static constexpr std::array<std::string_view, 27> kArticles = {"a",  "ad", "adh", "al", "an", "ar",  "as", "ash", "at",
                                                                 "ath", "az", "ed", "el", "en", "er",  "es", "esh", "et",
                                                                 "ez", "il", "l",  "ol", "ul", "the", "ur", "us",  "uz"};
  return std::find(kArticles.begin(), kArticles.end(), word) != kArticles.end();
}

// The consonant at `word[i]` as its class, and how many letters it takes.
struct Sound {
  char letter;  // 0: none
  std::size_t size;
};
Sound sound_at(std::string_view word, std::size_t i) {
  const auto next = i + 1 < word.size() ? word[i + 1] : '\0';
  if (next == 'h') {
    switch (word[i]) {
      case 'k': return {'x', 2};
      case 'g': return {'g', 2};
      case 's': return {'S', 2};
      case 'c': return {'S', 2};
      case 'd': return {'d', 2};
      case 't': return {'t', 2};
      case 'p': return {'f', 2};
      case 'z': return {'j', 2};
      default: break;
    }
  }
  if (word[i] == 'd' && next == 'j') return {'j', 2};
  switch (word[i]) {
    case 'q': case 'c': return {'k', 1};
    case 'v': return {'f', 1};
    case 'h': return {i == 0 || is_vowel(next) ? 'h' : '\0', 1};
    case 'y': return {i == 0 ? 'y' : '\0', 1};
    case 'w': return {i == 0 || is_vowel(next) ? 'w' : '\0', 1};
    default: break;
  }
  return {is_vowel(word[i]) ? '\0' : word[i], 1};
}

// An article grown onto its word: "Ezzor", "Arraqqa", "Assuwayda".
std::string_view without_grown_article(std::string_view word) {
  const bool grown = word.size() > 4 && is_vowel(word[0]) && word[1] == word[2] && !is_vowel(word[1]);
  return grown ? word.substr(2) : word;
}

void append_sounds(std::string_view word, std::string& out) {
  for (std::size_t i = 0; i < word.size();) {
    if (static_cast<unsigned char>(word[i]) >= 0x80) {  // a letter of another script stays itself
      out += word[i++];
      continue;
    }
    const Sound sound = sound_at(word, i);
    i += sound.size;
    if (sound.letter && (out.empty() || out.back() != sound.letter)) out += sound.letter;
  }
}

}  // namespace

void append_name_word(std::string_view folded, std::string& out) {
  const auto begin = out.size();
  for (std::size_t i = 0; i < folded.size();) {
    const Decoded d = decode_utf8(folded, i);
    const bool mark = d.code == U'\'' || d.code == U'.' || d.code == U'`' || d.code == U'-' || d.code == 0xB4 ||
                      (d.code >= 0x2B0 && d.code <= 0x36F) || (d.code >= 0x64B && d.code <= 0x65F) || d.code == 0x640;
    if (!mark) out += folded.substr(i, d.size);
    i += d.size;
  }
  const auto word = std::string_view(out).substr(begin);
  for (const auto& form : kShortForms)
    if (word == form.word) {
      out.replace(begin, std::string::npos, form.full);
      return;
    }
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> out;
  std::string folded, word;
  const auto flush = [&] {
    word.clear();
    append_name_word(folded, word);
    if (!word.empty()) out.push_back(word);
    folded.clear();
  };
  for (std::size_t i = 0; i < name.size();) {
    const Decoded d = decode_utf8(name, i);
    const char32_t c = fold_case(d.code);
    const bool splits = is_space(d.code) || c == U'-' || c == U'/' || c == U',' || c == U'(' || c == U')' || c == 0x2013;
    if (splits) flush();
    else append_utf8(folded, c);
    i += d.size;
  }
  flush();
  return out;
}

std::string name_key(std::string_view name) {
  std::string out;
  for (const auto& word : name_words(name)) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string name_skeleton(std::string_view name) {
  std::string out, latin;
  const auto words = name_words(name);
  for (const auto& word : words) {
    if (words.size() > 1 && is_article(word)) continue;
    latin.clear();
    for (std::size_t i = 0; i < word.size();) {
      const Decoded d = decode_utf8(word, i);
      if (d.code >= 0x620 && d.code < 0x700) latin += arabic_letter(d.code);
      else latin += word.substr(i, d.size);
      i += d.size;
    }
    const bool arabic = latin != word;
    append_sounds(arabic && latin.size() > 3 && latin.starts_with("al") ? std::string_view(latin).substr(2) : without_grown_article(latin), out);
  }
  return out;
}

double name_similarity(std::string_view a, std::string_view b) {
  const auto words = [](std::string_view name) {
    auto out = name_words(name);
    if (out.size() > 1) out.erase(std::remove_if(out.begin(), out.end(), [](const std::string& w) { return is_article(w); }), out.end());
    return out;
  };
  const auto wa = words(a), wb = words(b);
  if (!wa.empty() && wa == wb) return 1;
  const double same = same_sounds(wa, wb);
  return same / (same + kEvenOdds * (1 - same));
}

}  // namespace attest
