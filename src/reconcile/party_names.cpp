#include "reconcile/party_names.h"

#include <algorithm>

#include "reconcile/name_index.h"

namespace attest {
namespace {

std::vector<std::string> words_of_kind(const Lexicon* lexicon, std::string_view kind) {
  std::vector<std::string> out;
  const RuleFile* file = lexicon ? lexicon->find("parties") : nullptr;
  if (!file) return out;
  for (const Rule& rule : file->rules)
    if (rule.value("kind") == kind) out.insert(out.end(), rule.words.begin(), rule.words.end());
  return out;
}

bool any_in(const std::vector<std::string>& words, const std::string& folded) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return holds_words(folded, word); });
}

bool begins_any(const std::vector<std::string>& words, const std::string& stem) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return word.starts_with(stem); });
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

}  // namespace

std::vector<std::string> capital_stems(const std::string& text) {
  constexpr std::size_t kStem = 5;
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" -/()\"", at), text.size());
    if (end > at) {
      const Decoded d = decode_utf8(text, at);
      if (fold_case(d.code) != d.code && end - at > 1) out.push_back(folded_name(text.substr(at, end - at)).substr(0, kStem));
    }
    at = end + 1;
  }
  return out;
}

bool in_capitals(const std::string& text, const std::string& word) {
  std::string upper = word;
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return word.size() > 1 && text.find(upper) != std::string::npos;
}

PartyWords::PartyWords(const Lexicon* lexicon)
    : state(words_of_kind(lexicon, "state")),
      ruling(words_of_kind(lexicon, "ruling")),
      articles(words_of_kind(lexicon, "article")),
      generic(words_of_kind(lexicon, "generic")),
      creeds(words_of_kind(lexicon, "creed")) {
  state.insert(state.end(), ruling.begin(), ruling.end());
  generic.insert(generic.end(), articles.begin(), articles.end());
}

bool PartyWords::of_state(const std::string& folded) const { return any_in(state, folded); }

std::vector<std::string> PartyWords::name_stems(const std::string& text) const {
  std::vector<std::string> out = capital_stems(text);
  std::erase_if(out, [&](const std::string& stem) { return begins_any(state, stem) || begins_any(generic, stem) || begins_any(creeds, stem); });
  return out;
}

PartyNames::PartyNames(const PartyWords& words, const std::vector<std::string>& phrases) {
  constexpr std::size_t kLong = 4;  // shorter words join what has nothing in common
  std::set<std::string> rulers;
  for (const std::string& text : phrases) {
    const std::string folded = folded_name(text);
    Phrase phrase{words.name_stems(text), {}, words.of_state(folded), any_in(words.ruling, folded)};
    if (phrase.rules) rulers.insert(phrase.stems.begin(), phrase.stems.end());
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', at), folded.size());
      std::string word = folded.substr(at, end - at);
      const bool common = words.of_state(word) || std::find(words.generic.begin(), words.generic.end(), word) != words.generic.end();
      if (word.size() >= kLong && !common) phrase.long_words.push_back(std::move(word));
      at = end + 1;
    }
    phrases_.push_back(std::move(phrase));
  }
  for (Phrase& phrase : phrases_)
    phrase.rules = phrase.rules || std::any_of(phrase.stems.begin(), phrase.stems.end(), [&](const std::string& stem) { return rulers.count(stem) > 0; });
}

bool PartyNames::same_party(std::size_t i, std::size_t j) const {
  const Phrase &a = phrases_[i], &b = phrases_[j];
  if (share(a.stems, b.stems) || share(a.long_words, b.long_words)) return true;
  if (a.stems.empty() && b.stems.empty()) return a.of_state && b.of_state;
  return (a.stems.empty() && a.of_state && b.rules) || (b.stems.empty() && b.of_state && a.rules);
}

}  // namespace attest
