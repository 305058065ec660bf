#include "know/phrase_table.h"

#include <algorithm>

#include "know/rules.h"

namespace attest {

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
  Entry entry{{}, value};
  for (std::size_t at = 0; at < phrase.size();) {
    const auto end = std::min(phrase.find(' ', at), phrase.size());
    if (end > at) entry.words.emplace_back(phrase.substr(at, end - at));
    at = end + 1;
  }
  if (entry.words.empty()) return;
  shapes_.set(shape(entry.words.front()));
  auto& entries = by_first_[entry.words.front()];
  const auto same = [&](const Entry& e) { return e.words == entry.words; };
  if (std::any_of(entries.begin(), entries.end(), same)) return;
  const auto longer = [&](const Entry& e) { return e.words.size() < entry.words.size(); };
  entries.insert(std::find_if(entries.begin(), entries.end(), longer), std::move(entry));
}

void PhraseTable::add_rules(const RuleFile& file) {
  for (std::size_t i = 0; i < file.rules.size(); ++i)
    for (const auto& word : file.rules[i].words) add(word, static_cast<std::uint32_t>(i));
}

PhraseTable::Match PhraseTable::longest_at(const Tokens& tokens, std::size_t token) const {
  if (!may_begin(tokens.norm(token))) return {};
  const auto found = by_first_.find(tokens.norm(token));
  if (found == by_first_.end()) return {};
  for (const Entry& entry : found->second) {
    if (token + entry.words.size() > tokens.size()) continue;
    std::size_t i = 1;
    while (i < entry.words.size() && tokens.norm(token + i) == entry.words[i]) ++i;
    if (i == entry.words.size()) return {entry.value, static_cast<std::uint32_t>(i)};
  }
  return {};
}

}  // namespace attest
