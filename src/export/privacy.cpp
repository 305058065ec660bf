#include "export/privacy.h"

#include <algorithm>

namespace attest {

PrivacyRules::PrivacyRules(const Lexicon& lexicon) {
  for (const auto& file : lexicon.files) {
    if (file.name != "privacy") continue;
    for (const auto& rule : file.rules)
      for (const auto& word : rule.words) {
        words_[std::string(rule.value("kind"))].insert(word);
        if (rule.value("kind") == "before_place") words_["thing"].insert(word);
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

bool small_number(const Count& count) {
  const auto n = std::max({count.point, count.low, count.high});
  const bool open = count.modifier == Modifier::kVague && n && *n >= 3;
  return n && *n > 0 && *n < 5 && !open;
}

}  // namespace attest
