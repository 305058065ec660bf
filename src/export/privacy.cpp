#include "export/privacy.h"

namespace attest {

PrivacyRules::PrivacyRules(const Lexicon& lexicon) {
  for (const auto& file : lexicon.files) {
    if (file.name != "privacy") continue;
    for (const auto& rule : file.rules)
      for (const auto& word : rule.words) {
        words_[std::string(rule.value("kind"))].insert(word);
        if (const auto role = rule.value("role"); !role.empty()) roles_.emplace(word, role);
      }
  }
}

bool PrivacyRules::is(std::string_view kind, std::string_view word) const {
  const auto it = words_.find(kind);
  return it != words_.end() && it->second.contains(word);
}

std::string_view PrivacyRules::role(std::string_view word) const {
  const auto it = roles_.find(word);
  return it == roles_.end() ? std::string_view() : it->second;
}

}  // namespace attest
