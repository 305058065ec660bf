#pragma once
// What decides who is private in a shared output (METHOD 10): the words of lang/<language>/privacy.toml.
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "know/rules.h"
#include "model/findings.h"

namespace attest {

// Folded words and phrases by what they mean for a person's safety. Read-only once built. An empty set of rules is safe: nobody
// is then known to hold an office, so every name-like word goes.
class PrivacyRules {
 public:
  explicit PrivacyRules(const Lexicon& lexicon);

  bool is(std::string_view kind, std::string_view word) const;
  // The role that a word gives a person: "resident" -> "a resident"; "" none.
  std::string_view role(std::string_view word) const;
  bool empty() const { return words_.empty(); }

 private:
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> words_;  // by kind
  std::map<std::string, std::string, std::less<>> roles_;
};

// A number from 1 to 4, which may lead to the people of a small group. A word such as "many" or "several" is none: what it leaves
// open may be thousands.
bool small_number(const Count& count);

}  // namespace attest
